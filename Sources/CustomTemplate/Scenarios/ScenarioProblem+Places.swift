import Diagnostics
import SandboxedJS

extension ScenarioProblem {
  /// Describes what is wrong with a text that should be sandboxed JavaScript.
  init(
    _ error: SyntaxError, in part: ScriptPart, scenario: Int = 0, of document: TemplateDocument
  ) {
    let place = document.place(of: error.position, in: part, scenario: scenario)
    self.init(
      message: error.message, places: [Place(part: part, source: place, function: "")],
      actual: nil, expected: nil, asksForEquality: false, place: place)
  }

  /// Describes what ended a scenario.
  init(_ failure: RunFailure, scenario: Int, of document: TemplateDocument) {
    var places: [Place] = []
    for step in failure.trace where !places.contains(where: { $0.part == step.part }) {
      places.append(
        Place(
          part: step.part,
          source: document.place(of: step.position, in: step.part, scenario: scenario),
          function: step.function))
    }
    if places.isEmpty {
      places = [
        Place(part: .scenario, source: document.place(ofScenario: scenario), function: "")
      ]
    }
    let asserting = places.first { $0.part != .template }
    let place = failure.kind == .assertion ? asserting ?? places[0] : places[0]
    self.init(
      message: failure.message, places: places, actual: failure.actual,
      expected: failure.expected, asksForEquality: failure.asksForEquality, place: place.source)
  }
}

extension TemplateDocument {
  /// The line of a scenario's name.
  func place(ofScenario index: Int) -> SourcePlace {
    let line = scenarioPlaces.indices.contains(index) ? scenarioPlaces[index].nameLine : 1
    return SourcePlace(file: name, line: line)
  }

  /// The line of the file for a position in one of its texts.
  func place(of position: SourcePosition, in part: ScriptPart, scenario: Int) -> SourcePlace {
    let lines: LineMap? =
      switch part {
      case .template: codeLines
      case .setup: setupLines
      case .scenario:
        scenarioPlaces.indices.contains(scenario) ? scenarioPlaces[scenario].codeLines : nil
      }
    return SourcePlace(file: name, line: lines?[position.line] ?? 1)
  }
}
