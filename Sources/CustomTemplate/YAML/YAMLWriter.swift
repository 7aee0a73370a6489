/// Writes the scalars of a YAML document and keeps the column, by which long ones are wrapped.
struct YAMLWriter {
  private(set) var output: [UInt8] = []
  private var column = 0

  /// The column after which a scalar of one line is wrapped.
  private static let width = 80

  /// Writes what is not a scalar: keys, dashes.
  mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
    column += text.utf16.count
  }

  /// Ends the line.
  mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
    column = 0
  }

  /// Writes a scalar after its key, the space between them included.
  ///
  /// - Parameters:
  ///   - indent: the column of the scalar's further lines.
  ///   - isLast: whether nothing follows in the document.
  mutating func write(_ scalar: YAMLScalar, indent: Int, isLast: Bool) {
    write(" ")
    switch scalar.style(isLast: isLast) {
    case .plain: writePlain(scalar.scalars[...], indent)
    case .singleQuoted: writeSingleQuoted(scalar.scalars, indent)
    case .doubleQuoted: writeDoubleQuoted(scalar.scalars, indent)
    case .literal:
      write("|" + scalar.literalHints)
      writeLiteral(scalar.scalars, indent)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      output.append(UInt8(truncatingIfNeeded: scalar.value))
      column += 1
      return
    }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    column += UTF16.width(scalar)
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>) {
    for scalar in scalars { append(scalar) }
  }

  private mutating func wrap(_ indent: Int) {
    endLine()
    for _ in 0..<indent { append(" ") }
  }

  private mutating func writeLiteral(_ text: [Unicode.Scalar], _ indent: Int) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      if line.isEmpty { endLine() } else { wrap(indent) }
      append(line)
    }
  }

  /// Wraps at a single space once the line is too long.
  private mutating func writePlain(_ text: ArraySlice<Unicode.Scalar>, _ indent: Int) {
    var index = text.startIndex
    while index < text.endIndex {
      let word = text[index...].prefix { $0 != " " }
      append(word)
      let spaces = text[word.endIndex...].prefix { $0 == " " }
      if spaces.count == 1, column > Self.width {
        wrap(indent)
      } else {
        append(spaces)
      }
      index = spaces.endIndex
    }
  }

  private mutating func writeSingleQuoted(_ text: [Unicode.Scalar], _ indent: Int) {
    append("'")
    var index = 0
    while index < text.count {
      switch text[index] {
      case "\n":
        let breaks = text[index...].prefix { $0 == "\n" }
        for _ in 0..<breaks.count { endLine() }
        wrap(indent)
        index = breaks.endIndex
      case " ":
        let spaces = text[index...].prefix { $0 == " " }
        let isInside = index > 0 && spaces.endIndex < text.count
        if spaces.count == 1, column > Self.width, isInside { wrap(indent) } else { append(spaces) }
        index = spaces.endIndex
      case let scalar:
        append(scalar)
        if scalar == "'" { append(scalar) }
        index += 1
      }
    }
    append("'")
  }

  /// Wraps before a space, or after what had to be escaped, where the line would become too long.
  private mutating func writeDoubleQuoted(_ text: [Unicode.Scalar], _ indent: Int) {
    append("\"")
    var start = 0
    for end in 0...text.count {
      let scalar = end < text.count ? text[end] : nil
      if scalar.map({ !$0.isYAMLPlainASCII }) ?? true {
        append(text[min(start, end)..<end])
        start = end
        if let scalar {
          write(scalar.yamlEscaped)
          start = end + 1
        }
      }
      guard end > 0, end < text.count - 1, scalar == " " || start >= end,
        column + (end - start) > Self.width
      else { continue }
      if start < end {
        append(text[start..<end])
        start = end
      }
      append("\\")
      wrap(indent)
      if text[start] == " " { append("\\") }
    }
    append("\"")
  }
}

extension Unicode.Scalar {
  fileprivate var isYAMLPlainASCII: Bool {
    (0x20...0x7E).contains(value) && self != "\"" && self != "\\"
  }

  /// The character inside double quotes, where it is not a plain one.
  fileprivate var yamlEscaped: String {
    switch value {
    case 0x00: "\\0"
    case 0x07: "\\a"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0B: "\\v"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    case 0x1B: "\\e"
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x85: "\\N"
    case 0xA0: "\\_"
    case 0x2028: "\\L"
    case 0x2029: "\\P"
    case _ where !isYAMLSpecial: String(Character(self))
    case 0...0xFF: "\\x" + hexadecimal(2)
    case 0...0xFFFF: "\\u" + hexadecimal(4)
    default: "\\U" + hexadecimal(8)
    }
  }

  private func hexadecimal(_ digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
