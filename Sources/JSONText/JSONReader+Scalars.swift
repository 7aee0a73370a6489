extension JSONReader {
  /// Reads a string; the index stands on its opening quote.
  mutating func string() throws(JSONReadError) -> String {
    let start = index
    index += 1
    let end = runEnd(from: index)
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      let text = shortTexts.text(bytes, from: index, to: end)
      index = end + 1
      return text
    }
    return try stringWithEscapes(from: start)
  }

  /// The index of the first byte from here that is not plain text of a string.
  private func runEnd(from start: Int) -> Int {
    var end = PlainWords.skipText(UnsafeRawBufferPointer(bytes), from: start)
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      end += 1
    }
    return end
  }

  private mutating func stringWithEscapes(from start: Int) throws(JSONReadError) -> String {
    unescaped.removeAll(keepingCapacity: true)
    while true {
      let end = runEnd(from: index)
      unescaped.append(contentsOf: bytes[index..<end])
      index = end
      guard index < bytes.count else {
        throw failure(
          at: index,
          "expected '\"', found the end of the text: the string that begins at "
            + "\(place(of: start)) is not closed")
      }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape()
      default: throw controlCharacter()
      }
    }
  }

  /// Reads an escape into `unescaped`; the index stands on its backslash.
  private mutating func escape() throws(JSONReadError) {
    let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
    let byte: UInt8
    switch letter {
    case UInt8(ascii: "n"): byte = UInt8(ascii: "\n")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = letter
    case UInt8(ascii: "t"): byte = UInt8(ascii: "\t")
    case UInt8(ascii: "r"): byte = UInt8(ascii: "\r")
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "u"):
      unescaped.append(contentsOf: String(try unicodeEscape()).utf8)
      return
    default:
      throw failure(
        at: index,
        "expected one of the escapes '\\\"', '\\\\', '\\/', '\\b', '\\f', '\\n', '\\r', '\\t' and "
          + "'\\uXXXX', found a backslash before \(found(at: index + 1))")
    }
    unescaped.append(byte)
    index += 2
  }

  private mutating func unicodeEscape() throws(JSONReadError) -> Character {
    let start = index
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    if first < 0xDC00, next == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let place = index
      let second = try hexadecimal()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      {
        return Character(scalar)
      }
      index = place
    }
    if options.halfPairs == .replaced { return "\u{FFFD}" }
    let half = String(decoding: bytes[start..<start + 6], as: UTF8.self)
    let expected =
      first < 0xDC00
      ? "an escape from '\\udc00' to '\\udfff' after it"
      : "an escape from '\\ud800' to '\\udbff' before it"
    throw failure(at: start, "expected \(expected), found '\(half)' alone, half a surrogate pair")
  }

  /// Reads `\uXXXX`.
  private mutating func hexadecimal() throws(JSONReadError) -> UInt32 {
    var value: UInt32 = 0
    for offset in 2..<6 {
      let byte = index + offset < bytes.count ? bytes[index + offset] : 0
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure(
          at: index,
          "expected four hexadecimal digits after '\\u', found \(found(at: index + offset))")
      }
      value = value << 4 | UInt32(digit)
    }
    index += 6
    return value
  }

  private func controlCharacter() -> JSONReadError {
    let escape: String
    switch bytes[index] {
    case UInt8(ascii: "\n"): escape = "\\n"
    case UInt8(ascii: "\r"): escape = "\\r"
    case UInt8(ascii: "\t"): escape = "\\t"
    default: escape = "\\u" + hexadecimalText(UInt32(bytes[index]), digits: 4).lowercased()
    }
    return failure(
      at: index, "expected '\(escape)' inside a string, found \(found(at: index)) as it is")
  }

  /// Reads a number; the index stands on its first byte.
  mutating func number() throws(JSONReadError) -> JSONNumber {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") {
      index += 1
      if isDigit(next) {
        throw failure(
          at: start, "expected a number without leading zeros, found '\(word(at: start))'")
      }
    } else {
      try digits(of: start)
    }
    if next == UInt8(ascii: ".") {
      index += 1
      try digits(of: start)
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      index += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { index += 1 }
      try digits(of: start)
    }
    return JSONNumber(unchecked: String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func digits(of start: Int) throws(JSONReadError) {
    guard isDigit(next) else {
      let begun = String(decoding: bytes[start..<index], as: UTF8.self)
      throw failure(at: index, "expected a digit after '\(begun)', found \(found(at: index))")
    }
    repeat { index += 1 } while isDigit(next)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }
}
