package import JSONText

/// The content of an object in a file beyond what the model says, kept so that printing loses
/// nothing.
package struct Unmodelled: Hashable, Sendable {
  /// A member that the model does not know.
  package struct Member: Hashable, Sendable {
    /// The known key that it stood behind; `nil` where it stood before all.
    package let previousKey: String?
    /// Its key.
    package let key: String
    /// Its value.
    package let value: JSON
  }

  /// The members that the model does not know, in order.
  package var members: [Member] = []
  /// The keys of known lists that were written although they were empty; others are left out.
  package var emptyLists: [String] = []

  package init() {}
}
