import JSONText
import TagwrightPlan
import Testing

@Suite struct ConditionTests {
  private static func condition(_ type: String, _ arguments: String...) -> String {
    let keys = ["arg0", "arg1"]
    let parameters = arguments.enumerated().map { index, argument in
      index < 2
        ? #"{"type":"TEMPLATE","key":"\#(keys[index])","value":"\#(argument)"}"#
        : #"{"type":"BOOLEAN","key":"\#(argument)","value":"true"}"#
    }
    return #"{"type":"\#(type)","parameter":[\#(parameters.joined(separator: ","))]}"#
  }

  private static let cases: [(Condition, String)] = [
    (.client("GA4"), condition("EQUALS", "{{Client Name}}", "GA4")),
    (!.client("GA4"), condition("EQUALS", "{{Client Name}}", "GA4", "negate")),
    (!(!.client("GA4")), condition("EQUALS", "{{Client Name}}", "GA4")),
    (.eventData("a") == "b", condition("EQUALS", "{{ed.a}}", "b")),
    (.eventData("a") != "b", condition("EQUALS", "{{ed.a}}", "b", "negate")),
    (!(.eventData("a") != "b"), condition("EQUALS", "{{ed.a}}", "b")),
    (.eventData("a") < 1, condition("LESS", "{{ed.a}}", "1")),
    (.eventData("a") <= 1.5, condition("LESS_OR_EQUALS", "{{ed.a}}", "1.5")),
    (.eventData("a") > -2, condition("GREATER", "{{ed.a}}", "-2")),
    (.eventData("a") >= 0.1, condition("GREATER_OR_EQUALS", "{{ed.a}}", "0.1")),
    (
      .eventData("a") > 12_345_678_901_234_568,
      condition("GREATER", "{{ed.a}}", "12345678901234568")
    ),
    (.cookie("c").contains("b"), condition("CONTAINS", "{{cookie.c}}", "b")),
    (!.cookie("c").contains("b"), condition("CONTAINS", "{{cookie.c}}", "b", "negate")),
    (.requestHeader("h").starts(with: "b"), condition("STARTS_WITH", "{{header.h}}", "b")),
    (.queryParameter("q").ends(with: "b"), condition("ENDS_WITH", "{{query.q}}", "b")),
    (.urlParameter("u").matches("^b"), condition("MATCH_REGEX", "{{url.u}}", "^b")),
    (
      .builtIn(.requestPath).matches("^b", ignoringCase: true),
      condition("MATCH_REGEX", "{{Request Path}}", "^b", "ignore_case")
    ),
    (
      !.variable("raw").matches("^b", ignoringCase: true),
      condition("MATCH_REGEX", "{{raw}}", "^b", "ignore_case", "negate")
    ),
    (.eventData("a").matchesSelector("#b"), condition("CSS_SELECTOR", "{{ed.a}}", "#b")),
    (.eventData("a").matchesURL("b"), condition("URL_MATCHES", "{{ed.a}}", "b")),
    (
      .lookupTable("T", of: .eventData("a"), ["x": "y"]) == "y", condition("EQUALS", "{{T}}", "y")
    ),
    (
      .eventData("a") == "{{Event Name}}", condition("EQUALS", "{{ed.a}}", "{{Event Name}}")
    ),
  ]

  @Test(arguments: cases.indices)
  func everyOperatorIsWrittenAsTagManagerWritesIt(_ index: Int) throws {
    let (condition, expected) = Self.cases[index]
    let plan = CompiledPlan {
      RawVariable("raw", type: "vr")
      Trigger("declared", on: .event("purchase"), where: condition)
      tikTok { On("purchase", where: condition, send: .lead()) }
    }
    let event =
      #""customEventFilter":[\#(Self.condition("EQUALS", "{{_event}}", "purchase"))],"filter":[\#(expected)]"#
    #expect(try plan.shown("trigger", "declared") == #"{"type":"CUSTOM_EVENT",\#(event)}"#)
    #expect(
      try plan.shown("trigger", "TikTok Lead (purchase)") == #"{"type":"CUSTOM_EVENT",\#(event)}"#)
  }

  @Test func conditionsKeepTheirOrder() throws {
    let plan = CompiledPlan {
      Trigger(
        "t", on: .anyEvent, where: .client("GA4"), .eventData("value") > 0, .eventData("a") == "b")
    }
    let filters = try plan.entity("trigger", "t")["filter"]?.array ?? []
    #expect(filters.map { $0["type"]?.string } == ["EQUALS", "GREATER", "EQUALS"])
    #expect(try plan.entity("trigger", "t")["type"] == "ALWAYS")
    #expect(try plan.entity("trigger", "t")["customEventFilter"] == nil)
  }

  @Test func builtInVariablesAreEnabledInTheOrderOfTheAPI() throws {
    let plan = CompiledPlan {
      RawTag(
        "all", type: "sgtmadscl",
        parameters: BuiltIn.all.reversed().map { .source($0.word, .builtIn($0)) },
        firing: [.allEvents()])
    }
    #expect(
      try plan.names("builtInVariable") == [
        "Container Version", "Debug Mode", "Random Number", "Container ID", "Event Name",
        "Request Path", "Request Method", "Client Name", "Query String", "Visitor Region",
      ])
  }

  @Test func aBuiltInVariableIsNamedAsTagManagerNamesIt() throws {
    for builtIn in BuiltIn.all {
      let plan = CompiledPlan {
        Trigger("t", on: .anyEvent, where: .builtIn(builtIn) == "x")
      }
      #expect(
        try plan.entities("builtInVariable").map { $0.text(.compact) } == [
          #"{"accountId":"1234567890","containerId":"11111111","type":"\#(builtIn.word)","name":"\#(builtIn.name)"}"#
        ])
    }
  }

  @Test func aNameInDoubleBracesEnablesABuiltInVariable() throws {
    let plan = CompiledPlan {
      RawTag(
        "t", type: "http_request",
        parameters: [.text("url", "https://x.example.com/{{Request Path}}")],
        firing: [.allEvents()])
      Trigger("t", on: .anyEvent, where: .eventData("a") == "{{Client Name}}")
      GA4Tag(measurementID: "{{Query String}}", firing: [.named("t")])
    }
    #expect(plan.problems == [])
    #expect(
      try plan.names("builtInVariable") == ["Request Path", "Client Name", "Query String"])
  }
}
