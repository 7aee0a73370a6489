import TagManagerClient
import TagManagerStandIn
import Testing

@Suite struct VerdictTests {
  func verdict(_ reply: Reply) -> Verdict {
    var headers: [String: String] = [:]
    for (name, value) in reply.headers { headers[name.lowercased()] = value }
    return Verdict(
      HTTPResponse(status: reply.status, headers: headers, body: reply.body), unixSeconds: 0)
  }

  @Test(arguments: [200, 201, 204])
  func successIsAccepted(status: Int) {
    guard case .accepted = verdict(Reply(status)) else {
      Issue.record("another verdict")
      return
    }
  }

  @Test(arguments: [408, 500, 502, 503, 504, 599])
  func failureOfTheServerIsTriedAgain(status: Int) {
    guard case .again(.passing("answered \(status)"), nil) = verdict(Reply(status, "<html>"))
    else {
      Issue.record("another verdict")
      return
    }
  }

  @Test(arguments: [
    Reply.quota403, .quota429, Reply(429, "<html>"), Reply(429, ""), Reply(429, "{"),
    Reply(403, #"{"error": {"errors": [{"reason": "userRateLimitExceeded"}]}}"#),
    Reply(403, #"{"error": {"errors": [{"reason": "quotaExceeded"}]}}"#),
    Reply(403, #"{"error": {"status": "RESOURCE_EXHAUSTED"}}"#),
    Reply(403, #"{"error": {"details": [{"reason": "RATE_LIMIT_EXCEEDED"}]}}"#),
  ])
  func quotaIsToldInEveryShape(reply: Reply) {
    guard case .again(.quota, nil) = verdict(reply) else {
      Issue.record("another verdict")
      return
    }
  }

  @Test(arguments: [
    Reply.forbidden, .missingScope, .notFound, Reply(403, ""), Reply(403, "<html>"),
    Reply(400, "{}"),
    Reply(403, #"{"error": "quotaExceeded"}"#), Reply(403, "[]"), Reply(418), Reply(100),
    Reply(403, #"{"error": {"message": "rateLimitExceeded"}}"#),
  ])
  func everythingElseIsRefused(reply: Reply) {
    guard case .refused = verdict(reply) else {
      Issue.record("another verdict")
      return
    }
  }

  @Test(arguments: [
    #"{"error": {"errors": [{"reason": "dailyLimitExceeded"}]}}"#,
    #"{"error": {"details": [{"reason": "RATE_LIMIT_EXCEEDED", "metadata": {"quota_limit": "DefaultPerDayPerProject"}}]}}"#,
    #"{"error": {"message": "Quota exceeded for limit 'Queries per day'", "errors": [{"reason": "rateLimitExceeded"}]}}"#,
  ])
  func quotaOfTheDayIsToldApart(body: String) {
    for status in [403, 429] {
      guard case .dailyQuota = verdict(Reply(status, body)) else {
        Issue.record("another verdict")
        return
      }
    }
  }

  @Test func waitIsReadFromTheHeaderOrTheBody() {
    let retryInfo = #"{"error": {"details": [{"@type": "x", "retryDelay": "1.5s"}]}}"#
    for (reply, expected) in [
      (Reply(429, "", headers: ["Retry-After": "23"]), Duration.seconds(23)),
      (Reply(503, "", headers: ["Retry-After": "4"]), .seconds(4)),
      (Reply(429, retryInfo), .milliseconds(1500)),
      (Reply(429, retryInfo, headers: ["Retry-After": "3"]), .seconds(3)),
    ] {
      guard case .again(_, let asked) = verdict(reply) else {
        Issue.record("another verdict")
        return
      }
      #expect(asked == expected)
    }
  }

  @Test(arguments: ["", "s", "-1s", "nans", "5", "1e400s"])
  func strangeDelaysDoNoHarm(text: String) {
    let body = #"{"error": {"details": [{"retryDelay": "\#(text)"}]}}"#
    guard case .again(.quota, let asked) = verdict(Reply(429, body)) else {
      Issue.record("another verdict")
      return
    }
    #expect(asked == nil || asked == .seconds(86_400))
  }
}

/// Whatever bytes come, they are judged, not stumbled over.
@Suite struct DamagedAnswerTests {
  @Test func damagedRefusalsAreStillJudged() throws {
    let server = try #require(HTTPEndpoint("http://127.0.0.1"))
    var state: UInt64 = 42
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for reply in [Reply.quota403, .quota429, .forbidden, .missingScope, .notFound] {
      for _ in 0..<2000 {
        var body = reply.body
        for _ in 0...random(4) {
          switch random(3) {
          case 0: body[random(body.count)] = UInt8(random(256))
          case 1: body.removeSubrange(random(body.count)...)
          default: body.insert(contentsOf: body[..<random(body.count)], at: random(body.count))
          }
          if body.isEmpty { body = [0x7B] }
        }
        let response = HTTPResponse(status: reply.status, body: body)
        let failure = APIRefusal(
          response, for: .metadataServer(server), hiding: []
        ).failure(asking: "a thing")
        #expect(!failure.message.isEmpty && !failure.message.contains("\n"))
        if case .accepted = Verdict(response, unixSeconds: 0) { Issue.record("accepted") }
      }
    }
  }
}

@Suite struct ServerTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("two\nlines\r\n", "two lines"), ("\u{1B}[31mred\u{7}", "[31mred"),
    ("a\u{202E}b\u{200B}c", "a b c"), ("  ", ""),
    (String(repeating: "x", count: 400), String(repeating: "x", count: 299) + "…"),
    ("the token abc-123 of abc-123", "the token (secret) of (secret)"),
    ("a form with x=1//x and 1%2F%2Fx", "a form with x=(secret) and (secret)"),
  ])
  func isOneHarmlessLine(text: String, shown: String) {
    #expect(ServerText.shown(text, hiding: ["abc-123", "1//x", ""]) == shown)
  }

  @Test func hugeTextIsCutBeforeItIsSearched() {
    #expect(ServerText.shown(String(repeating: "ab", count: 5_000_000), hiding: ["b"]).count == 300)
  }
}
