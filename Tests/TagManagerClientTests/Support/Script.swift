import TagManagerClient
import TagManagerStandIn

/// How one request ends.
enum Step: Sendable {
  case reply(Reply)
  case failure(TransportFailure)
}

/// Answers requests from a list, without a network.
final class Script: Transport {
  let steps: Locked<[Step]>
  let asked = Locked<[HTTPRequest]>([])
  let timeouts = Locked<[Duration]>([])

  init(_ steps: [Step]) { self.steps = Locked(steps) }

  func send(
    _ request: HTTPRequest, timeout: Duration, limit: Int
  ) throws(TransportFailure) -> HTTPResponse {
    asked.change { $0.append(request) }
    timeouts.change { $0.append(timeout) }
    switch steps.change({ $0.isEmpty ? .reply(.notFound) : $0.removeFirst() }) {
    case .failure(let failure): throw failure
    case .reply(let reply):
      var headers: [String: String] = [:]
      for (name, value) in reply.headers { headers[name.lowercased()] = value }
      return HTTPResponse(status: reply.status, headers: headers, body: reply.body)
    }
  }
}
