import TagManagerClient
import Testing

@Suite struct RetryPolicyTests {
  @Test(arguments: [(1, 5...10), (2, 10...20), (3, 20...40), (4, 30...60), (50, 30...60)])
  func quotaWaitsLongAndNeverGivesUp(failures: Int, seconds: ClosedRange<Int>) throws {
    for seed in 0..<200 as Range<UInt64> {
      var policy = RetryPolicy(seed: seed)
      let answer = policy.wait(after: .quota, failures: failures)
      let wait = try #require(answer)
      #expect(wait >= .seconds(seconds.lowerBound) && wait <= .seconds(seconds.upperBound))
    }
  }

  @Test func quotaWaitsOutlastTheWindowWithinTheTimeLimit() throws {
    for seed in 0..<200 as Range<UInt64> {
      var policy = RetryPolicy(seed: seed)
      var passed = Duration.zero
      var failures = 0
      while passed < .seconds(100) {
        failures += 1
        let answer = policy.wait(after: .quota, failures: failures)
        passed += try #require(answer)
      }
      #expect(passed < policy.timeLimit)
      #expect(failures <= 6)
    }
  }

  @Test func passingFailuresAreTriedFewTimes() {
    var policy = RetryPolicy(attempts: 4, seed: 7)
    let waits = (1...4).map { policy.wait(after: .passing("answered 503"), failures: $0) }
    #expect(waits.map { $0 != nil } == [true, true, true, false])
    for (wait, longest) in zip(waits, [1, 2, 4]) {
      #expect((wait ?? .zero) >= .milliseconds(longest * 500))
      #expect((wait ?? .zero) <= .seconds(longest))
    }
  }

  @Test func whatTheServerAsksForIsNeverUndercut() throws {
    for seed in 0..<200 as Range<UInt64> {
      var policy = RetryPolicy(seed: seed)
      for trouble in [Trouble.quota, .passing("")] {
        let answer = policy.wait(after: trouble, failures: 1, asked: .seconds(23))
        let wait = try #require(answer)
        #expect(wait >= .seconds(23) && wait < .seconds(24))
      }
    }
  }

  @Test func seedDecidesTheWaits() {
    func waits(_ seed: UInt64) -> [Duration?] {
      var policy = RetryPolicy(seed: seed)
      return (1...4).map { policy.wait(after: .quota, failures: $0) }
    }
    #expect(waits(1) == waits(1))
    #expect(Set((0..<50).map { waits($0) }).count == 50)
  }

  @Test(arguments: [Int.min, -1, 0, Int.max])
  func noCountIsTooMuch(failures: Int) {
    var policy = RetryPolicy(attempts: .max, seed: 1)
    #expect((policy.wait(after: .quota, failures: failures) ?? .zero) <= .seconds(60))
    #expect((policy.wait(after: .passing(""), failures: failures) ?? .zero) <= .seconds(60))
  }
}

@Suite struct RetryAfterTests {
  /// 2026-10-21 07:28:00 UTC.
  let now = 1_792_567_680

  @Test(arguments: [
    ("0", 0), ("120", 120), (" 7 ", 7), ("99999999999999999999999", 86_400),
    ("Wed, 21 Oct 2026 07:28:00 GMT", 0), ("Wed, 21 Oct 2026 07:28:23 GMT", 23),
    ("Wed, 21 Oct 2026 07:00:00 GMT", 0), ("Thu, 22 Oct 2026 00:00:00 GMT", 59_520),
    ("Sat, 29 Feb 2048 00:00:00 GMT", 86_400),
  ])
  func secondsAndDatesAreRead(value: String, seconds: Int) {
    #expect(RetryAfter.read(value, unixSeconds: now) == .seconds(seconds))
  }

  @Test(arguments: [
    "", "soon", "-1", "1.5", "Wed, 21 Oct 2026 07:28:00 CET", "Wed, 99 Oct 2026 07:28:00 GMT",
    "Wed, 21 Okt 2026 07:28:00 GMT", "Wed, 21 Oct 2026 07:28 GMT", "Wed, 21 Oct 99999 07:28:00 GMT",
  ])
  func anythingElseAsksForNothing(value: String) {
    #expect(RetryAfter.read(value, unixSeconds: now) == nil)
  }

  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:10 GMT", 0), ("Fri, 29 Feb 2008 23:59:59 GMT", 1_204_329_589),
    ("Fri, 01 Jan 2100 00:00:00 GMT", 4_102_444_790),
  ])
  func dateIsTheSecondItNames(value: String, tenSecondsBefore: Int) {
    #expect(RetryAfter.read(value, unixSeconds: tenSecondsBefore) == .seconds(10))
  }
}
