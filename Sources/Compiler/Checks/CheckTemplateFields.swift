import CustomTemplate
import Diagnostics
import JSONText
import TagwrightPlan

/// Tags, variables and clients that are made from template files: the template fits, its fields exist, and what
/// it does not accept is refused as an import would.
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
  if template.side != .server {
    return [
      .error(
        "wrong-template-kind", "template '\(file.path)' is for web containers", at: file.place,
        "a server container takes templates whose code is for servers")
    ]
  }
  if template.info.kind != kind {
    return [
      .error(
        "wrong-template-kind", "'\(name)' is made from a template of another kind", at: place,
        "'\(file.path)' makes a \(template.info.kind?.word ?? "thing of no known kind")")
    ]
  }
  let fields = FieldsCheck(entity: name, place: place)
  return checkKeys(given, of: name)
    + fields.check(given, among: template.fields, in: "template '\(template.info.displayName)'")
}

/// Checks the fields of one entity, and the cells of its tables, which are fields too.
private struct FieldsCheck {
  let entity: String
  let place: SourcePlace

  func check(
    _ given: [RawParameter], among declared: [TemplateField], in owner: String
  ) -> [Diagnostic] {
    let filled = FilledFields(declared, given: given)
    let names = filled.fields.map(\.field.name)
    let unknown = given.filter { !names.contains($0.key) }.map { parameter in
      Diagnostic(
        .error, rule: "unknown-field", "\(owner) has no field '\(parameter.key)'",
        at: parameter.place, notes: [Spelling.hint(for: parameter.key, among: names)])
    }
    return unknown + filled.fields.flatMap(check) + hiddenFields(filled)
  }

  private func check(_ filled: FilledFields.Field) -> [Diagnostic] {
    let field = filled.field
    let isEmpty = filled.given.map(\.value.isEmpty) ?? (field.defaultValue?.holdsNothing ?? true)
    if isEmpty, field.isRequired, filled.isShown {
      return [
        .error(
          "missing-field", "'\(entity)' leaves the field '\(field.name)' empty",
          at: filled.given?.place ?? place,
          "the template requires it, and an import fails without it")
      ]
    }
    guard let given = filled.given else { return [] }
    if let expected = field.expectation(against: given.value) {
      return [
        .error(
          "wrong-field-value", "field '\(field.name)' takes \(expected)", at: given.place,
          "change the value, or how it is given")
      ]
    }
    let isReference = field.acceptsVariables && given.value.text.contains("{{")
    if let choices = field.choiceTexts, given.value.isLiteral, !isEmpty, !isReference,
      !choices.contains(given.value.text)
    {
      return [
        Diagnostic(
          .error, rule: "unknown-choice",
          "field '\(field.name)' has no choice '\(given.value.text)'", at: given.place,
          notes: [Spelling.hint(for: given.value.text, among: choices)])
      ]
    }
    let refusals = isEmpty ? [] : field.validators.compactMap { $0.refusal(of: given, in: field) }
    guard case .table(let rows) = given.value else { return refusals }
    return refusals
      + rows.flatMap { check($0, among: field.columns, in: "table '\(field.name)'") }
  }

  /// Imports have been seen to require what the editor hides; many templates are used like this all the same.
  private func hiddenFields(_ filled: FilledFields) -> [Diagnostic] {
    let names = filled.fields
      .filter { filled in
        !filled.isShown && filled.field.isRequired && filled.given == nil
          && filled.field.defaultValue?.holdsNothing ?? true
      }
      .map { "'\($0.field.name)'" }
    if names.isEmpty { return [] }
    return [
      .warning(
        "hidden-field", "'\(entity)' leaves hidden fields empty that the template requires",
        at: place,
        "they are \(names.joined(separator: ", "))",
        "if an import complains of them, give them any value")
    ]
  }
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

extension JSON {
  /// Whether a default leaves the field empty.
  fileprivate var holdsNothing: Bool { array.map(\.isEmpty) ?? fieldText.map(\.isEmpty) ?? true }
}
