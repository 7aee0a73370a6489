import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS

extension ScenarioReport {
  /// For programs that read on; values of scripts are texts, as a script would write them.
  var json: JSON {
    [
      "passed": number(passed), "failed": number(failed), "errors": number(errors),
      "suites": .array(
        files.map { file in
          switch file {
          case .suite(let suite): json(suite)
          case .unreadable(let obstacle):
            [
              "file": .string(obstacle.place.file), "line": number(obstacle.place.line),
              "error": .string(obstacle.message),
            ]
          }
        }),
    ]
  }

  private func json(_ suite: SuiteResult) -> JSON {
    var object = JSONObject()
    object["file"] = .string(suite.file)
    object["name"] = .string(suite.displayName)
    object["passed"] = number(suite.passed)
    object["failed"] = number(suite.failed)
    object["errors"] = number(suite.errors)
    object["note"] = suite.omissionText.map { .string($0) }
    if !suite.findings.isEmpty { object["findings"] = .array(suite.findings.map(\.reportJSON)) }
    object["scenarios"] = .array(suite.results.map(json))
    if let coverage = suite.coverage {
      object["coverage"] = [
        "lines": number(coverage.lines.count),
        "reached": number(coverage.lines.count - coverage.missed.count),
        "missed": .array(coverage.missed.map(number)),
      ]
    }
    return .object(object)
  }

  private func json(_ result: ScenarioResult) -> JSON {
    var object = JSONObject()
    object["name"] = .string(result.name)
    object["line"] = number(result.place.line)
    object["outcome"] =
      switch result.outcome {
      case .passed: "passed"
      case .failed: "failed"
      case .error: "error"
      }
    if let problem = result.problem {
      object["message"] = .string(problem.message)
      object["places"] = .array(
        problem.places.map { place in
          [
            "in": .string(place.part.rawValue), "line": number(place.source.line),
            "function": .string(place.function),
          ]
        })
      object["expected"] = problem.expected.map { .string($0.description) }
      object["found"] = problem.actual.map { .string($0.description) }
    }
    if showsConsole { object["console"] = .array(result.console.map { .string($0) }) }
    return .object(object)
  }
}

extension Diagnostic {
  /// A finding about a template, for programs that read on.
  var reportJSON: JSON {
    [
      "severity": .string(severity.rawValue), "rule": .string(rule),
      "line": number(place?.line ?? 1), "message": .string(message),
      "notes": .array(notes.map { .string($0.message) }),
    ]
  }
}

private func number(_ integer: Int) -> JSON { .number(JSONNumber(integer)) }
