import CustomTemplate
import Diagnostics

/// The result of a template file that was to be tested.
enum TestedFile: Sendable {
  /// The reason a file is no template.
  struct Obstacle: Sendable {
    let place: SourcePlace
    /// Counted from 1, where it is known.
    let column: Int?
    let message: String

    init(_ error: TemplateReadError) {
      place = error.place
      column = error.column
      message = error.section.map { "in ___\($0)___: \(error.message)" } ?? error.message
    }

    /// `file:line:column: error: message`.
    func text(style: SeverityStyle) -> String {
      let column = column.map { ":\($0)" } ?? ""
      let place = "\(place.file):\(place.line)\(column)".withVisibleControls
      return "\(place): \(style.word("error")): \(message.withVisibleControls)"
    }
  }

  case suite(SuiteResult)
  case unreadable(Obstacle)
}

/// The results of a run of `test`; each format has a file of its own.
struct ScenarioReport {
  let files: [TestedFile]
  /// Whether what the scenarios logged is part of it.
  let showsConsole: Bool

  /// The files that could be read.
  var suites: [SuiteResult] {
    files.compactMap { if case .suite(let suite) = $0 { suite } else { nil } }
  }

  var passed: Int { suites.reduce(0) { $0 + $1.passed } }
  var failed: Int { suites.reduce(0) { $0 + $1.failed } }
  var errors: Int { suites.reduce(0) { $0 + $1.errors } }
  /// Whether no scenario was executed.
  var isEmpty: Bool { suites.allSatisfy(\.results.isEmpty) }
  var hasUnreadableFile: Bool { suites.count < files.count }

  /// The last line, as test runners have it; errors count as failed.
  var closingLine: String { "\(passed) passed, \(failed + errors) failed" }
}

extension SuiteResult {
  /// The reason no scenario was executed, for a person.
  var omissionText: String? {
    switch omission {
    case nil: nil
    case .noScenarios: "no scenarios"
    case .noneMatches: "no scenario with this name"
    }
  }
}
