import CustomTemplate
import Pages
import SandboxedJS
import Simulator
import TagManager

/// A container with a tag for whatever can become of one, and events of it as entries of a page.
struct ShownContainer {
  /// Text that is markup, ends a script, turns the direction of what follows, and ends lines.
  static let hostile = "</script><img src=x onerror=document.title='wrong'>\u{202E}\u{2028}'\"&amp;"

  private let simulation: Simulation

  init() throws {
    var version = ContainerVersion(
      container: Container(publicID: "GTM-ABC1234", usageContexts: [.server]))
    let code = """
      const log = require('logToConsole');
      const sendHttpRequest = require('sendHttpRequest');
      if (data.does === 'send') {
        sendHttpRequest(data.url, {method: 'POST', headers: {'Content-Type': 'application/json'}}, data.body)
          .then(data.gtmOnSuccess, data.gtmOnFailure);
      } else if (data.does === 'fail') {
        log('{"Type":"Message","Message":"not sent: nobody to tell"}');
        data.gtmOnFailure();
      } else {
        data.gtmOnSuccess();
      }
      """
    let template = CustomTemplate(
      kind: .tag, displayName: "Doing", description: "", code: code,
      permissions: [.logging(.all), .sendHTTPToAnyURL, .readAnyEventData])
    version.customTemplates = [
      TemplateEntity(id: "doing", name: "Doing", templateData: template.text, containerID: "1")
    ]
    version.triggers = [
      Trigger(
        id: "9", name: "purchases", type: .customEvent,
        customEventFilters: [Condition("{{_event}}", .equals, "purchase")])
    ]
    version.variables = [
      Variable(
        id: "20", name: "order", type: "ed",
        parameters: [.boolean("setDefaultValue", false), .template("keyPath", "order")])
    ]
    func tag(
      _ name: String, _ does: String, firing: String = ReservedTrigger.allEvents.id,
      type: String = "cvt_1_doing"
    ) -> TagManager.Tag {
      TagManager.Tag(
        id: "\(100 + version.tags.count)", name: name, type: type,
        parameters: [
          .template("does", does), .template("url", "https://one.example.com/events?key=hidden"),
          .template("body", #"{"order":"{{order}}","list":[1,{"deep":true}]}"#),
          .template("api_token", "hidden-token"),
        ], firingTriggerIDs: [firing])
    }
    version.tags.append(tag("One sends", "send", firing: "9"))
    version.tags.append(tag("One fails", "fail"))
    version.tags.append(tag("Two is silent", "rest"))
    version.tags.append(tag("Two \(Self.hostile)", "send", firing: "9"))
    version.tags.append(tag("Three is unknown", "", type: "sgtmgaaw"))
    var refused = tag("Four is refused", "send")
    refused.consentSettings = .needed(["ad_storage"])
    version.tags.append(refused)
    var simulation = Simulation(try ContainerProgram(version))
    simulation.recordsVariables = true
    self.simulation = simulation
  }

  /// An event in one half.
  func half(
    _ side: PageEntry.Side, _ name: String, order: String = "T-1", isGranted: Bool = false
  ) throws -> PageEntry.Half {
    let consent: ScriptValue = isGranted ? "G111" : "G100"
    let hit = IncomingHit(
      eventData: ["event_name": .string(name), "order": .string(order), "x-ga-gcs": consent])
    return .init(side, try simulation.run(hit).events[0], by: "client 'GA4'", notes: ["a note"])
  }

  /// A page whose tags are grouped by the first word of their names.
  static func page(day: String? = nil) -> SimulationPage {
    SimulationPage(
      PageHeading(
        title: "Shop <b>", subject: "Simulated events", containers: ["GTM-ABC1234"], day: day)
    ) { _, tag in tag.name.split(separator: " ").first.map(String.init) ?? "" }
  }

  /// A page with an event of both halves, one that is counted twice, one of the server alone, and one of which nothing came.
  func page() throws -> SimulationPage {
    var page = Self.page()
    page.add(
      PageEntry(
        name: "view_item", from: "push 1",
        halves: [try half(.browser, "view_item"), try half(.server, "view_item", isGranted: true)],
        counts: [.init(destination: "One", count: 1, isFault: false, text: "One counts 1 View")]))
    page.add(
      PageEntry(
        name: "purchase", from: "push 2",
        halves: [
          try half(.browser, "purchase", order: "T-2"), try half(.server, "purchase", order: "T-2"),
        ],
        counts: [
          .init(destination: "One", count: 2, isFault: true, text: "One counts 2 Purchase: no id")
        ]))
    page.add(
      PageEntry(
        name: Self.hostile, from: "hit 3", halves: [try half(.server, Self.hostile, order: "T-3")]))
    page.add(PageEntry(name: "no event", from: "hit 4", problems: ["it was cut off"]))
    return page
  }
}
