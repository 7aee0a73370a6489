import Diagnostics
import JSONText

extension TemplateRule {
  static let templateVersion = TemplateRule(
    id: "template-version",
    severity: .error,
    summary: "the version in '___INFO___' is 0 or 1",
    documentation: """
      'version' is the version of the file's format, not of the template: it is 1, or 0, which is also what a file without it \
      has. Tag Manager does not import a template with another one. The template's own versions are those of its repository.
      """,
    wrong: Example(.info, #"{"type": "MACRO", "displayName": "Example", "version": 2}"#),
    right: Example(.info, #"{"type": "MACRO", "displayName": "Example", "version": 1}"#)
  ) { template in
    guard let version = template.document.template.info.attributes["version"],
      ![0, 1].contains(version.number?.integer)
    else { return [] }
    return [
      TemplateBreach(
        "'version' is 0 or 1, not \(version.text(.template).prefix(40))",
        at: template.document.line(of: "version", nil, in: .info),
        notes: ["write '\"version\": 1': it is the version of the file's format"])
    ]
  }
}
