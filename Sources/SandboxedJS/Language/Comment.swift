/// A comment of a script, kept so that a printer can put it back.
package struct Comment: Hashable, Sendable {
  /// The text between the marks, unchanged.
  package var text: String
  /// Whether it is `/* … */` and not `// …`.
  package var isBlock: Bool
  /// Whether nothing but white space stands before it on its line.
  package var isFirstOnLine: Bool
  /// The position of its first mark.
  package var position: SourcePosition
}
