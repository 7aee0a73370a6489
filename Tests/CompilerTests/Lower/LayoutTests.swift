import JSONText
import SandboxedJS
import TagwrightPlan
import Testing

@Suite struct LayoutTests {
  private static let names = [
    "purchase", "page_view", "a.b", "a+b", "a|b", "(x)", "^$", "[a]", "{1}", "a\\b", "*", "?", "$",
    "é",
    "e\u{301}e", "日本", "a b", "Purchase", "-", "/", "\"", "'", "a{{b", "😀",
  ]

  private static let others = [
    "", "purchas", "purchases", "xpurchase", "purchase\n", "aXb", "ab", "aab", "a", "b", "x", "1",
    "\\",
    "日", "PURCHASE", "a\\\\b", ".", "(", "|", "purchase|page_view",
  ]

  /// The tags that fire on an event, if all further conditions of their triggers hold.
  private static func tags(firingOn event: String, in plan: CompiledPlan) throws -> [String] {
    let fired = try plan.entities("trigger").filter { trigger in
      let condition = try #require(trigger["customEventFilter"]?.array?.first)
      let parameters = try #require(condition["parameter"]?.array)
      #expect(parameters[0]["value"] == "{{_event}}")
      let value = try #require(parameters[1]["value"]?.string)
      if condition["type"] == "EQUALS" { return Array(value.utf8) == Array(event.utf8) }
      #expect(condition["type"] == "MATCH_REGEX")
      return try RegularExpression(value).firstMatch(in: event) != nil
    }
    let ids = Set(fired.compactMap { $0["triggerId"]?.string })
    return try plan.entities("tag").filter { tag in
      (tag["firingTriggerId"]?.array ?? []).contains { ids.contains($0.string ?? "") }
    }.compactMap { $0["name"]?.string }
  }

