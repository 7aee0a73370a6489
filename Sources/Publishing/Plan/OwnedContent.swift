import JSONText
import TagManager

/// The part of a container that a plan is compared with: what has the plan's names, and what the plan made.
struct OwnedContent {
  /// A `ContainerVersion` without what is not the plan's.
  let present: JSONObject
  /// Constants whose secret value is to be replaced by another.
  let secretUpdates: Set<EntityKey>
  /// Secrets whose value nobody knows.
  let missingSecrets: [EntityKey]
  /// Constants of the container that hold a secret of the plan.
  private let secrets: Set<EntityKey>

  init(
    _ planned: PlannedContainer, state: ContainerState, ownership: Ownership,
    options: PushPlan.Options
  ) {
    var content = state.content
    var missing: [EntityKey] = []
    var updates: Set<EntityKey> = []
    for kind in EntityKind.writable {
      let wanted = Set(planned.version.held(kind).map { $0.key(kind) })
      let kept = state.entities(kind).filter { entity in
        wanted.contains(entity.key(kind)) || options.deletesForeign || ownership.owns(entity, kind)
      }
      content[kind.rawValue] = kept.isEmpty ? nil : .array(kept.map(JSON.object))
    }
    var secrets: Set<EntityKey> = []
    let constants = Dictionary(
      state.entities(.variable).map { ($0.key(.variable), $0.constant) },
      uniquingKeysWith: { first, _ in first })
    for variable in planned.version.held(.variable) {
      guard let value = variable.constant else { continue }
      let key = variable.key(.variable)
      let present = constants[key] ?? nil
      if planned.isPlaceholder(value) {
        secrets.insert(key)
        if present.map(planned.isPlaceholder) ?? true { missing.append(key) }
      } else if let present, present != value {
        updates.insert(key)
      }
    }
    self.present = content
    self.secrets = secrets
    secretUpdates = updates
    missingSecrets = missing
  }

  /// Whether people put a value into the entity by design: the constant of a secret.
  func isShared(_ key: EntityKey) -> Bool { secrets.contains(key) }
}
