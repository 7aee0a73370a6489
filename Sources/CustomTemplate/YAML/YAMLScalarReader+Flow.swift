extension YAMLScalarReader {
  /// A text that grows while a quoted or plain scalar is read, and where its lines stand.
  private struct Growing {
    var text: [UInt8] = []
    var starts: [Int] = []
    private var isAtLineStart = true
    private var isIndentation = true

    /// Takes a byte; the line of the file on which the first visible character of a line stands is the line's own.
    mutating func append(_ byte: UInt8, _ line: Int) {
      if isAtLineStart {
        starts.append(line)
        isIndentation = true
      } else if isIndentation {
        starts[starts.count - 1] = line
      }
      isAtLineStart = byte == UInt8(ascii: "\n")
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { isIndentation = false }
      text.append(byte)
    }

    mutating func append(contentsOf bytes: some Sequence<UInt8>, _ line: Int) {
      for byte in bytes { append(byte, line) }
    }

    /// Takes the white space from a column on, unless the line ends behind it; returns the column behind it.
    mutating func appendSpaces(_ lines: YAMLLines, _ column: Int) -> Int {
      let end = lines.skipSpaces(from: column)
      if end < lines.line.count {
        append(contentsOf: lines.line.dropFirst(column).prefix(end - column), lines.fileLine)
      }
      return end
    }

    /// One line end is a space, more are one less.
    mutating func fold(blanks: Int, _ line: Int) {
      if blanks == 0 { append(UInt8(ascii: " "), line) }
      for _ in 0..<blanks { append(UInt8(ascii: "\n"), line) }
    }

    func scalar(_ line: Int) -> Scalar {
      Scalar(
        text: String(decoding: text, as: UTF8.self),
        lines: LineMap(starts.isEmpty || isAtLineStart ? starts + [line] : starts))
    }
  }

  static func plain(
    _ lines: inout YAMLLines, _ start: Int, _ parent: Int
  ) throws(TestsReader.Failure) -> Scalar {
    var growing = Growing()
    var column = start
    while true {
      let text = lines.valueText(from: column)
      if text.hasSuffix(":") || text.utf8.containsColonAndSpace {
        throw Failure(
          line: lines.fileLine,
          message: "a text with ': ' stands in quotes, found \(quoted(text))")
      }
      growing.append(contentsOf: text.utf8, lines.fileLine)
      let last = lines.fileLine
      let hasComment = text.utf8.count < lines.line.count - column && lines.hasComment(from: column)
      lines.advance()
      if hasComment { return growing.scalar(last) }
      var blanks = 0
      while !lines.isAtEnd, lines.skipSpaces(from: 0) == lines.line.count {
        blanks += 1
        lines.advance()
      }
      guard !lines.isAtEnd, lines.indentation > parent, !lines.isBlankOrComment(from: 0) else {
        return growing.scalar(last)
      }
      growing.fold(blanks: blanks, lines.fileLine)
      column = lines.indentation
    }
  }

  static func singleQuoted(
    _ lines: inout YAMLLines, _ start: Int
  ) throws(TestsReader.Failure) -> Scalar {
    let firstLine = lines.fileLine
    var growing = Growing()
    var column = start
    while true {
      guard let byte = lines.byte(at: column) else {
        column = try nextLine(&lines, &growing, firstLine, isEscaped: false)
        continue
      }
      if byte == UInt8(ascii: "'") {
        column += 1
        guard lines.byte(at: column) == byte else { break }
      } else if lines.endsWord(at: column) {
        column = growing.appendSpaces(lines, column)
        continue
      }
      growing.append(byte, lines.fileLine)
      column += 1
    }
    return try close(&lines, column, growing)
  }

  static func doubleQuoted(
    _ lines: inout YAMLLines, _ start: Int
  ) throws(TestsReader.Failure) -> Scalar {
    let firstLine = lines.fileLine
    var growing = Growing()
    var column = start
    while true {
      guard let byte = lines.byte(at: column) else {
        column = try nextLine(&lines, &growing, firstLine, isEscaped: false)
        continue
      }
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        if column + 1 == lines.line.count {
          column = try nextLine(&lines, &growing, firstLine, isEscaped: true)
          continue
        }
        let escape = try YAMLEscape.read(lines, column)
        growing.append(contentsOf: escape.text.utf8, lines.fileLine)
        column = escape.end
        continue
      }
      if lines.endsWord(at: column) {
        column = growing.appendSpaces(lines, column)
        continue
      }
      growing.append(byte, lines.fileLine)
      column += 1
    }
    return try close(&lines, column + 1, growing)
  }

  /// Goes on to the next line of a quoted text and returns the column of its first character.
  private static func nextLine(
    _ lines: inout YAMLLines, _ growing: inout Growing, _ firstLine: Int, isEscaped: Bool
  ) throws(TestsReader.Failure) -> Int {
    var blanks = -1
    repeat {
      lines.advance()
      blanks += 1
    } while !lines.isAtEnd && lines.skipSpaces(from: 0) == lines.line.count
    if lines.isAtEnd {
      throw Failure(
        line: firstLine,
        message: "the quote that begins here is never closed: add the closing quote")
    }
    if !isEscaped || blanks > 0 { growing.fold(blanks: blanks, lines.fileLine) }
    return lines.skipSpaces(from: 0)
  }

  private static func close(
    _ lines: inout YAMLLines, _ column: Int, _ growing: Growing
  ) throws(TestsReader.Failure) -> Scalar {
    guard lines.isBlankOrComment(from: column) else {
      throw Failure(
        line: lines.fileLine,
        message: "expected the end of the line after the closing quote, found "
          + "\(quoted(lines.text(from: column))): double a quote inside of single quotes, "
          + "put a backslash before one inside of double quotes")
    }
    let scalar = growing.scalar(lines.fileLine)
    lines.advance()
    return scalar
  }
}

extension YAMLLines {
  /// Whether a comment ends the line.
  fileprivate func hasComment(from column: Int) -> Bool {
    (column..<line.count).contains {
      byte(at: $0) == UInt8(ascii: "#") && $0 > 0 && endsWord(at: $0 - 1)
    }
  }
}

extension String.UTF8View {
  fileprivate var containsColonAndSpace: Bool {
    zip(self, dropFirst()).contains {
      $0 == UInt8(ascii: ":") && ($1 == UInt8(ascii: " ") || $1 == UInt8(ascii: "\t"))
    }
  }
}
