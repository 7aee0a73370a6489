package import JSONText

/// A container as the API addresses it.
package struct ContainerLocation: Sendable {
  /// The id that people know: `GTM-ABC1234`.
  package let publicID: String
  /// `accounts/…/containers/…`, numbers only.
  package let path: String
  /// The API's `Container`, as it came.
  package let json: JSONObject

  /// Reads the answer of `accounts.containers.lookup`; `nil` where it is not the container asked for.
  package init?(_ answer: JSON, publicID: String) {
    guard let json = answer.object, json["publicId"]?.string?.uppercased() == publicID,
      let account = json["accountId"]?.string, Self.isNumber(account),
      let container = json["containerId"]?.string, Self.isNumber(container)
    else { return nil }
    self.publicID = publicID
    self.json = json
    path = "accounts/\(account)/containers/\(container)"
  }

  /// The container of a workspace at `accounts/…/containers/…/workspaces/…`; `nil` for any other path.
  package init?(ofWorkspace path: String, publicID: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "accounts", Self.isNumber(parts[1]),
      parts[2] == "containers", Self.isNumber(parts[3]), parts[4] == "workspaces"
    else { return nil }
    self.publicID = publicID
    self.path = "accounts/\(parts[1])/containers/\(parts[3])"
    json = JSONObject([
      .init("accountId", .string(parts[1])), .init("containerId", .string(parts[3])),
    ])
  }

  /// Whether a text can be a container's public id: `GTM-` and capitals or digits.
  package static func isPublicID(_ text: String) -> Bool {
    text.hasPrefix("GTM-") && (5...24).contains(text.utf8.count)
      && text.utf8.dropFirst(4).allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }

  static func isNumber(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// A workspace as the API addresses it.
package struct WorkspaceLocation: Sendable {
  /// The name that people gave it.
  package let name: String
  /// `accounts/…/containers/…/workspaces/…`, numbers only.
  package let path: String

  /// Takes the path of a workspace of a container; `nil` for any other path.
  package init?(path: String, name: String, in container: ContainerLocation) {
    let start = container.path + "/workspaces/"
    guard path.hasPrefix(start), ContainerLocation.isNumber(String(path.dropFirst(start.count)))
    else { return nil }
    self.name = name
    self.path = path
  }

  /// Reads an entry of `accounts.containers.workspaces.list`; `nil` where it is none.
  package init?(_ json: JSON, in container: ContainerLocation) {
    guard let name = json["name"]?.string, let id = json["workspaceId"]?.string,
      ContainerLocation.isNumber(id)
    else { return nil }
    self.name = name
    path = "\(container.path)/workspaces/\(id)"
  }
}
