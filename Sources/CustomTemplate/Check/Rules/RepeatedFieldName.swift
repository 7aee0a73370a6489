import Diagnostics
import JSONText

extension TemplateRule {
  static let repeatedFieldName = TemplateRule(
    id: "repeated-field-name",
    severity: .error,
    summary: "two fields have different names",
    documentation: """
      The code finds the values of fields by their names in 'data'. Groups are not name spaces: a field in a group and another \
      one outside of it have different names, too. The columns of a table have names of their own, each once in its table.
      """,
    wrong: Example(
      .parameters, #"[{"type": "TEXT", "name": "id"}, {"type": "CHECKBOX", "name": "id"}]"#),
    right: Example(
      .parameters, #"[{"type": "TEXT", "name": "id"}, {"type": "CHECKBOX", "name": "isTest"}]"#)
  ) { template in
    let fields = template.document.template.fields.flattened
    let tables = fields.map { $0.columns.flattened }
    return ([fields] + tables).flatMap { breaches(of: $0, in: template.document) }
  }

  private static func breaches(
    of fields: [TemplateField], in document: TemplateDocument
  ) -> [TemplateBreach] {
    var (seen, repeated): (Set<String>, [String]) = ([], [])
    for field in fields where !field.name.isEmpty && !seen.insert(field.name).inserted {
      if !repeated.contains(field.name) { repeated.append(field.name) }
    }
    return repeated.map { name in
      let first = document.line(of: "name", .string(name), in: .parameters)
      return TemplateBreach(
        "two fields have the name '\(name)'",
        at: document.line(of: "name", .string(name), index: 1, in: .parameters),
        notes: ["the first is at line \(first): the code could not tell their values apart"])
    }
  }
}
