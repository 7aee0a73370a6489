/// Texts as they stand in HTML.
enum HTMLText {
  /// A text that is shown as it is, whatever is in it; also for values of attributes in double quotes.
  ///
  /// Characters that cannot be seen, and those that turn the direction of others, are spelt out: `\u{202E}`.
  static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 64)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;".utf8
      case "<": output += "&lt;".utf8
      case ">": output += "&gt;".utf8
      case "\"": output += "&quot;".utf8
      case "\n": output.append(UInt8(ascii: "\n"))
      case _ where isInvisible(scalar):
        output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8
      case _ where scalar.isASCII: output.append(UInt8(truncatingIfNeeded: scalar.value))
      default: output += String(scalar).utf8
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The same set as `visible` in `Script/text.js`.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
