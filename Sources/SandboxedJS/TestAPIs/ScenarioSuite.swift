/// A template with what its scenarios share, ready to run them.
package struct ScenarioSuite: Sendable {
  private let template: CompiledScript
  private let kind: TemplateKind
  private let setup: Program

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
    _ = try CompiledScript([self.setup], supplied: Machine.testNames)
  }

  /// Runs one scenario, as if it were the only one.
  package func run(
    _ scenario: String, environment: Environment = Environment(eventData: .object([])),
    permissions: PermissionPolicy = .everything, limits: RunLimits = RunLimits()
  ) -> ScenarioRun {
    do throws(SyntaxError) {
      let script = try CompiledScript(
        [setup, Program(parsing: scenario)], supplied: Machine.testNames)
      return ScenarioRun(
        script, template: template, kind: kind, environment: environment,
        permissions: permissions, limits: limits)
    } catch {
      return ScenarioRun(unreadable: error)
    }
  }
}
