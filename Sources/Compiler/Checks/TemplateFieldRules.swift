import CustomTemplate
import JSONText
import SandboxedJS
import TagwrightPlan

// What a template's field accepts.

extension TemplateField {
  /// Whether the template refuses to be without a value.
  var isRequired: Bool { validators.contains { $0.type == "NON_EMPTY" && $0.isUnconditional } }

  /// Whether a variable may stand in the field.
  var acceptsVariables: Bool {
    switch kind {
    case .select, .radio: attributes["macrosInSelect"] == true
    case .checkbox: false
    default: true
    }
  }

  /// The choices of a list, as text; `nil` where anything may be written.
  var choiceTexts: [String]? {
    kind == .select || kind == .radio ? choices.compactMap { $0.value?.fieldText } : nil
  }

  /// Describes what the field takes, where it is another kind of value than this one.
  func expectation(against value: RawValue) -> String? {
    switch (kind, value) {
    case (.checkbox, .boolean), (.simpleTable, .table), (.paramTable, .table), (nil, _): nil
    case (.checkbox, _): "'.boolean', since it is a check box"
    case (.simpleTable, _), (.paramTable, _): "'.table', since it has rows"
    case (_, .table): "one value, no table"
    case (.text, .boolean): "text, no truth value"
    case (_, .source), (_, .secret): acceptsVariables ? nil : "one of its choices, no variable"
    default: nil
    }
  }
}

extension RawValue {
  /// Whether nothing is given.
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .table(let rows): rows.isEmpty
    case .source, .boolean, .integer, .secret, .placeholder, .tag, .triggers, .type, .exact: false
    }
  }

  /// Whether the value is known before a hit comes.
  var isLiteral: Bool {
    switch self {
    case .text, .boolean, .integer: true
    case .source, .secret, .table, .placeholder, .tag, .triggers, .type, .exact: false
    }
  }
}

extension FieldValidator {
  /// Whether the rule holds whatever stands in other fields.
  fileprivate var isUnconditional: Bool { json["enablingConditions"] == nil }

  /// Describes what the rule takes instead of a value, where it can tell before a hit comes.
  func refusal(of value: RawValue) -> String? {
    guard isUnconditional, let expected = expectation(against: value) else { return nil }
    return errorMessage ?? expected
  }

  private func expectation(against value: RawValue) -> String? {
    if case .table(let rows) = value {
      return type == "TABLE_ROW_COUNT" ? range(rows.count, "rows") : nil
    }
    guard value.isLiteral, !value.text.contains("{{") else { return nil }
    let number = Double(value.text)
    switch type {
    case "NUMBER", "DECIMAL": return number == nil ? "a number" : nil
    case "POSITIVE_NUMBER": return (number ?? 0) > 0 ? nil : "a number above zero"
    case "NON_NEGATIVE_NUMBER": return (number ?? -1) >= 0 ? nil : "zero or a number above it"
    case "STRING_LENGTH": return range(value.text.count, "characters")
    case "REGEX":
      guard let pattern = arguments.first?.string, let expression = try? RegularExpression(pattern)
      else { return nil }
      return expression.firstMatch(in: value.text) == nil ? "what fits '\(pattern)'" : nil
    default: return nil
    }
  }

  private func range(_ count: Int, _ unit: String) -> String? {
    let bounds = arguments.prefix(2).map { $0.number?.integer ?? $0.string.flatMap { Int($0) } }
    let (least, most) = (bounds.first ?? nil, bounds.count > 1 ? bounds[1] : nil)
    if count >= least ?? 0, count <= most ?? .max { return nil }
    return "from \(least ?? 0) \(most.map { "to \($0) " } ?? "")\(unit)"
  }
}
