import CustomTemplate
import Diagnostics

extension ScenarioReport {
  /// For a person: every scenario below its file, problems with their places, and the closing line.
  func text(_ style: SeverityStyle) -> String {
    var lines: [String] = []
    for suite in suites where suite.omission != .noneMatches || !suite.findings.isEmpty {
      lines.append("\(suite.file): \(suite.displayName)".withVisibleControls)
      if let omission = suite.omissionText { lines.append("  \(omission)") }
      for finding in suite.findings {
        lines += finding.text(style: style).split(separator: "\n").map { "  \($0)" }
      }
      if suite.obstacle != nil {
        let count = suite.results.count
        if count > 0 {
          lines.append("  so that \(count.counted("scenario")) cannot be executed")
        }
      } else {
        for result in suite.results { lines += self.lines(result, style) }
      }
      if let coverage = suite.coverage { lines.append("  \(coverage.text)") }
    }
    return (lines + [lines.isEmpty ? "no templates\n" : "", closingLine]).joined(separator: "\n")
  }

  private func lines(_ result: ScenarioResult, _ style: SeverityStyle) -> [String] {
    let word =
      switch result.outcome {
      case .passed: "passed"
      case .failed: "failed"
      case .error: "error"
      }
    var lines = ["  \(style.word(word)): \(result.name.withVisibleControls)"]
    if let problem = result.problem {
      let text = ProblemText(problem)
      lines.append("    \(problem.place.relative(to: "")): \(problem.message)".withVisibleControls)
      lines += (text.places + text.values).map { "    \($0.withVisibleControls)" }
    }
    if showsConsole { lines += result.consoleLines.map { "    | \($0.withVisibleControls)" } }
    return lines
  }
}

extension ScenarioResult {
  /// The lines that were logged.
  var consoleLines: [String] {
    console.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.map(String.init)
  }
}

extension LineCoverage {
  /// The number of lines that were reached, and the lines that were not.
  var text: String {
    guard !missed.isEmpty else { return "all \(lines.count) lines of code were reached" }
    let ranges = missedRanges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return "\(lines.count - missed.count) of \(lines.count) lines of code were reached, "
      + "not line \(ranges.joined(separator: ", "))"
  }
}
