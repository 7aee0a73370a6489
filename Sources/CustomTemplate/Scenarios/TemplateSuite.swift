import Diagnostics
package import SandboxedJS

/// A template file whose scenarios can be executed; its code is read and compiled once.
package struct TemplateSuite: Sendable {
  private let document: TemplateDocument
  private let limits: RunLimits
  private let template: CompiledScript?
  private let suite: ScenarioSuite?
  private let obstacle: ScenarioProblem?

  /// Prepares the scenarios of a template.
  ///
  /// - Parameters:
  ///   - coversLines: whether the result says which lines of the code were reached.
  ///   - limits: what each scenario may use.
  package init(
    _ document: TemplateDocument, coversLines: Bool = false, limits: RunLimits = RunLimits()
  ) {
    self.document = document
    self.limits = limits
    var template: CompiledScript?
    var part = ScriptPart.template
    do throws(SyntaxError) {
      let code = try CompiledScript(template: document.template.code, coversLines: coversLines)
      template = code
      part = .setup
      suite = try ScenarioSuite(
        template: code, kind: document.template.scriptKind,
        setup: document.template.setup ?? "")
      obstacle = nil
    } catch {
      suite = nil
      obstacle = ScenarioProblem(error, in: part, of: document)
    }
    self.template = coversLines ? template : nil
  }

  /// Executes the scenarios, in the file's order and each as if it were the only one.
  ///
  /// - Parameter filter: a text that a scenario's name has to contain, whatever the case of its letters.
  package func run(matching filter: String? = nil) -> SuiteResult {
    let scenarios = document.template.scenarios
    guard !scenarios.isEmpty else { return result([], omission: .noScenarios) }
    let wanted = filter?.lowercased()
    let chosen = scenarios.indices.filter { index in
      wanted.map { scenarios[index].name.lowercased().contains($0) } ?? true
    }
    var reached: Set<Int> = []
    let results = chosen.map { run($0, &reached) }
    return result(results, omission: chosen.isEmpty ? .noneMatches : nil, reached)
  }

  private func result(
    _ results: [ScenarioResult], omission: SuiteResult.Omission?, _ reached: Set<Int> = []
  ) -> SuiteResult {
    var coverage: LineCoverage?
    if let template, omission == nil {
      let lines = template.coverableLines
      coverage = LineCoverage(
        lines: lines.map { document.codeLines[$0] },
        missed: lines.filter { !reached.contains($0) }.map { document.codeLines[$0] })
    }
    return SuiteResult(
      file: document.name, displayName: document.template.info.displayName, results: results,
      omission: omission, obstacle: omission == nil ? obstacle : nil, coverage: coverage)
  }

  private func run(_ index: Int, _ reached: inout Set<Int>) -> ScenarioResult {
    let scenario = document.template.scenarios[index]
    var console: [String] = []
    var outcome = ScenarioResult.Outcome.passed
    if let suite {
      let run = suite.run(
        scenario.code, environment: document.template.scenarioEnvironment, limits: limits)
      reached.formUnion(run.coveredLines)
      console = run.record.console
      outcome =
        switch run.outcome {
        case .passed: .passed
        case .failed(let failure): .failed(ScenarioProblem(failure, scenario: index, of: document))
        case .error(let failure): .error(ScenarioProblem(failure, scenario: index, of: document))
        case .unreadable(let error):
          .error(ScenarioProblem(error, in: .scenario, scenario: index, of: document))
        }
    } else if let obstacle {
      outcome = .error(obstacle)
    }
    return ScenarioResult(
      name: scenario.name, place: document.place(ofScenario: index), outcome: outcome,
      console: console)
  }
}

extension CustomTemplate {
  /// What is outside while a scenario runs: nothing has happened yet.
  var scenarioEnvironment: Environment {
    side == .web ? Environment(page: WebPage()) : Environment(eventData: .object([]))
  }

  /// What the sandbox makes of the template.
  package var scriptKind: TemplateKind {
    switch info.kind {
    case .variable: .variable
    case .client: .client
    case .tag, nil: .tag
    }
  }
}
