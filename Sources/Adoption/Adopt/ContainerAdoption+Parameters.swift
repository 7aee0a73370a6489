import TagManager
import TagwrightPlan

// Parameters.
extension ContainerAdoption {
  /// Parameters, each in the plainest word that says all of it.
  func parameters(_ parameters: [Parameter]) -> [RawParameter] { parameters.map(parameter) }

  /// A parameter without a key of its own, as the member of an entity that holds it.
  func member(_ name: String, _ parameter: Parameter) -> RawParameter {
    var keyed = parameter
    keyed.key = name
    return self.parameter(keyed)
  }

  private func parameter(_ parameter: Parameter) -> RawParameter {
    guard let key = parameter.key, !key.isEmpty else { return exact(parameter) }
    let value = parameter.value
    switch parameter.type {
    case .template where parameter.isText:
      guard let value, !value.isEmpty else { return .text(key, "") }
      if let template = templatesByType[value] { return .type(key, of: template) }
      if let secret = Secret.name(inPlaceholder: value) { return .text(key, .secret(secret)) }
      return .text(key, value)
    case .boolean where parameter.isText && (value == "true" || value == "false"):
      return .boolean(key, value == "true")
    case .integer where parameter.isText:
      guard let value, let number = Int(value), String(number) == value else { break }
      return .integer(key, number)
    case .tagReference where parameter.list.isEmpty && parameter.map.isEmpty:
      guard let value else { break }
      return .tag(key, value, isWeak: parameter.isWeakReference)
    case .list where value == nil && parameter.map.isEmpty && parameter.isWeakReference == nil:
      if parameter.list.allSatisfy(\.isRow) {
        return .table(key, parameter.list.map { parameters($0.map) })
      }
      let triggers = parameter.list.compactMap(\.triggerID)
      if triggers.count == parameter.list.count, Set(triggers).count == triggers.count {
        return .triggers(key, triggers.map(trigger))
      }
    default: break
    }
    return exact(parameter)
  }

  private func exact(_ parameter: Parameter) -> RawParameter {
    .exactly(
      parameter.key ?? "", type: parameter.type.rawValue, value: parameter.value,
      list: parameter.list.map(exact), map: parameter.map.map(exact),
      isWeak: parameter.isWeakReference)
  }

  /// A trigger, by its name where the container has it.
  func trigger(_ id: String) -> TriggerReference {
    if let name = triggerNames[id] { return .named(name) }
    return id == ReservedTrigger.allEvents.id ? .allEvents() : .id(id)
  }

  /// The type of an entity.
  func template(_ type: String) -> RawTemplate? { templatesByType[type] }
}

extension Parameter {
  /// Whether it has a value and nothing else.
  fileprivate var isText: Bool { list.isEmpty && map.isEmpty && isWeakReference == nil }

  /// Whether it is a row of a table: a map whose entries have keys, at any depth.
  fileprivate var isRow: Bool {
    type == .map && key == nil && value == nil && list.isEmpty && isWeakReference == nil
      && map.allSatisfy { entry in
        entry.key?.isEmpty == false
          && (entry.type != .list || entry.list.allSatisfy { $0.type == .map })
      }
  }

  /// The trigger that it refers to, in a list.
  fileprivate var triggerID: String? {
    type == .triggerReference && key == nil && isText ? value : nil
  }
}
