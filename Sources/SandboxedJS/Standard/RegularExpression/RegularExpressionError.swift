/// The reason a pattern is not a regular expression of RE2's syntax.
package struct RegularExpressionError: Error, Hashable, Sendable {
  /// A description of the problem and what to write instead.
  package let message: String
  /// The place in the pattern, in Unicode scalars from 0.
  package let offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// A search did more steps than its caller allows.
package struct RegularExpressionBudgetExceeded: Error, Hashable, Sendable {}
