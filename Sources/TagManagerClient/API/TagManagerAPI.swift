import JSONText

/// The requests of the Tag Manager API v2 (discovery document `tagmanager:v2`). Those here read, and need the
/// read-only scope.
package struct TagManagerAPI: Sendable {
  /// Google's own address.
  package static let googleURL = "https://tagmanager.googleapis.com"

  private let base: HTTPEndpoint

  /// - Parameter url: the address that replaces Google's, from `TAGWRIGHT_API_URL`: `https`, or plain
  ///   `http` on the loopback interface.
  package init(url: String? = nil) throws(FetchFailure) {
    let text = url ?? Self.googleURL
    guard let endpoint = HTTPEndpoint(text), !endpoint.target.contains("?") else {
      throw FetchFailure(
        .usage, "TAGWRIGHT_API_URL is not an address: '\(ServerText.shown(text))'",
        notes: ["it is written such as \(Self.googleURL) or http://127.0.0.1:8080"])
    }
    guard endpoint.keepsSecrets else {
      throw FetchFailure(
        .usage,
        "refused TAGWRIGHT_API_URL '\(ServerText.shown(text))': a token would travel unencrypted",
        notes: [
          "only https, or http on the loopback interface (127.0.0.1, ::1, localhost), is taken"
        ])
    }
    base = endpoint
  }

  /// `accounts.containers.lookup`: the ids behind a public id.
  package func lookup(_ publicID: String) -> HTTPRequest {
    get("container '\(publicID)'", "accounts/containers:lookup?tagId=\(publicID.percentEncoded)")
  }

  /// `accounts.containers.versions.live`: everything in the published version.
  package func liveVersion(of container: ContainerLocation) -> HTTPRequest {
    get("the live version of '\(container.publicID)'", container.path + "/versions:live")
  }

  /// `accounts.containers.versions.get`: everything in one version.
  package func version(_ number: Int, of container: ContainerLocation) -> HTTPRequest {
    get("version \(number) of '\(container.publicID)'", container.path + "/versions/\(number)")
  }

  /// `accounts.containers.workspaces.list`: one page of the workspaces.
  package func workspaces(of container: ContainerLocation, page: String?) -> HTTPRequest {
    get("the workspaces of '\(container.publicID)'", container.path + "/workspaces", page: page)
  }

  /// `accounts.containers.workspaces.….list`: one page of the entities of one kind.
  package func entities(
    _ list: EntityList, in workspace: WorkspaceLocation, page: String?
  ) -> HTTPRequest {
    get(
      "the \(list.words) of workspace '\(ServerText.shown(workspace.name))'",
      "\(workspace.path)/\(list.collection)", page: page)
  }

  func get(_ purpose: String, _ path: String, page: String? = nil) -> HTTPRequest {
    request(purpose, .get, path + (page.map { "?pageToken=\($0.percentEncoded)" } ?? ""))
  }

  /// A request below `tagmanager/v2/`. What writes is never sent twice by itself.
  func request(
    _ purpose: String, _ method: HTTPRequest.Method, _ target: String, body: JSON? = nil
  ) -> HTTPRequest {
    let prefix = base.target.hasSuffix("/") ? String(base.target.dropLast()) : base.target
    var headers = ["Accept": "application/json", "User-Agent": "tagwright"]
    if body != nil { headers["Content-Type"] = "application/json" }
    return HTTPRequest(
      purpose, to: base.at("\(prefix)/tagmanager/v2/\(target)"), method: method,
      body: body?.text(.compact), headers: headers, isMetered: true, isRepeatable: method == .get)
  }
}
