import JSONText
import TagwrightPlan
import Testing

@Suite struct RawEntityTests {
  private static let everyKind: [RawParameter] = [
    .text("text", "https://x.example.com/"), .text("empty", ""),
    .source("source", .eventData("value")), .boolean("yes", true), .boolean("no", false),
    .integer("number", -3), .secret("token", .secret("CRM_TOKEN")),
    .table(
      "rows",
      [
        [.text("key", "a"), .source("value", .cookie("c"))],
        [.text("key", "b"), .boolean("on", true)],
      ]
    ),
    .table("none", []),
  ]

  private static let everyKindShown = [
    "text TEMPLATE https://x.example.com/", "empty TEMPLATE", "source TEMPLATE {{ed.value}}",
    "yes BOOLEAN true", "no BOOLEAN false", "number INTEGER -3", "token TEMPLATE {{CRM_TOKEN}}",
    "rows LIST [MAP [key TEMPLATE a, value TEMPLATE {{cookie.c}}], MAP [key TEMPLATE b, on BOOLEAN true]]",
    "none LIST",
  ]

  @Test func everyKindOfParameterIsWrittenInItsType() throws {
    let plan = CompiledPlan {
      RawTag("t", type: "sgtmadscl", parameters: Self.everyKind, firing: [.allEvents()])
      RawVariable("v", type: "fs", parameters: Self.everyKind)
      RawClient("c", type: "gtm_client", parameters: Self.everyKind)
      RawTrigger("r", type: "ALWAYS", parameters: Self.everyKind, where: .client("GA4"))
    }
    #expect(plan.problems == [])
    for (kind, name) in [("tag", "t"), ("variable", "v"), ("client", "c"), ("trigger", "r")] {
      #expect(try plan.parameters(kind, name) == Self.everyKindShown)
    }
    #expect(try plan.names("variable") == ["ed.value", "CRM_TOKEN", "cookie.c", "v"])
  }

  @Test func aRawTagHasWhatEveryTagHas() throws {
    let plan = CompiledPlan {
      RawTag("plain", type: "sgtmadscl", firing: [.allEvents()])
      RawTag(
        "full", type: "sgtmadscl", parameters: [.boolean("enableLinkerParams", true)],
        firing: [.named("a"), .allEvents(), .named("a")], blocking: [.named("b")], priority: 7,
        isPaused: true, notes: "own words")
      Trigger("a", on: .event("a"))
      Trigger("b", on: .event("b"))
    }
    #expect(plan.problems == [])
    #expect(
      try plan.shown("tag", "plain")
        == #"{"type":"sgtmadscl","firingTriggerId":["2147479574"],"tagFiringOption":"ONCE_PER_EVENT","monitoringMetadata":{"type":"MAP"},"consentSettings":{"consentStatus":"NOT_SET"}}"#
    )
    #expect(
      try plan.shown("tag", "full")
        == #"{"type":"sgtmadscl","priority":{"type":"INTEGER","value":"7"},"parameter":[{"type":"BOOLEAN","key":"enableLinkerParams","value":"true"}],"firingTriggerId":["a","2147479574"],"blockingTriggerId":["b"],"tagFiringOption":"ONCE_PER_EVENT","paused":true,"monitoringMetadata":{"type":"MAP"},"consentSettings":{"consentStatus":"NOT_SET"}}"#
    )
    #expect(
      try plan.entity("tag", "full")["notes"]
        == "own words\n\nMade by Tagwright from the plan 'Test': change the plan, not this.")
  }

  @Test func aRawTriggerFiltersTheEventByItsOwnVariable() throws {
    let plan = CompiledPlan {
      RawTrigger(
        "r", type: "CUSTOM_EVENT", where: .client("GA4"), .variable("_event").matches("^a"),
        .eventData("value") > 0)
      RawTrigger("always", type: "ALWAYS", where: .client("GA4"))
    }
    #expect(plan.problems == [])
    #expect(
      try plan.shown("trigger", "r")
        == #"{"type":"CUSTOM_EVENT","customEventFilter":[{"type":"MATCH_REGEX","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{_event}}"},{"type":"TEMPLATE","key":"arg1","value":"^a"}]}],"filter":[{"type":"EQUALS","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{Client Name}}"},{"type":"TEMPLATE","key":"arg1","value":"GA4"}]},{"type":"GREATER","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{ed.value}}"},{"type":"TEMPLATE","key":"arg1","value":"0"}]}]}"#
    )
    #expect(try plan.names("builtInVariable") == ["Client Name"])
  }

  @Test func aClientsPriorityIsLeftOutWhereItIsZero() throws {
    let plan = CompiledPlan {
      RawClient("zero", type: "gtm_client")
      RawClient("seven", type: "gtm_client", priority: 7)
      GA4Client(priority: 0, cookieDomain: "shop.example.com")
    }
    #expect(try plan.shown("client", "zero") == #"{"type":"gtm_client"}"#)
    #expect(try plan.shown("client", "seven") == #"{"type":"gtm_client","priority":7}"#)
    #expect(
      try plan.shown("client", "GA4")
        == #"{"type":"gaaw_client","parameter":[{"type":"TEMPLATE","key":"cookieDomain","value":"shop.example.com"},{"type":"TEMPLATE","key":"cookieMaxAgeInSec","value":"63072000"},{"type":"BOOLEAN","key":"activateDefaultPaths","value":"true"},{"type":"TEMPLATE","key":"cookiePath","value":"/"},{"type":"BOOLEAN","key":"migrateFromJsClientId","value":"false"},{"type":"TEMPLATE","key":"cookieManagement","value":"server"},{"type":"TEMPLATE","key":"cookieName","value":"FPID"}]}"#
    )
  }
}
