import Diagnostics
import TagwrightPlan

// Rules for plans, and containers that are declared entity by entity.
extension Rule {
  /// Whether a container is held against the rule.
  func holds(for container: ResolvedContainer, of plan: ResolvedPlan) -> Bool {
    Self.forAnySide.contains(id)
      || plan.serverContainers.contains {
        $0.declaration.place == container.declaration.place
      }
  }

  /// The severity of a finding in a container; `nil` where it does not count.
  ///
  /// What Tag Manager has already is no error, and what it refuses is said by the rules for any container.
  func severity(of finding: Finding, in container: ResolvedContainer) -> Diagnostic.Severity? {
    guard severity == .error, container.isAdopted(at: finding.place) else { return severity }
    if Self.leftToFaults.contains(id) { return nil }
    return Self.ofForm.contains(id) ? .warning : .error
  }

  /// The rules that a web container is held against, too, when it is declared entity by entity.
  private static let forAnySide: Set<String> = [
    "duplicate-name", "empty-name", "raw-member", "secret-name", "unreadable-template",
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

extension ResolvedContainer {
  /// Whether what is declared at a place was taken over from Tag Manager.
  func isAdopted(at place: SourcePlace?) -> Bool {
    declaration.isAdopted || place.map { adoptedFiles.contains($0.file) } ?? false
  }
}
