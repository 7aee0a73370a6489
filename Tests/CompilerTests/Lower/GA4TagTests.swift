import JSONText
import TagwrightPlan
import Testing

@Suite struct GA4TagTests {
  @Test func withoutAClientItFiresOnEveryEvent() throws {
    let plan = CompiledPlan { GA4Tag(measurementID: "G-ABC1234567") }
    #expect(plan.problems == [])
    #expect(
      try plan.shown("tag", "GA4")
        == #"{"type":"sgtmgaaw","parameter":[{"type":"BOOLEAN","key":"redactVisitorIp","value":"false"},{"type":"TEMPLATE","key":"epToIncludeDropdown","value":"all"},{"type":"TEMPLATE","key":"upToIncludeDropdown","value":"all"},{"type":"TEMPLATE","key":"measurementId","value":"G-ABC1234567"}],"firingTriggerId":["2147479574"],"tagFiringOption":"ONCE_PER_EVENT","monitoringMetadata":{"type":"MAP"},"consentSettings":{"consentStatus":"NOT_SET"}}"#
    )
    #expect(try plan.entities("trigger") == [])
  }

  @Test func withOneClientItFiresForItsEvents() throws {
    let plan = CompiledPlan {
      GA4Tag(measurementID: "G-ABC1234567", excluding: ["ttclid", "ttp"], redactsVisitorIP: true)
      GA4Client()
    }
    #expect(plan.problems == [])
    #expect(
      try plan.shown("trigger", "GA4 events")
        == #"{"type":"ALWAYS","filter":[{"type":"EQUALS","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{Client Name}}"},{"type":"TEMPLATE","key":"arg1","value":"GA4"}]}]}"#
    )
    #expect(try plan.names("builtInVariable") == ["Client Name"])
    #expect(
      try plan.parameters("tag", "GA4") == [
        "redactVisitorIp BOOLEAN true", "epToIncludeDropdown TEMPLATE all",
        "upToIncludeDropdown TEMPLATE all", "measurementId TEMPLATE G-ABC1234567",
        "epToExclude LIST [MAP [fieldName TEMPLATE ttclid], MAP [fieldName TEMPLATE ttp]]",
      ])
  }

  @Test func withSeveralClientsItFiresForTheEventsOfEach() throws {
    let plan = CompiledPlan {
      GA4Client("GA4")
      RawClient("other", type: "gtm_client")
      RawClient("GA4 (shop.example.com)", type: "gaaw_client")
      Folder("A") { GA4Tag("one", measurementID: "G-ABC1234567") }
      Folder("B") { GA4Tag("two", measurementID: "G-ABC1234568") }
    }
    #expect(plan.problems == [])
    #expect(
      try plan.shown("trigger", "GA4 events")
        == #"{"type":"ALWAYS","filter":[{"type":"MATCH_REGEX","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{Client Name}}"},{"type":"TEMPLATE","key":"arg1","value":"^(GA4|GA4 \\(shop\\.example\\.com\\))$"}]}]}"#
    )
    for tag in ["one", "two"] {
      #expect(try plan.shown("tag", tag).contains(#""firingTriggerId":["GA4 events"]"#))
    }
  }

  @Test func itFiresOnItsOwnTriggers() throws {
    let plan = CompiledPlan {
      GA4Client()
      GA4Tag(measurementID: "{{My id}}", firing: [.named("a"), .allEvents()], notes: "own words")
      Trigger("a", on: .event("a"))
      RawVariable("My id", type: "c", parameters: [.text("value", "G-ABC1234567")])
    }
    #expect(plan.problems == [])
    #expect(try plan.names("trigger") == ["a"])
    #expect(try plan.shown("tag", "GA4").contains(#""firingTriggerId":["a","2147479574"]"#))
    #expect(
      try plan.entity("tag", "GA4")["notes"]
        == """
        Sends the events that the GA4 client made to Google Analytics.

        own words

        Made by Tagwright from the plan 'Test': change the plan, not this.
        """)
  }

  @Test func whatCannotWorkIsReported() {
    let plan = CompiledPlan {
      GA4Client(cookieDomain: "")
      GA4Tag("a", measurementID: "UA-12345-1")
      GA4Tag("b", measurementID: "")
      GA4Tag("c", measurementID: "{{no such}}")
      Trigger("GA4 events", on: .event("x"))
    }
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0] } == [
        "+1: error: client 'GA4' has no domain for its cookie [cookie-domain]",
        "+2: error: trigger 'GA4 events' is declared twice [duplicate-name]",
        "+2: error: 'UA-12345-1' is not a measurement id [measurement-id]",
        "+3: error: trigger 'GA4 events' is declared twice [duplicate-name]",
        "+3: error: '' is not a measurement id [measurement-id]",
        "+4: error: trigger 'GA4 events' is declared twice [duplicate-name]",
        "+4: error: there is no variable 'no such' in this container [unknown-variable]",
      ])
  }
}
