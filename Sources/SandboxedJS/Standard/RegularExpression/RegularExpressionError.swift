/// Why a pattern is no regular expression of RE2's syntax.
package struct RegularExpressionError: Error, Hashable, Sendable {
  /// What is wrong and what to write instead.
  package let message: String
  /// Where in the pattern, in Unicode scalars from 0.
  package let offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// A search did more steps than its caller allows.
package struct RegularExpressionBudgetExceeded: Error, Hashable, Sendable {}
