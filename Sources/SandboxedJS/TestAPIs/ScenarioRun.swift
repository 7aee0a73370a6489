/// The outcome of one scenario.
package struct ScenarioRun: Sendable {
  /// Whether it passed.
  package enum Outcome: Hashable, Sendable {
    case passed
    /// An assertion did not hold.
    case failed(RunFailure)
    /// The scenario or the template did what the sandbox does not allow, or reached a limit.
    case error(RunFailure)
    /// The scenario, or the setup with it, is not what Tag Manager's editor takes.
    case refused(SyntaxError, in: ScriptPart)
  }

  package let outcome: Outcome
  /// The effects of the template and the scenario on the world outside.
  package let record: RunRecord
  /// Errors that rejected a promise instead of ending the run.
  package let rejections: [RunFailure]
  /// The template's lines that were reached, if it was compiled to note them.
  package let coveredLines: Set<Int>
  /// The steps that it took.
  package let steps: Int

  init(refused error: SyntaxError, in part: ScriptPart) {
    outcome = .refused(error, in: part)
    record = RunRecord()
    rejections = []
    coveredLines = []
    steps = 0
  }

  init(
    _ script: CompiledScript, template: CompiledScript, kind: TemplateKind,
    environment: Environment, permissions: PermissionPolicy, limits: RunLimits
  ) {
    let host = Host(environment: environment, permissions: permissions, kind: kind)
    host.test = TestState(template: template)
    let machine = Machine(limits: limits, host: host)
    do throws(RunFailure) {
      let main = try machine.load(
        script, as: [.setup, .scenario], supplied: machine.testFunctions())
      _ = try machine.call(Value(main), [])
      try machine.runJobs()
      outcome = .passed
    } catch {
      outcome = error.kind == .assertion ? .failed(error) : .error(error)
    }
    record = machine.finishRecord()
    rejections = machine.swallowed
    coveredLines = machine.coveredLines
    steps = machine.stepCount
  }
}
