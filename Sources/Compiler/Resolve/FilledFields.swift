import CustomTemplate
import JSONText
import TagwrightPlan

/// The fields of a template, or the columns of a table, as one entity fills them in.
struct FilledFields {
  /// One of them.
  struct Field {
    let field: TemplateField
    /// The parameter that the plan gives; `nil` leaves it to the template's default.
    let given: RawParameter?
    /// Whether Tag Manager shows it while the others have these values.
    let isShown: Bool
  }

  private(set) var fields: [Field] = []
  private var given: [String: RawParameter] = [:]
  private var values: [String: String] = [:]

  init(_ declared: [TemplateField], given parameters: [RawParameter]) {
    for parameter in parameters where given[parameter.key] == nil {
      given[parameter.key] = parameter
    }
    for field in declared.flattened {
      values[field.name] = given[field.name].map(\.value.text) ?? field.standingText
    }
    for field in declared { fill(field, isShown: true) }
  }

  private mutating func fill(_ field: TemplateField, isShown: Bool) {
    let isShown = isShown && (field.conditions.isEmpty || field.conditions.contains(where: holds))
    if field.kind?.holdsValue ?? true {
      fields.append(Field(field: field, given: given[field.name], isShown: isShown))
    }
    let value = values[field.name] ?? nil
    let belowChoices = field.choices.flatMap(\.subfields).count
    for inner in field.subfields.dropLast(belowChoices) {
      fill(inner, isShown: isShown && (field.kind != .checkbox || value == "true"))
    }
    for choice in field.choices {
      for inner in choice.subfields {
        fill(inner, isShown: isShown && choice.value?.fieldText == value)
      }
    }
  }

  private func holds(_ condition: FieldCondition) -> Bool {
    let isEqual = (values[condition.field] ?? "") == (condition.value?.fieldText ?? "")
    return isEqual != condition.isNegated
  }
}

extension TemplateField {
  /// The value that stands in the field when nobody has touched it.
  fileprivate var standingText: String {
    defaultValue?.fieldText ?? (kind == .checkbox ? "false" : "")
  }
}

extension RawValue {
  /// The value as conditions compare it.
  var text: String {
    switch self {
    case .text(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .integer(let number): String(number)
    case .source, .secret, .table, .placeholder, .tag, .triggers, .type, .exact: ""
    }
  }
}

extension JSON {
  /// A scalar as the text of a parameter; `nil` for all else.
  var fieldText: String? { string ?? number?.text ?? bool.map { $0 ? "true" : "false" } }
}
