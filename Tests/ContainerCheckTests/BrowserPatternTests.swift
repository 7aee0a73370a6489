import TagManager
import Testing

@testable import ContainerCheck

/// The patterns of a web container are JavaScript's.
@Suite struct BrowserPatternTests {
  private static func faults(of pattern: String) -> [ContainerFault] {
    var version = ContainerVersion()
    version.triggers = [
      Trigger(
        id: "1", name: "Shop", type: .pageview,
        filters: [Condition("{{_event}}", .matchesRegularExpression, pattern)])
    ]
    return version.faults(on: .web)
  }

  @Test(arguments: [
    "/(shop|cart)", "(?=a)b", "(?<!a)b", "(a)\\1", "(?<year>[0-9]{4})", "[(*]+", "[^]", "\\(", "a]",
    "a{2,3}?", ".*?", "x??", "(?:a)*", "(?i:a)", "", "^$", "[\\]]",
  ])
  func aPatternThatABrowserReadsIsNoFinding(_ pattern: String) {
    #expect(Self.faults(of: pattern).filter { $0.rule == "unreadable-pattern" }.isEmpty)
  }

  @Test(arguments: [
    "/(shop", "shop)", "[a-z", "*", "+a", "a|?", "(?i)shop", "(?P<a>b)", "a**", "shop\\", "()(",
  ])
  func aPatternThatNoBrowserReadsIsAFinding(_ pattern: String) {
    #expect(Self.faults(of: pattern).map(\.rule) == ["unreadable-pattern"])
  }
}
