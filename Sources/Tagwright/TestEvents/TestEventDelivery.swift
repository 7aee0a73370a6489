import Compiler
import JSONText
import SandboxedJS
import TagManagerClient

/// Brings test events to their destination, once each.
struct TestEventDelivery {
  private let transport: CurlTransport
  private let environment: (String) -> String?
  private let timeout: Duration

  /// The longest answer that is read, in bytes.
  private static let answerLimit = 1 << 20

  /// - Throws: where the machine has no libcurl.
  init(_ environment: @escaping (String) -> String?, timeout: Duration) throws(CommandError) {
    self.environment = environment
    self.timeout = timeout
    do throws(FetchFailure) {
      transport = try CurlTransport(
        network: NetworkEnvironment(environment), library: try CurlLibrary.loaded)
    } catch {
      throw CommandError(error.message, notes: error.notes)
    }
  }

  /// Sends an event and reads the answer.
  ///
  /// - Throws: if no answer came, or one that is not the destination's.
  func send(_ event: TestEvent, token: String) throws(CommandError) -> TestEventAnswer {
    let service = event.service
    guard let filled = event.filled(with: token) else {
      throw CommandError("the request of tag '\(event.tag)' has a body that is not a JSON object")
    }
    var request = HTTPRequest(
      "a test event", to: try endpoint(of: filled.url, service), body: filled.body)
    request.headers["User-Agent"] = "tagwright"
    for header in filled.headers { request.headers[header.name] = header.value }
    let response: HTTPResponse
    do throws(TransportFailure) {
      response = try transport.send(request, timeout: timeout, limit: Self.answerLimit)
    } catch {
      let words = ServerText.shown(error.text, hiding: [token])
      throw CommandError(
        "'\(request.endpoint.host)' \(words)", notes: error.advice.map { [$0] } ?? [])
    }
    guard let json = try? JSON.read(response.body, JSONReadOptions(repeatedKeys: .lastOneCounts)),
      let answer = TestEventAnswer(json, status: response.status, of: service, hiding: token)
    else {
      throw CommandError(
        "'\(request.endpoint.host)' answered with status \(response.status), and not as \(service.name) does",
        notes: ["a proxy may stand in between, or \(service.name) has a failure: try again later"])
    }
    return answer
  }

  /// The address that an event is sent to.
  func address(of event: TestEvent) throws(CommandError) -> String {
    try endpoint(of: event.url, event.service).text
  }

  /// The destination's own address, or that of a test's server on this machine.
  private func endpoint(
    of url: String, _ service: TestEventService
  ) throws(CommandError) -> HTTPEndpoint {
    guard let own = HTTPEndpoint(url) else {
      throw CommandError("a request of \(service.name) has no proper address")
    }
    guard let text = environment(service.replacementVariable), !text.isEmpty else { return own }
    guard let replacement = HTTPEndpoint(text), replacement.isLoopback else {
      throw CommandError(
        "refused \(service.replacementVariable): it is for tests and names a server on this machine",
        notes: ["it is written such as http://127.0.0.1:8080, or not set at all"])
    }
    return replacement.at(own.target)
  }
}
