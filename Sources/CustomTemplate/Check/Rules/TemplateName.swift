import Diagnostics
import JSONText

extension TemplateRule {
  static let templateName = TemplateRule(
    id: "template-name",
    severity: .error,
    summary: "a template has a name",
    documentation: """
      'displayName' in '___INFO___' is the name under which Tag Manager lists the template: a text that is not blank, or an \
      object with a 'text'. The editor does not save a template without it.
      """,
    wrong: Example(.info, #"{"type": "MACRO", "displayName": " "}"#),
    right: Example(.info, #"{"type": "MACRO", "displayName": "Example"}"#)
  ) { template in
    let info = template.document.template.info
    guard info.displayName.allSatisfy(\.isWhitespace) else { return [] }
    return [
      TemplateBreach(
        "the template has no name",
        at: template.document.line(of: "displayName", nil, in: .info),
        notes: ["write it as 'displayName' in '___INFO___'"])
    ]
  }
}
