/// The lines of a YAML text, with a cursor that stands on one of them.
struct YAMLLines {
  /// The line of the file on which the text begins, counted from 1.
  let firstLine: Int
  private let bytes: [UInt8]
  /// The offsets at which the lines begin; the last entry is behind the text.
  private let starts: [Int]
  /// The line at hand, counted from 0.
  private(set) var index = 0
  /// The line of the file on which the last key stood.
  var keyLine = 1

  init(_ text: String, firstLine: Int) {
    self.firstLine = firstLine
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    if starts.last != bytes.count { starts.append(bytes.count + 1) }
    self.starts = starts
  }

  var isAtEnd: Bool { index >= starts.count - 1 }

  /// The line of the file that is at hand.
  var fileLine: Int { firstLine + index }

  mutating func advance() { index += 1 }

  /// The bytes of the line at hand, without its end.
  var line: ArraySlice<UInt8> {
    isAtEnd ? [] : bytes[starts[index]..<starts[index + 1] - 1]
  }

  /// The byte in a column counted from 0; `nil` behind the line's end.
  func byte(at column: Int) -> UInt8? {
    let line = line
    return column < line.count ? line[line.startIndex + column] : nil
  }

  /// The line's text from a column on.
  func text(from column: Int) -> String {
    String(decoding: line.dropFirst(column), as: UTF8.self)
  }

  /// The number of spaces before the line's text.
  var indentation: Int { line.prefix { $0 == UInt8(ascii: " ") }.count }

  func skipSpaces(from column: Int) -> Int {
    var column = column
    while byte(at: column) == UInt8(ascii: " ") || byte(at: column) == UInt8(ascii: "\t") {
      column += 1
    }
    return column
  }

  /// Whether white space or the line's end stands in a column.
  func endsWord(at column: Int) -> Bool {
    guard let byte = byte(at: column) else { return true }
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Whether nothing but white space and a comment follows.
  func isBlankOrComment(from column: Int) -> Bool {
    let start = skipSpaces(from: column)
    guard let byte = byte(at: start) else { return true }
    return byte == UInt8(ascii: "#") && (start == 0 || endsWord(at: start - 1))
  }

  func hasDash(at column: Int) -> Bool {
    byte(at: column) == UInt8(ascii: "-") && endsWord(at: column + 1)
  }

  /// The text from a column on without white space around it and without a comment.
  func valueText(from column: Int) -> String {
    let start = skipSpaces(from: column)
    if isBlankOrComment(from: start) { return "" }
    var end = start
    for column in start..<line.count where !endsWord(at: column) {
      if byte(at: column) == UInt8(ascii: "#"), column > 0, endsWord(at: column - 1) { break }
      end = column + 1
    }
    return String(decoding: line.dropFirst(start).prefix(end - start), as: UTF8.self)
  }

  /// Goes to the next line that says something, over blank lines, comments and the marks of a document.
  mutating func skipIgnored() throws(TestsReader.Failure) {
    while !isAtEnd {
      let isMark = valueText(from: 0) == "---" || valueText(from: 0) == "..."
      guard isBlankOrComment(from: 0) || (isMark && indentation == 0) else { break }
      advance()
    }
    if byte(at: indentation) == UInt8(ascii: "\t") {
      throw TestsReader.Failure(
        line: fileLine, message: "the line is indented with a tab: YAML takes spaces only")
    }
  }
}
