/// The styles of a printed script.
package enum ScriptStyle: Sendable {
  /// For people: two spaces a level, lines of at most 90 characters where that is possible, comments.
  case readable
  /// For machines: no character that is not needed to read the same tree, and no comment.
  case compact
}

extension Program {
  /// The script as text. It parses to the same tree.
  ///
  /// Readable text keeps the comments and the blank lines between statements, by their positions;
  /// a comment in the middle of an expression moves to the next line on which one can stand.
  /// A tree that no script stands for, such as a declaration as the body of `if`, is put into braces.
  package func text(_ style: ScriptStyle = .readable) -> String {
    var printer = ScriptPrinter(style, comments: comments)
    printer.write(program: self)
    return printer.output
  }
}

extension Expression {
  /// The expression as text, on one line where it fits. It parses to the same tree.
  package func text(_ style: ScriptStyle = .readable) -> String {
    var printer = ScriptPrinter(style)
    printer.write(self)
    return printer.output
  }
}
