import Diagnostics
import TagwrightPlan
import Testing

@Suite struct ConditionOperatorTests {
  /// Each as an argument, as in `where:`, with the first member looked up in the expected type.
  private static func kept(_ conditions: Condition...) -> [Condition] { conditions }

  @Test func everyOperatorIsAnArgument() {
    let conditions = Self.kept(
      .client("GA4"), !.client("GA4"), .eventData("a") == "b", .eventData("a") != "b",
      .eventData("a") < 1, .eventData("a") <= 1, .eventData("a") > 1, .eventData("a") >= 1.5,
      .eventData("a").contains("b"), .cookie("a").starts(with: "b"),
      .urlParameter("a").ends(with: "b"), .requestHeader("a").matches("b"),
      .queryParameter("a").matches("b", ignoringCase: true), .variable("a").matchesSelector("b"),
      .builtIn(.requestPath).matchesURL("b"), !.eventData("a").contains("b"),
      !(.eventData("a") == "b"))
    #expect(
      conditions.map(\.comparison) == [
        .equals, .equals, .equals, .equals, .less, .lessOrEquals, .greater, .greaterOrEquals,
        .contains, .startsWith, .endsWith, .matchesRegex, .matchesRegex, .cssSelector, .urlMatches,
        .contains, .equals,
      ])
    #expect(
      conditions.map(\.isNegated).enumerated().filter(\.element).map(\.offset) == [1, 3, 15, 16])
    #expect(conditions.map(\.ignoresCase).enumerated().filter(\.element).map(\.offset) == [12])
    #expect(
      conditions.map(\.value) == [
        "GA4", "GA4", "b", "b", "1", "1", "1", "1.5", "b", "b", "b", "b", "b", "b", "b", "b", "b",
      ])
  }

  @Test func aConditionStandsWhereItsSourceStands() {
    let conditions = Self.kept(
      .client("GA4"),
      !(.eventData("a") > 1),
      !.cookie("c").contains("x"))
    #expect(conditions.map(\.place.line) == [#line - 3, #line - 2, #line - 1])
  }

  @Test func twoNegationsAreNone() {
    #expect((!(!Condition.client("GA4"))).isNegated == false)
    #expect((!(Source.eventData("a") != "b")).isNegated == false)
  }
}
