package import JSONText

/// A record of what pushes into one container have done: what is the plan's, and how to take the
/// last push back.
///
/// Holds no value of a secret. Everything else is read from Tag Manager anew at each run, so that a push that was
/// killed at any moment is simply run again.
package struct PushJournal: Sendable {
  /// The workspace that pushes write into.
  package struct Workspace: Hashable, Sendable {
    /// `accounts/…/containers/…/workspaces/…`.
    package let path: String
    /// The name that people gave it.
    package let name: String
    /// The version that it is known to start from.
    package let base: String?
  }

  /// An environment of Tag Manager that a push points at its version.
  package struct Environment: Hashable, Sendable {
    /// The name that people gave it.
    package let name: String
    /// The version that it pointed at before; `nil` where there was none.
    package let before: String?
  }

  /// The last push, for taking it back.
  package struct Push: Hashable, Sendable {
    /// One entity that it changes.
    package struct Touched: Hashable, Sendable {
      /// The entity, under the name that the push gives it.
      package let key: EntityKey
      /// Whether the push creates it.
      package let isAdded: Bool
      /// Whether the workspace had changed it before.
      package let wasChanged: Bool
      /// Its state in the workspace before, where that had changed it; `nil` where that holds a secret.
      package let before: JSON?
      /// The fingerprint that the push left it with; `nil` where it has none, or the push broke off.
      package var fingerprint: String?
    }

    /// The published version before.
    package var live: String?
    /// The latest version before.
    package var latest: String?
    /// The workspace.
    package var workspace: String?
    /// Whether the push created the workspace.
    package var createdWorkspace: Bool
    /// The entities that the push changes.
    package var touched: [Touched]
    /// The entities that were the plan's before.
    package let owned: Set<EntityKey>
    /// Whether everything arrived.
    package var isComplete: Bool
    /// The name of the version that it makes, noted before it is made.
    package var versionName: String?
    /// The version that it made.
    package var version: String?
    /// Whether it publishes that version, noted before it is done.
    package var isPublished: Bool
    /// The environment that it points at that version, noted before it is done.
    package var environment: Environment?
  }

  /// The entities that are the plan's: everything that pushes have created.
  package var owned: Set<EntityKey> = []
  /// The workspace.
  package var workspace: Workspace?
  /// The entities that pushes have removed in the workspace.
  package var removed: Set<EntityKey> = []
  /// The latest version that pushes have made, by its number.
  package var version: String?
  /// The last push.
  package var last: Push?

  /// Nothing was pushed yet.
  package init() {}

  /// The workspace has become a version, or is gone.
  mutating func leaveWorkspace() {
    workspace = nil
    removed = []
  }
}
