import SandboxedJS
import Simulator
import TagManager
import Testing

/// The events that Tag Manager makes of what visitors do: clicks, forms, changes of the history, timers.
@Suite struct AutomaticEventTests {
  private static func page(
    _ type: TriggerType, filters: [Condition] = [], parameters: [(String, String)] = []
  ) -> SmallPage {
    var page = SmallPage(parameters)
    page.version.triggers.append(
      Trigger(id: "5", name: "listener", type: type, filters: filters))
    page.addTag(
      "listens", "gaawe",
      [
        .template("eventName", "heard"), .template("measurementIdOverride", "G-ABC1234567"),
        SmallPage.table("eventSettingsTable", parameters),
      ], firing: ["5"])
    return page
  }

  private static func hits(_ page: SmallPage, _ push: ScriptValue) throws -> [ScriptValue] {
    try page.run(BrowserVisit(pushes: [push])).flatMap(\.hits).flatMap(\.events).map(\.eventData)
      .filter { $0["event_name"] == "heard" }
  }

  @Test(
    "a trigger fires on the event of its type and on no other",
    arguments: [
      (TriggerType.click, "gtm.click"), (.linkClick, "gtm.linkClick"),
      (.formSubmission, "gtm.formSubmit"), (.historyChange, "gtm.historyChange-v2"),
      (.historyChange, "gtm.historyChange"), (.timer, "gtm.timer"),
      (.scrollDepth, "gtm.scrollDepth"), (.elementVisibility, "gtm.elementVisibility"),
      (.youTubeVideo, "gtm.video"), (.jsError, "gtm.pageError"),
    ])
  func types(type: TriggerType, event: String) throws {
    let page = Self.page(type)
    #expect(try Self.hits(page, ["event": .string(event)]).count == 1)
    #expect(try Self.hits(page, ["event": "gtm.other"]).isEmpty)
    #expect(try page.simulation().web.container.notes.isEmpty)
  }

  @Test("an event that names its triggers is for those alone")
  func triggers() throws {
    let page = Self.page(.timer)
    for (triggers, count) in [("5", 1), ("123_5", 1), ("1,5", 1), ("55", 0), ("6", 0), ("", 1)] {
      let push: ScriptValue = ["event": "gtm.timer", "gtm.triggers": .string(triggers)]
      #expect(try Self.hits(page, push).count == count, "\(triggers)")
    }
  }

  @Test("conditions and parameters read what was clicked")
  func click() throws {
    let page = Self.page(
      .linkClick, filters: [Condition("{{Click URL}}", .contains, "tel:")],
      parameters: [("address", "{{Click URL}}"), ("classes", "{{Click Classes}}")])
    let call: ScriptValue = [
      "event": "gtm.linkClick", "gtm.elementUrl": "tel:+15550100123", "gtm.elementClasses": "call",
    ]
    let data = try #require(try Self.hits(page, call).first)
    #expect(data["address"] == "tel:+15550100123")
    #expect(data["classes"] == "call")
    #expect(try Self.hits(page, ["event": "gtm.linkClick", "gtm.elementUrl": "/"]).isEmpty)
  }

  @Test("a change of the history changes the page's address")
  func history() throws {
    let page = Self.page(.historyChange)
    let push: ScriptValue = [
      "event": "gtm.historyChange-v2", "gtm.newUrl": "https://www.example.com/step-2",
    ]
    #expect(
      try Self.hits(page, push).first?["page_location"] == "https://www.example.com/step-2")
  }
}
