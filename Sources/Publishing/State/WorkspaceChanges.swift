import JSONText
import TagManager

/// The changes of a workspace to the version that it started from (`GetWorkspaceStatusResponse`).
struct WorkspaceChanges {
  /// One changed entity.
  private struct Change {
    let kind: EntityKind
    let entity: JSONObject
    let isDeleted: Bool
  }

  private let changes: [Change]
  /// The entities that were published since and changed in the workspace, too.
  let conflicts: [ContainerState.MergeConflict]

  /// Reads the answer of `getStatus`; anything else changes nothing.
  init(_ status: JSON) {
    changes = (status["workspaceChange"]?.array ?? []).compactMap { entity in
      Self.read(entity).map {
        Change(kind: $0, entity: $1, isDeleted: entity["changeStatus"]?.string == "deleted")
      }
    }
    conflicts = (status["mergeConflict"]?.array ?? []).compactMap { conflict in
      guard let inWorkspace = conflict["entityInWorkspace"],
        let (kind, entity) = Self.read(inWorkspace)
      else { return nil }
      return ContainerState.MergeConflict(
        key: entity.key(kind), fingerprint: entity.filled("fingerprint") ?? "",
        inVersion: conflict["entityInBaseVersion"], inWorkspace: inWorkspace)
    }
  }

  /// The changed entities.
  var keys: [EntityKey] { changes.map { $0.entity.key($0.kind) } }

  /// The ids of deleted entities.
  var deletedIDs: [EntityKey: String] {
    var ids: [EntityKey: String] = [:]
    for change in changes where change.isDeleted {
      ids[change.entity.key(change.kind)] = change.entity.id(change.kind)
    }
    return ids
  }

  /// The kind and the entity in an `Entity` of the API.
  static func read(_ entity: JSON) -> (EntityKind, JSONObject)? {
    for kind in EntityKind.writable {
      if let object = entity[kind.rawValue]?.object { return (kind, object) }
    }
    return nil
  }

  /// The content of the workspace.
  ///
  /// - Parameter version: a `ContainerVersion`, the one that the workspace started from.
  func applied(to version: JSONObject) -> JSONObject {
    guard !changes.isEmpty else { return version }
    var result = version
    for kind in EntityKind.writable {
      let changed = changes.filter { $0.kind == kind }
      guard !changed.isEmpty else { continue }
      var entities = version.held(kind)
      for change in changed {
        let place = entities.firstIndex { Self.isSame($0, change.entity, kind) }
        switch (place, change.isDeleted) {
        case (let place?, true): entities.remove(at: place)
        case (let place?, false): entities[place] = change.entity
        case (nil, false): entities.append(change.entity)
        case (nil, true): break
        }
      }
      result[kind.rawValue] = entities.isEmpty ? nil : .array(entities.map(JSON.object))
    }
    return result
  }

  private static func isSame(_ left: JSONObject, _ right: JSONObject, _ kind: EntityKind) -> Bool {
    if let id = left.id(kind) { return id == right.id(kind) }
    return left.key(kind) == right.key(kind)
  }
}
