/// The syntax tree of a script: the body of a function, so that `return` is legal at its top level.
///
/// Programs are equal when they do the same; positions and comments do not count.
package struct Program: Hashable, Sendable {
  package var statements: [Statement]
  /// All comments, in the order in which they stand.
  package var comments: [Comment]

  /// Makes a program.
  package init(_ statements: [Statement], comments: [Comment] = []) {
    self.statements = statements
    self.comments = comments
  }

  /// Reads a script.
  ///
  /// - Throws: the first place that is not sandboxed JavaScript, with what to write instead.
  package init(parsing source: String) throws(SyntaxError) {
    var parser = try Parser(source)
    self = try parser.program()
  }

  package static func == (left: Program, right: Program) -> Bool {
    left.statements == right.statements
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(statements) }
}
