import Foundation
import JSONText
import TagManagerClient
import TagManagerStandIn

/// Carries requests to a simulated container in this process, with faults at chosen requests.
final class SimulatedTransport: Transport {
  /// How a request fails.
  enum Fault: CaseIterable, Sendable {
    /// The connection breaks before the request arrives.
    case dropsBefore
    /// The request is carried out, and the connection breaks.
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
    /// The process ends before the request is sent.
    case killsBefore
    /// The process ends before the answer is read.
    case killsAfter
  }

  struct State: Sendable {
    var api: SimulatedAPI
    var faults: [Int: Fault] = [:]
    /// What others do before a request.
    var interference: [Int: @Sendable (inout SimulatedAPI) -> Void] = [:]
    var count = 0
    var writes = 0
    var isKilled = false
    var requests: [String] = []
    /// When requests came, on the clock of the test.
    var times: [Duration] = []
    /// Requests that are none of the API.
    var violations: [String] = []
  }

  let state: Locked<State>
  private let discovery: DiscoveryDocument?
  private let now: @Sendable () -> Duration

  /// - Parameter now: the clock of the test.
  init(
    _ api: SimulatedAPI, discovery: DiscoveryDocument? = nil,
    now: @escaping @Sendable () -> Duration = { .zero }
  ) {
    self.now = now
    state = Locked(State(api: api))
    self.discovery = discovery
  }

  func send(
    _ request: HTTPRequest, timeout: Duration, limit: Int
  ) throws(TransportFailure) -> HTTPResponse {
    let result: Result<HTTPResponse, TransportFailure> = state.change { state in
      if state.isKilled { return .failure(.impossible("killed")) }
      state.count += 1
      let moment = now()
      state.times.removeAll { $0 <= moment - .seconds(100) }
      guard state.times.count < 25 else {
        return .success(
          Self.response(state.api.behaviour.quotaIs429 ? .quota429 : .quota403))
      }
      state.times.append(moment)
      state.interference.removeValue(forKey: state.count)?(&state.api)
      let fault = state.faults.removeValue(forKey: state.count)
      switch fault {
      case .dropsBefore: return .failure(.cut("before"))
      case .unavailable: return .success(Self.response(.refused(503, "Unavailable")))
      case .internalError:
        return .success(Self.response(.refused(500, "Experienced an internal error.")))
      case .quota:
        return .success(
          Self.response(state.api.behaviour.quotaIs429 ? .quota429 : .quota403))
      case .killsBefore:
        state.isKilled = true
        return .failure(.impossible("killed"))
      default: break
      }
      let reply = answer(request, &state)
      switch fault {
      case .dropsAfter: return .failure(.cut("after"))
      case .unavailableAfter: return .success(Self.response(.refused(503, "Unavailable")))
      case .cutsAnswer:
        var cut = reply
        cut.body = Array(reply.body.prefix(reply.body.count / 2))
        if cut.body.isEmpty { return .failure(.cut("after")) }
        return .success(Self.response(cut))
      case .killsAfter:
        state.isKilled = true
        return .failure(.impossible("killed"))
      default: return .success(Self.response(reply))
      }
    }
    return try result.get()
  }

  private func answer(_ request: HTTPRequest, _ state: inout State) -> Reply {
    let target = request.endpoint.target
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
      let pieces = pair.split(separator: "=", maxSplits: 1).map {
        String($0).removingPercentEncoding ?? ""
      }
      return (pieces[0], pieces.count > 1 ? pieces[1] : "")
    }
    let body = request.body.flatMap { try? JSON.read($0) }
    state.requests.append("\(request.method.rawValue) \(target)")
    if request.method != .get { state.writes += 1 }
    if let fault = discovery?.fault(
      verb: request.method.rawValue, path: parts[0], parameters: query.map(\.0), body: body)
    {
      state.violations.append(fault)
    }
    return state.api.answer(
      SimulatedAPI.Request(
        method: request.method.rawValue, path: String(parts[0].dropFirst("/tagmanager/v2/".count)),
        query: query, body: body))
  }

  private static func response(_ reply: Reply) -> HTTPResponse {
    var headers: [String: String] = [:]
    for (name, value) in reply.headers { headers[name.lowercased()] = value }
    return HTTPResponse(status: reply.status, headers: headers, body: reply.body)
  }
}
