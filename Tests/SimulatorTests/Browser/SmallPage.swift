import CustomTemplate
import SandboxedJS
import Simulator
import TagManager

/// A web container with a Google tag and an event tag for `e`, and a server that takes its hits.
struct SmallPage {
  static let functions = ["pixel.track"]

  var version = ContainerVersion(
    container: Container(publicID: "GTM-WEB1234", usageContexts: [.web]))

  /// - Parameters:
  ///   - serverURL: where the Google tag sends to; `nil` for Google itself.
  ///   - parameters: the event tag's parameters.
  init(
    serverURL: String? = "https://sgtm.example.com", ecommerce: Bool = false,
    _ parameters: [(String, String)] = []
  ) {
    var settings = [("send_page_view", "false")]
    if let serverURL { settings.append(("server_container_url", serverURL)) }
    version.triggers.append(
      Trigger(
        id: "1", name: "e", type: .customEvent,
        customEventFilters: [Condition("{{_event}}", .equals, "e")]))
    addTag(
      "Google tag", "googtag",
      [.template("tagId", "G-ABC1234567"), Self.table("configSettingsTable", settings)],
      firing: [ReservedTrigger.initialization.id])
    addTag(
      "Event", "gaawe",
      [
        .template("eventName", "e"), .template("measurementIdOverride", "G-ABC1234567"),
        .boolean("sendEcommerceData", ecommerce), Self.table("eventSettingsTable", parameters),
      ])
  }

  static func table(_ key: String, _ rows: [(String, String)]) -> Parameter {
    .list(
      key,
      rows.map { .map([.template("parameter", $0.0), .template("parameterValue", $0.1)]) })
  }

  mutating func addTag(
    _ name: String, _ type: String, _ parameters: [Parameter] = [], firing: [String] = ["1"],
    change: (inout TagManager.Tag) -> Void = { _ in }
  ) {
    var tag = TagManager.Tag(
      id: "\(100 + version.tags.count)", name: name, type: type, parameters: parameters,
      firingTriggerIDs: firing)
    change(&tag)
    version.tags.append(tag)
  }

  mutating func addVariable(_ name: String, _ type: String, _ parameters: [Parameter]) {
    version.variables.append(
      Variable(
        id: "\(200 + version.variables.count)", name: name, type: type, parameters: parameters,
        format: VariableFormat()))
  }

  mutating func addTemplate(
    _ id: String, _ kind: CustomTemplate.Kind, _ code: String, _ permissions: [TemplatePermission]
  ) {
    let template = CustomTemplate(
      kind: kind, side: .web, displayName: id, description: "", code: code,
      permissions: permissions)
    version.customTemplates.append(
      TemplateEntity(id: id, name: id, templateData: template.text, containerID: "1"))
  }

  func simulation() throws -> BrowserSimulation {
    var server = ContainerVersion(
      container: Container(publicID: "GTM-ABC1234", usageContexts: [.server]))
    server.variables.append(
      Variable(
        id: "1", name: "cookie", type: "sgtmk", parameters: [.template("name", "_ttp")],
        format: VariableFormat()))
    server.tags.append(
      TagManager.Tag(
        id: "2", name: "shows the cookie", type: "http_request",
        parameters: [.template("url", "https://example.org/{{cookie}}")],
        firingTriggerIDs: [ReservedTrigger.allEvents.id]))
    return BrowserSimulation(
      web: Simulation(try ContainerProgram(version, for: .web)),
      server: Simulation(try ContainerProgram(server)), functions: Self.functions)
  }

  /// What comes of a visit.
  func run(_ visit: BrowserVisit) throws -> [PageEvent] { try simulation().run(visit) }

  /// The event data that the server makes of the first `e` of a visit.
  func eventData(_ visit: BrowserVisit) throws -> ScriptValue? {
    try run(visit).first { $0.push != nil && $0.page.eventName == "e" }?.hits.first?.events
      .first?.eventData
  }
}
