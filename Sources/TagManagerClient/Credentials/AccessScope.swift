/// The rights that a token gives (Tag Manager API v2, discovery document of 2026-08-26,
/// `auth.oauth2.scopes`).
package enum AccessScope: String, CaseIterable, Sendable {
  /// Read containers.
  case readonly = "tagmanager.readonly"
  /// Read and write workspaces and what is in them.
  case editContainers = "tagmanager.edit.containers"
  /// Make versions. Does not include writing entities.
  case editVersions = "tagmanager.edit.containerversions"
  /// Publish versions.
  case publish = "tagmanager.publish"
  /// Delete containers and workspaces.
  case deleteContainers = "tagmanager.delete.containers"

  /// The scope as tokens name it.
  package var address: String { "https://www.googleapis.com/auth/" + rawValue }

  /// Whether a token with these scopes may do what this one entitles to.
  package func isCovered(by granted: some Sequence<String>) -> Bool {
    granted.contains { $0 == address || self == .readonly && $0 == Self.editContainers.address }
  }
}

extension [AccessScope] {
  /// The scopes as a token request names them.
  package func joined(by separator: String) -> String {
    map(\.address).joined(separator: separator)
  }
}
