package import JSONText
import TagManager

extension SimulatedAPI {
  /// A request as it arrives, below `tagmanager/v2/`.
  package struct Request: Sendable {
    package let method: String
    package let path: String
    /// Names and values; a name can come again.
    package let query: [(name: String, value: String)]
    package let body: JSON?

    package init(method: String, path: String, query: [(String, String)], body: JSON?) {
      self.method = method
      self.path = path
      self.query = query.map { (name: $0.0, value: $0.1) }
      self.body = body
    }

    func value(_ name: String) -> String? { query.first { $0.name == name }?.value }
  }

  /// Answers a request.
  package mutating func answer(_ request: Request) -> Reply {
    if request.path == "accounts/containers:lookup" {
      return request.value("tagId") == publicID ? ok(container) : .notFound
    }
    guard request.path.hasPrefix(path + "/"), request.method == "GET" || behaviour.mayEdit else {
      return .notFound
    }
    let rest = String(request.path.dropFirst(path.count + 1))
    switch (request.method, rest) {
    case ("GET", "versions:live"):
      guard let version = version(live) else {
        return .refused(404, "Published container version not found")
      }
      return ok(json(version))
    case ("GET", "version_headers:latest"):
      guard let version = version(latest) else { return .notFound }
      return ok([
        "path": .string("\(path)/version_headers/\(latest)"), "accountId": .string(Self.account),
        "containerId": .string(containerID), "containerVersionId": .string(String(latest)),
        "name": .string(version.name),
      ])
    case ("GET", "workspaces"):
      return page("workspace", workspaces.map { json($0) }, request)
    case ("POST", "workspaces"): return createWorkspace(request)
    case ("GET", "environments"):
      return page("environment", environments.map(JSON.object), request)
    case ("PUT", _) where rest.hasPrefix("environments/"):
      return pointEnvironment(String(rest.dropFirst("environments/".count)), request)
    case (_, _) where rest.hasPrefix("versions/"):
      return answer(request, version: String(rest.dropFirst("versions/".count)))
    case (_, _) where rest.hasPrefix("workspaces/"):
      return answer(request, workspace: String(rest.dropFirst("workspaces/".count)))
    default: return .notFound
    }
  }

  private func ok(_ json: JSON) -> Reply { Reply(200, json.text(.compact)) }

  private func page(_ member: String, _ entries: [JSON], _ request: Request) -> Reply {
    let start = request.value("pageToken").flatMap { Int($0.dropFirst("p+/".count)) } ?? 0
    let end = min(start + behaviour.pageSize, entries.count)
    var members: [JSONObject.Member] = []
    if start < end { members.append(.init(member, .array(Array(entries[start..<end])))) }
    if end < entries.count { members.append(.init("nextPageToken", .string("p+/\(end)"))) }
    return ok(.object(JSONObject(members)))
  }

  private func json(_ workspace: Workspace) -> JSON {
    [
      "path": .string("\(path)/workspaces/\(workspace.id)"), "accountId": .string(Self.account),
      "containerId": .string(containerID), "workspaceId": .string(String(workspace.id)),
      "name": .string(workspace.name),
      "tagManagerUrl": .string(
        "https://tagmanager.google.com/#/container/\(path)/workspaces/\(workspace.id)?apiLink=workspace"
      ),
    ]
  }

  private mutating func createWorkspace(_ request: Request) -> Reply {
    guard let name = request.body?["name"]?.string, !name.isEmpty else {
      return .refused(400, "name: The value must not be empty.")
    }
    guard !workspaces.contains(where: { $0.name == name }) else { return .duplicateName }
    guard workspaces.count < behaviour.workspaceLimit else {
      return .refused(400, "Returned an error response for your request.")
    }
    let id = max(workspaces.map(\.id).max() ?? 1, submitted.max() ?? 1) + 1
    let workspace = Workspace(
      id: id, name: name, base: latest, entities: version(latest)?.entities ?? SimulatedEntities())
    workspaces.append(workspace)
    return ok(json(workspace))
  }

  private mutating func pointEnvironment(_ id: String, _ request: Request) -> Reply {
    guard
      let index = environments.firstIndex(where: { $0["environmentId"]?.string == id }),
      environments[index]["type"] == "user"
    else { return .notFound }
    if let given = request.value("fingerprint"),
      given != environments[index]["fingerprint"]?.string
    {
      return stale
    }
    guard var environment = request.body?.object, environment["name"]?.string?.isEmpty == false,
      let number = environment["containerVersionId"]?.string.flatMap({ Int($0) }),
      version(number) != nil
    else { return .refused(400, "containerVersionId: The value is invalid.") }
    // What an update leaves out is gone.
    environment["fingerprint"] = .string(tick())
    environments[index] = environment
    return ok(.object(environment))
  }

  // MARK: Versions

  private mutating func answer(_ request: Request, version text: String) -> Reply {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let number = parts.first.flatMap({ Int($0) }), let version = version(number) else {
      return .notFound
    }
    switch (request.method, parts.count > 1 ? String(parts[1]) : "") {
    case ("GET", ""): return ok(json(version))
    case ("POST", "publish"):
      if let given = request.value("fingerprint"), given != version.fingerprint { return stale }
      live = number
      publications.append(number)
      return ok(["containerVersion": json(version)])
    case ("POST", "set_latest"):
      latest = number
      return ok(json(version))
    default: return .notFound
    }
  }

  var stale: Reply { .refused(behaviour.staleStatus, "fingerprint mismatch") }

  // MARK: Workspaces

