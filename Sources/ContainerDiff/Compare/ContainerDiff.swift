import ContainerCheck
package import TagManager

/// How one container differs from another: what would have to be done to the first to make the second of it.
package struct ContainerDiff: Sendable {
  /// An entity that differs.
  package struct Entity: Hashable, Sendable {
    /// What became of it.
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

    /// What it is.
    package let kind: EntityKind
    /// Its name, in the second container where that has it.
    package let name: String
    /// What it does, in Tag Manager's words, or the name of its template.
    package let type: String?
    /// What became of it.
    package let outcome: Outcome
    /// What differs in it; empty for what is in one container only.
    package let changes: [Change]
  }

  /// An entity of the first container that the second does not own.
  package struct Unowned: Hashable, Sendable {
    /// What it is.
    package let kind: EntityKind
    /// Its name.
    package let name: String
    /// What it does, in Tag Manager's words, or the name of its template.
    package let type: String?
  }

  /// One of the two containers, for people.
  package struct Side: Hashable, Sendable {
    /// How sentences call it: `the live container`, `'old.json'`, `the plan`.
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
  /// What it is compared with.
  package let new: Side
  /// What differs, by kind and name.
  package let entities: [Entity]
  /// What the first container has and the second does not own: no difference.
  package let unowned: [Unowned]
  /// What the differences mean, the worst first.
  package let findings: [Finding]

  /// How many entities only the second container has.
  package var addedCount: Int { entities.count { $0.outcome == .added } }
  /// How many entities only the first container has.
  package var removedCount: Int { entities.count { $0.outcome == .removed } }
  /// How many entities differ, in their names or else.
  package var changedCount: Int { entities.count - addedCount - removedCount }
  /// Whether nothing differs.
  package var isEmpty: Bool { entities.isEmpty }
}

/// What a comparison is told.
package struct DiffOptions: Sendable {
  /// How sentences call the first container.
  package var oldLabel: String
  /// How sentences call the second container.
  package var newLabel: String
  /// Whether the second container is a plan, so that the first is what runs.
  package var newIsPlan: Bool
  /// Whether what only the first has is a difference; if not, it is not owned.
  package var isExact: Bool
  /// How the placeholders of secrets begin.
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
    var comparison = Comparison(from: oldFile.version, to: newFile.version, options: options)
    comparison.run()
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

  /// The faults that only the second container has; none where one of them cannot be read as Tag Manager reads it.
  ///
  /// - Parameter mergesInto: whether what only the first container has stays.
  private static func newFaults(
    from oldFile: ContainerFile, to newFile: ContainerFile, mergesInto: Bool
  ) -> [ContainerFault] {
    guard let new = try? newFile.read() else { return [] }
    let faults = new.faults(readsTemplates: false)
    guard !faults.isEmpty, let old = try? oldFile.read() else { return [] }
    let known = Set(old.faults(readsTemplates: false).map(\.message))
    let staying = Set(mergesInto ? old.variables.map { "variable '\($0.name)'" } : [])
    return faults.filter { fault in
      !known.contains(fault.message) && !(fault.missing.map(staying.contains) ?? false)
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
