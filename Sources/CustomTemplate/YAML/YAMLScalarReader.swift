/// Reads one scalar of a YAML document, in any style.
struct YAMLScalarReader {
  /// A text, and where its lines stand in the file.
  struct Scalar {
    let text: String
    let lines: LineMap
  }

  typealias Failure = TestsReader.Failure

  /// Reads the scalar after a key's colon; the cursor then stands on the line behind it.
  ///
  /// - Parameters:
  ///   - column: where the scalar or the space before it begins.
  ///   - parent: the column of the key; further lines of the scalar stand deeper.
  static func read(
    _ lines: inout YAMLLines, at column: Int, parent: Int
  ) throws(TestsReader.Failure) -> Scalar {
    var column = lines.skipSpaces(from: column)
    if lines.isBlankOrComment(from: column) {
      let line = lines.fileLine
      lines.advance()
      try lines.skipIgnored()
      guard !lines.isAtEnd, lines.indentation > parent else {
        return Scalar(text: "", lines: LineMap([line]))
      }
      column = lines.indentation
    }
    switch lines.byte(at: column) ?? 0 {
    case UInt8(ascii: "|"): return try block(&lines, column, parent, isFolded: false)
    case UInt8(ascii: ">"): return try block(&lines, column, parent, isFolded: true)
    case UInt8(ascii: "\""): return try doubleQuoted(&lines, column + 1)
    case UInt8(ascii: "'"): return try singleQuoted(&lines, column + 1)
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: ","):
      throw Failure(
        line: lines.fileLine,
        message: "a text that begins with \(quoted(lines.text(from: column))) stands in quotes")
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      throw Failure(
        line: lines.fileLine,
        message:
          "\(quoted(lines.text(from: column))) has a meaning of its own in YAML: put the text in quotes"
      )
    default: return try plain(&lines, column, parent)
    }
  }
}
