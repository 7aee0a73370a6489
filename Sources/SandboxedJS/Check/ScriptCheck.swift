/// Checks a script as Tag Manager's editor does, and further where a run could only fail.
package struct ScriptCheck: Sendable {
  /// The script, as the parser gave it.
  package let program: Program
  /// The kind of the template; `nil` where that is not known, as for a piece of a template.
  package let kind: TemplateKind?
  /// The kind of container that the template is for.
  package let side: TemplateSide
  /// The ids of the permissions that the template declares; `nil` where that is not known.
  package let permissions: Set<String>?
  /// Further names that the script can use, such as those of the test API.
  package let globals: Set<String>

  /// Names what is to be checked.
  package init(
    _ program: Program, kind: TemplateKind? = nil, side: TemplateSide = .server,
    permissions: Set<String>? = nil, globals: Set<String> = []
  ) {
    self.program = program
    self.kind = kind
    self.side = side
    self.permissions = permissions
    self.globals = globals
  }

  /// All that is wrong, in the order of its places.
  ///
  /// - Parameter rules: the rules that are asked.
  package func findings(_ rules: [ScriptRule] = ScriptRule.all) -> [ScriptFinding] {
    let script = ScriptUnderCheck(check: self, names: NameAnalysis(program))
    let findings = rules.flatMap { rule in
      rule.find(script).map { breach in
        ScriptFinding(
          severity: breach.severity ?? rule.severity, rule: rule.id, message: breach.message,
          notes: breach.notes, position: breach.position)
      }
    }
    return findings.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }
}
