import TagManager
import TagManagerClient

/// The reason a push stopped.
package struct PushFailure: Error, Hashable, Sendable {
  /// Whether the container, not the work, is in the way: a conflict, something stored otherwise.
  package let isFinding: Bool
  /// A description of the problem: lower case, no full stop.
  package let message: String
  /// The remedies, a line each.
  package let notes: [String]
  /// Whether a write was sent of which nobody knows whether it was done.
  let isUncertain: Bool

  /// A reason to stop.
  package init(_ message: String, notes: [String] = [], isFinding: Bool = false) {
    self.message = message
    self.notes = notes
    self.isFinding = isFinding
    isUncertain = false
  }

  init(_ failure: FetchFailure) {
    message = failure.message
    notes = failure.notes
    isFinding = false
    isUncertain = failure.kind == .uncertain
  }

  init(_ error: ContainerFileError) {
    self.init(error.description, notes: error.notes)
  }
}
