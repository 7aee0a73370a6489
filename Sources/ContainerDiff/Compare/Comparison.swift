import JSONText
import Parallel
import TagManager

/// Compares two versions kind by kind: pairs entities, finds renames, compares the pairs.
struct Comparison {
  private let oldVersion: JSONObject
  private let newVersion: JSONObject
  private let options: DiffOptions
  private let secrets: SecretConstants
  private var oldForm: Normaliser
  private let newForm: Normaliser
  /// The entities that differ, in the order of reports.
  private(set) var entities: [ContainerDiff.Entity] = []
  /// The entities that the second container does not own.
  private(set) var unowned: [ContainerDiff.Unowned] = []
  /// Everything that was compared, for what it means.
  private(set) var pairs: [EntityPair] = []

  init(from oldVersion: JSONObject, to newVersion: JSONObject, options: DiffOptions) {
    self.oldVersion = oldVersion
    self.newVersion = newVersion
    self.options = options
    secrets = SecretConstants(
      in: [oldVersion, newVersion], declared: options.secretNames,
      placeholderPrefix: options.placeholderPrefix)
    oldForm = Normaliser(oldVersion, secrets: secrets)
    newForm = Normaliser(newVersion, secrets: secrets)
    run()
  }

  private mutating func run() {
    for kind in EntityKind.byDependency { compare(kind) }
    compareRest()
    let order = Dictionary(
      EntityKind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func isBefore(
      _ left: (kind: EntityKind, name: String), _ right: (kind: EntityKind, name: String)
    ) -> Bool {
      let (a, b) = (order[left.kind] ?? 0, order[right.kind] ?? 0)
      return a == b ? left.name.isBefore(right.name) : a < b
    }
    entities.sort { isBefore(($0.kind, $0.name), ($1.kind, $1.name)) }
    unowned.sort { isBefore(($0.kind, $0.name), ($1.kind, $1.name)) }
  }

  private mutating func compare(_ kind: EntityKind) {
    let old = oldVersion.entities(of: kind).compactMap(\.object)
    let new = newVersion.entities(of: kind).compactMap(\.object)
    guard !old.isEmpty || !new.isEmpty else { return }
    var matching = Matching(old, new, kind: kind, oldForm: oldForm, newForm: newForm)
    if kind == .folder {
      let (before, after) = (folderMembers(of: oldVersion), folderMembers(of: newVersion))
      matching.findRenames(
        &oldForm, newForm, oldContext: { before[$0.text("folderId")] ?? [] },
        newContext: { after[$0.text("folderId")] ?? [] })
    } else {
      matching.findRenames(&oldForm, newForm)
    }
    let pairs = matching.matches.mapConcurrently { [oldForm, newForm, secrets] match in
      EntityPair(
        kind: kind, old: match.old.map { oldForm.entity(old[$0], kind) },
        new: match.new.map { newForm.entity(new[$0], kind) }
      ).compared(hiding: secrets)
    }
    for pair in pairs { note(pair) }
  }

  /// Members of a version that Tag Manager's documentation does not know.
  private mutating func compareRest() {
    let known = Set(EntityKind.allCases.map(\.rawValue)).union([
      "path", "accountId", "containerId", "containerVersionId", "name", "deleted", "description",
      "container", "fingerprint", "tagManagerUrl",
    ])
    func rest(_ version: JSONObject) -> NormalEntity {
      let members = version.members.filter { !known.contains($0.key) }
        .map { NormalValue.Entry($0.key, Normaliser.exact($0.value)) }
      return NormalEntity(
        kind: .containerVersion, name: "container", members: members.sortedByKey(),
        templateText: nil)
    }
    note(
      EntityPair(kind: .containerVersion, old: rest(oldVersion), new: rest(newVersion))
        .compared(hiding: secrets))
  }

  private mutating func note(_ pair: EntityPair) {
    switch (pair.old, pair.new) {
    case (let old?, let new?):
      let isRenamed = !old.name.isExactly(new.name)
      if isRenamed || !pair.changes.isEmpty {
        add(new, isRenamed ? .renamed(from: old.name) : .changed, pair.changes)
      }
    case (nil, let new?): add(new, .added)
    case (let old?, nil):
      if options.isExact {
        add(old, .removed)
      } else {
        unowned.append(
          ContainerDiff.Unowned(kind: old.kind, name: old.name, type: old.typeName))
      }
    case (nil, nil): return
    }
    pairs.append(pair)
  }

  private mutating func add(
    _ entity: NormalEntity, _ outcome: ContainerDiff.Entity.Outcome, _ changes: [Change] = []
  ) {
    entities.append(
      ContainerDiff.Entity(
        kind: entity.kind, name: entity.name, type: entity.typeName, outcome: outcome,
        changes: changes))
  }

  /// Returns the entities in each folder, by the folder's id: all that tells folders apart.
  private func folderMembers(of version: JSONObject) -> [String: [String]] {
    var members: [String: [String]] = [:]
    for kind in EntityKind.allCases {
      for entity in version.entities(of: kind) {
        guard let folder = entity["parentFolderId"]?.string else { continue }
        members[folder, default: []].append("\(kind.rawValue) \(entity["name"]?.string ?? "")")
      }
    }
    return members
  }
}

/// An entity as both containers have it.
struct EntityPair: Sendable {
  let kind: EntityKind
  let old: NormalEntity?
  let new: NormalEntity?
  /// The differences between the two; empty where one of them is missing.
  var changes: [Change] = []

  /// The same pair with what differs in it.
  func compared(hiding secrets: SecretConstants) -> EntityPair {
    guard let old, let new else { return self }
    var comparison = ValueComparison()
    comparison.compare(old, new)
    var pair = self
    pair.changes = comparison.changes.map { $0.redacted(secrets) }
    return pair
  }

  /// Whether the containers differ in it.
  var isDifferent: Bool { old == nil || new == nil || !changes.isEmpty }
}
