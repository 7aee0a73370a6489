package import Diagnostics

/// Something in which the halves of a set-up do not agree.
package struct ContractFinding: Hashable, Sendable {
  /// Which container has to change.
  package enum Side: String, Hashable, Sendable {
    case web, server
  }

  /// The rule that it breaks, such as `id-not-third-argument`.
  package let rule: String
  package let severity: Diagnostic.Severity
  package let side: Side
  /// The kind of entity, such as `tag`.
  package let kind: String
  /// The entity's name.
  package let name: String
  /// The problem, lower case, without a full stop.
  package let message: String
  /// Advice on what to do about the problem.
  package let fix: String
  /// The event of the site that it is about; `nil` for all.
  package var event: String?
  /// The line of the plan that it comes from; `nil` for a container that no plan made.
  package private(set) var place: SourcePlace?

  /// The finding with its line of the plan.
  func placed(in pair: ContractPair) -> ContractFinding {
    var finding = self
    finding.place = pair.place(side, kind, name, of: event)
    return finding
  }
}
