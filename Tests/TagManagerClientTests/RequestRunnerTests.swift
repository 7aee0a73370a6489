import JSONText
import TagManagerClient
import TagManagerStandIn
import Testing

/// The waiting and trying again, without a network: answers come from a list, time from a counter.
@Suite struct RequestRunnerTests {
  let time = TestTime()
  let progress = Locked<[FetchProgress]>([])

  func run(
    _ steps: [Step], policy: RetryPolicy = RetryPolicy(seed: 1),
    to address: String = "https://example.com/a", form: String? = nil, token: String? = "the-token"
  ) throws -> (outcome: RequestRunner.Outcome, script: Script) {
    let script = Script(steps)
    let progress = progress
    var runner = RequestRunner(
      transport: script, policy: policy, time: time.timekeeper,
      report: { step in progress.change { $0.append(step) } })
    runner.secrets = ["the-token"]
    var request = HTTPRequest("a thing", to: try #require(HTTPEndpoint(address)), body: form)
    request.headers["Authorization"] = token.map { "Bearer \($0)" }
    return (try runner.run(request), script)
  }

  func failure(_ steps: [Step], policy: RetryPolicy = RetryPolicy(seed: 1)) -> FetchFailure? {
    #expect(throws: FetchFailure.self) { _ = try run(steps, policy: policy) }
  }

  func accepted(_ outcome: RequestRunner.Outcome) -> JSON? {
    if case .accepted(let json, _) = outcome { json } else { nil }
  }

  @Test(arguments: [Reply.quota403, .quota429])
  func usedUpQuotaIsWaitedFor(reply: Reply) throws {
    let (outcome, script) = try run([.reply(reply), .reply(reply), .reply(Reply(200, "[1]"))])
    #expect(accepted(outcome) == [1])
    #expect(script.asked.value.count == 3)
    #expect(time.waits.value.count == 2)
    let words = progress.value.filter { !$0.isDetail }.map(\.text)
    #expect(words.count == 2)
    let seconds = time.waits.value.map(\.wholeSeconds)
    #expect(
      words == seconds.map { "waiting \($0) s: the quota of 'example.com' is used up" })
  }

  @Test func waitThatTheServerAsksForIsKept() throws {
    let reply = Reply(429, "", headers: ["Retry-After": "42"])
    _ = try run([.reply(reply), .reply(Reply(200, "{}"))])
    #expect(time.waits.value.first.map { $0 >= .seconds(42) && $0 < .seconds(43) } == true)
  }

  @Test func waitBeyondTheLimitIsRefusedAtOnce() {
    let reply = Reply(429, "", headers: ["Retry-After": "301"])
    let failure = failure([.reply(reply)])
    #expect(failure?.kind == .quota)
    #expect(failure?.message == "the quota of 'example.com' is used up")
    #expect(failure?.notes.first?.contains("everything together may take 300 s") == true)
    #expect(time.waits.value.isEmpty)
  }

  @Test func quotaThatStaysUsedUpEndsWithinTheLimit() {
    let failure = failure(Array(repeating: .reply(.quota403), count: 1000))
    #expect(failure?.kind == .quota)
    #expect(time.timekeeper.elapsed() <= .seconds(300))
    #expect(time.timekeeper.elapsed() > .seconds(200))
  }

