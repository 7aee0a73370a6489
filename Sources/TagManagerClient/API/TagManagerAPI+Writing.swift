package import JSONText

/// The requests that write. An entity is always sent whole: what a `PUT` leaves out is cleared.
extension TagManagerAPI {
  /// `accounts.containers.version_headers.latest`: the version that a new workspace starts from.
  package func latestHeader(of container: ContainerLocation) -> HTTPRequest {
    get(
      "the latest version of '\(container.publicID)'", container.path + "/version_headers:latest")
  }

  /// `accounts.containers.workspaces.getStatus`: every changed entity in full, and all conflicts.
  package func status(of workspace: WorkspaceLocation) -> HTTPRequest {
    get("the changes of \(Self.name(workspace))", workspace.path + "/status")
  }

  /// `accounts.containers.workspaces.create`: a copy of the latest version.
  package func createWorkspace(
    _ name: String, description: String, in container: ContainerLocation
  ) -> HTTPRequest {
    request(
      "creating workspace '\(ServerText.shown(name))'", .post, container.path + "/workspaces",
      body: ["name": .string(name), "description": .string(description)])
  }

  /// `accounts.containers.workspaces.delete`.
  package func delete(_ workspace: WorkspaceLocation) -> HTTPRequest {
    request("deleting \(Self.name(workspace))", .delete, workspace.path)
  }

  /// `accounts.containers.workspaces.bulk_update`: any number of changes in one request.
  ///
  /// - Parameter changes: entities of the API, each with its `changeStatus`.
  package func bulkUpdate(_ changes: [JSON], in workspace: WorkspaceLocation) -> HTTPRequest {
    request(
      "writing \(changes.count) entities into \(Self.name(workspace))", .post,
      workspace.path + "/bulk_update", body: ["changes": .array(changes)])
  }

  /// `….create` of one kind of entity.
  package func create(
    _ entity: JSON, in list: EntityList, of workspace: WorkspaceLocation
  ) -> HTTPRequest {
    request(
      "creating \(Self.name(entity, in: list))", .post, "\(workspace.path)/\(list.collection)",
      body: entity)
  }

  /// `….update` of one kind of entity.
  ///
  /// - Parameter fingerprint: that of the state which is replaced; another one there is a conflict.
  package func update(
    _ entity: JSON, id: String, fingerprint: String?, in list: EntityList,
    of workspace: WorkspaceLocation
  ) -> HTTPRequest {
    let query = fingerprint.map { "?fingerprint=\($0.percentEncoded)" } ?? ""
    return request(
      "changing \(Self.name(entity, in: list))", .put,
      "\(workspace.path)/\(list.collection)/\(id.percentEncoded)\(query)", body: entity)
  }

  /// `….delete` of one kind of entity.
  package func delete(
    id: String, named name: String, in list: EntityList, of workspace: WorkspaceLocation
  ) -> HTTPRequest {
    request(
      "deleting \(list.words) '\(ServerText.shown(name))'", .delete,
      "\(workspace.path)/\(list.collection)/\(id.percentEncoded)")
  }

  /// `….revert` of one kind of entity: back to the version that the workspace started from.
  package func revert(
    id: String, named name: String, in list: EntityList, of workspace: WorkspaceLocation
  ) -> HTTPRequest {
    request(
      "taking back \(list.words) '\(ServerText.shown(name))'", .post,
      "\(workspace.path)/\(list.collection)/\(id.percentEncoded):revert")
  }

  /// `accounts.containers.workspaces.built_in_variables.create`.
  package func enableBuiltIns(
    _ types: [String], in workspace: WorkspaceLocation
  ) -> HTTPRequest {
    request(
      "enabling \(types.count) built-in variables", .post,
      "\(workspace.path)/built_in_variables?\(Self.query(types))")
  }

  /// `accounts.containers.workspaces.built_in_variables.delete`.
  package func disableBuiltIns(
    _ types: [String], in workspace: WorkspaceLocation
  ) -> HTTPRequest {
    request(
      "disabling \(types.count) built-in variables", .delete,
      "\(workspace.path)/built_in_variables?\(Self.query(types))")
  }

  /// `accounts.containers.workspaces.sync`: takes in what others have published since.
  package func sync(_ workspace: WorkspaceLocation) -> HTTPRequest {
    request("bringing \(Self.name(workspace)) up to date", .post, workspace.path + ":sync")
  }

  /// `accounts.containers.workspaces.resolve_conflict`.
  ///
  /// - Parameters:
  ///   - entity: the wanted state, as an `Entity` of the API.
  ///   - fingerprint: that of the entity in the workspace.
  package func resolveConflict(
    _ entity: JSON, fingerprint: String, in workspace: WorkspaceLocation
  ) -> HTTPRequest {
    request(
      "settling a conflict in \(Self.name(workspace))", .post,
      "\(workspace.path):resolve_conflict?fingerprint=\(fingerprint.percentEncoded)", body: entity)
  }

  /// `accounts.containers.workspaces.create_version`: uses the workspace up.
  package func createVersion(
    _ name: String, notes: String, of workspace: WorkspaceLocation
  ) -> HTTPRequest {
    request(
      "making a version of \(Self.name(workspace))", .post, workspace.path + ":create_version",
      body: ["name": .string(name), "notes": .string(notes)])
  }

  /// `accounts.containers.versions.publish`.
  package func publish(
    _ number: String, fingerprint: String?, of container: ContainerLocation
  ) -> HTTPRequest {
    let query = fingerprint.map { "?fingerprint=\($0.percentEncoded)" } ?? ""
    return request(
      "publishing version \(number) of '\(container.publicID)'", .post,
      "\(container.path)/versions/\(number.percentEncoded):publish\(query)")
  }

  /// `accounts.containers.versions.set_latest`: what new workspaces start from.
  package func setLatest(_ number: String, of container: ContainerLocation) -> HTTPRequest {
    request(
      "making version \(number) of '\(container.publicID)' the latest", .post,
      "\(container.path)/versions/\(number.percentEncoded):set_latest")
  }

  /// `accounts.containers.environments.list`.
  package func environments(of container: ContainerLocation, page: String?) -> HTTPRequest {
    get(
      "the environments of '\(container.publicID)'", container.path + "/environments", page: page)
  }

  /// `accounts.containers.environments.update`.
  package func update(
    environment: JSON, id: String, fingerprint: String?, of container: ContainerLocation
  ) -> HTTPRequest {
    let query = fingerprint.map { "?fingerprint=\($0.percentEncoded)" } ?? ""
    return request(
      "pointing environment '\(ServerText.shown(environment["name"]?.string ?? id))' at the version",
      .put, "\(container.path)/environments/\(id.percentEncoded)\(query)", body: environment)
  }

  private static func name(_ workspace: WorkspaceLocation) -> String {
    "workspace '\(ServerText.shown(workspace.name))'"
  }

  private static func name(_ entity: JSON, in list: EntityList) -> String {
    "\(list.words) '\(ServerText.shown(entity["name"]?.string ?? entity["type"]?.string ?? ""))'"
  }

  private static func query(_ types: [String]) -> String {
    types.map { "type=\($0.percentEncoded)" }.joined(separator: "&")
  }
}
