import ContainerDiff
import JSONText
package import TagManagerClient

/// Reads a container for a push: five requests where the workspace starts from the latest version, some
/// fifteen where only its lists tell what it holds.
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
  /// - Parameter base: the version that the workspace is known to have started from; `nil` where that is not known.
  package func read(
    _ session: inout APISession, base: (workspace: String, version: String?)?
  ) throws(FetchFailure) -> ContainerState {
    let (found, _) = try session.get(api.lookup(publicID))
    guard let container = ContainerLocation(found, publicID: publicID) else {
      throw FetchFailure(.answer, "the answer does not describe container '\(publicID)'")
    }
    let liveVersion = try optional(api.liveVersion(of: container), &session)
    let header = try optional(api.latestHeader(of: container), &session)
    let live = liveVersion.flatMap { $0.filled("containerVersionId") }
    let latest = header.flatMap { $0.filled("containerVersionId") } ?? live
    let entries = try session.list("workspace") { api.workspaces(of: container, page: $0) }
    let workspaces = entries.compactMap { WorkspaceLocation($0, in: container) }
    let workspace = workspaces.first { $0.name == workspaceName }
    let startsFromLatest = workspace.map { $0.path == base?.workspace && latest == base?.version }
    var status: JSON?
    if let workspace { status = try session.get(api.status(of: workspace)).json }
    let content: JSONObject
    if let workspace, startsFromLatest == false {
      content = try lists(of: workspace, container, &session)
    } else {
      let version = try latestVersion(latest, live, liveVersion, container, &session)
      content = WorkspaceChanges(status ?? .null).applied(to: version)
    }
    let changes = WorkspaceChanges(status ?? .null)
    return ContainerState(
      container: container, live: live, latest: latest, workspaces: workspaces,
      workspace: workspace, content: content, changed: Set(changes.keys),
      deletedIDs: changes.deletedIDs, conflicts: changes.conflicts)
  }

  private func latestVersion(
    _ latest: String?, _ live: String?, _ liveVersion: JSONObject?, _ container: ContainerLocation,
    _ session: inout APISession
  ) throws(FetchFailure) -> JSONObject {
    if let liveVersion, latest == live { return liveVersion }
    guard let latest, latest != "0", let number = Int(latest) else {
      return EntityList.version(of: container, holding: []).object ?? JSONObject()
    }
    let (version, _) = try session.get(api.version(number, of: container))
    guard let object = version.object, object.filled("containerId") != nil else {
      throw FetchFailure(.answer, "the answer is not version \(latest) of '\(publicID)'")
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
