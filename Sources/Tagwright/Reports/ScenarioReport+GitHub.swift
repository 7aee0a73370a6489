import CustomTemplate
import Diagnostics

extension ScenarioReport {
  /// Annotations of a workflow of GitHub Actions, then the closing line.
  var annotations: String {
    var lines: [String] = []
    for file in files {
      switch file {
      case .unreadable(let obstacle):
        lines.append(
          annotation("error", obstacle.place, title: "no template", obstacle.message))
      case .suite(let suite): lines += self.lines(suite)
      }
    }
    return (lines + [closingLine]).joined(separator: "\n")
  }

  private func lines(_ suite: SuiteResult) -> [String] {
    let top = SourcePlace(file: suite.file, line: 1)
    var lines: [String] = []
    if let omission = suite.omissionText {
      lines.append(annotation("notice", top, title: suite.displayName, omission))
    }
    for finding in suite.findings {
      let message = ([finding.message] + finding.notes.map(\.message)).joined(separator: "\n")
      lines.append(
        annotation(
          finding.severity.rawValue, finding.place ?? top, title: suite.displayName, message))
    }
    if suite.obstacle != nil { return lines }
    for result in suite.results {
      if let problem = result.problem {
        lines.append(
          annotation(
            "error", problem.place, title: result.name,
            ProblemText(problem).lines.joined(separator: "\n")))
      }
      if showsConsole {
        // Behind its name, no logged line can be a command.
        lines += result.consoleLines.map { "\(result.name): \($0)".withVisibleControls }
      }
    }
    if let coverage = suite.coverage, !coverage.missed.isEmpty {
      lines.append(annotation("notice", top, title: suite.displayName, coverage.text))
    }
    return lines
  }

  private func annotation(
    _ kind: String, _ place: SourcePlace, title: String, _ message: String
  ) -> String {
    WorkflowAnnotation(kind: kind, place: place, title: title, message: message).text
  }
}
