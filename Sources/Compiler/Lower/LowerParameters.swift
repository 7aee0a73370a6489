import TagManager
import TagwrightPlan

// Parameters and conditions in Tag Manager's own terms.
extension DraftBuilder {
  /// Raw parameters, each in the type in which it was written.
  mutating func parameters(_ raw: [RawParameter]) -> [Parameter] { raw.map { parameter($0) } }

  private mutating func parameter(_ raw: RawParameter) -> Parameter {
    let key = raw.key.withText
    switch raw.value {
    case .text(let text):
      refer(to: text, at: raw.place)
      return .template(key, text)
    case .source(let source): return .template(key, reference(to: source))
    case .boolean(let value): return .boolean(key, value)
    case .integer(let value): return .integer(key, value)
    case .secret(let secret):
      return .template(key, reference(to: secret, name: secret.name, folder: nil))
    case .placeholder(let secret): return .template(key, secret.placeholder)
    case .table(let rows): return .list(key, rows.map { .map(parameters($0)) })
    case .tag(let name, let isWeak): return .tagReference(key, name, isWeak: isWeak)
    case .triggers(let references):
      return .list(key, triggerNames(references).map { Parameter($0) })
    case .type(let template):
      return Parameter(type: .templateName, key: key, value: template.name)
    case .exact(let type, let value, let list, let map, let isWeak):
      if let value { refer(to: value, at: raw.place) }
      return Parameter(
        type: ParameterType(rawValue: type), key: key, value: value, list: parameters(list),
        map: parameters(map), isWeakReference: isWeak)
    }
  }

  /// Parameters without keys, by the names of the members that hold them.
  mutating func members(_ raw: [RawParameter]) -> [String: Parameter] {
    var members: [String: Parameter] = [:]
    for raw in raw {
      var parameter = parameter(raw)
      parameter.key = nil
      members[raw.key] = parameter
    }
    return members
  }

  /// The format of a variable's value.
  mutating func format(_ raw: [RawParameter]) -> VariableFormat {
    let members = members(raw)
    return VariableFormat(
      caseConversion: members["caseConversionType"]?.value.map { CaseConversion(rawValue: $0) },
      nullReplacement: members["convertNullToValue"],
      undefinedReplacement: members["convertUndefinedToValue"],
      trueReplacement: members["convertTrueToValue"],
      falseReplacement: members["convertFalseToValue"],
      decimalSeparator: members["convertToNumber"]?.value.map { DecimalSeparator(rawValue: $0) },
      convertsToBoolean: members["convertToBoolean"].map { $0.value == "true" })
  }

  /// A condition in Tag Manager's own terms.
  mutating func condition(_ raw: RawCondition) -> TagManager.Condition {
    TagManager.Condition(
      type: ConditionType(rawValue: raw.type), parameters: parameters(raw.parameters))
  }
}

extension Parameter {
  /// A trigger in a list.
  fileprivate init(_ trigger: TriggerName) {
    switch trigger {
    case .named(let name): self.init(type: .triggerName, value: name)
    case .id(let id): self.init(type: .triggerReference, value: id)
    case .allEvents: self.init(type: .triggerReference, value: ReservedTrigger.allEvents.id)
    case .allPages: self.init(type: .triggerReference, value: ReservedTrigger.allPages.id)
    case .initialization:
      self.init(type: .triggerReference, value: ReservedTrigger.initialization.id)
    }
  }
}
