package import Diagnostics
package import TagManager

/// A rule's finding in a container.
package struct ContainerFault: Hashable, Sendable {
  /// The rule's id, such as `dangling-trigger`.
  package let rule: String
  /// The severity of the fault.
  package let severity: Diagnostic.Severity
  /// The kind of the entity that has the fault.
  package let kind: EntityKind
  /// The entity's place among those of its kind.
  package let index: Int
  /// The entity's name.
  package let name: String
  /// The missing entity, where several entities can miss the same: `variable 'Shop'`.
  package let missing: String?
  /// A description of the fault: lower case, no full stop.
  package let message: String
  /// Advice on how to mend the fault.
  package let mend: String

  init(_ breach: ContainerRule.Breach, of rule: ContainerRule) {
    self.rule = rule.id
    severity = rule.severity
    kind = breach.entity.kind
    index = breach.entity.index
    name = breach.entity.name
    missing = breach.missing
    message = "\(breach.entity.subject) \(breach.predicate)"
    mend = breach.mend
  }
}

extension [ContainerFault] {
  /// Each fault with a sentence; entities that miss the same thing share one.
  package var grouped: [(fault: ContainerFault, sentence: String)] {
    var grouped: [(fault: ContainerFault, sentence: String)] = []
    var told: Set<[String]> = []
    for fault in self {
      guard let missing = fault.missing else {
        grouped.append((fault, fault.message))
        continue
      }
      guard told.insert([fault.rule, missing]).inserted else { continue }
      let others = count { $0.rule == fault.rule && $0.missing == missing } - 1
      let rest = others == 0 ? "" : "; so \(others == 1 ? "does 1 other" : "do \(others) others")"
      grouped.append((fault, fault.message + rest))
    }
    return grouped
  }

  /// The sentences of ``grouped``.
  package var sentences: [String] { grouped.map(\.sentence) }
}