  private mutating func answer(_ request: Request, workspace text: String) -> Reply {
    let id = text.prefix { $0 != "/" && $0 != ":" }
    let rest = String(text.dropFirst(id.count))
    guard let number = Int(id) else { return .notFound }
    guard let index = workspaces.firstIndex(where: { $0.id == number }) else {
      return submitted.contains(number)
        ? .refused(400, "Workspace is already submitted.") : .notFound
    }
    switch (request.method, rest) {
    case ("GET", "/status"): return status(index)
    case ("DELETE", ""):
      guard behaviour.mayDeleteWorkspaces else { return .missingScope }
      workspaces.remove(at: index)
      return Reply(200, "")
    case ("POST", "/bulk_update"): return bulk(request, index)
    case ("POST", ":sync"): return sync(index)
    case ("POST", ":resolve_conflict"): return resolve(request, index)
    case ("POST", ":create_version"):
      // Tag Manager takes in what was published since.
      if workspaces[index].base != latest { _ = sync(index) }
      guard workspaces[index].conflicts.isEmpty else {
        return ok(["syncStatus": ["mergeConflict": true]])
      }
      let version = makeVersion(
        ofWorkspaceAt: index, named: request.body?["name"]?.string ?? "")
      return ok([
        "containerVersion": json(version), "newWorkspacePath": .string("\(path)/workspaces/99"),
      ])
    case (_, _) where rest.hasPrefix("/built_in_variables"):
      return builtIns(request, index)
    default: return entities(request, index, String(rest.dropFirst()))
    }
  }

  private func status(_ index: Int) -> Reply {
    let workspace = workspaces[index]
    let base = version(workspace.base)?.entities ?? SimulatedEntities()
    let changes = workspace.entities.changes(from: base).map { change -> JSON in
      let word = change.before == nil ? "added" : change.after == nil ? "deleted" : "updated"
      return .object(
        JSONObject([
          .init("changeStatus", .string(word)),
          .init(change.kind, .object(change.after ?? change.before ?? JSONObject())),
        ]))
    }
    let conflicts = workspace.conflicts.map { conflict -> JSON in
      let mine = workspace.entities.entity(conflict.id, conflict.kind)
      var members: [JSONObject.Member] = [
        .init(
          "entityInWorkspace",
          .object(JSONObject([.init(conflict.kind, .object(mine ?? JSONObject()))])))
      ]
      if let theirs = conflict.inVersion {
        members.append(
          .init(
            "entityInBaseVersion", .object(JSONObject([.init(conflict.kind, .object(theirs))]))))
      }
      return .object(JSONObject(members))
    }
    var members: [JSONObject.Member] = []
    if !changes.isEmpty { members.append(.init("workspaceChange", .array(changes))) }
    if !conflicts.isEmpty { members.append(.init("mergeConflict", .array(conflicts))) }
    return ok(.object(JSONObject(members)))
  }

  /// Takes in what was published since; what both sides have changed is a conflict.
  private mutating func sync(_ index: Int) -> Reply {
    let old = version(workspaces[index].base)?.entities ?? SimulatedEntities()
    let new = version(latest)?.entities ?? SimulatedEntities()
    let mine = workspaces[index].entities.changes(from: old)
    for change in new.changes(from: old) {
      let entity = change.after ?? change.before ?? JSONObject()
      let id = SimulatedEntities.id(entity, change.kind)
      let own = mine.first {
        $0.kind == change.kind
          && SimulatedEntities.id($0.after ?? $0.before ?? JSONObject(), $0.kind) == id
      }
      if let own {
        if own.after != change.after {
          workspaces[index].conflicts.append((change.kind, id, change.after))
        }
      } else if let after = change.after {
        workspaces[index].entities.put(after, change.kind)
      } else {
        workspaces[index].entities.remove(id, change.kind)
      }
    }
    workspaces[index].base = latest
    return ok(["syncStatus": .object(JSONObject())])
  }

  private mutating func resolve(_ request: Request, _ index: Int) -> Reply {
    for kind in SimulatedEntities.kinds {
      guard var entity = request.body?[kind]?.object else { continue }
      let id = SimulatedEntities.id(entity, kind)
      guard
        let place = workspaces[index].conflicts.firstIndex(where: { $0.kind == kind && $0.id == id }
        )
      else { return .notFound }
      workspaces[index].conflicts.remove(at: place)
      entity["fingerprint"] = .string(tick())
      workspaces[index].entities.put(entity, kind)
      return Reply(200, "")
    }
    return .refused(400, "Returned an error response for your request.")
  }

  private mutating func builtIns(_ request: Request, _ index: Int) -> Reply {
    let types = request.query.filter { $0.name == "type" }.map(\.value)
    switch request.method {
    case "GET":
      return page(
        "builtInVariable", workspaces[index].entities["builtInVariable"].map(JSON.object), request)
    case "POST":
      for type in types {
        workspaces[index].entities.put(
          JSONObject([
            .init("accountId", .string(Self.account)), .init("containerId", .string(containerID)),
            .init("type", .string(type)),
            .init(
              "name",
              .string(
                BuiltInVariableType(rawValue: Form.exportWord(fromAPI: type)).displayName)),
          ]), "builtInVariable")
      }
      return ok(["builtInVariable": .array(types.map { ["type": .string($0)] })])
    case "DELETE":
      for type in types { workspaces[index].entities.remove(type, "builtInVariable") }
      return Reply(200, "")
    default: return .notFound
    }
  }
}

extension Reply {
  package static func refused(_ status: Int, _ message: String) -> Reply {
    let error: JSON = [
      "error": [
        "code": .number(JSONNumber(status)), "message": .string(message),
        "errors": [["message": .string(message), "domain": "global", "reason": "badRequest"]],
        "status": "INVALID_ARGUMENT",
      ]
    ]
    return Reply(status, error.text(.compact))
  }

  package static let duplicateName = refused(400, "Found entity with duplicate name.")
}
