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
  /// The way to the member with the fault from the top of the file, such as `containerVersion.tag[3].name`, where the rule
  /// knows it.
  package let path: String?
  /// A description of the fault, to follow the entity's kind and name.
  private let predicate: String
  /// Advice on how to mend the fault.
  package let mend: String

  init(_ breach: ContainerRule.Breach, of rule: ContainerRule) {
    self.rule = rule.id
    severity = rule.severity
    kind = breach.entity.kind
    index = breach.entity.index
    name = breach.entity.name
    missing = breach.missing
    path = breach.path
    predicate = breach.predicate
    mend = breach.mend
  }

  /// A description of the fault: lower case, no full stop.
  package var message: String { statement.text }

  /// The same description, quick to compare.
  package var statement: Statement { Statement(kind: kind, name: name, predicate: predicate) }

  /// An entity and what is wrong with it.
  package struct Statement: Hashable, Sendable {
    fileprivate let kind: EntityKind
    fileprivate let name: String
    fileprivate let predicate: String

    fileprivate var text: String { "\(kind.subject(named: name)) \(predicate)" }
  }
}

extension [ContainerFault] {
  /// Each fault with a sentence; entities that miss the same thing share one.
  package var grouped: [(fault: ContainerFault, sentence: String)] {
    var counts: [Absence: Int] = [:]
    for case let absence? in lazy.map(Absence.init) { counts[absence, default: 0] += 1 }
    return compactMap { fault in
      guard let absence = Absence(fault) else { return (fault, fault.message) }
      guard let others = counts.removeValue(forKey: absence).map({ $0 - 1 }) else { return nil }
      let rest = others == 0 ? "" : "; so \(others == 1 ? "does 1 other" : "do \(others) others")"
      return (fault, fault.message + rest)
    }
  }

  /// The sentences of ``grouped``.
  package var sentences: [String] { grouped.map(\.sentence) }
}

/// What a rule misses in one entity or several.
private struct Absence: Hashable {
  let rule: String
  let missing: String

  init?(_ fault: ContainerFault) {
    guard let missing = fault.missing else { return nil }
    rule = fault.rule
    self.missing = missing
  }
}
