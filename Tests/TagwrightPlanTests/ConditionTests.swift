import Diagnostics
import TagwrightPlan
import Testing

@Suite struct ConditionOperatorTests {
  /// Each as an argument, as in `where:`, with the first member looked up in the expected type.
  private static func kept(_ conditions: Condition...) -> [Condition] { conditions }

  @Test func everyOperatorIsAnArgument() {
    let comparisons = Self.kept(
      .client("GA4"), !.client("GA4"), .eventData("a") == "b", .eventData("a") != "b",
      .eventData("a") < 1, .eventData("a") <= 1, .eventData("a") > 1, .eventData("a") >= 1.5,
      .eventData("a").contains("b"), .cookie("a").starts(with: "b"),
      .urlParameter("a").ends(with: "b"), .requestHeader("a").matches("b"),
      .queryParameter("a").matches("b", ignoringCase: true), .variable("a").matchesSelector("b"),
      .builtIn(.requestPath).matchesURL("b"), !.eventData("a").contains("b"),
      !(.eventData("a") == "b")
    ).comparisons
    #expect(
      comparisons.map(\.operation) == [
        .equals, .equals, .equals, .equals, .less, .lessOrEquals, .greater, .greaterOrEquals,
        .contains, .startsWith, .endsWith, .matchesRegex, .matchesRegex, .cssSelector, .urlMatches,
        .contains, .equals,
      ])
    #expect(
      comparisons.map(\.isNegated).enumerated().filter(\.element).map(\.offset) == [1, 3, 15, 16])
    #expect(comparisons.map(\.ignoresCase).enumerated().filter(\.element).map(\.offset) == [12])
    #expect(
      comparisons.map(\.value) == [
        "GA4", "GA4", "b", "b", "1", "1", "1", "1.5", "b", "b", "b", "b", "b", "b", "b", "b", "b",
      ])
  }

  @Test func aConditionStandsWhereItsSourceStands() {
    let conditions = Self.kept(
      .client("GA4"),
      !(.eventData("a") > 1),
      !.cookie("c").contains("x"),
      .anyOf(.client("GA4")))
    #expect(conditions.map(\.place.line) == [#line - 4, #line - 3, #line - 2, #line - 1])
  }

  @Test func twoNegationsAreNone() {
    #expect([!(!Condition.client("GA4"))].comparisons.map(\.isNegated) == [false])
    #expect([!(Source.eventData("a") != "b")].comparisons.map(\.isNegated) == [false])
  }

  /// The values of a source `x` that the alternatives compare with; `!` before one that is negated.
  private static func alternatives(_ conditions: Condition...) -> [[String]] {
    conditions.alternatives.map { $0.map { ($0.isNegated ? "!" : "") + $0.value } }
  }

  private static func x(_ value: String) -> Condition { Source.eventData("x") == value }

  @Test func conditionsBesideEachOtherAllHaveToHold() {
    #expect(Self.alternatives() == [[]])
    #expect(Self.alternatives(Self.x("a"), Self.x("b")) == [["a", "b"]])
  }

  @Test func eachOfSeveralIsAnAlternative() {
    #expect(Self.alternatives(.anyOf(Self.x("a"), Self.x("b"))) == [["a"], ["b"]])
    #expect(
      Self.alternatives(Self.x("a"), .anyOf(Self.x("b"), .allOf(Self.x("c"), Self.x("d"))))
        == [["a", "b"], ["a", "c", "d"]])
    #expect(
      Self.alternatives(.anyOf(Self.x("a"), Self.x("b")), .anyOf(Self.x("c"), Self.x("d")))
        == [["a", "c"], ["a", "d"], ["b", "c"], ["b", "d"]])
  }

  @Test func aNegationReachesEveryPart() {
    #expect(Self.alternatives(!.anyOf(Self.x("a"), Self.x("b"))) == [["!a", "!b"]])
    #expect(
      Self.alternatives(!.allOf(Self.x("a"), .anyOf(Self.x("b"), Self.x("c"))))
        == [["!a"], ["!b", "!c"]])
  }

  @Test func whatSaysNothingNewIsLeftOut() {
    #expect(Self.alternatives(.anyOf(Self.x("a"), .allOf(Self.x("a"), Self.x("b")))) == [["a"]])
    #expect(Self.alternatives(.anyOf(Self.x("a"), Self.x("a")), Self.x("a")) == [["a"]])
  }

  @Test func aListWithoutConditionsNeverHoldsAndTooManyAreCounted() {
    #expect([Condition.anyOf([])].alternativeCount == 0)
    #expect([Condition.anyOf([])].alternatives.isEmpty)
    let pairs = (0..<80).map { Condition.anyOf(Self.x("a\($0)"), Self.x("b\($0)")) }
    #expect(pairs.alternativeCount == .max)
    #expect(pairs.alternatives.isEmpty)
    #expect(Array(pairs.prefix(5)).alternativeCount == ConditionAlternatives.limit)
    #expect(Array(pairs.prefix(5)).alternatives.count == 32)
    #expect(Array(pairs.prefix(6)).alternatives.isEmpty)
  }
}
