import TagManagerClient
import TagManagerStandIn
import Testing

@Suite struct RequestPaceTests {
  let time = TestTime()
  let progress = Locked<[FetchProgress]>([])

  /// Sends requests that are all accepted, and says when each went out.
  func moments(_ count: Int, policy: RetryPolicy, isMetered: Bool) throws -> [Duration] {
    let time = time.timekeeper
    let progress = progress
    let script = Script(Array(repeating: .reply(Reply(200, "{}")), count: count))
    var runner = RequestRunner(
      transport: script, policy: policy, time: time,
      report: { step in progress.change { $0.append(step) } })
    let request = HTTPRequest(
      "a thing", to: try #require(HTTPEndpoint("https://example.com/")), isMetered: isMetered)
    return try (0..<count).map { _ in
      _ = try runner.run(request)
      return time.elapsed()
    }
  }

  @Test func noWindowHoldsMoreRequestsThanTheQuota() throws {
    let moments = try moments(
      60, policy: RetryPolicy(timeLimit: .seconds(1000), seed: 1), isMetered: true)
    for (first, later) in zip(moments, moments.dropFirst(RequestPace.standardLimit)) {
      #expect(later - first >= RequestPace.window)
    }
    #expect(moments.last == .seconds(200))
    #expect(
      progress.value.filter { !$0.isDetail }.map(\.text).first
        == "waiting 100 s: the Tag Manager API takes 25 requests in 100 s")
  }

  @Test func otherRequestsGoOutAtOnce() throws {
    let moments = try moments(60, policy: RetryPolicy(seed: 1), isMetered: false)
    #expect(moments.last == .zero)
  }

  @Test func paceThatTakesTooLongIsRefusedAtOnce() throws {
    let policy = RetryPolicy(timeLimit: .seconds(60), seed: 1)
    let failure = #expect(throws: FetchFailure.self) {
      _ = try moments(26, policy: policy, isMetered: true)
    }
    #expect(failure?.kind == .quota)
    #expect(time.waits.value.isEmpty)
  }
}
