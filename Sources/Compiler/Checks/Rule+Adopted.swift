import Diagnostics
import TagwrightPlan

// Rules for plans, and containers that are declared entity by entity.
extension Rule {
  /// How much a finding in a container matters; `nil` where the container is not held against the rule.
  ///
  /// What Tag Manager has already is no error, and what it refuses is said by the rules for any container.
  func severity(in container: ResolvedContainer, of plan: ResolvedPlan) -> Diagnostic.Severity? {
    let isServer = plan.serverContainers.contains {
      $0.declaration.place == container.declaration.place
    }
    if !isServer, !Self.forAnySide.contains(id) { return nil }
    guard container.declaration.isAdopted, severity == .error else { return severity }
    if Self.leftToFaults.contains(id) { return nil }
    return Self.ofForm.contains(id) ? .warning : .error
  }

  /// The rules that a web container is held against, too, when it is declared entity by entity.
  private static let forAnySide: Set<String> = [
    "duplicate-name", "empty-name", "secret-name", "unreadable-template",
  ]

  /// The rules whose findings the rules for any container have, too.
  private static let leftToFaults: Set<String> = [
    "circular-reference", "event-filter", "repeated-key", "unknown-trigger", "unknown-type",
    "unknown-variable",
  ]

  /// The rules about what an author writes, of which an existing container may have another opinion.
  private static let ofForm: Set<String> = [
    "bad-pattern", "braces-in-name", "constant-condition", "constant-too-long", "cookie-domain",
    "empty-comparison", "empty-event-name", "empty-table", "event-data-path", "event-name",
    "measurement-id", "numeric-id", "reference-in-constant", "repeated-row", "space-around-name",
    "tag-without-trigger", "trigger-without-condition", "web-operator",
  ]
}
