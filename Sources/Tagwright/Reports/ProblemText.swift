import CustomTemplate
import Diagnostics
import SandboxedJS

/// The reason a scenario did not pass, as lines for a person.
struct ProblemText {
  let problem: ScenarioProblem

  init(_ problem: ScenarioProblem) { self.problem = problem }

  /// The places other than the one that the problem is reported at, a line each.
  var places: [String] {
    problem.places.filter { $0.source != problem.place }.map { place in
      let function = place.function.isEmpty ? "" : ", in '\(place.function)'"
      return "\(place.source.relative(to: "")): in the \(place.part.rawValue)\(function)"
    }
  }

  /// The values that were found and expected: the difference of two values that should be equal,
  /// else each of them.
  var values: [String] {
    guard let expected = problem.expected, let actual = problem.actual, problem.asksForEquality
    else { return labelled("found", problem.actual) + labelled("expected", problem.expected) }
    if expected == actual {
      return labelled("found", actual)
        + [
          "they look the same, but are not: functions and, strictly, objects equal only themselves"
        ]
    }
    return ["- expected", "+ found"]
      + ValueDifference(expected: expected, actual: actual).lines.map {
        "\($0.side.rawValue) \($0.text)"
      }
  }

  /// The message, then everything else.
  var lines: [String] { [problem.message] + places + values }

  private func labelled(_ label: String, _ value: ScriptValue?) -> [String] {
    value.map { ["\(label): \(ValueText($0).shortened)"] } ?? []
  }
}
