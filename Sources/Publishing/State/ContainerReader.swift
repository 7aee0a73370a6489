import ContainerDiff
import JSONText
package import TagManagerClient

/// Reads a container for a push: three requests where the journal knows the workspace, five where the workspace
/// starts from the latest version, some fifteen where only its lists tell what it holds.
package struct ContainerReader: Sendable {
  private let api: TagManagerAPI
  private let publicID: String
  private let workspaceName: String

  /// - Parameters:
  ///   - publicID: such as `GTM-ABC1234`.
  ///   - workspaceName: the workspace that is written into.
  package init(api: TagManagerAPI, publicID: String, workspaceName: String) {
    self.api = api
    self.publicID = publicID
    self.workspaceName = workspaceName
  }

  /// Reads everything.
  ///
  /// - Parameter known: the workspace of earlier pushes, with the version that it is known to start from; it may be
  ///   gone.
  package func read(
    _ session: inout APISession, known: PushJournal.Workspace?
  ) throws(FetchFailure) -> ContainerState {
    if let known, known.name == workspaceName, known.base != nil,
      let state = try readKnown(known, &session)
    {
      return state
    }
    guard ContainerLocation.isPublicID(publicID) else {
      throw FetchFailure(
        .usage, "'\(ServerText.shown(publicID))' is not the public id of a container",
        notes: ["it is written such as GTM-ABC1234, in capitals"])
    }
    let (found, _) = try session.get(api.lookup(publicID))
    guard let container = ContainerLocation(found, publicID: publicID) else {
      throw FetchFailure(.answer, "the answer does not describe container '\(publicID)'")
    }
    let liveVersion = try optional(api.liveVersion(of: container), &session)
    let latest = try latest(liveVersion, container, &session)
    let entries = try session.list("workspace") { api.workspaces(of: container, page: $0) }
    let workspaces = entries.compactMap { WorkspaceLocation($0, in: container) }
    let workspace = workspaces.first { $0.name == workspaceName }
    let startsFromLatest = workspace.map { $0.path == known?.path && latest == known?.base }
    let status = try workspace.map { workspace throws(FetchFailure) in
      try session.get(api.status(of: workspace)).json
    }
    let changes = WorkspaceChanges(status ?? .null)
    var base: JSONObject?
    let content: JSONObject
    if let workspace, startsFromLatest == false {
      content = try lists(of: workspace, container, &session)
    } else {
      let version = try self.version(latest, liveVersion, container, &session)
      base = version
      content = changes.applied(to: version)
    }
    return ContainerState(
      container: container, live: Self.number(liveVersion), latest: latest,
      workspaces: workspaces, workspace: workspace, content: content, base: base,
      changed: Set(changes.keys), deletedIDs: changes.deletedIDs, conflicts: changes.conflicts)
  }

  /// Reads a container whose workspace is known; `nil` where it is gone, or does not start from the latest version.
  private func readKnown(
    _ known: PushJournal.Workspace, _ session: inout APISession
  ) throws(FetchFailure) -> ContainerState? {
    guard let address = ContainerLocation(ofWorkspace: known.path, publicID: publicID),
      let workspace = WorkspaceLocation(path: known.path, name: known.name, in: address),
      let liveVersion = try optional(api.liveVersion(of: address), &session),
      let container = liveVersion["container"].flatMap({
        ContainerLocation($0, publicID: publicID)
      }),
      container.path == address.path
    else { return nil }
    let latest = try latest(liveVersion, container, &session)
    guard latest == known.base, let status = try status(of: workspace, &session) else {
      return nil
    }
    let base = try version(latest, liveVersion, container, &session)
    return ContainerState(
      container: container, live: Self.number(liveVersion), latest: latest,
      workspaces: [workspace], workspace: nil, content: base, base: base, changed: [],
      deletedIDs: [:], conflicts: []
    ).with(workspace, base: base, status: status)
  }

  /// The number of the version that is live now.
  func live(
    of container: ContainerLocation, _ session: inout APISession
  ) throws(FetchFailure) -> String? {
    Self.number(try optional(api.liveVersion(of: container), &session))
  }

  /// The answer of `getStatus`; `nil` where there is no such workspace, or it has become a version.
  private func status(
    of workspace: WorkspaceLocation, _ session: inout APISession
  ) throws(FetchFailure) -> JSON? {
    let request = api.status(of: workspace)
    switch try session.answer(to: request, needing: .readonly) {
    case .accepted(let json, _): return json
    case .refused(let refusal):
      guard [400, 404].contains(refusal.status) else {
        throw refusal.failure(asking: request.purpose)
      }
      return nil
    }
  }

  private static func number(_ version: JSONObject?) -> String? {
    version?.filled("containerVersionId")
  }

  private func latest(
    _ liveVersion: JSONObject?, _ container: ContainerLocation, _ session: inout APISession
  ) throws(FetchFailure) -> String? {
    Self.number(try optional(api.latestHeader(of: container), &session))
      ?? Self.number(liveVersion)
  }

  private func version(
    _ number: String?, _ liveVersion: JSONObject?, _ container: ContainerLocation,
    _ session: inout APISession
  ) throws(FetchFailure) -> JSONObject {
    if let liveVersion, number == Self.number(liveVersion) { return liveVersion }
    guard let number, number != "0", let value = Int(number) else {
      return EntityList.version(of: container, holding: []).object ?? JSONObject()
    }
    let (version, _) = try session.get(api.version(value, of: container))
    guard let object = version.object, object.filled("containerId") != nil else {
      throw FetchFailure(.answer, "the answer is not version \(number) of '\(publicID)'")
    }
    return object
  }

  private func lists(
    of workspace: WorkspaceLocation, _ container: ContainerLocation, _ session: inout APISession
  ) throws(FetchFailure) -> JSONObject {
    var held: [(EntityList, [JSON])] = []
    for list in EntityList.all(of: container) {
      held.append(
        (
          list,
          try session.list(list.member) { api.entities(list, in: workspace, page: $0) }
        ))
    }
    return EntityList.version(of: container, holding: held).object ?? JSONObject()
  }

  /// The answer, or nothing where there is no such thing.
  private func optional(
    _ request: HTTPRequest, _ session: inout APISession
  ) throws(FetchFailure) -> JSONObject? {
    switch try session.answer(to: request, needing: .readonly) {
    case .accepted(let json, _):
      guard let object = json.object else {
        throw FetchFailure(.answer, "the answer is not \(request.purpose)")
      }
      return object
    case .refused(let refusal):
      guard refusal.status == 404 else { throw refusal.failure(asking: request.purpose) }
      return nil
    }
  }
}
