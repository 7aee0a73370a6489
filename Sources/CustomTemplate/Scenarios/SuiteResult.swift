package import Diagnostics

/// The results of the scenarios of one template file.
package struct SuiteResult: Hashable, Sendable {
  /// The reasons why no scenario was executed.
  package enum Omission: Hashable, Sendable {
    /// The template has none.
    case noScenarios
    /// None has the text that was asked for in its name.
    case noneMatches
  }

  /// The template file, as the caller named it.
  package let file: String
  /// The template's name in Tag Manager.
  package let displayName: String
  /// The scenarios that were executed, in the file's order.
  package let results: [ScenarioResult]
  /// The reason why there are no results; `nil` where there are some.
  package let omission: Omission?
  /// The faults of the file, whether or not it has scenarios: most of them Tag Manager refuses.
  package let findings: [Diagnostic]
  /// The problem that keeps every scenario from being executed, one of the findings: the code or
  /// the setup is not what Tag Manager takes.
  package let obstacle: ScenarioProblem?
  /// Which lines of the code the scenarios reached, if that was asked for.
  package let coverage: LineCoverage?

  /// Results of something else than a template's scenarios, to be reported with those.
  package init(file: String, displayName: String, results: [ScenarioResult]) {
    self.init(
      file: file, displayName: displayName, results: results,
      omission: results.isEmpty ? .noneMatches : nil, findings: [], obstacle: nil, coverage: nil)
  }

  init(
    file: String, displayName: String, results: [ScenarioResult], omission: Omission?,
    findings: [Diagnostic], obstacle: ScenarioProblem?, coverage: LineCoverage?
  ) {
    self.file = file
    self.displayName = displayName
    self.results = results
    self.omission = omission
    self.findings = findings
    self.obstacle = obstacle
    self.coverage = coverage
  }

  /// Scenarios that passed.
  package var passed: Int { results.count { $0.outcome == .passed } }
  /// Scenarios with an assertion that did not hold.
  package var failed: Int { results.count { if case .failed = $0.outcome { true } else { false } } }
  /// Scenarios that an error ended, and what Tag Manager refuses apart from them.
  package var errors: Int {
    refusals.count + results.count { if case .error = $0.outcome { true } else { false } }
  }
  /// The errors for which Tag Manager refuses the file; empty where every scenario stands for them
  /// already.
  package var refusals: [Diagnostic] {
    obstacle == nil || results.isEmpty ? findings.filter { $0.severity == .error } : []
  }
}

/// Which lines of a template's code were reached.
package struct LineCoverage: Hashable, Sendable {
  /// The lines of the file that have code to reach, in their order.
  package let lines: [Int]
  /// Those of them that were not reached.
  package let missed: [Int]

  /// The lines that were not reached, those without another line of code between them together.
  package var missedRanges: [ClosedRange<Int>] {
    let missed = Set(missed)
    var ranges: [ClosedRange<Int>] = []
    var isOpen = false
    for line in lines {
      guard missed.contains(line) else {
        isOpen = false
        continue
      }
      if isOpen, let last = ranges.popLast() {
        ranges.append(last.lowerBound...line)
      } else {
        ranges.append(line...line)
      }
      isOpen = true
    }
    return ranges
  }
}
