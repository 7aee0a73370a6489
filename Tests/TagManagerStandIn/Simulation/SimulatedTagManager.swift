import Foundation
import JSONText

#if canImport(Glibc)
  import Glibc
#endif

/// Simulated containers behind the Tag Manager API, on the loopback interface: for whole processes.
package final class SimulatedTagManager: Sendable {
  /// The token that is accepted.
  package static let token = "given-token"

  /// What happens to one request.
  package enum Fault: CaseIterable, Sendable {
    /// The connection ends before anything is done.
    case dropsBefore
    /// The request is carried out, and the connection ends.
    case dropsAfter
    /// 503, nothing done.
    case unavailable
    /// The request is carried out, and the answer is 503.
    case unavailableAfter
    /// The request is carried out, and the answer is cut.
    case cutsAnswer
    /// 500, nothing done.
    case internalError
    /// The quota is used up.
    case quota
    /// The token is no longer accepted.
    case unauthorised
    /// The client ends at once, before anything is done.
    case killsBefore
    /// The request is carried out, and the client ends at once.
    case killsAfter
  }

  package struct State: Sendable {
    package var containers: [SimulatedAPI]
    /// What the token entitles to, by the last parts of the scopes' addresses.
    package var scopes: Set<String> = [
      "tagmanager.readonly", "tagmanager.edit.containers", "tagmanager.edit.containerversions",
      "tagmanager.publish", "tagmanager.delete.containers",
    ]
    /// By the number of the request, counted from 1.
    package var faults: [Int: Fault] = [:]
    /// For the first request whose path ends like this.
    package var faultsByPath: [String: Fault] = [:]
    /// What others do before a request.
    package var interference: [Int: @Sendable (inout [SimulatedAPI]) -> Void] = [:]
    /// The process that some faults end.
    package var client: Int32?
    package var count = 0
    /// Every request: `POST accounts/…`.
    package var requests: [String] = []
    /// Requests that are none of the API.
    package var violations: [String] = []

    /// The requests that write.
    package var writes: [String] { requests.filter { !$0.hasPrefix("GET ") } }
  }

  package let state: Locked<State>
  private let server: LoopbackServer
  /// The address.
  package var url: String { server.url }

  /// - Parameter discovery: the API's own description, which requests are held against.
  package init(_ containers: [SimulatedAPI], discovery: DiscoveryDocument? = nil) throws {
    let state = Locked(State(containers: containers))
    self.state = state
    server = try LoopbackServer { Self.answer($0, state, discovery) }
  }

  private static func answer(
    _ request: ReceivedRequest, _ locked: Locked<State>, _ discovery: DiscoveryDocument?
  ) -> Reply {
    let fault = locked.change { state -> Fault? in
      state.count += 1
      state.interference.removeValue(forKey: state.count)?(&state.containers)
      if let end = state.faultsByPath.keys.first(where: { request.path.hasSuffix($0) }) {
        return state.faultsByPath.removeValue(forKey: end)
      }
      return state.faults.removeValue(forKey: state.count)
    }
    switch fault {
    case .dropsBefore: return Reply(manner: .bare)
    case .unavailable: return .refused(503, "Unavailable")
    case .internalError: return .refused(500, "Experienced an internal error.")
    case .quota:
      var reply = Reply.quota429
      reply.headers["Retry-After"] = "0"
      return reply
    case .unauthorised: return .unauthorised
    case .killsBefore:
      killClient(locked)
      return Reply(manner: .bare)
    default: break
    }
    let reply = locked.change { carryOut(request, &$0, discovery) }
    switch fault {
    case .dropsAfter: return Reply(manner: .bare)
    case .unavailableAfter: return .refused(503, "Unavailable")
    case .cutsAnswer:
      var cut = reply
      cut.manner = reply.body.isEmpty ? .bare : .cut(after: reply.body.count / 2)
      return cut
    case .killsAfter:
      killClient(locked)
      return Reply(manner: .bare)
    default: return reply
    }
  }

  /// Ends the client as a power cut would, and waits until it is known which process it is.
  private static func killClient(_ locked: Locked<State>) {
    for _ in 0..<2000 {
      if let client = locked.value.client {
        kill(client, SIGKILL)
        return
      }
      usleep(1000)
    }
  }

  private static func carryOut(
    _ request: ReceivedRequest, _ state: inout State, _ discovery: DiscoveryDocument?
  ) -> Reply {
    guard request.headers["authorization"] == "Bearer \(token)" else { return .unauthorised }
    let prefix = "/tagmanager/v2/"
    guard request.path.hasPrefix(prefix) else { return .notFound }
    let path = String(request.path.dropFirst(prefix.count))
    let body = request.body.isEmpty ? nil : try? JSON.read(request.body)
    state.requests.append("\(request.method) \(path)")
    if let fault = discovery?.fault(
      verb: request.method, path: request.path, parameters: request.queryItems.map(\.name),
      body: body)
    {
      state.violations.append(fault)
      return .refused(400, fault)
    }
    let needed = scopes(request.method, path)
    guard !needed.isDisjoint(with: state.scopes) else { return .missingScope }
    let isLookup = path == "accounts/containers:lookup"
    guard
      let index = state.containers.firstIndex(where: { container in
        isLookup
          ? container.publicID == request.query["tagId"] : path.hasPrefix(container.path + "/")
      })
    else { return .notFound }
    return state.containers[index].answer(
      SimulatedAPI.Request(
        method: request.method, path: path,
        query: request.queryItems.map { ($0.name, $0.value) }, body: body))
  }

  /// The scopes of which a request needs one (discovery document of 2026-08-26).
  package static func scopes(_ method: String, _ path: String) -> Set<String> {
    if method == "GET" { return ["tagmanager.readonly", "tagmanager.edit.containers"] }
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    if last.hasSuffix(":publish") { return ["tagmanager.publish"] }
    if last.hasSuffix(":create_version") { return ["tagmanager.edit.containerversions"] }
    let isWorkspace = path.split(separator: "/").dropLast().last == "workspaces"
    if method == "DELETE", isWorkspace { return ["tagmanager.delete.containers"] }
    return ["tagmanager.edit.containers"]
  }
}
