package import JSONText
import TagManager
package import TagManagerClient

/// A live container as a push finds it.
package struct ContainerState: Sendable {
  /// The container.
  package let container: ContainerLocation
  /// The number of the published version; `nil` where none was ever published.
  package let live: String?
  /// The number of the version that new workspaces start from; `nil` where there is none.
  package let latest: String?
  /// All workspaces.
  package let workspaces: [WorkspaceLocation]
  /// The workspace that is written into; `nil` where it has to be created.
  package let workspace: WorkspaceLocation?
  /// A `ContainerVersion` of the API: the content of the workspace, or of the latest version where the workspace
  /// has to be created.
  package let content: JSONObject
  /// The version that the workspace starts from; `nil` where that is not known.
  let base: JSONObject?
  /// The entities that the workspace changes, compared with the version that it started from.
  package let changed: Set<EntityKey>
  /// The ids of what the workspace deletes.
  package let deletedIDs: [EntityKey: String]
  /// The entities that others have published since, and the workspace changes, too.
  package let conflicts: [MergeConflict]

  /// An entity that both the workspace and a version published since have changed.
  package struct MergeConflict: Hashable, Sendable {
    /// The entity.
    package let key: EntityKey
    /// The fingerprint of the workspace's state.
    package let fingerprint: String
    /// The API's `Entity` with the state in the version; `nil` where the entity is gone there.
    package let inVersion: JSON?
    /// The API's `Entity` with the state in the workspace.
    package let inWorkspace: JSON
  }

  /// The workspace's entities of a kind.
  func entities(_ kind: EntityKind) -> [JSONObject] { content.held(kind) }

  /// The workspace's entity of a kind and name.
  func entity(_ key: EntityKey) -> JSONObject? {
    entities(key.kind).first { $0.key(key.kind) == key }
  }

  /// The same container with a workspace that starts from a known version.
  ///
  /// - Parameter status: the answer of `getStatus`; `nil` for a workspace that was just created.
  func with(_ workspace: WorkspaceLocation, base: JSONObject, status: JSON?) -> ContainerState {
    let changes = WorkspaceChanges(status ?? .null)
    return ContainerState(
      container: container, live: live, latest: latest, workspaces: workspaces,
      workspace: workspace, content: changes.applied(to: base), base: base,
      changed: Set(changes.keys), deletedIDs: changes.deletedIDs, conflicts: changes.conflicts)
  }
}
