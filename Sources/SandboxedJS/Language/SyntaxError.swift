/// The reason a script is not a program: what stands there, where, and what to write instead.
package struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problem, lower case, without a full stop.
  package let message: String
  /// The position of the problem.
  package let position: SourcePosition

  /// Names what is wrong.
  package init(_ message: String, at position: SourcePosition) {
    self.message = message
    self.position = position
  }

  /// Says that nothing declares a name, which Tag Manager's editor refuses though a run reads it as `undefined`.
  package init(undeclared name: Name) {
    self.init("'\(name.text)' is not declared", at: name.position)
  }

  /// `line:column: message`.
  package var description: String { "\(position): \(message)" }
}
