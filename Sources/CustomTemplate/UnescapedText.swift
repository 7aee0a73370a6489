/// Control characters that stand in the texts of a JSON section as they are, where JSON wants them escaped.
enum UnescapedText {
  /// The section with these characters escaped, and the lines on which they stand, each once.
  static func escaped(_ section: String, firstLine: Int) -> (text: String, lines: [Int]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(section.utf8.count)
    var (line, lines): (Int, [Int]) = (firstLine, [])
    var (isInText, isEscaped) = (false, false)
    for byte in section.utf8 {
      if isInText, byte < 0x20 {
        if lines.last != line { lines.append(line) }
        bytes += escape(byte)
      } else {
        bytes.append(byte)
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\""), !isEscaped { isInText.toggle() }
      isEscaped = isInText && byte == UInt8(ascii: "\\") && !isEscaped
    }
    return (String(decoding: bytes, as: UTF8.self), lines)
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\n"): Array("\\n".utf8)
    case UInt8(ascii: "\t"): Array("\\t".utf8)
    default: Array("\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
    }
  }
}
