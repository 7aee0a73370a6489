package import ContainerDiff
import JSONText
package import TagManager

/// The changes that a push makes to a container, before anything is done: compared as `diff`
/// compares.
package struct PushPlan: Sendable {
  /// The changes allowed besides creating and changing what the plan owns.
  package struct Options: Hashable, Sendable {
    /// Whether entities that the plan neither has nor made are removed.
    package var deletesForeign = false
    /// Whether entities of the plan's names are replaced that others made or changed.
    package var overwrites = false

    /// Nothing beside.
    package init() {}
  }

  /// The changes, each after those that it depends on; removals last.
  package let changes: [EntityChange]
  /// The difference for people, without what is not the plan's.
  package let diff: ContainerDiff
  /// Entities of the plan's names that the plan has not made and that differ: `--overwrite` replaces them.
  package let foreign: [EntityKey]
  /// Secrets whose value neither the environment nor the container has.
  package let missingSecrets: [EntityKey]

  /// Whether nothing is to be done.
  package var isEmpty: Bool { changes.isEmpty }

  /// Plans a push.
  ///
  /// - Parameters:
  ///   - planned: the plan's container.
  ///   - state: the container as it is.
  ///   - ownership: what of it is the plan's.
  ///   - label: how sentences call the container: `workspace 'Tagwright'`.
  package init(
    _ planned: PlannedContainer, into state: ContainerState, ownership: Ownership,
    options: Options = Options(), label: String
  ) throws(ContainerFileError) {
    let content = OwnedContent(planned, state: state, ownership: ownership, options: options)
    missingSecrets = content.missingSecrets
    let diffOptions = DiffOptions(
      oldLabel: label, newLabel: "the plan", newIsPlan: true, isExact: true,
      placeholderPrefix: planned.placeholderPrefix, secretNames: planned.secretNames,
      hosts: planned.hosts)
    let present = try ContainerFile(.object(content.present), name: label)
    diff = try ContainerDiff(from: present, to: planned.file, options: diffOptions)
    let renames = Self.renames(diff)
    // What refers to a renamed variable or tag has to be written anew, too: Tag Manager rewrites nothing.
    let exact =
      renames.isEmpty
      ? diff.entities
      : ContainerDiff.entities(
        from: content.present.renaming(renames), to: planned.version, options: diffOptions)
    let changes = PlannedChanges(
      exact, renames: renames, secrets: content.secretUpdates, planned: planned,
      present: content.present)
    self.changes = changes.ordered
    foreign = self.changes.filter { change in
      guard let entity = change.present, change.action == .update else { return false }
      return !ownership.mayReplace(entity, change.key.kind) && !content.isShared(change.key)
    }.map(\.key)
  }

  private static func renames(_ diff: ContainerDiff) -> [EntityKey: String] {
    var renames: [EntityKey: String] = [:]
    for entity in diff.entities {
      if case .renamed(let old) = entity.outcome {
        renames[EntityKey(entity.kind, old)] = entity.name
      }
    }
    return renames
  }
}

extension JSONObject {
  /// A version whose entities have new names; what refers to them keeps the old ones.
  func renaming(_ renames: [EntityKey: String]) -> JSONObject {
    var result = self
    for kind in EntityKind.writable where self[kind.rawValue] != nil {
      result[kind.rawValue] = .array(
        held(kind).map { entity in
          var entity = entity
          if let name = renames[entity.key(kind)] { entity["name"] = .string(name) }
          return .object(entity)
        })
    }
    return result
  }
}
