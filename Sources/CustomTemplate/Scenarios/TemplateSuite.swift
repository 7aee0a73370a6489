package import Diagnostics
package import SandboxedJS

/// A template file whose scenarios can be executed; its code is read and compiled once.
package struct TemplateSuite: Sendable {
  private let document: TemplateDocument
  private let limits: RunLimits
  private let check: TemplateCheck
  /// The problems in the file, apart from those that its scenarios show.
  package let findings: [Diagnostic]
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
    check = TemplateCheck(document, coversLines: coversLines)
    var findings = check.findings()
    var template: CompiledScript?
    var part = ScriptPart.template
    do throws(SyntaxError) {
      let code = try check.script.get()
      template = code
      if let name = code.undeclaredNames.first { throw SyntaxError(undeclared: name) }
      part = .setup
      suite = try ScenarioSuite(
        template: code, kind: document.template.scriptKind,
        setup: document.template.setup ?? "")
      obstacle = nil
    } catch {
      suite = nil
      let problem = ScenarioProblem(error, in: part, of: document)
      obstacle = problem
      if part == .setup {
        findings.append(
          Diagnostic(.error, rule: TemplateRule.syntax.id, error.message, at: problem.place))
      }
    }
    self.template = coversLines ? template : nil
    self.findings = findings
  }

  /// Executes the scenarios, in the file's order and each as if it were the only one.
  ///
  /// - Parameter filter: a text that a scenario's name has to contain, whatever the case of its letters.
  package func run(matching filter: String? = nil) -> SuiteResult {
    let scenarios = document.template.scenarios
    guard !scenarios.isEmpty else { return result([], omission: .noScenarios, findings) }
    let wanted = filter?.lowercased()
    let chosen = scenarios.indices.filter { index in
      wanted.map { scenarios[index].name.lowercased().contains($0) } ?? true
    }
    var (reached, claims): (Set<Int>, [SourcePlace]) = ([], [])
    let results = chosen.map { run($0, &reached, &claims) }
    return result(
      results, omission: chosen.isEmpty ? .noneMatches : nil,
      claims.count > 1
        ? (findings + check.repeatedClaims(claims)).sortedByPlace() : findings, reached)
  }

  private func result(
    _ results: [ScenarioResult], omission: SuiteResult.Omission?, _ findings: [Diagnostic],
    _ reached: Set<Int> = []
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
      omission: omission, findings: findings, obstacle: obstacle, coverage: coverage)
  }

  private func run(
    _ index: Int, _ reached: inout Set<Int>, _ claims: inout [SourcePlace]
  ) -> ScenarioResult {
    let scenario = document.template.scenarios[index]
    var console: [String] = []
    var outcome = ScenarioResult.Outcome.passed
    if let suite {
      let run = suite.run(
        scenario.code, environment: .scenario(document.template.scriptSide), limits: limits)
      reached.formUnion(run.coveredLines)
      console = run.record.console
      if run.record.isClaimed { claims.append(document.place(ofScenario: index)) }
      outcome =
        switch run.outcome {
        case .passed: .passed
        case .failed(let failure): .failed(ScenarioProblem(failure, scenario: index, of: document))
        case .error(let failure): .error(ScenarioProblem(failure, scenario: index, of: document))
        case .refused(let error, let part):
          .error(ScenarioProblem(error, in: part, scenario: index, of: document))
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
  /// The kind of container, as the sandbox names it.
  package var scriptSide: TemplateSide { side == .web ? .web : .server }

  /// The kind of the template, as the sandbox names it.
  package var scriptKind: TemplateKind {
    switch info.kind {
    case .variable: .variable
    case .client: .client
    case .tag, nil: .tag
    }
  }
}
