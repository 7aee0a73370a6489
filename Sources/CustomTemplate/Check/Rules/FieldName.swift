import Diagnostics
import JSONText

extension TemplateRule {
  static let fieldName = TemplateRule(
    id: "field-name",
    severity: .error,
    summary: "a field has a name of its own",
    documentation: """
      The code finds the value of a field by its name, and Tag Manager's editor does not save a template with a field that has \
      none. Some names in 'data' are Tag Manager's own, such as 'gtmOnSuccess': a field's value is lost under them. The names \
      of all published fields have letters, digits and underscores and begin with no digit; others are a warning.
      """,
    wrong: Example(.parameters, #"[{"type": "TEXT", "displayName": "Text"}]"#),
    right: Example(.parameters, #"[{"type": "TEXT", "name": "text", "displayName": "Text"}]"#)
  ) { template in
    let document = template.document
    let entries = document.template.fields.withColumns.filter { $0.field.kind?.holdsValue != false }
    let nameless = entries.filter(\.field.name.isEmpty).map { entry in
      let title = entry.field.displayName.map { " '\($0)'" } ?? ""
      return TemplateBreach(
        "the \(entry.isColumn ? "column" : "field")\(title) has no name",
        at: document.line(
          of: "displayName", entry.field.attributes["displayName"], in: .parameters),
        notes: ["the code reads its value as 'data.NAME'"])
    }
    let taken = entries.filter { !$0.isColumn && ownNames.contains($0.field.name) }.map { entry in
      TemplateBreach(
        "the field '\(entry.field.name)' has a name of Tag Manager's own",
        at: document.line(of: "name", .string(entry.field.name), in: .parameters),
        notes: [
          "the code finds Tag Manager's value in 'data.\(entry.field.name)': choose another name"
        ])
    }
    let odd = entries.filter { !$0.field.name.isEmpty && !$0.field.name.isPlainName }.map { entry in
      TemplateBreach(
        "the \(entry.isColumn ? "column" : "field") '\(entry.field.name)' has a name that is not a word",
        at: document.line(of: "name", .string(entry.field.name), in: .parameters),
        severity: .warning,
        notes: ["write it with letters, digits and '_', beginning with a letter"])
    }
    return nameless + taken + odd
  }

  /// The members of 'data' that Tag Manager fills in.
  private static let ownNames: Set<String> = [
    "gtmEventId", "gtmOnFailure", "gtmOnSuccess", "gtmTagId", "gtmTagName",
  ]
}

extension String {
  /// Whether the text is a name that code can write behind a dot.
  fileprivate var isPlainName: Bool {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_" || scalar == "$"
    }
    return unicodeScalars.first.map(isLetter) ?? false
      && unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) }
  }
}
