import Diagnostics
import JSONText

extension TemplateRule {
  static let fieldKind = TemplateRule(
    id: "field-kind",
    severity: .error,
    summary: "a field is of a kind that Tag Manager has",
    documentation: """
      The 'type' of a field is one of 'TEXT', 'CHECKBOX', 'SELECT', 'RADIO', 'GROUP', 'LABEL', 'SIMPLE_TABLE' and 'PARAM_TABLE'; \
      a column of a 'SIMPLE_TABLE' is 'TEXT' or 'SELECT'. Tag Manager does not import a template with another one.
      """,
    wrong: Example(.parameters, #"[{"type": "PARAGRAPH", "name": "text"}]"#),
    right: Example(.parameters, #"[{"type": "TEXT", "name": "text"}]"#)
  ) { template in
    let fields = template.document.template.fields.withColumns
    return fields.filter { !$0.hasKnownKind }.map { entry in
      let type = entry.field.attributes["type"]
      let kinds = entry.kinds.map(\.rawValue)
      let name = entry.field.name
      let what = "the \(entry.isColumn ? "column" : "field")\(name.isEmpty ? "" : " '\(name)'")"
      guard let word = type?.string else {
        return TemplateBreach(
          "\(what) has no 'type'",
          at: template.document.line(of: "name", .string(name), in: .parameters))
      }
      return TemplateBreach(
        "\(what) is of the unknown kind '\(word)'",
        at: template.document.line(of: "type", type, in: .parameters),
        notes: [
          Spelling.question(for: word.uppercased(), among: kinds)
            ?? "the kinds are \(kinds.map { "'\($0)'" }.joined(separator: ", "))"
        ])
    }
  }
}

/// A field or a column of a table, and the kinds that it can have.
struct FieldEntry {
  let field: TemplateField
  let isColumn: Bool
  let kinds: [TemplateField.Kind]

  fileprivate var hasKnownKind: Bool { field.kind.map(kinds.contains) ?? false }
}

extension [TemplateField] {
  /// The fields, those below them, and the columns of their tables.
  var withColumns: [FieldEntry] {
    flattened.flatMap { field in
      let ofSimpleTable = field.kind == .simpleTable
      return [FieldEntry(field: field, isColumn: false, kinds: TemplateField.Kind.allCases)]
        + field.columns.flatMap { column in
          [column].flattened.map { field in
            FieldEntry(
              field: field, isColumn: true,
              kinds: ofSimpleTable ? [.text, .select] : TemplateField.Kind.allCases)
          }
        }
    }
  }
}
