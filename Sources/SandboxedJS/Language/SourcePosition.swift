/// A place in a script: line and column, both counted from 1; a column is one Unicode scalar wide.
package struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  private let storedLine: UInt32
  private let storedColumn: UInt32

  /// Names a place.
  package init(line: Int, column: Int) {
    storedLine = UInt32(clamping: line)
    storedColumn = UInt32(clamping: column)
  }

  /// The line, counted from 1.
  package var line: Int { Int(storedLine) }
  /// The column, counted from 1.
  package var column: Int { Int(storedColumn) }

  /// `line:column`, as compilers print it.
  package var description: String { "\(line):\(column)" }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.storedLine, left.storedColumn) < (right.storedLine, right.storedColumn)
  }
}
