package import Diagnostics
import SandboxedJS

/// Holds a template file against what Tag Manager's editor refuses to save or to import, whether or not it has scenarios.
package struct TemplateCheck: Sendable {
  /// The file.
  package let document: TemplateDocument
  /// The template's code, compiled, or the first place of it that is not sandboxed JavaScript.
  let script: Result<CompiledScript, SyntaxError>
  private let scriptFindings: [ScriptFinding]

  /// Reads and compiles the template's code.
  ///
  /// - Parameter coversLines: whether a run of the code notes which lines it reached.
  package init(_ document: TemplateDocument, coversLines: Bool = false) {
    self.document = document
    let template = document.template
    do throws(SyntaxError) {
      let program = try Program(parsing: template.code)
      script = .success(try CompiledScript(template: program, coversLines: coversLines))
      scriptFindings = ScriptCheck(
        program, kind: template.scriptKind, side: template.scriptSide
      ).findings(ScriptRule.editor)
    } catch {
      script = .failure(error)
      scriptFindings = []
    }
  }

  /// Returns the findings of the rules, sorted by place.
  package func findings() -> [Diagnostic] { findings(TemplateRule.all, claims: []) }

  /// Returns the findings about scenarios that claimed the request without a mock.
  ///
  /// - Parameter claims: their places, in the order of the run.
  func repeatedClaims(_ claims: [SourcePlace]) -> [Diagnostic] {
    findings([.repeatedClaim], claims: claims)
  }

  private func findings(_ rules: [TemplateRule], claims: [SourcePlace]) -> [Diagnostic] {
    let template = TemplateUnderCheck(
      document: document, script: script, scriptFindings: scriptFindings, claims: claims)
    return rules.flatMap { rule in
      rule.find(template).map { breach in
        Diagnostic(
          breach.severity ?? rule.severity, rule: rule.id, breach.message,
          at: SourcePlace(file: document.name, line: breach.line),
          notes: breach.notes.map { Diagnostic.Note($0) })
      }
    }.sortedByPlace()
  }
}

/// The template that rules look at, and what is known about it.
struct TemplateUnderCheck: Sendable {
  let document: TemplateDocument
  let script: Result<CompiledScript, SyntaxError>
  let scriptFindings: [ScriptFinding]
  let claims: [SourcePlace]
}

/// A line that breaks a rule.
struct TemplateBreach: Sendable {
  let message: String
  let line: Int
  /// The severity of the breach, where that is not what the rule says.
  let severity: Diagnostic.Severity?
  let notes: [String]

  init(
    _ message: String, at line: Int, severity: Diagnostic.Severity? = nil, notes: [String] = []
  ) {
    self.message = message
    self.line = line
    self.severity = severity
    self.notes = notes
  }
}
