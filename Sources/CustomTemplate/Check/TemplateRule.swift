package import Diagnostics
import SandboxedJS

/// A rule that a template file keeps or breaks: most say what Tag Manager's editor refuses to save or to import.
package struct TemplateRule: Sendable {
  /// The stable id that diagnostics show.
  package let id: String
  /// The usual severity of a breach; a finding can say otherwise.
  package let severity: Diagnostic.Severity
  /// A summary of what the rule asks for, in one line.
  package let summary: String
  /// The reason for the rule, and what Tag Manager does about a breach.
  package let documentation: String
  /// A section that breaks the rule.
  package let wrong: Example
  /// The same section, mended; it breaks no rule.
  package let right: Example

  /// A section of a template.
  package struct Example: Hashable, Sendable {
    package let section: SectionName
    package let text: String

    init(_ section: SectionName, _ text: String) {
      self.section = section
      self.text = text
    }
  }

  let find: @Sendable (TemplateUnderCheck) -> [TemplateBreach]

  /// Every rule, in the order of their ids.
  package static let all: [TemplateRule] = (own + ScriptRule.editor.map(TemplateRule.init))
    .sorted { $0.id < $1.id }

  private static let own: [TemplateRule] = [
    .containerContext, .fieldKind, .fieldName, .repeatedClaim, .repeatedFieldName,
    .repeatedPermission, .scenarioName, .syntax, .templateName, .templateVersion,
    .unescapedCharacter, .unknownTestKey,
  ]
}

extension TemplateRule {
  /// A rule about the template's code.
  init(_ rule: ScriptRule) {
    let id = rule.id
    self.init(
      id: id, severity: rule.severity, summary: rule.summary, documentation: rule.documentation,
      wrong: Example(.serverCode, rule.wrong.script),
      right: Example(.serverCode, rule.right.script)
    ) { template in
      template.scriptFindings.filter { $0.rule == id }.map { finding in
        TemplateBreach(
          finding.message, at: template.document.codeLines[finding.position.line],
          severity: finding.severity, notes: finding.notes)
      }
    }
  }
}
