import ContainerCheck
package import JSONText
package import TagManager

/// The differences between two containers: what would have to be done to turn the first into the
/// second.
package struct ContainerDiff: Sendable {
  /// An entity that differs.
  package struct Entity: Hashable, Sendable {
    /// The ways in which an entity can differ.
    package enum Outcome: Hashable, Sendable {
      /// Only the second container has it.
      case added
      /// Only the first container has it.
      case removed
      /// Both have it, and it differs.
      case changed
      /// Both have it under different names.
      case renamed(from: String)
    }

    /// The kind of the entity.
    package let kind: EntityKind
    /// Its name, in the second container where that has it.
    package let name: String
    /// The type of the entity in Tag Manager's words, or the name of its template.
    package let type: String?
    /// The way in which the entity differs.
    package let outcome: Outcome
    /// The differences in the entity; empty for what is in one container only.
    package let changes: [Change]
  }

  /// An entity of the first container that the second does not own.
  package struct Unowned: Hashable, Sendable {
    /// The kind of the entity.
    package let kind: EntityKind
    /// Its name.
    package let name: String
    /// The type of the entity in Tag Manager's words, or the name of its template.
    package let type: String?
  }

  /// One of the two containers, for people.
  package struct Side: Hashable, Sendable {
    /// The container's name in sentences: `the live container`, `'old.json'`, `the plan`.
    package let label: String
    /// The container's name.
    package let containerName: String?
    /// The container's public id, `GTM-…`.
    package let publicID: String?
    /// The version's number; `nil` for a workspace and a plan.
    package let version: String?
  }

  /// The container that is compared.
  package let old: Side
  /// The container that it is compared with.
  package let new: Side
  /// The entities that differ, by kind and name.
  package let entities: [Entity]
  /// The entities that the first container has and the second does not own: no difference.
  package let unowned: [Unowned]
  /// The findings about what the differences mean, the worst first.
  package let findings: [Finding]

  /// The number of entities that only the second container has.
  package var addedCount: Int { entities.count { $0.outcome == .added } }
  /// The number of entities that only the first container has.
  package var removedCount: Int { entities.count { $0.outcome == .removed } }
  /// The number of entities that differ, in their names or otherwise.
  package var changedCount: Int { entities.count - addedCount - removedCount }
  /// Whether nothing differs.
  package var isEmpty: Bool { entities.isEmpty }
}

/// The options of a comparison.
package struct DiffOptions: Sendable {
  /// The name of the first container in sentences.
  package var oldLabel: String
  /// The name of the second container in sentences.
  package var newLabel: String
  /// Whether the second container is a plan, so that the first is what runs.
  package var newIsPlan: Bool
  /// Whether what only the first has is a difference; if not, it is not owned.
  package var isExact: Bool
  /// The beginning of the placeholders of secrets.
  package var placeholderPrefix: String
  /// Constants whose values are secret, beside those with a placeholder.
  package var secretNames: Set<String>
  /// The hosts that templates of the plan's destinations call, and what sentences call each destination.
  package var hosts: [String: String]

  package init(
    oldLabel: String, newLabel: String, newIsPlan: Bool, isExact: Bool,
    placeholderPrefix: String, secretNames: Set<String> = [],
    hosts: [String: String] = [:]
  ) {
    self.oldLabel = oldLabel
    self.newLabel = newLabel
    self.newIsPlan = newIsPlan
    self.isExact = isExact
    self.placeholderPrefix = placeholderPrefix
    self.secretNames = secretNames
    self.hosts = hosts
  }
}

extension ContainerDiff {
  /// Compares two containers.
  ///
  /// Throws where one is a web container and the other a server container.
  package init(
    from oldFile: ContainerFile, to newFile: ContainerFile, options: DiffOptions
  ) throws(ContainerFileError) {
    if let before = oldFile.usageContext, let after = newFile.usageContext, before != after {
      throw ContainerFileError(
        "\(options.oldLabel) is a \(before.lowercased()) container and \(options.newLabel) a "
          + "\(after.lowercased()) container",
        notes: ["only containers of the same kind can be compared"])
    }
    old = Side(oldFile, label: options.oldLabel)
    new = Side(newFile, label: options.newLabel)
    let comparison = Comparison(from: oldFile.version, to: newFile.version, options: options)
    entities = comparison.entities
    unowned = comparison.unowned
    let compared = ComparedContainers(
      old: old, new: new, newIsPlan: options.newIsPlan, pairs: comparison.pairs,
      hosts: options.hosts)
    let faults =
      entities.isEmpty
      ? []
      : Self.newFaults(
        from: oldFile, to: newFile, mergesInto: options.newIsPlan && !options.isExact)
    findings = compared.findings(and: faults)
  }

  /// Returns the entities that differ between two versions of a container, without what that means.
  package static func entities(
    from old: JSONObject, to new: JSONObject, options: DiffOptions
  ) -> [Entity] {
    Comparison(from: old, to: new, options: options).entities
  }

  /// The faults that only the second container has.
  ///
  /// - Parameter mergesInto: whether what only the first container has stays.
  private static func newFaults(
    from oldFile: ContainerFile, to newFile: ContainerFile, mergesInto: Bool
  ) -> [ContainerFault] {
    let faults = newFile.readable.faults(readsTemplates: false)
    guard !faults.isEmpty else { return [] }
    let old = oldFile.readable
    let known = Set(old.faults(readsTemplates: false).map(\.statement))
    let staying = Set(mergesInto ? old.variables.map { "variable '\($0.name)'" } : [])
    return faults.filter { fault in
      !known.contains(fault.statement) && !(fault.missing.map(staying.contains) ?? false)
    }
  }
}

extension ContainerDiff.Side {
  fileprivate init(_ file: ContainerFile, label: String) {
    self.init(
      label: label, containerName: file.containerName, publicID: file.publicID,
      version: file.versionNumber)
  }
}
