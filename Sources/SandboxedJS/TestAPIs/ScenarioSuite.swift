/// A template with what its scenarios share, ready to run them.
package struct ScenarioSuite: Sendable {
  private let template: CompiledScript
  private let kind: TemplateKind
  private let setup: Program
  /// The names in the setup that it does not declare itself: a scenario has to.
  private let namesOfSetup: [String: Name]

  /// Prepares the scenarios of a template.
  ///
  /// - Parameters:
  ///   - template: the template's code, compiled.
  ///   - setup: the code that runs before each scenario, in one scope with it.
  /// - Throws: the first place of the setup that is not sandboxed JavaScript.
  package init(
    template: CompiledScript, kind: TemplateKind, setup: String = ""
  ) throws(SyntaxError) {
    self.template = template
    self.kind = kind
    self.setup = try Program(parsing: setup)
    // What is wrong with the setup alone shall not look as if a scenario were wrong.
    let alone = try CompiledScript([self.setup], supplied: Machine.testNames)
    namesOfSetup = Dictionary(alone.undeclaredNames.map { ($0.text, $0) }) { first, _ in first }
  }

  /// Runs one scenario, as if it were the only one.
  package func run(
    _ scenario: String, environment: Environment = .scenario(),
    permissions: PermissionPolicy = .everything, limits: RunLimits = RunLimits()
  ) -> ScenarioRun {
    do throws(SyntaxError) {
      let script = try CompiledScript(
        [setup, Program(parsing: scenario)], supplied: Machine.testNames)
      if let name = script.undeclaredNames.first {
        let inSetup = namesOfSetup[name.text]
        return ScenarioRun(
          refused: SyntaxError(undeclared: inSetup ?? name),
          in: inSetup == nil ? .scenario : .setup)
      }
      return ScenarioRun(
        script, template: template, kind: kind, environment: environment,
        permissions: permissions, limits: limits)
    } catch {
      return ScenarioRun(refused: error, in: .scenario)
    }
  }
}
