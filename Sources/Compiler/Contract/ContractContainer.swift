import CustomTemplate
import Simulator
import TagManager

/// A container, as the contract looks things up in it.
struct ContractContainer {
  let version: ContainerVersion
  private let variables: [String: Variable]
  private let triggers: [String: Trigger]
  private let templates: [String: CustomTemplate]
  private let builtIns: Set<String>

  /// - Parameter compiled: the same container, which has read its templates.
  init(_ version: ContainerVersion, _ compiled: ContainerProgram) {
    self.version = version
    variables = Dictionary(
      version.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    triggers = Dictionary(
      version.triggers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    builtIns = Set(version.builtInVariables.compactMap(\.name))
    var templates: [String: CustomTemplate] = [:]
    for (entity, template) in zip(version.customTemplates, compiled.customTemplates) {
      // What cannot be read as a template has nothing that the contract looks at.
      guard let template else { continue }
      for type in entity.entityTypes { templates[type.text] = template }
    }
    self.templates = templates
  }

  func variable(named name: String) -> Variable? { variables[name] }
  func hasBuiltIn(_ name: String) -> Bool { builtIns.contains(name) }
  func template(ofType type: String) -> CustomTemplate? { templates[type] }

  /// The variables of templates in those fields of a tag that its template's code looks at.
  func templateVariables(
    of tag: Tag, _ template: CustomTemplate
  ) -> [(variable: Variable, template: CustomTemplate)] {
    tag.parameters.compactMap { parameter in
      guard let key = parameter.key, let text = parameter.value,
        let name = VariableReferences.names(in: text).first, text == "{{\(name)}}",
        let variable = variables[name], let found = templates[variable.type],
        template.code.readsField(key)
      else { return nil }
      return (variable, found)
    }
  }

  /// The events that a tag fires on; `nil` where that cannot be told, or where it is all of them.
  func eventNames(of tag: Tag) -> [String]? {
    var names: [String] = []
    for id in tag.firingTriggerIDs {
      if id == ReservedTrigger.allPages.id {
        names.append(BrowserEvents.pageView)
        continue
      }
      guard let trigger = triggers[id], let found = eventNames(of: trigger) else { return nil }
      names += found
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The events that a trigger is for; `nil` where that cannot be told, or where it is all of them.
  func eventNames(of trigger: Trigger) -> [String]? {
    if trigger.type == .pageview { return [BrowserEvents.pageView] }
    let conditions =
      trigger.customEventFilters
      + trigger.filters.filter { ["{{Event Name}}", "{{Event}}"].contains($0.left) }
    return conditions.first.flatMap(Self.names)
  }

  /// The triggers that a tag fires on.
  func triggers(of tag: Tag) -> [Trigger] { tag.firingTriggerIDs.compactMap { triggers[$0] } }

  /// The triggers that keep a tag from firing.
  func exceptions(of tag: Tag) -> [Trigger] { tag.blockingTriggerIDs.compactMap { triggers[$0] } }

  /// The names that a condition is for: one, or the alternatives of a pattern of plain words.
  private static func names(_ condition: Condition) -> [String]? {
    guard !condition.isNegated else { return nil }
    if condition.type == .equals { return [condition.right] }
    guard condition.type == .matchesRegularExpression else { return nil }
    var pattern = Substring(condition.right)
    if pattern.hasPrefix("^") { pattern.removeFirst() }
    if pattern.hasSuffix("$") { pattern.removeLast() }
    if pattern.hasPrefix("("), pattern.hasSuffix(")") {
      pattern = pattern.dropFirst().dropLast()
      if pattern.hasPrefix("?:") { pattern = pattern.dropFirst(2) }
    }
    let words = pattern.split(separator: "|", omittingEmptySubsequences: false)
    let arePlain = words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
    }
    return arePlain ? words.map(String.init) : nil
  }
}

extension Tag {
  /// The text of a field.
  func text(_ key: String) -> String? { parameters[key]?.value }

  /// The text of the first field of these names that has one.
  func text(_ keys: Set<String>) -> String? {
    parameters.first { keys.contains($0.key ?? "") && !($0.value ?? "").isEmpty }?.value
  }
}
