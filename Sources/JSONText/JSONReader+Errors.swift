extension JSONReader {
  /// An error at a byte.
  func failure(at offset: Int, _ message: String) -> JSONReadError {
    let (line, column) = lineAndColumn(of: offset)
    return JSONReadError(file: options.file, line: line, column: column, message: message)
  }

  func noValue(after comma: Int?) -> JSONReadError {
    if let comma, next == UInt8(ascii: "]") {
      return failure(at: comma, "expected a value after ',', found ']': take the comma away")
    }
    let hint: String
    switch next {
    case UInt8(ascii: "'"): hint = ": strings stand in double quotes"
    case UInt8(ascii: "/"): hint = ": JSON has no comments"
    case UInt8(ascii: "+"), UInt8(ascii: "."): hint = ": a number begins with a digit or '-'"
    default:
      let word = word(at: index).lowercased()
      let known = ["true", "false", "null"].contains(word)
      hint = known ? ": write '\(word)' in lower case" : ""
    }
    return failure(at: index, "expected a value, found \(found(at: index))\(hint)")
  }

  func noKey(inside start: Int, after comma: Int?) -> JSONReadError {
    guard index < bytes.count else { return endOfText("a key", inside: start) }
    if let comma, next == UInt8(ascii: "}") {
      return failure(at: comma, "expected a key after ',', found '}': take the comma away")
    }
    let hint = next == UInt8(ascii: "/") ? ": JSON has no comments" : ""
    return failure(at: index, "expected a key in double quotes, found \(found(at: index))\(hint)")
  }

  func noColon(after key: String, inside start: Int) -> JSONReadError {
    guard index < bytes.count else { return endOfText("':'", inside: start) }
    return failure(at: index, "expected ':' after the key '\(key)', found \(found(at: index))")
  }

  func noSeparator(inside start: Int) -> JSONReadError {
    let end = bytes[start] == UInt8(ascii: "[") ? "]" : "}"
    guard index < bytes.count else { return endOfText("',' or '\(end)'", inside: start) }
    let hint: String
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["): hint = ": a comma is missing"
    case UInt8(ascii: "/"): hint = ": JSON has no comments"
    default: hint = ""
    }
    return failure(at: index, "expected ',' or '\(end)', found \(found(at: index))\(hint)")
  }

  func endOfText(_ expected: String, inside start: Int) -> JSONReadError {
    let kind = bytes[start] == UInt8(ascii: "[") ? "array" : "object"
    return failure(
      at: index,
      "expected \(expected), found the end of the text: the \(kind) that begins at "
        + "\(place(of: start)) is not closed")
  }

  func repeated(_ key: String, at offset: Int, first: Int) -> JSONReadError {
    failure(
      at: offset,
      "expected each key once, found '\(key)' again: it is already at \(place(of: first))")
  }

  func invalidUTF8(at offset: Int) -> JSONReadError {
    let byte = hexadecimalText(UInt32(bytes[offset]), digits: 2)
    return failure(at: offset, "expected UTF-8, found the byte 0x\(byte), which is not UTF-8 here")
  }

  /// Describes the text at a byte, for a message.
  func found(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    switch bytes[offset] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "a line break"
    case UInt8(ascii: "\t"): return "a tab"
    case UInt8(ascii: " "): return "a space"
    case let byte where byte < 0x20 || byte == 0x7F:
      return "the control character U+\(hexadecimalText(UInt32(byte), digits: 4))"
    default: return "'\(word(at: offset))'"
    }
  }

  /// The letters and digits from a byte on, shortened; a single character where it is another.
  func word(at offset: Int) -> String {
    let end = wordEnd(from: offset)
    guard end > offset else {
      return String(String(decoding: bytes[offset...].prefix(16), as: UTF8.self).prefix(1))
    }
    let shown = String(decoding: bytes[offset..<min(end, offset + 24)], as: UTF8.self)
    return end - offset > 24 ? shown + "…" : shown
  }

  /// Returns the offset at which the letters and digits from a byte on end.
  func wordEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
        end += 1
      default: return end
      }
    }
    return end
  }

  /// `line:column` of a byte, for a message about two places.
  func place(of offset: Int) -> String {
    let (line, column) = lineAndColumn(of: offset)
    return "\(line):\(column)"
  }

  private func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (options.firstLine, 1)
    for byte in bytes[(hasByteOrderMark ? 3 : 0)..<offset] {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line &+ 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  func hexadecimalText(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