  @Test func aTagPerEventFiresForItsNameAndNoOther() throws {
    let plan = CompiledPlan {
      tikTok { for name in Self.names { On(name, send: .lead()) } }
    }
    #expect(plan.problems == [])
    for name in Self.names {
      #expect(try Self.tags(firingOn: name, in: plan) == ["TikTok Lead (\(name))"])
    }
    for name in Self.others { #expect(try Self.tags(firingOn: name, in: plan) == []) }
  }

  @Test func aLookupTableFiresForItsNamesAndNoOther() throws {
    let plan = CompiledPlan {
      tikTok(layout: .lookupTable) {
        for (index, name) in Self.names.enumerated() {
          if index.isMultiple(of: 3) {
            On(name, where: .eventData("value") > 0, send: .lead())
          } else {
            On(name, send: .lead())
          }
        }
      }
    }
    #expect(plan.problems == [])
    for name in Self.names {
      #expect(try Self.tags(firingOn: name, in: plan) == ["TikTok events"], "\(name)")
    }
    for name in Self.others { #expect(try Self.tags(firingOn: name, in: plan) == [], "\(name)") }
  }

  @Test func tagsOfOneTemplateSayWhichEventTheyAreFor() throws {
    let plan = CompiledPlan {
      tikTok(layout: .tagPerEvent(template: .shared)) {
        On("page_view", send: .pageview())
        On("lead", where: .eventData("shop") == "de", send: .lead(), name: "German lead")
        On(
          "lead", where: .eventData("shop") == "ch",
          send: .lead(value: .eventData("value"), currency: .constant("CHF")),
          name: "Swiss lead")
      }
    }
    #expect(plan.problems == [])
    #expect(try plan.names("customTemplate") == ["TikTok events", "Consent to ad_storage"])
    #expect(
      plan.paths == [
        "server-container.json", "templates/tiktok-events.tpl",
        "templates/consent-to-ad-storage.tpl", "README.md",
      ])
    #expect(
      try plan.names("tag") == ["TikTok Pageview (page_view)", "German lead", "Swiss lead"])
    let marks = try plan.names("tag").map { name in
      try plan.parameters("tag", name).filter {
        $0.hasPrefix("event ") || $0.hasPrefix("mapping ") || $0.hasPrefix("value ")
      }
    }
    #expect(
      marks == [
        ["event TEMPLATE Pageview", "mapping TEMPLATE page_view"],
        ["event TEMPLATE Lead", "mapping TEMPLATE German lead"],
        ["event TEMPLATE Lead", "mapping TEMPLATE Swiss lead", "value TEMPLATE {{ed.value}}"],
      ])
  }

  @Test func aLookupTableHasOneTagOneTemplateOneVariableAndOneTrigger() throws {
    let plan = CompiledPlan {
      tikTok(layout: .lookupTable) {
        On("page_view", send: .pageview())
        On("sign.up", send: .completeRegistration(), name: "ignored here")
      }
    }
    #expect(plan.problems == [])
    #expect(try plan.names("tag") == ["TikTok events"])
    #expect(try plan.names("trigger") == ["TikTok events"])
    #expect(try plan.names("customTemplate") == ["TikTok events", "Consent to ad_storage"])
    #expect(
      plan.paths == [
        "server-container.json", "templates/tiktok-events.tpl",
        "templates/consent-to-ad-storage.tpl", "README.md",
      ])
    #expect(
      try plan.parameters("tag", "TikTok events") == [
        "event TEMPLATE {{TikTok event}}", "pixel_code TEMPLATE {{TikTok Pixel Code}}",
        "access_token TEMPLATE {{TikTok Access Token}}", "event_name TEMPLATE {{Event Name}}",
        "consent TEMPLATE {{Consent to ad_storage}}",
        "page_url TEMPLATE {{ed.page_location}}", "page_referrer TEMPLATE {{ed.page_referrer}}",
        "event_id TEMPLATE {{ed.event_id}}",
      ])
    #expect(
      try plan.parameters("variable", "TikTok event") == [
        "setDefaultValue BOOLEAN false", "input TEMPLATE {{Event Name}}",
        "map LIST [MAP [key TEMPLATE page_view, value TEMPLATE Pageview], MAP [key TEMPLATE sign.up, value TEMPLATE CompleteRegistration]]",
      ])
    #expect(
      try plan.shown("trigger", "TikTok events")
        == #"{"type":"CUSTOM_EVENT","customEventFilter":[{"type":"MATCH_REGEX","parameter":[{"type":"TEMPLATE","key":"arg0","value":"{{_event}}"},{"type":"TEMPLATE","key":"arg1","value":"^(page_view|sign\\.up)$"}]}],"parentFolderId":"TikTok"}"#
    )
  }

  @Test func aConditionalEventOfALookupTableHasATriggerOfItsOwn() throws {
    let plan = CompiledPlan {
      tikTok(layout: .lookupTable) {
        On("page_view", send: .pageview())
        On("purchase", where: .client("GA4"), send: .lead())
      }
      tikTok("Second", layout: .lookupTable) {
        On("purchase", where: .client("GA4"), send: .lead())
      }
    }
    #expect(plan.problems == [])
    #expect(
      try plan.names("trigger") == [
        "TikTok events", "TikTok Lead (purchase)", "Second Lead (purchase)",
      ])
    #expect(
      try plan.shown("tag", "TikTok events").contains(
        #""firingTriggerId":["TikTok events","TikTok Lead (purchase)"]"#))
    #expect(
      try plan.shown("tag", "Second events").contains(
        #""firingTriggerId":["Second Lead (purchase)"]"#))
  }

  @Test func anEventStandsOnceInALookupTable() {
    let plan = CompiledPlan {
      tikTok(layout: .lookupTable) {
        On("purchase", send: .lead())
        On("purchase", where: .client("GA4"), send: .pageview())
      }
    }
    #expect(
      plan.problems == [
        """
        +3: error: a lookup table has one TikTok event for 'purchase' [ambiguous-mapping]
        +2: note: first mapped here
        +3: note: take one of them out
        +3: note: 'layout: .tagPerEvent' can send one event as two, or each under a condition
        """
      ])
  }

  @Test func twoTagsOfOneMappingNeedNames() throws {
    let plan = CompiledPlan {
      tikTok {
        On("purchase", where: .client("GA4"), send: .lead())
        On("purchase", where: .client("Data Client"), send: .lead())
      }
    }
    #expect(
      plan.problems == [
        """
        +3: error: 'purchase' is sent twice as 'Lead' [ambiguous-mapping]
        +2: note: first mapped here
        +3: note: take one of them out, or give one a 'name:' if never both conditions hold
        """
      ])
    let named = CompiledPlan {
      tikTok {
        On("purchase", where: .client("GA4"), send: .lead())
        On(
          "purchase", where: .client("Data Client"), send: .lead(), name: "TikTok Lead, data client"
        )
      }
    }
    #expect(named.problems == [])
    #expect(
      try named.names("tag") == ["TikTok Lead (purchase)", "TikTok Lead, data client"])
    #expect(
      try named.names("trigger") == ["TikTok Lead (purchase)", "TikTok Lead, data client"])
  }

  @Test(arguments: [Layout.tagPerEvent, .lookupTable])
  func anEmptyMapIsWarnedOf(_ layout: Layout) throws {
    let plan = CompiledPlan { tikTok(layout: layout) {} }
    #expect(plan.rules == ["empty-event-map"])
    #expect(try plan.names("tag") == [])
  }
}
