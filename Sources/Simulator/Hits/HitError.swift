/// Why a hit cannot be read.
package struct HitError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, lower case, without a full stop.
  package let message: String

  /// Says what is wrong.
  package init(_ message: String) { self.message = message }

  /// What is wrong.
  package var description: String { message }
}
