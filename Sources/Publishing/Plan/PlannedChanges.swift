import ContainerDiff
import JSONText
import TagManager

/// The changes behind a difference, in the order in which they can be made.
struct PlannedChanges {
  /// Folders first, tags after their triggers; removals last, in reverse.
  let ordered: [EntityChange]

  /// - Parameters:
  ///   - entities: what differs between the container, its entities renamed, and the plan.
  ///   - renames: the new names, by kind and old name.
  ///   - secrets: constants that get another secret.
  ///   - planned: the plan's container.
  ///   - present: the container's version, under the old names.
  init(
    _ entities: [ContainerDiff.Entity], renames: [EntityKey: String], secrets: Set<EntityKey>,
    planned: PlannedContainer, present: JSONObject
  ) {
    let wanted = planned.version.byKey
    let there = present.byKey
    let oldNames = Dictionary(
      renames.map { (EntityKey($0.key.kind, $0.value), $0.key) },
      uniquingKeysWith: { first, _ in first })
    var changes: [EntityKey: EntityChange] = [:]
    func update(_ key: EntityKey) {
      guard let entity = wanted[key] else { return }
      let old = oldNames[key]
      changes[key] = EntityChange(
        key: key, action: old.map { .rename(from: $0.name) } ?? .update,
        entity: planned.keepingSecret(entity, there[old ?? key]), present: there[old ?? key])
    }
    for entity in entities {
      let key = EntityKey(entity.kind, entity.name)
      switch entity.outcome {
      case .added:
        if let entity = wanted[key] {
          changes[key] = EntityChange(key: key, action: .add, entity: entity, present: nil)
        }
      case .removed:
        if let entity = there[key] {
          changes[key] = EntityChange(key: key, action: .remove, entity: entity, present: entity)
        }
      case .changed, .renamed: update(key)
      }
    }
    for key in oldNames.keys where changes[key] == nil { update(key) }
    for key in secrets where changes[key] == nil { update(key) }
    let order = Dictionary(
      uniqueKeysWithValues: EntityKind.writable.enumerated().map { ($1, $0) })
    let sorted = changes.values.sorted { left, right in
      let (a, b) = (order[left.key.kind] ?? 0, order[right.key.kind] ?? 0)
      return a == b ? left.key.name < right.key.name : a < b
    }
    ordered =
      Self.dependentsLast(sorted.filter { $0.action != .remove })
      + sorted.filter { $0.action == .remove }.reversed()
  }

  /// Within a kind, what refers to others of its kind comes after them: trigger groups, tags with a set-up tag.
  private static func dependentsLast(_ changes: [EntityChange]) -> [EntityChange] {
    func isDependent(_ change: EntityChange) -> Bool {
      switch change.key.kind {
      case .tag: change.entity["setupTag"] != nil || change.entity["teardownTag"] != nil
      case .trigger: change.entity["type"]?.string == "triggerGroup"
      default: false
      }
    }
    return EntityKind.writable.flatMap { kind in
      let ofKind = changes.filter { $0.key.kind == kind }
      return ofKind.filter { !isDependent($0) } + ofKind.filter(isDependent)
    }
  }
}
