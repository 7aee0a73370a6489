import CustomTemplate
import SandboxedJS
import Simulator
import TagManager

/// A container of a few entities, compiled and asked what comes of events.
struct SmallContainer {
  var version = ContainerVersion(
    container: Container(publicID: "GTM-ABC1234", usageContexts: [.server]))

  /// A tag that logs its fields and sends them, and a trigger for every event.
  static let echo = """
    const log = require('logToConsole');
    const JSON = require('JSON');
    const sendHttpRequest = require('sendHttpRequest');
    log(data.note);
    if (data.url) {
      sendHttpRequest(data.url, {method: 'POST', headers: data.headers}, data.body).then((answer) => {
        log(answer.statusCode + ' ' + answer.body);
        if (answer.statusCode === 200) data.gtmOnSuccess(); else data.gtmOnFailure();
      }, (error) => { log(error.reason); data.gtmOnFailure(); });
    } else if (data.fails) {
      data.gtmOnFailure();
    } else {
      data.gtmOnSuccess();
    }
    """

  /// Adds a template; its type is `cvt_1_` and the id.
  mutating func addTemplate(
    _ id: String, _ kind: CustomTemplate.Kind, _ code: String,
    permissions: [TemplatePermission] = [
      .logging(.all), .sendHTTPToAnyURL, .readAnyEventData, .readContainerData,
      .readEventMetadata,
    ]
  ) {
    let template = CustomTemplate(
      kind: kind, displayName: id, description: "", code: code, permissions: permissions)
    version.customTemplates.append(
      TemplateEntity(id: id, name: id, templateData: template.text, containerID: "1"))
  }

  /// Adds a tag that logs its field `note`.
  @discardableResult
  mutating func addTag(
    _ name: String, note: String = "", firing: [String] = [ReservedTrigger.allEvents.id],
    parameters: [Parameter] = [], change: (inout TagManager.Tag) -> Void = { _ in }
  ) -> Self {
    if !version.customTemplates.contains(where: { $0.id == "echo" }) {
      addTemplate("echo", .tag, Self.echo)
    }
    var tag = TagManager.Tag(
      id: "\(100 + version.tags.count)", name: name, type: "cvt_1_echo",
      parameters: [.template("note", note)] + parameters, firingTriggerIDs: firing)
    change(&tag)
    version.tags.append(tag)
    return self
  }

  /// Adds a trigger for an event of this name, or for every event.
  mutating func addTrigger(_ id: String, event: String? = nil, _ filters: [Condition] = []) {
    version.triggers.append(
      Trigger(
        id: id, name: "trigger \(id)", type: event == nil ? .always : .customEvent,
        customEventFilters: event.map { [Condition("{{_event}}", .equals, $0)] } ?? [],
        filters: filters))
  }

  mutating func addVariable(
    _ name: String, _ type: String, _ parameters: [Parameter] = [],
    format: VariableFormat? = VariableFormat()
  ) {
    version.variables.append(
      Variable(
        id: "\(200 + version.variables.count)", name: name, type: type, parameters: parameters,
        format: format))
  }

  /// Adds a variable that reads event data.
  mutating func addEventData(_ name: String, _ path: String, format: VariableFormat? = nil) {
    addVariable(
      name, "ed", [.boolean("setDefaultValue", false), .template("keyPath", path)], format: format)
  }

  /// What comes of an event.
  func run(
    _ eventData: ScriptValue, request: IncomingRequest = IncomingRequest(),
    answers: [SuppliedAnswer] = [], change: (inout Simulation) -> Void = { _ in }
  ) throws -> [TagResult] {
    var simulation = Simulation(try ContainerProgram(version))
    change(&simulation)
    let hit = IncomingHit(request: request, eventData: eventData, answers: answers)
    return try simulation.run(hit).events[0].tags
  }

  /// What one tag logs about a text with variables in it.
  func text(
    _ text: String, _ eventData: ScriptValue, request: IncomingRequest = IncomingRequest()
  ) throws -> String {
    var container = self
    container.addTag("shows", note: text)
    return try container.run(eventData, request: request).last?.effects.logs.first ?? ""
  }
}
