import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS
import TagManager
import TagwrightPlan
import Testing

/// A container that a plan was compiled to, as it meets hits: which tags fire, and with which values.
struct RunningContainer: Sendable {
  let templates: [String: CustomTemplate]
  let version: ContainerVersion
  private let variables: [String: Variable]
  private let builtIns: [String: BuiltInVariableType]

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
    version = try ContainerExport(json: JSON.read(file.bytes), form: .export).version
    var templates: [String: CustomTemplate] = [:]
    for entity in version.customTemplates {
      let type = CustomTemplateType.template(
        containerID: entity.containerID ?? "", templateID: entity.id)
      templates[type.text] = try TemplateDocument.read(entity.templateData, file: entity.name)
        .template
    }
    self.templates = templates
    variables = Dictionary(uniqueKeysWithValues: version.variables.map { ($0.name, $0) })
    builtIns = Dictionary(
      uniqueKeysWithValues: version.builtInVariables.compactMap { variable in
        variable.name.map { ($0, variable.type) }
      })
  }

  /// The tags with a template of this container that fire for a hit.
  func firingTags(for hit: Hit) -> [TagManager.Tag] {
    version.tags.filter { tag in
      templates[tag.type] != nil
        && tag.firingTriggerIDs.contains { id in
          version.triggers.first { $0.id == id }.map { fires($0, hit) } ?? false
        }
    }
  }

  private func fires(_ trigger: TagManager.Trigger, _ hit: Hit) -> Bool {
    (trigger.customEventFilters + trigger.filters).allSatisfy { condition in
      let left = condition.left == "{{_event}}" ? hit.eventName : text(condition.left, hit)
      let holds =
        switch condition.type {
        case .equals: left == condition.right
        case .matchesRegularExpression:
          matches(left, condition.right, ignoresCase: condition.ignoresCase)
        case .contains: left.contains(condition.right)
        case .greater: (Double(left) ?? .nan) > (Double(condition.right) ?? .nan)
        default: notImitated(condition.type)
        }
      return holds != condition.isNegated
    }
  }

  private func notImitated(_ type: ConditionType) -> Bool {
    Issue.record("the condition \(type.rawValue) is not imitated")
    return false
  }

  private func matches(_ text: String, _ pattern: String, ignoresCase: Bool) -> Bool {
    let expression = try? RegularExpression(pattern, ignoresCase: ignoresCase)
    return expression?.firstMatch(in: text) != nil
  }

  // MARK: Values

  /// A code that has to run before a value is known.
  struct Pending: Hashable {
    let type: String
    let parameter: String
  }

  /// The values that variables of templates have for a hit.
  typealias Known = [Pending: JSON]

  /// What a tag's fields need to have run first.
  func pending(_ tag: TagManager.Tag) -> [Pending] {
    tag.parameters.flatMap { $0.variableNames }.flatMap(pending(variable:))
  }

  private func pending(variable name: String) -> [Pending] {
    guard let variable = variables[name] else { return [] }
    guard templates[variable.type] == nil else {
      return [
        Pending(type: variable.type, parameter: variable.parameters["parameter"]?.value ?? "")
      ]
    }
    return variable.parameters.flatMap { $0.variableNames }.flatMap(pending(variable:))
  }

  /// What a tag's fields hold for a hit.
  func fields(of tag: TagManager.Tag, for hit: Hit, _ known: Known) -> JSONObject {
    JSONObject(
      tag.parameters.compactMap { parameter in
        guard let key = parameter.key, let value = value(parameter.value ?? "", hit, known) else {
          return nil
        }
        return JSONObject.Member(key, value)
      })
  }

  /// A parameter that is one reference has the variable's own value, of whatever type.
  private func value(_ text: String, _ hit: Hit, _ known: Known) -> JSON? {
    guard text.hasPrefix("{{"), text.hasSuffix("}}") else { return .string(text) }
    let name = String(text.dropFirst(2).dropLast(2))
    if let builtIn = builtIns[name] {
      switch builtIn {
      case .eventName: return hit.eventData["event_name"]
      case .clientName: return "GA4"
      default: return nil
      }
    }
    guard let variable = variables[name] else {
      Issue.record("there is no variable '\(name)'")
      return nil
    }
    return value(of: variable, hit, known)
  }

  private func value(of variable: Variable, _ hit: Hit, _ known: Known) -> JSON? {
    func parameter(_ key: String) -> String { variable.parameters[key]?.value ?? "" }
    switch variable.type {
    case "c": return .string(parameter("value"))
    case "ed": return hit.value(at: parameter("keyPath"))
    case "sgtmk":
      return hit.cookies[parameter("name")].map {
        .string(URIEncoding.decode($0, as: .component) ?? $0)
      }
    case "rh": return hit.headers[parameter("headerName").lowercased()].map { .string($0) }
    case "qp": return hit.query[parameter("queryParamName")].map { .string($0) }
    case "smm", "remm": return output(of: variable, hit, known)
    default:
      return known[Pending(type: variable.type, parameter: parameter("parameter"))]
    }
  }

  private func output(of table: Variable, _ hit: Hit, _ known: Known) -> JSON? {
    func flag(_ key: String) -> Bool { table.parameters[key]?.value == "true" }
    let input = value(table.parameters["input"]?.value ?? "", hit, known)?.shownText ?? "undefined"
    for row in table.parameters["map"]?.list ?? [] {
      let key = row.map["key"]?.value ?? ""
      let pattern = flag("fullMatch") ? "^(?:\(key))$" : key
      let fits =
        table.type == "smm"
        ? key == input : matches(input, pattern, ignoresCase: flag("ignoreCase"))
      if fits { return row.map["value"]?.value.map { .string($0) } }
    }
    return flag("setDefaultValue")
      ? table.parameters["defaultValue"]?.value.map { .string($0) } : nil
  }

  private func text(_ text: String, _ hit: Hit) -> String {
    value(text, hit, [:])?.shownText ?? "undefined"
  }
}

extension JSON {
  /// The value as text, where it is a text, a number, a truth value or null.
  var shownText: String? {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): JavaScriptNumber.text(value.double)
    case .string(let text): text
    default: nil
    }
  }
}
