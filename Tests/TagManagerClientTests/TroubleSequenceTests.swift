import TagManagerClient
import TagManagerStandIn
import Testing

/// Whatever comes in whatever order, it ends: with the answer or with a reason, and in time.
@Suite struct TroubleSequenceTests {
  static let steps: [Step] = [
    .reply(Reply(200, "{}")), .reply(.quota403), .reply(.quota429), .reply(.forbidden),
    .reply(.notFound), .reply(.unauthorised), .reply(Reply(503)), .reply(Reply(200, "{")),
    .reply(Reply(429, "", headers: ["Retry-After": "90"])),
    .reply(Reply(302, "", headers: ["Location": "/b"])),
    .reply(Reply(302, "", headers: ["Location": "https://evil.example/"])),
    .reply(Reply(200, "<html>", headers: ["Content-Type": "text/html"])),
    .failure(.timedOut), .failure(.cut("reset")), .failure(.notConnected("nobody")),
    .failure(.proxyRefused(status: 502)), .failure(.tooLong(limit: 1)),
  ]

  @Test(arguments: 0..<20 as Range<UInt64>)
  func everySequenceEndsInTime(block: UInt64) throws {
    for seed in block * 100..<(block + 1) * 100 {
      var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      func random(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
      }
      // Mostly what passes, so that the sequences become long.
      let sequence = (0..<200).map { _ in
        random(20) == 0
          ? Self.steps[random(Self.steps.count)] : Self.steps[[1, 2, 6, 8, 12][random(5)]]
      }
      let script = Script(sequence)
      let time = TestTime()
      let policy = RetryPolicy(attempts: random(40) + 1, seed: seed)
      var runner = RequestRunner(
        transport: script, policy: policy, time: time.timekeeper, report: { _ in })
      runner.secrets = ["the-token"]
      let request = HTTPRequest(
        "a thing", to: try #require(HTTPEndpoint("https://example.com/a")),
        headers: ["Authorization": "Bearer the-token"], isMetered: true)
      do throws(FetchFailure) {
        _ = try runner.run(request)
      } catch {
        #expect(!error.message.isEmpty && !error.text.contains("the-token"))
      }
      #expect(time.timekeeper.elapsed() <= policy.timeLimit)
      #expect(script.asked.value.count < sequence.count, "seed \(seed)")
      #expect(script.asked.value.allSatisfy { $0.endpoint.host == "example.com" })
    }
  }
}
