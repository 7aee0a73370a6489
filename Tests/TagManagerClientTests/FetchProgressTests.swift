import TagManagerClient
import Testing

@Suite struct FetchProgressTests {
  @Test(arguments: [
    (
      FetchProgress.credential("the token in GTM_ACCESS_TOKEN"),
      "credential: the token in GTM_ACCESS_TOKEN"
    ),
    (
      .asking(purpose: "a thing", address: "https://example.com/a"),
      "asking for a thing: https://example.com/a"
    ),
    (.answered(status: 200, bytes: 1234), "answer 200, 1234 bytes"),
    (
      .waiting(.milliseconds(22_001), reason: "the quota is used up"),
      "waiting 23 s: the quota is used up"
    ),
    (.refreshing, "the token was refused, asking for a fresh one"),
  ])
  func everyStepIsALine(step: FetchProgress, text: String) {
    #expect(step.text == text)
  }

  @Test func onlyWaitsAreSaidToEverybody() {
    #expect(!FetchProgress.waiting(.zero, reason: "").isDetail)
    #expect(FetchProgress.refreshing.isDetail)
    #expect(FetchProgress.answered(status: 1, bytes: 1).isDetail)
  }

  @Test func failureIsItsMessageAndItsNotes() {
    let failure = FetchFailure(.network, "it is so", notes: ["do this", "or that"])
    #expect(failure.text == "error: it is so\nnote: do this\nnote: or that")
  }

  @Test(arguments: [
    (Duration.zero, 0, 0), (.milliseconds(1), 1, 1), (.seconds(2), 2, 2000),
    (.nanoseconds(1_999_999_999), 2, 1999), (.seconds(1 << 40), 1 << 40, 86_400_000),
  ])
  func timesAreRounded(time: Duration, seconds: Int64, milliseconds: Int) {
    #expect(time.wholeSeconds == seconds)
    #expect(time.wholeMilliseconds == milliseconds)
  }

  @Test func realClockMovesAtLeastAsFarAsItWaits() {
    let time = Timekeeper.real
    let before = time.elapsed()
    time.wait(.milliseconds(30))
    #expect(time.elapsed() - before >= .milliseconds(30))
    #expect(time.unixSeconds() > 1_700_000_000)
  }
}
