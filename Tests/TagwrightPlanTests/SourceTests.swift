import Diagnostics
import TagwrightPlan
import Testing

@Suite struct SourceTests {
  @Test func sourcesAreEqualWhereverTheyWereWritten() {
    let first = Source.eventData("value", file: "a.swift", line: 1)
    #expect(first == .eventData("value", file: "b.swift", line: 2))
    #expect(first != .eventData("currency", file: "a.swift", line: 1))
    #expect(first != .cookie("value", file: "a.swift", line: 1))
  }

  @Test func aSourceRemembersItsLine() {
    let source = Source.cookie("_ttp", file: "Sources/Plan.swift", line: 42)
    #expect(source.place.file == "Sources/Plan.swift")
    #expect(source.place.line == 42)
  }

  @Test func candidatesOfNestedFirstOfsStandInOneRow() {
    let source = Source.firstOf(
      .eventData("a"), .firstOf(.cookie("b"), .constant("c")), .requestHeader("d"))
    #expect(
      source.candidates == [.eventData("a"), .cookie("b"), .constant("c"), .requestHeader("d")])
  }

  @Test(arguments: [(1, 86_400), (30, 2_592_000), (390, 33_696_000)])
  func daysOfACookieAreSeconds(_ days: Int, _ seconds: Int) {
    #expect(CookieLifetime.days(days).seconds == seconds)
  }

  @Test func matchKeysStandInTheOrderOfTheirKinds() {
    let keys = [UserAgent().matchKey, Email(.eventData("e")).matchKey, IPAddress().matchKey]
    #expect(keys.inOrder.map(\.kind) == [.email, .ipAddress, .userAgent])
  }

  @Test func twoNegationsCancelEachOther() {
    let condition = !(!(Source.eventData("value") > 0))
    #expect(!condition.isNegated)
    #expect(condition.value == "0")
  }
}
