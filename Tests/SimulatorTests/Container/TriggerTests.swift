import SandboxedJS
import Simulator
import TagManager
import Testing

struct TriggerTests {
  /// An operator, what the variable is, what it is compared with, whether that holds.
  static let comparisons: [(ConditionType, ScriptValue, String, Bool)] = [
    (.equals, "a", "a", true), (.equals, "a", "A", false), (.equals, 5, "5", true),
    (.equals, 5.0, "5.0", false), (.equals, true, "true", true),
    (.equals, .undefined, "undefined", true), (.equals, .null, "null", true),
    (.equals, "", "", true), (.equals, ["a", "b"], "a,b", true),
    (.equals, ["a": 1], "[object Object]", true), (.equals, "e\u{301}", "\u{E9}", false),
    (.contains, "abc", "b", true), (.contains, "abc", "", true), (.contains, "abc", "cb", false),
    (.contains, "aab", "ab", true), (.contains, .undefined, "def", true),
    (.contains, "e\u{301}", "e", true),
    (.startsWith, "abc", "ab", true), (.startsWith, "abc", "b", false),
    (.startsWith, "e\u{301}", "e", true),
    (.endsWith, "abc", "bc", true), (.endsWith, "abc", "b", false), (.endsWith, "c", "bc", false),
    (.matchesRegularExpression, "purchase", "^(purchase|refund)$", true),
    (.matchesRegularExpression, "x-purchase", "purch", true),
    (.matchesRegularExpression, "PURCHASE", "purch", false),
    (.matchesRegularExpression, "a", "(", false),
    (.greater, 5, "4.5", true), (.greater, "5", "10", false), (.greater, "10", "9", true),
    (.greater, .undefined, "0", false), (.greater, .null, "-1", true), (.greater, "a", "0", false),
    (.greaterOrEquals, 5, "5", true), (.less, 4, "5", true), (.less, "", "1", true),
    (.lessOrEquals, 5, "5", true), (.lessOrEquals, 5.1, "5", false),
  ]

  private func fires(_ condition: Condition, _ value: ScriptValue) throws -> Bool {
    var container = SmallContainer()
    container.addEventData("value", "value")
    container.addTrigger("1", event: "e", [condition])
    container.addTag("tag", firing: ["1"])
    return try container.run(["event_name": "e", "value": value])[0].isFired
  }

