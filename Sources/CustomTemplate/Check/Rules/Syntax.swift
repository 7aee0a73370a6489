import Diagnostics
import SandboxedJS

extension TemplateRule {
  static let syntax = TemplateRule(
    id: "syntax",
    severity: .error,
    summary: "the code is sandboxed JavaScript",
    documentation: """
      Tag Manager's editor compiles the code when it is saved, and refuses what sandboxed JavaScript does not have: template \
      literals, regular expression literals, classes, 'try', spread and more.
      """,
    wrong: Example(.serverCode, "return `${data.a}-${data.b}`;"),
    right: Example(.serverCode, "return data.a + '-' + data.b;")
  ) { template in
    guard case .failure(let error) = template.script else { return [] }
    return [TemplateBreach(error.message, at: template.document.codeLines[error.position.line])]
  }
}
