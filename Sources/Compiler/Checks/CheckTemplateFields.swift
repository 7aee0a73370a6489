import CustomTemplate
import JSONText
import Diagnostics
import TagwrightPlan

/// The fields of tags, variables and clients that are made from template files: they exist, and what the
/// template does not accept is refused as an import would.
func checkTemplateFields(_ container: ResolvedContainer) -> [Diagnostic] {
  container.elements.flatMap { element -> [Diagnostic] in
    switch element.kind {
    case .templateTag(let tag):
      check(tag.fields, of: tag.name, tag.template, .tag, tag.place, container)
    case .templateVariable(let variable):
      check(
        variable.fields, of: variable.name, variable.template, .variable, variable.place, container)
    case .templateClient(let client):
      check(client.fields, of: client.name, client.template, .client, client.place, container)
    default: []
    }
  }
}

private func check(
  _ given: [RawParameter], of name: String, _ file: Template, _ kind: CustomTemplate.Kind,
  _ place: SourcePlace, _ container: ResolvedContainer
) -> [Diagnostic] {
  guard let template = container.templates[file.resolvedPath]?.template else { return [] }
  func error(_ rule: String, _ message: String, _ notes: Diagnostic.Note...) -> Diagnostic {
    Diagnostic(.error, rule: rule, message, at: place, notes: notes)
  }
  if template.info.kind != kind {
    return [
      error(
        "wrong-template-kind", "'\(name)' is made from a template of another kind",
        .init("'\(file.path)' makes a \(template.info.kind?.word ?? "thing of no known kind")"))
    ]
  }
  let fields = template.fields.flattened.filter { $0.kind?.holdsValue ?? true }
  let names = fields.map(\.name)
  var diagnostics: [Diagnostic] = []
  for parameter in given where !names.contains(parameter.key) {
    diagnostics.append(
      error(
        "unknown-field", "template '\(template.info.displayName)' has no field '\(parameter.key)'",
        Spelling.hint(for: parameter.key, among: names)))
  }
  for field in fields {
    let value = given.first { $0.key == field.name }?.value
    if field.requiresValue, value?.isEmpty ?? (field.defaultValue == nil) {
      diagnostics.append(
        error(
          "missing-field", "'\(name)' leaves the field '\(field.name)' empty",
          .init("the template requires it, and an import fails without it")))
    }
    if let choice = value?.choice, let accepted = field.acceptedChoices, !accepted.contains(choice)
    {
      diagnostics.append(
        error(
          "unknown-choice", "field '\(field.name)' has no choice '\(choice)'",
          Spelling.hint(for: choice, among: accepted)))
    }
  }
  return diagnostics
}

extension CustomTemplate.Kind {
  fileprivate var word: String {
    switch self {
    case .tag: "tag"
    case .variable: "variable"
    case .client: "client"
    }
  }
}

extension TemplateField {
  fileprivate var requiresValue: Bool {
    conditions.isEmpty && validators.contains { $0.type == "NON_EMPTY" }
  }

  /// The values of a list without variables; `nil` where anything is accepted.
  fileprivate var acceptedChoices: [String]? {
    guard kind == .select || kind == .radio, attributes["macrosInSelect"] != true else {
      return nil
    }
    return choices.compactMap { $0.value?.string }
  }
}

extension RawValue {
  fileprivate var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .table(let rows): rows.isEmpty
    case .source, .boolean, .integer, .secret: false
    }
  }

  /// The text, unless it refers to a variable.
  fileprivate var choice: String? {
    if case .text(let text) = self, !text.contains("{{") { text } else { nil }
  }
}