  @Test("operators compare as Tag Manager's code does", arguments: comparisons)
  func operators(_ row: (type: ConditionType, left: ScriptValue, right: String, holds: Bool)) throws
  {
    #expect(try fires(Condition("{{value}}", row.type, row.right), row.left) == row.holds)
    // What is no regular expression never matches, and its negation always holds.
    #expect(
      try fires(Condition("{{value}}", row.type, row.right, isNegated: true), row.left)
        == !row.holds)
  }

  @Test("a regular expression can ignore case")
  func ignoringCase() throws {
    let condition = Condition(
      "{{value}}", .matchesRegularExpression, "^PUR", ignoresCase: true)
    #expect(try fires(condition, "purchase"))
  }

  @Test("an operator that only web containers have never holds, negated or not, and is named")
  func webOperator() throws {
    for isNegated in [false, true] {
      let condition = Condition("{{value}}", .matchesCSSSelector, "a", isNegated: isNegated)
      #expect(try !fires(condition, "a"))
    }
    var container = SmallContainer()
    container.addTrigger("1", event: "e", [Condition("{{_event}}", .matchesCSSSelector, "a")])
    container.addTag("tag", firing: ["1"])
    #expect(
      try ContainerProgram(container.version).notes.contains(
        "trigger 'trigger 1': the condition 'CSS_SELECTOR' is not simulated, it never holds here"))
  }

  @Test("a tag that did not fire tells the first condition that failed, and what was found")
  func reasons() throws {
    var container = SmallContainer()
    container.addEventData("value", "value")
    container.addTrigger("1", event: "purchase", [Condition("{{value}}", .greater, "0")])
    container.addTrigger("2", event: "refund")
    container.addTrigger(
      "3", [Condition("{{Client Name}}", .equals, "GA4"), Condition("{{value}}", .contains, "9")])
    container.addTag("tag", firing: ["1", "2", "3"])
    let tag = try container.run(["event_name": "purchase", "value": -1])[0]
    #expect(
      tag.decision.reason == """
        trigger 'trigger 1': {{value}} is greater than '0', but is -1; \
        trigger 'trigger 2': {{_event}} equals 'refund', but is 'purchase'; \
        trigger 'trigger 3': {{value}} contains '9', but is -1
        """)
    let fired = try container.run(["event_name": "purchase", "value": 1])[0]
    #expect(fired.decision.reason == "trigger 'trigger 1'")
  }

  @Test(
    "an exception outweighs a trigger, and a tag without trigger, or with one that is not there, never fires"
  )
  func exceptions() throws {
    var container = SmallContainer()
    container.addTrigger("1", event: "purchase")
    container.addTag("blocked") { $0.blockingTriggerIDs = ["1"] }
    container.addTag("never", firing: [])
    container.addTag("lost", firing: ["77"])
    let purchase = try container.run(["event_name": "purchase"])
    #expect(
      purchase.map(\.decision.reason) == [
        "exception 'trigger 1'", "the tag has no trigger", "trigger '77' is not simulated",
      ])
    #expect(try container.run(["event_name": "refund"])[0].isFired)
    #expect(
      try ContainerProgram(container.version).notes
        == [
          "tag 'lost' fires on the trigger 77, which the container does not have",
          "the container has no client: hits are read as a client of GA4 would",
        ])
  }

  @Test("a name that is nearly an awaited one is a hint, whatever fires for events of any name")
  func nearNames() throws {
    var container = SmallContainer()
    container.addTrigger("1", event: "purchase")
    container.addTrigger(
      "2", [Condition("{{_event}}", .matchesRegularExpression, "^view_.*")])
    container.addTag("any")
    container.addTag("one", firing: ["1"])
    container.addTag("some", firing: ["2"])
    let compiled = try ContainerProgram(container.version)
    func hint(_ name: String) throws -> String? {
      let hit = IncomingHit(eventData: ["event_name": .string(name)])
      return AwaitedEvents(compiled).misspelling(of: try Simulation(compiled).run(hit).events[0])
    }
    #expect(try hint("purchas") == "no trigger waits for 'purchas'; did you mean 'purchase'?")
    #expect(try hint("purchase") == nil)
    #expect(try hint("view_purchase") == nil)
    #expect(try hint("scroll") == nil)
  }

  @Test(
    "paused tags, tags outside of their schedule and tags for the live container alone do not fire")
  func pauses() throws {
    var container = SmallContainer()
    container.addTag("paused") { $0.paused = true }
    container.addTag("early") { $0.scheduleStartMilliseconds = "1767225600001" }
    container.addTag("late") { $0.scheduleEndMilliseconds = "1767225600000" }
    container.addTag("now") {
      $0.scheduleStartMilliseconds = "1767225600000"
      $0.scheduleEndMilliseconds = "1767225600001"
    }
    container.addTag("live") { $0.liveOnly = true }
    let tags = try container.run(["event_name": "e"]) { $0.isPreview = true }
    #expect(
      tags.map(\.decision.reason) == [
        "the tag is paused", "the time is outside of the tag's schedule",
        "the time is outside of the tag's schedule", "trigger 'All Events'",
        "the tag fires only in the published container",
      ])
  }

  @Test(
    "a tag that needs consent fires only where the hit grants it",
    arguments: [
      (["x-ga-gcs": "G111"], "trigger 'All Events'"),
      (["x-ga-gcs": "G101"], "no consent to 'ad_storage'"),
      (["x-ga-gcs": "G110"], "no consent to 'analytics_storage'"),
      (["x-ga-gcd": "13p3t3p2p5l1"], "no consent to 'ad_storage'"),
      (["x-ga-gcd": "13t3t3p2p5l1"], "trigger 'All Events'"),
      (["x-ga-gcs": "G111", "x-ga-gcd": "13q3t3t3t5l1"], "no consent to 'ad_storage'"),
      (["consent_state": ["ad_storage": "denied"]], "no consent to 'ad_storage'"),
      ([:], "the hit does not say whether there is consent to 'ad_storage'"),
    ] as [(ScriptValue, String)])
  func consent(_ row: (signals: ScriptValue, reason: String)) throws {
    var container = SmallContainer()
    container.addTag("tag") { $0.consentSettings = .needed(["ad_storage", "analytics_storage"]) }
    #expect(try container.run(row.signals)[0].decision.reason == row.reason)
  }
}
