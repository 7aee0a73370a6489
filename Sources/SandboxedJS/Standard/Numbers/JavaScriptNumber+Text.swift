extension JavaScriptNumber {
  /// The shortest decimal text that reads back as the same number (ECMA-262, Number::toString).
  ///
  /// Digits alone below 1e21 and from 1e-6 on, otherwise with an exponent; `-0` is `0`.
  package static func text(_ value: Double) -> String {
    if let integer = Int(exactly: value), integer.magnitude < 1 << 53 { return String(integer) }
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let size = value.magnitude
    // Between these, Swift's own text has the same shape; it ends in ".0" for no fraction only.
    if size >= 0.001, size < 1e15 { return value.description }
    let (digits, point) = shortestDigits(of: size)
    return (value < 0 ? "-" : "") + arrange(digits, point: point)
  }

  /// The digits without zeros around them, and how many of them stand before the decimal point.
  private static func shortestDigits(of size: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var text = size.description.utf8[...]
    if let e = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(decoding: text[text.index(after: e)...], as: UTF8.self)) ?? 0
      text = text[..<e]
    }
    for character in text {
      if character == UInt8(ascii: ".") { point = digits.count } else { digits.append(character) }
    }
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    let before = (point ?? digits.count) - leading + exponent
    digits.removeFirst(leading)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, before)
  }

  private static func arrange(_ digits: [UInt8], point: Int) -> String {
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    func text(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }
    switch point {
    case digits.count...21: return text(digits[...]) + zeros(point - digits.count)
    case 1...21: return text(digits[..<point]) + "." + text(digits[point...])
    case -5...0: return "0." + zeros(-point) + text(digits[...])
    default:
      let fraction = digits.count > 1 ? "." + text(digits[1...]) : ""
      let exponent = point - 1
      return text(digits[..<1]) + fraction + (exponent < 0 ? "e-" : "e+")
        + String(exponent.magnitude)
    }
  }

  /// The text in another radix, with as many digits after the point as tell the number apart.
  ///
  /// ECMA-262 leaves the digits of a fraction open; these are what V8 prints.
  /// - Parameter radix: 2 to 36; anything else gives the decimal text.
  package static func text(_ value: Double, radix: Int) -> String {
    guard radix != 10, (2...36).contains(radix), value.isFinite else { return text(value) }
    if let integer = Int(exactly: value), integer.magnitude < 1 << 53 {
      return String(integer, radix: radix)
    }
    let size = value.magnitude
    var integer = size.rounded(.down)
    let (fraction, carries) = fractionDigits(of: size - integer, beside: size, radix: radix)
    if carries { integer += 1 }
    let whole = integerDigits(of: integer, radix: radix)
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func fractionDigits(
    of fraction: Double, beside size: Double, radix: Int
  ) -> (text: String, carries: Bool) {
    let base = Double(radix)
    var fraction = fraction
    // Half the distance to the next number: digits below it say nothing.
    var delta = max(0.5 * (size.nextUp - size), .leastNonzeroMagnitude)
    var digits: [Int] = []
    guard fraction >= delta else { return ("", false) }
    repeat {
      fraction *= base
      delta *= base
      let digit = Int(fraction)
      digits.append(digit)
      fraction -= Double(digit)
      guard fraction > 0.5 || fraction == 0.5 && !digit.isMultiple(of: 2) else { continue }
      guard fraction + delta > 1 else { continue }
      while let last = digits.popLast() {
        if last + 1 < radix {
          digits.append(last + 1)
          break
        }
      }
      return (digits.map { String($0, radix: radix) }.joined(), digits.isEmpty)
    } while fraction >= delta
    return (digits.map { String($0, radix: radix) }.joined(), false)
  }

  private static func integerDigits(of integer: Double, radix: Int) -> String {
    let base = Double(radix)
    var integer = integer
    var digits = ""
    // Digits that a number of 53 bits does not hold are zeros.
    while integer / base >= 9_007_199_254_740_992 {
      integer /= base
      digits.append("0")
    }
    repeat {
      let remainder = integer.truncatingRemainder(dividingBy: base)
      digits += String(Int(remainder), radix: radix)
      integer = (integer - remainder) / base
    } while integer > 0
    return String(digits.reversed())
  }
}
