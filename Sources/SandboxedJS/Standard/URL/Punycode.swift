/// Unicode labels of a domain in ASCII, and back (RFC 3492).
enum Punycode {
  private static let base = 36
  private static let lowest = 1
  private static let highest = 26
  private static let skew = 38
  private static let damp = 700
  private static let firstBias = 72
  private static let firstScalar = 0x80
  /// Both directions take quadratic time, and no name server knows labels of more than 63 letters.
  private static let longestLabel = 1_000

  /// The ASCII form without the `xn--` in front; `nil` for a label of more than 1,000 scalars.
  static func encode(_ label: [Unicode.Scalar]) -> String? {
    guard label.count <= longestLabel else { return nil }
    var output = label.filter(\.isASCII)
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append("-") }
    var (scalar, delta, bias) = (firstScalar, 0, firstBias)
    while handled < label.count {
      guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= scalar }).min() else {
        return nil
      }
      delta += (next - scalar) * (handled + 1)
      scalar = next
      for current in label.lazy.map({ Int($0.value) }) {
        if current < scalar { delta += 1 }
        guard current == scalar else { continue }
        var (rest, position) = (delta, base)
        while true {
          let threshold = min(max(position - bias, lowest), highest)
          guard rest >= threshold else { break }
          output.append(digit(threshold + (rest - threshold) % (base - threshold)))
          rest = (rest - threshold) / (base - threshold)
          position += base
        }
        output.append(digit(rest))
        bias = adapt(delta, count: handled + 1, first: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      scalar += 1
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: output)
    return String(text)
  }

  /// The label of an ASCII form without its `xn--`; `nil` where it is none.
  static func decode(_ text: some StringProtocol) -> [Unicode.Scalar]? {
    let input = Array(text.utf8)
    guard input.count <= longestLabel, input.allSatisfy({ $0 < 0x80 }) else { return nil }
    let delimiter = input.lastIndex(of: UInt8(ascii: "-"))
    var output = input[..<(delimiter ?? 0)].map { Unicode.Scalar($0) }
    var (scalar, position, bias) = (firstScalar, 0, firstBias)
    var index = delimiter.map { $0 + 1 } ?? 0
    while index < input.count {
      let before = position
      var (weight, step) = (1, base)
      while true {
        guard index < input.count, let digit = value(of: input[index]) else { return nil }
        index += 1
        let (product, overflow) = digit.multipliedReportingOverflow(by: weight)
        guard !overflow, product <= Int(Int32.max) - position else { return nil }
        position += product
        let threshold = min(max(step - bias, lowest), highest)
        guard digit >= threshold else { break }
        weight *= base - threshold
        guard weight <= Int(Int32.max) else { return nil }
        step += base
      }
      let count = output.count + 1
      bias = adapt(position - before, count: count, first: before == 0)
      scalar += position / count
      position %= count
      guard let decoded = UInt32(exactly: scalar).flatMap(Unicode.Scalar.init) else { return nil }
      output.insert(decoded, at: position)
      position += 1
    }
    return output
  }

  private static func adapt(_ delta: Int, count: Int, first: Bool) -> Int {
    var delta = first ? delta / damp : delta / 2
    delta += delta / count
    var shift = 0
    while delta > (base - lowest) * highest / 2 {
      delta /= base - lowest
      shift += base
    }
    return shift + (base - lowest + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26))
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 0x61
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 0x41
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 0x30 + 26
    default: nil
    }
  }
}
