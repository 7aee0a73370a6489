import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS
import Simulator
import TagManager
import TagwrightPlan
import Testing

/// A container that a plan was compiled to, as it meets hits.
struct RunningContainer: Sendable {
  let version: ContainerVersion
  /// The templates that the container brings, by the type of the entities that are made from them.
  let templates: [String: CustomTemplate]
  private let simulation: Simulation

  /// Values for every secret of a plan.
  static let token = "token-4c1f-not-for-logs"

  init(_ tikTok: TikTok) throws {
    let plan = Plan(serverContainers: [
      ServerContainer("Test", publicID: "GTM-ABC1234") {
        GA4Client()
        tikTok
      }
    ])
    try self.init(plan)
  }

  init(_ plan: Plan) throws {
    let compilation = Compilation(
      plan, name: "Test", secrets: ["TOKEN": Self.token], isTest: true)
    #expect(compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
    let file = try #require(compilation.files.first { $0.path == "server-container.json" })
    try self.init(ContainerExport(json: JSON.read(file.bytes), form: .export).version)
  }

  private init(_ version: ContainerVersion) throws {
    self.version = version
    var templates: [String: CustomTemplate] = [:]
    for entity in version.customTemplates {
      let type = CustomTemplateType.template(
        containerID: entity.containerID ?? "", templateID: entity.id)
      templates[type.text] = try TemplateDocument.read(entity.templateData, file: entity.name)
        .template
    }
    self.templates = templates
    simulation = Simulation(
      try ContainerProgram(version), time: 1_767_225_600_123, recordsVariables: true)
  }

  /// The same container with other settings of its tags.
  func withTags(_ change: (inout TagManager.Tag) -> Void) throws -> RunningContainer {
    var version = version
    for place in version.tags.indices { change(&version.tags[place]) }
    return try RunningContainer(version)
  }

  /// What comes of the tags that a hit fires.
  func firedTags(_ hit: ServerHit, _ answer: Answer) throws -> [TagResult] {
    try simulation.run(hit.simulated(answer)).events.flatMap(\.tags).filter(\.isFired)
  }

  /// The template of a tag or a variable, by the name of the entity.
  func template(ofTag name: String) throws -> CustomTemplate {
    try #require(version.tags.first { $0.name == name }.flatMap { templates[$0.type] })
  }

  /// The variables made from templates of the container: each template with its fields.
  ///
  /// - Parameter known: the values of the variables that the fields may refer to.
  func templateVariable(
    _ name: String, _ known: [String: ScriptValue]
  ) -> (template: CustomTemplate, fields: JSONObject)? {
    guard let variable = version.variables.first(where: { $0.name == name }),
      let template = templates[variable.type]
    else { return nil }
    let fields = variable.parameters.compactMap { parameter -> JSONObject.Member? in
      let text = parameter.value ?? ""
      guard let key = parameter.key else { return nil }
      guard let reference = VariableReferences.names(in: text).first else {
        return JSONObject.Member(key, .string(text))
      }
      return known[reference]?.sandboxJSON.map { JSONObject.Member(key, $0) }
    }
    return (template, JSONObject(fields))
  }
}
