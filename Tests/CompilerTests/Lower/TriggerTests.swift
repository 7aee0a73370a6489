import JSONText
import TagwrightPlan
import Testing

@Suite struct TriggerTests {
  @Test func aTagFiresOnEveryKindOfReference() throws {
    let lead = Trigger("lead", on: .events(matching: "^lead"))
    let plan = CompiledPlan {
      RawTag(
        "t", type: "sgtmadscl",
        firing: [.trigger(lead), .named("later"), .named("purchase"), .allEvents()])
      RawTrigger("later", type: "ALWAYS", where: .client("GA4"))
      tikTok { On("purchase", send: .lead()) }
    }
    #expect(plan.problems == [])
    #expect(try plan.names("trigger") == ["lead", "later", "purchase"])
    #expect(
      try plan.shown("tag", "t").contains(
        #""firingTriggerId":["lead","later","purchase","2147479574"]"#))
  }

  @Test func aListedTriggerStandsInItsFolderWhereverTagsReferToIt() throws {
    let lead = Trigger("lead", on: .event("lead"), notes: "own words")
    let plan = CompiledPlan {
      RawTag("outside", type: "sgtmadscl", firing: [.trigger(lead)])
      Folder("A") { RawTag("inside", type: "sgtmadscl", firing: [.trigger(lead)]) }
      Folder("Triggers") { lead }
    }
    #expect(plan.problems == [])
    #expect(
      try plan.shown("trigger", "lead")
        == #"{"type":"CUSTOM_EVENT","customEventFilter":[{"type":"EQUALS","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{_event}}"},{"type":"TEMPLATE","key":"arg1","value":"lead"}]}],"parentFolderId":"Triggers"}"#
    )
    #expect(try plan.entity("trigger", "lead")["notes"] == "own words")
  }

  @Test func aTriggerThatIsOnlyReferredToStandsBesideItsFirstTag() throws {
    let lead = Trigger("lead", on: .event("lead"))
    let plan = CompiledPlan {
      Folder("A") { RawTag("a", type: "sgtmadscl", firing: [.trigger(lead)]) }
      Folder("B") { RawTag("b", type: "sgtmadscl", firing: [.trigger(lead)]) }
    }
    #expect(plan.problems == [])
    #expect(try plan.shown("trigger", "lead").contains(#""parentFolderId":"A""#))
  }

  @Test func aDestinationSharesTheTriggerThatFiresForTheSame() throws {
    let plan = CompiledPlan {
      tikTok { On("purchase", send: .lead()) }
      tikTok("Second") { On("purchase", send: .lead()) }
      Folder("A") { Trigger("purchase", on: .event("purchase"), notes: "own words") }
    }
    #expect(plan.problems == [])
    #expect(try plan.names("trigger") == ["purchase"])
    #expect(try plan.shown("trigger", "purchase").contains(#""parentFolderId":"A""#))
    for tag in ["TikTok Lead (purchase)", "Second Lead (purchase)"] {
      #expect(try plan.shown("tag", tag).contains(#""firingTriggerId":["purchase"]"#))
    }
  }

  @Test func aTriggerThatFiresForSomethingElseCollides() {
    let plan = CompiledPlan {
      Trigger("purchase", on: .event("order"))
      tikTok {
        On("purchase", send: .lead())
      }
    }
    #expect(
      plan.problems == [
        """
        +3: error: trigger 'purchase' is declared twice [duplicate-name]
        +1: note: first declared here
        +3: note: Tag Manager keeps one trigger per name; give this one another name
        """
      ])
  }

  @Test func aFunctionThatMakesDifferentTriggersOfOneNameCollides() {
    func trigger(_ event: String) -> Trigger { Trigger("t", on: .event(event)) }
    let plan = CompiledPlan {
      RawTag("a", type: "http_request", firing: [.trigger(trigger("a"))])
      RawTag("b", type: "http_request", firing: [.trigger(trigger("b"))])
    }
    #expect(plan.rules == ["duplicate-name"])
  }

  @Test func anUnknownTriggerIsReportedWithTheNearestName() {
    let plan = CompiledPlan {
      GA4Client()
      RawTag(
        "t", type: "http_request",
        firing: [.named("purchse")],
        blocking: [.named("nothing like it")])
      tikTok { On("purchase", send: .lead()) }
    }
    #expect(
      plan.problems == [
        """
        +4: error: there is no trigger 'purchse' in this container [unknown-trigger]
        +4: note: did you mean 'purchase'?
        """,
        """
        +5: error: there is no trigger 'nothing like it' in this container [unknown-trigger]
        +5: note: there are 'purchase'
        """,
      ])
  }

  @Test func wrongTriggersAreReported() {
    let plan = CompiledPlan {
      Trigger("all", on: .anyEvent)
      Trigger("named", on: .event(""))
      Trigger("spaced", on: .event("purchase "))
      Trigger("empty", on: .events(matching: ""))
      Trigger("pattern", on: .events(matching: "*"))
      RawTrigger("raw all", type: "ALWAYS")
      RawTrigger("raw none", type: "CUSTOM_EVENT")
      RawTrigger(
        "raw two", type: "CUSTOM_EVENT", where: .variable("_event") == "a",
        .variable("_event") == "b")
      RawTrigger("raw type", type: "CUSTOM_EVENTS")
      RawTrigger("web type", type: "LINK_CLICK")
      RawTag("never", type: "http_request", firing: [])
      Trigger("elsewhere", on: .anyEvent, where: .variable("_event") == "a")
    }
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0] } == [
        "+1: error: trigger 'all' looks at every event and has no condition [trigger-without-condition]",
        "+2: error: '' is not a name of an event [event-name]",
        "+3: error: 'purchase ' is not a name of an event [event-name]",
        "+4: error: '' is not a name of an event [event-name]",
        "+5: error: '*' is not a regular expression: '*' has nothing to repeat: write '\\*' for the character itself [bad-pattern]",
        "+6: error: trigger 'raw all' looks at every event and has no condition [trigger-without-condition]",
        "+7: error: custom event trigger 'raw none' has 0 conditions on the event's name [event-filter]",
        "+8: error: custom event trigger 'raw two' has 2 conditions on the event's name [event-filter]",
        "+11: error: server containers have no trigger of type 'CUSTOM_EVENTS' [unknown-type]",
        "+12: error: server containers have no trigger of type 'LINK_CLICK' [unknown-type]",
        "+13: warning: tag 'never' fires on no trigger [tag-without-trigger]",
        "+14: error: there is no variable '_event' in this container [unknown-variable]",
      ])
  }
}
