import CustomTemplate
import JSONText
import TagManager
import TagwrightPlan

extension DraftBuilder {
  /// The parameters of an entity made from a template file, as Tag Manager's editor would save them: what is
  /// shown has a value, its default where the plan gives none; what is hidden and may be empty has none.
  mutating func parameters(_ filled: FilledFields) -> [Parameter] {
    filled.fields.compactMap { field in
      guard let given = field.given else {
        return field.isShown || field.field.isRequired ? field.field.standingParameter : nil
      }
      let name = field.field.name
      switch given.value {
      case .text(let text):
        refer(to: text, at: given.place)
        return field.field.parameter(text)
      case .integer, .boolean: return field.field.parameter(given.value.text)
      case .source, .secret, .placeholder, .tag, .triggers, .type, .exact:
        return parameters([given]).first
      case .table(let rows):
        let columns = field.field.columns
        return .list(name, rows.map { .map(parameters(FilledFields(columns, given: $0))) })
      }
    }
  }
}

extension TemplateField {
  /// A literal in the type that Tag Manager saves for this field.
  fileprivate func parameter(_ text: String) -> Parameter {
    if kind == .checkbox { return .boolean(name, text == "true") }
    guard let choice = choices.compactMap(\.value).first(where: { $0.fieldText == text }) else {
      return .template(name, text)
    }
    return Parameter(type: choice.parameterType, key: name, value: text.isEmpty ? nil : text)
  }

  /// The parameter that is saved when nobody has touched the field; nothing where it is empty.
  fileprivate var standingParameter: Parameter? {
    if kind == .checkbox { return .boolean(name, defaultValue?.bool ?? false) }
    if let rows = defaultValue?.array {
      let maps = rows.compactMap(\.object).map { row in
        Parameter.map(
          row.members.compactMap { cell in
            cell.value.fieldText.map { .template(cell.key, $0) }
          })
      }
      return maps.isEmpty ? nil : .list(name, maps)
    }
    guard let text = defaultValue?.fieldText, !text.isEmpty else { return nil }
    return parameter(text)
  }
}

extension JSON {
  /// A choice's value is saved as what it is.
  fileprivate var parameterType: ParameterType {
    switch self {
    case .bool: .boolean
    case .number: .integer
    default: .template
    }
  }
}
