import Compiler
import TagManager
import TagwrightPlan

// Variables.
extension ContainerAdoption {
  func variable(_ variable: TagManager.Variable) -> Filed {
    let isPlain =
      (variable.format ?? VariableFormat()) == VariableFormat()
      && variable.scheduleStartMilliseconds == nil && variable.scheduleEndMilliseconds == nil
      && variable.enablingTriggerIDs.isEmpty && variable.disablingTriggerIDs.isEmpty
    if isPlain, let value = value(of: variable) {
      return Filed(
        .variable(TagwrightPlan.Variable(variable.name, value, notes: variable.notes)),
        in: variable.parentFolderID)
    }
    return Filed(.rawVariable(rawVariable(variable)), in: variable.parentFolderID)
  }

  private func rawVariable(_ variable: TagManager.Variable) -> RawVariable {
    let parameters = self.parameters(variable.parameters)
    var raw =
      if let template = template(variable.type) {
        RawVariable(
          variable.name, template: template, parameters: parameters, notes: variable.notes)
      } else {
        RawVariable(
          variable.name, type: variable.type, parameters: parameters, notes: variable.notes)
      }
    for setting in format(variable.format ?? VariableFormat()) { raw = raw.format(setting) }
    let start = variable.scheduleStartMilliseconds.flatMap { Int($0) }
    let end = variable.scheduleEndMilliseconds.flatMap { Int($0) }
    if start != nil || end != nil { raw = raw.scheduled(from: start, until: end) }
    if !variable.enablingTriggerIDs.isEmpty || !variable.disablingTriggerIDs.isEmpty {
      raw = raw.enabled(
        by: variable.enablingTriggerIDs.map(trigger),
        disabledBy: variable.disablingTriggerIDs.map(trigger))
    }
    return raw
  }

  private func format(_ format: VariableFormat) -> [RawParameter] {
    var settings: [RawParameter] = []
    if let word = format.caseConversion?.rawValue {
      settings.append(.text("caseConversionType", word))
    }
    let replacements = [
      ("convertNullToValue", format.nullReplacement),
      ("convertUndefinedToValue", format.undefinedReplacement),
      ("convertTrueToValue", format.trueReplacement),
      ("convertFalseToValue", format.falseReplacement),
    ]
    for (name, replacement) in replacements {
      if let replacement { settings.append(member(name, replacement)) }
    }
    if let word = format.decimalSeparator?.rawValue {
      settings.append(.text("convertToNumber", word))
    }
    if let converts = format.convertsToBoolean {
      settings.append(.boolean("convertToBoolean", converts))
    }
    return settings
  }

  /// The source of the value, in the plan's own words; `nil` where they do not say everything.
  private func value(of variable: TagManager.Variable) -> VariableValue? {
    guard let value = candidate(variable), value.type == variable.type,
      value.parameters.withoutEmptyLists.saysTheSame(as: variable.parameters.withoutEmptyLists)
    else { return nil }
    guard case .constant(let text) = value.kind,
      let name = Secret.name(inPlaceholder: text)
    else { return value }
    return .secret(name)
  }

  private func candidate(_ variable: TagManager.Variable) -> VariableValue? {
    func text(_ key: String) -> String { variable.parameters[key]?.value ?? "" }
    func isTrue(_ key: String) -> Bool { text(key) == "true" }
    let fallback = isTrue("setDefaultValue") ? text("defaultValue") : nil
    let rows = (variable.parameters["map"]?.list ?? []).map {
      TableRow(input: $0.map["key"]?.value ?? "", output: $0.map["value"]?.value ?? "")
    }
    switch variable.type {
    case "c": return .constant(text("value"))
    case "ed" where side == .server: return .eventData(text("keyPath"), default: fallback)
    case "sgtmk" where side == .server:
      return .cookie(text("name"), decoded: isTrue("decodeCookie"))
    case "rh" where side == .server: return .requestHeader(text("headerName"))
    case "qp" where side == .server: return .queryParameter(text("queryParamName"))
    case "v" where side == .web:
      return Int(text("dataLayerVersion")).map {
        .dataLayer(text("name"), version: $0, default: fallback)
      }
    case "smm":
      return VariableValue(.lookupTable(input: text("input"), rows: rows, fallback: fallback))
    case "remm":
      return VariableValue(
        .regexTable(
          input: text("input"), rows: rows, fallback: fallback, ignoresCase: isTrue("ignoreCase"),
          matchesWhole: isTrue("fullMatch"), replaces: isTrue("replaceAfterMatch")))
    default: return nil
    }
  }
}

extension [Parameter] {
  /// The same without what only says that an empty list was written.
  fileprivate var withoutEmptyLists: [Parameter] {
    map { parameter in
      var copy = parameter
      copy.unmodelled.emptyLists = []
      copy.list = parameter.list.withoutEmptyLists
      copy.map = parameter.map.withoutEmptyLists
      return copy
    }
  }
}
