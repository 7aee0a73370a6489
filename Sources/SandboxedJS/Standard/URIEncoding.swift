/// `encodeURI`, `decodeURI` and the same for components (ECMA-262, section 19.2.6).
package enum URIEncoding {
  /// The parts of an address that a text can be: they decide which characters stay.
  package enum Part: Sendable {
    /// A whole address: the characters that have a meaning in one stay as they are.
    case address
    /// A part of an address: all but letters, digits and ``-_.!~*'()`` is escaped.
    case component
  }

  /// The text with escapes of upper-case digits for all that cannot stay.
  package static func encode(_ text: String, as part: Part) -> String {
    let set = part == .address ? escapedInAddress : escapedInComponent
    guard text.utf8.contains(where: set.contains) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 2)
    PercentEncoding.append(text.utf8, to: &bytes, escaping: set)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text without its escapes; `nil` where a `%` starts none, or they are not UTF-8.
  ///
  /// In an address, escapes of the characters that have a meaning there stay as they are.
  package static func decode(_ text: String, as part: Part) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let kept = part == .address ? reserved : []
    let input = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    var index = 0
    while index < input.count {
      guard input[index] == UInt8(ascii: "%") else {
        bytes.append(input[index])
        index += 1
        continue
      }
      guard let first = PercentEncoding.escape(in: input, at: index) else { return nil }
      if first < 0x80 {
        bytes += kept.contains(first) ? Array(input[index..<index + 3]) : [first]
        index += 3
        continue
      }
      let count = (~first).leadingZeroBitCount
      guard (2...4).contains(count) else { return nil }
      var sequence: [UInt8] = []
      for _ in 0..<count {
        guard index < input.count, let byte = PercentEncoding.escape(in: input, at: index) else {
          return nil
        }
        sequence.append(byte)
        index += 3
      }
      guard String(validating: sequence, as: UTF8.self) != nil else { return nil }
      bytes += sequence
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()"
  private static let meaningful = ";/?:@&=+$,#"
  private static let escapedInComponent = PercentEncodeSet(allBut: letters)
  private static let escapedInAddress = PercentEncodeSet(allBut: letters + meaningful)
  private static let reserved = Array(meaningful.utf8)
}
