/// The reason a container could not be fetched, and its remedies.
package struct FetchFailure: Error, Hashable, Sendable {
  /// The kinds of problems.
  package enum Kind: Hashable, Sendable {
    /// The request itself makes no sense: an invalid public id, version or address.
    case usage
    /// There is no usable credential.
    case credential
    /// The credential may not read the container.
    case permission
    /// The container, the version or the workspace does not exist, or is not visible.
    case notFound
    /// The quota stayed used up.
    case quota
    /// The network or the server failed.
    case network
    /// The server answered something that is not an answer.
    case answer
    /// A write was sent, and nobody knows whether it was done.
    case uncertain
  }

  /// The kind of problem.
  package let kind: Kind
  /// The problem: lower case, no full stop.
  package let message: String
  /// The remedies, a line each.
  package let notes: [String]

  package init(_ kind: Kind, _ message: String, notes: [String] = []) {
    self.kind = kind
    self.message = message
    self.notes = notes
  }

  /// The failure for a terminal: `error: …`, then a line `note: …` for each note.
  package var text: String {
    (["error: " + message] + notes.map { "note: " + $0 }).joined(separator: "\n")
  }
}
