/// A problem in a text that should be JSON, and its place.
package struct JSONReadError: Error, Hashable, Sendable {
  /// The file as the caller named it; `nil` for a text without a file.
  package let file: String?
  /// The line, counted from 1; lines end with a line feed.
  package let line: Int
  /// The column, counted from 1 in characters (Unicode scalars); a byte order mark is not counted.
  package let column: Int
  /// A description of what was found and what was expected: lower case, no full stop.
  package let message: String

  package init(file: String? = nil, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension JSONReadError: CustomStringConvertible {
  /// `file:line:column: message`, or `line 1, column 1: message` where there is no file.
  package var description: String {
    let place = file.map { "\($0):\(line):\(column)" } ?? "line \(line), column \(column)"
    return "\(place): \(message)"
  }
}
