/// An escape in a double-quoted text.
struct YAMLEscape {
  let text: String
  /// The column behind it.
  let end: Int

  /// Reads the escape whose backslash stands in a column.
  static func read(_ lines: YAMLLines, _ column: Int) throws(TestsReader.Failure) -> YAMLEscape {
    switch lines.byte(at: column + 1) {
    case UInt8(ascii: "x"): return try number(lines, column, 2)
    case UInt8(ascii: "u"): return try number(lines, column, 4)
    case UInt8(ascii: "U"): return try number(lines, column, 8)
    case let letter:
      guard let text = letter.flatMap(text(of:)) else {
        throw TestsReader.Failure(
          line: lines.fileLine,
          message:
            "'\(lines.text(from: column).prefix(2))' is not an escape of YAML: write '\\\\' for a "
            + "backslash")
      }
      return YAMLEscape(text: text, end: column + 2)
    }
  }

  private static func text(of letter: UInt8) -> String? {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "t"), UInt8(ascii: "\t"): "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{B}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: " "): " "
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: nil
    }
  }

  private static func number(
    _ lines: YAMLLines, _ column: Int, _ digits: Int
  ) throws(TestsReader.Failure) -> YAMLEscape {
    let first = try code(lines, column, digits)
    let end = column + 2 + digits
    if let scalar = Unicode.Scalar(first) {
      return YAMLEscape(text: String(Character(scalar)), end: end)
    }
    if digits == 4, (0xD800..<0xDC00).contains(first),
      lines.line.dropFirst(end).starts(with: "\\u".utf8)
    {
      let second = try code(lines, end, 4)
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      {
        return YAMLEscape(text: String(Character(scalar)), end: end + 6)
      }
    }
    throw TestsReader.Failure(
      line: lines.fileLine,
      message: "'\(lines.text(from: column).prefix(digits + 2))' is not a character of Unicode")
  }

  private static func code(
    _ lines: YAMLLines, _ column: Int, _ digits: Int
  ) throws(TestsReader.Failure) -> UInt32 {
    let text = String(decoding: lines.line.dropFirst(column + 2).prefix(digits), as: UTF8.self)
    guard text.utf8.count == digits, text.allSatisfy(\.isHexDigit),
      let code = UInt32(text, radix: 16)
    else {
      throw TestsReader.Failure(
        line: lines.fileLine,
        message: "expected \(digits) hexadecimal digits after "
          + "'\(lines.text(from: column).prefix(2))'")
    }
    return code
  }
}
