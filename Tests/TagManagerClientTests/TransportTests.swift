import Foundation
import TagManagerClient
import TagManagerStandIn
import TestSupport
import Testing

/// The network itself, against a server that misbehaves in every way that real ones do.
@Suite struct TransportTests {
  let transport: CurlTransport

  init() throws { transport = try CurlTransport.direct() }

  func send(
    _ reply: Reply, timeout: Duration = .seconds(20), limit: Int = 1 << 20
  ) throws -> HTTPResponse {
    let server = try LoopbackServer { _ in reply }
    return try transport.send(
      try request(server.url + "/"), timeout: timeout, limit: limit)
  }

  func request(_ url: String) throws -> HTTPRequest {
    HTTPRequest("a test", to: try #require(HTTPEndpoint(url)))
  }

  @Test(arguments: [200, 201, 400, 403, 404, 429, 500, 503])
  func everyStatusIsAnAnswer(status: Int) throws {
    let response = try send(Reply(status, #"{"a": 1}"#, headers: ["Retry-After": "7"]))
    #expect(response.status == status)
    #expect(response.body == Array(#"{"a": 1}"#.utf8))
    #expect(response.contentType == "application/json")
    #expect(response.headers["retry-after"] == "7")
  }

  @Test func refusedTokenIsAnAnswerNotAQuestion() throws {
    let response = try send(.unauthorised)
    #expect(response.status == 401)
    #expect(response.headers["www-authenticate"]?.contains("invalid_token") == true)
  }

  @Test(arguments: [Reply.Manner.chunked, .untilClosed])
  func bodyWithoutLengthIsReadWhole(manner: Reply.Manner) throws {
    let body = String(repeating: "0123456789", count: 20_000)
    let response = try send(Reply(200, body, manner: manner))
    #expect(response.body == Array(body.utf8))
  }

  @Test func emptyBodyIsAnAnswer() throws {
    #expect(try send(Reply(200, "")).body.isEmpty)
  }

  @Test func headersAndFormArriveAsGiven() throws {
    let server = try LoopbackServer { _ in Reply(200, "{}") }
    var request = try request(server.url + "/token?x=%20y")
    request.body = "a=1&b=%26"
    request.headers = ["Authorization": "Bearer abc", "x-goog-user-project": "my-project"]
    _ = try transport.send(request, timeout: .seconds(20), limit: 100)
    let received = try #require(server.requests.first)
    #expect(received.method == "POST")
    #expect(received.path == "/token")
    #expect(received.query == ["x": " y"])
    #expect(received.form == ["a": "1", "b": "&"])
    #expect(received.headers["authorization"] == "Bearer abc")
    #expect(received.headers["x-goog-user-project"] == "my-project")
    #expect(received.headers["content-type"] == "application/x-www-form-urlencoded")
    #expect(received.headers["cookie"] == nil)
  }

  @Test(arguments: [
    Reply.Manner.cut(after: 0), .cut(after: 10), .reset(after: 10), .chunkedCut,
  ])
  func connectionCutInTheMiddleIsNoAnswer(manner: Reply.Manner) throws {
    let reply = Reply(200, String(repeating: "x", count: 5000), manner: manner)
    #expect(try isCut(reply))
  }

  func isCut(_ reply: Reply) throws -> Bool {
    do {
      _ = try send(reply)
      return false
    } catch TransportFailure.cut {
      return true
    }
  }

  @Test func connectionThatEndsBeforeTheHeadIsNoAnswer() throws {
    #expect(try isCut(Reply(200, "", manner: .bare)))
  }

  @Test func answerThatIsNotHTTPIsNoAnswer() throws {
    let reply = Reply(200, "SSH-2.0-OpenSSH_9.2\r\n", manner: .bare)
    #expect(throws: TransportFailure.self) { _ = try send(reply) }
  }

  @Test(arguments: [Reply.Manner.slow(pause: 0.05), .stuck])
  func slowAnswerTimesOut(manner: Reply.Manner) throws {
    let reply = Reply(200, String(repeating: "x", count: 5000), manner: manner)
    #expect(throws: TransportFailure.timedOut) {
      _ = try send(reply, timeout: .milliseconds(400))
    }
  }

  @Test func bodyOfExactlyTheLimitIsRead() throws {
    let body = String(repeating: "x", count: 100_000)
    #expect(try send(Reply(200, body), limit: 100_000).body.count == 100_000)
    #expect(throws: TransportFailure.tooLong(limit: 99_999)) {
      _ = try send(Reply(200, body), limit: 99_999)
    }
  }

  @Test func endlessBodyIsStoppedWhileItComes() throws {
    let server = try LoopbackServer { _ in
      Reply(200, String(repeating: "x", count: 1 << 16), manner: .endless)
    }
    #expect(throws: TransportFailure.tooLong(limit: 1 << 20)) {
      _ = try transport.send(
        try request(server.url + "/"), timeout: .seconds(30), limit: 1 << 20)
    }
    // What was sent beyond the limit fills the buffers in between, nothing else.
    #expect(server.bytesSent < 16 << 20)
  }

  @Test func endlessHeadIsStoppedToo() throws {
    let server = try LoopbackServer { _ in
      Reply(200, "X: \(String(repeating: "x", count: 1000))\r\n", manner: .endlessHead)
    }
    #expect(throws: TransportFailure.self) {
      _ = try transport.send(try request(server.url + "/"), timeout: .seconds(30), limit: 1 << 20)
    }
    #expect(server.bytesSent < 16 << 20)
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func redirectIsNotFollowed(status: Int) throws {
    let server = try LoopbackServer { request in
      request.path == "/"
        ? Reply(status, "moved", headers: ["Location": "/next"]) : Reply(200, "{}")
    }
    let response = try transport.send(
      try request(server.url + "/"), timeout: .seconds(20), limit: 1000)
    #expect(response.status == status)
    #expect(response.headers["location"] == "/next")
    #expect(server.requests.count == 1)
  }

  @Test func nobodyAtTheAddressIsSaid() throws {
    let port = try UnansweredPort()
    let failure = #expect(throws: TransportFailure.self) {
      _ = try transport.send(
        try request("http://127.0.0.1:\(port.number)/"), timeout: .seconds(20), limit: 10)
    }
    guard case .notConnected(let words) = failure else {
      Issue.record("\(failure.debugDescription)")
      return
    }
    #expect(words.contains("127.0.0.1 port \(port.number)"))
  }

  @Test func hostWithoutAddressIsSaid() throws {
    let failure = #expect(throws: TransportFailure.self) {
      _ = try transport.send(
        try request("https://nobody.invalid/"), timeout: .seconds(20), limit: 10)
    }
    #expect(failure == .hostNotFound("Could not resolve host: nobody.invalid"))
  }

  @Test(.enabled(if: Finished.canRun("gzip"), "the program 'gzip' is not installed"))
  func limitCountsTheDecompressedBody() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/body"
    try Data(repeating: 0x20, count: 5_000_000).write(to: URL(fileURLWithPath: path))
    _ = try Finished("gzip", [path])
    var reply = Reply(200, "", headers: ["Content-Encoding": "gzip"])
    reply.body = Array(try Data(contentsOf: URL(fileURLWithPath: path + ".gz")))
    #expect(reply.body.count < 10_000)
    #expect(try send(reply, limit: 5_000_000).body.count == 5_000_000)
    #expect(throws: TransportFailure.tooLong(limit: 4_999_999)) {
      _ = try send(reply, limit: 4_999_999)
    }
  }
}
