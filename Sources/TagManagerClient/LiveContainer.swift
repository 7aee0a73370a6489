import JSONText

/// Fetches a container from Tag Manager: two requests for a version, a dozen for a workspace.
package struct LiveContainer {
  private let api: TagManagerAPI
  private let tokens: TokenSource
  private let transport: any Transport
  private let policy: RetryPolicy
  private let time: Timekeeper
  private let report: (FetchProgress) -> Void

  /// Nothing is asked for yet.
  ///
  /// - Parameters:
  ///   - tokens: where tokens come from.
  ///   - policy: how long is waited for what.
  ///   - report: called with every step, in order.
  package init(
    api: TagManagerAPI, tokens: TokenSource, transport: any Transport, policy: RetryPolicy,
    time: Timekeeper = .real, report: @escaping (FetchProgress) -> Void = { _ in }
  ) {
    self.api = api
    self.tokens = tokens
    self.transport = transport
    self.policy = policy
    self.time = time
    self.report = report
  }

  /// The bytes of a `ContainerVersion` in the API's form: as Google sent them for a version, put
  /// together from its lists for a workspace.
  ///
  /// - Parameter publicID: such as `GTM-ABC1234`.
  package func fetch(
    publicID: String, selection: ContainerSelection = .live
  ) throws(FetchFailure) -> [UInt8] {
    guard ContainerLocation.isPublicID(publicID) else {
      throw FetchFailure(
        .usage, "'\(ServerText.shown(publicID))' is not a container id",
        notes: ["it is written such as GTM-ABC1234, in capitals"])
    }
    let runner = RequestRunner(transport: transport, policy: policy, time: time, report: report)
    var session = try APISession(runner: runner, tokens: tokens)
    let (found, _) = try session.get(api.lookup(publicID))
    guard let container = ContainerLocation(found, publicID: publicID) else {
      throw FetchFailure(.answer, "the answer does not describe container '\(publicID)'")
    }
    switch selection {
    case .live: return try version(api.liveVersion(of: container), container, &session)
    case .version(let number):
      return try version(api.version(number, of: container), container, &session)
    case .workspace(let name):
      return try workspace(name, container, &session)
    }
  }

  private func version(
    _ request: HTTPRequest, _ container: ContainerLocation, _ session: inout APISession
  ) throws(FetchFailure) -> [UInt8] {
    let (json, bytes) = try session.get(request)
    guard json["containerId"]?.string == container.json["containerId"]?.string else {
      throw FetchFailure(.answer, "the answer is not \(request.purpose)")
    }
    return bytes
  }

  private func workspace(
    _ name: String, _ container: ContainerLocation, _ session: inout APISession
  ) throws(FetchFailure) -> [UInt8] {
    let entries = try session.list("workspace") { api.workspaces(of: container, page: $0) }
    let workspaces = entries.compactMap { WorkspaceLocation($0, in: container) }
    guard let workspace = workspaces.first(where: { $0.name == name }) else {
      let names = workspaces.map { "'\(ServerText.shown($0.name))'" }.joined(separator: ", ")
      throw FetchFailure(
        .notFound, "'\(container.publicID)' has no workspace '\(ServerText.shown(name))'",
        notes: names.isEmpty ? [] : ["it has \(names)"])
    }
    var held: [(EntityList, [JSON])] = []
    for list in EntityList.all(of: container) {
      let entities = try session.list(list.member) {
        api.entities(list, in: workspace, page: $0)
      }
      held.append((list, entities))
    }
    return EntityList.version(of: container, holding: held).bytes(.container)
  }
}
