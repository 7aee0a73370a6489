import Diagnostics
import JSONText

extension TemplateRule {
  static let fieldName = TemplateRule(
    id: "field-name",
    severity: .error,
    summary: "a field has a name",
    documentation: """
      The code finds the value of a field by its name, and Tag Manager's editor does not save a template with a field that has \
      none.
      """,
    wrong: Example(.parameters, #"[{"type": "TEXT", "displayName": "Text"}]"#),
    right: Example(.parameters, #"[{"type": "TEXT", "name": "text", "displayName": "Text"}]"#)
  ) { template in
    template.document.template.fields.withColumns
      .filter { $0.field.name.isEmpty && $0.field.kind?.holdsValue != false }
      .map { entry in
        let title = entry.field.displayName.map { " '\($0)'" } ?? ""
        return TemplateBreach(
          "the \(entry.isColumn ? "column" : "field")\(title) has no name",
          at: template.document.line(
            of: "displayName", entry.field.attributes["displayName"], in: .parameters),
          notes: ["the code reads its value as 'data.NAME'"])
      }
  }
}