  @Test(arguments: [
    Step.reply(Reply(503, "<html>")), .failure(.timedOut), .failure(.cut("reset")),
    .failure(.notConnected("nobody is there")), .failure(.hostNotFound("no such name")),
    .failure(.proxyRefused(status: 502)), .reply(Reply(200, #"{"tag": [{"na"#)),
  ])
  func passingFailureIsTriedAgain(step: Step) throws {
    let (outcome, script) = try run([step, step, .reply(Reply(200, "{}"))])
    #expect(accepted(outcome) == [:])
    #expect(script.asked.value.count == 3)
    #expect(time.waits.value.count == 2)
  }

  @Test func failureThatStaysEndsAfterFiveAttempts() {
    let failure = failure(Array(repeating: .reply(Reply(502)), count: 9))
    #expect(failure?.kind == .network)
    #expect(failure?.message == "'example.com' answered 502 (5 attempts)")
    #expect(time.waits.value.count == 4)
  }

  @Test(arguments: [
    (TransportFailure.notTrusted("self-signed"), "no certificate that this machine trusts"),
    (.tooLong(limit: 64 << 20), "sends more than the 64 MB"),
    (.proxyRefused(status: 407), "the proxy wants a user and a password"),
    (.proxyRefused(status: 403), "the proxy refuses to connect to it (403)"),
    (.impossible("no https here"), "cannot be asked: no https here"),
  ])
  func hopelessFailureIsNotTriedAgain(transport: TransportFailure, words: String) {
    let failure = failure([.failure(transport)])
    #expect(failure?.message.contains(words) == true)
    #expect(time.waits.value.isEmpty)
  }

  @Test(arguments: ["text/html; charset=utf-8", "text/plain", "", "application/octet-stream"])
  func pageInsteadOfJSONFailsAtOnce(type: String) {
    let failure = failure([.reply(Reply(200, "<html>", headers: ["Content-Type": type]))])
    #expect(failure?.kind == .answer)
    #expect(failure?.message.contains("instead of JSON") == true)
    #expect(time.waits.value.isEmpty)
  }

  @Test func damagedJSONNamesItsPlace() {
    let failure = failure(Array(repeating: .reply(Reply(200, "{\n x")), count: 5))
    #expect(
      failure?.message
        == "'example.com' sent JSON that is damaged at line 2, column 2 (5 attempts)")
  }

  @Test(arguments: [Reply.forbidden, .missingScope, .notFound])
  func refusalIsHandedBackAtOnce(reply: Reply) throws {
    let (outcome, script) = try run([.reply(reply)])
    guard case .refused(let response) = outcome else {
      Issue.record("not handed back as a refusal")
      return
    }
    #expect(response.status == reply.status)
    #expect(script.asked.value.count == 1)
    #expect(time.waits.value.isEmpty)
  }

  @Test func quotaOfTheDayIsNotWaitedFor() {
    let reply = Reply(403, #"{"error": {"errors": [{"reason": "dailyLimitExceeded"}]}}"#)
    let failure = failure([.reply(reply)])
    #expect(failure?.kind == .quota)
    #expect(failure?.message == "the daily quota of the Google Cloud project is used up")
  }

  @Test func redirectWithinTheHostIsFollowed() throws {
    let moved = Reply(307, "", headers: ["Location": "/b?c=d"])
    let (outcome, script) = try run([.reply(moved), .reply(Reply(200, "{}"))])
    #expect(accepted(outcome) == [:])
    #expect(
      script.asked.value.map(\.endpoint.text) == [
        "https://example.com/a", "https://example.com/b?c=d",
      ])
  }

  @Test(arguments: [
    "https://evil.example/a", "//evil.example/a", "http://example.com/a",
    "https://example.com:8443/a", "",
  ])
  func redirectOffTheHostIsRefused(location: String) {
    let failure = failure([.reply(Reply(302, "", headers: ["Location": location]))])
    #expect(failure?.kind == .network)
    #expect(failure?.message.contains("redirect") == true)
  }

  @Test func redirectsInCirclesEnd() {
    let moved = Reply(302, "", headers: ["Location": "/a"])
    let failure = failure(Array(repeating: .reply(moved), count: 100))
    #expect(failure?.message.contains("in circles") == true)
  }

  @Test func formIsNeverPostedTwiceToWhereARedirectLeads() throws {
    let moved = Reply(307, "", headers: ["Location": "/b"])
    #expect(throws: FetchFailure.self) {
      _ = try run([.reply(moved)], form: "assertion=x")
    }
  }

  @Test(arguments: [("assertion=x", nil), (nil, "the-token")] as [(String?, String?)])
  func secretIsNeverSentUnencrypted(form: String?, token: String?) throws {
    let failure = #expect(throws: FetchFailure.self) {
      _ = try run([], to: "http://example.com/", form: form, token: token)
    }
    #expect(failure?.message.contains("without encryption") == true)
  }

  @Test func oneAttemptNeverTakesLongerThanWhatIsLeft() throws {
    let policy = RetryPolicy(timeLimit: .seconds(90), seed: 1)
    let (_, script) = try run(
      [.reply(Reply(429, "", headers: ["Retry-After": "80"])), .reply(Reply(200, "{}"))],
      policy: policy)
    #expect(script.timeouts.value.first == .seconds(60))
    #expect(script.timeouts.value.last.map { $0 <= .seconds(10) } == true)
  }

  @Test func nothingShownHoldsTheToken() {
    let failure = failure(
      Array(repeating: .failure(.other("bad header 'Bearer the-token'")), count: 5))
    #expect(failure?.message.contains("(secret)") == true)
    #expect(failure?.text.contains("the-token") == false)
    #expect(!progress.value.map(\.text).joined().contains("the-token"))
  }
}
