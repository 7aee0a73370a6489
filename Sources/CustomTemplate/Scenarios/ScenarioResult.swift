package import Diagnostics
package import SandboxedJS

/// The result of one scenario of a template file.
package struct ScenarioResult: Hashable, Sendable {
  /// Whether the scenario passed, and if not, why.
  package enum Outcome: Hashable, Sendable {
    case passed
    /// An assertion did not hold.
    case failed(ScenarioProblem)
    /// The scenario, or the template, is no sandboxed JavaScript, did what the sandbox does not allow, or
    /// reached a limit.
    case error(ScenarioProblem)
  }

  /// The scenario's name.
  package let name: String
  /// The place where its name stands.
  package let place: SourcePlace
  package let outcome: Outcome
  /// The lines that were logged, one for each call.
  package let console: [String]

  /// A result of something else than a template's scenario, to be reported with those.
  package init(name: String, place: SourcePlace, outcome: Outcome, console: [String] = []) {
    self.name = name
    self.place = place
    self.outcome = outcome
    self.console = console
  }

  /// The problem that keeps the scenario from passing.
  package var problem: ScenarioProblem? {
    switch outcome {
    case .passed: nil
    case .failed(let problem), .error(let problem): problem
    }
  }
}

/// The reason why a scenario did not pass.
package struct ScenarioProblem: Hashable, Sendable {
  /// One place that was being executed.
  package struct Place: Hashable, Sendable {
    /// Whose code it is.
    package let part: ScriptPart
    /// The line of the file.
    package let source: SourcePlace
    /// The function's name; empty outside of functions and in those without a name.
    package let function: String
  }

  /// A description of what is wrong, lower case, without a full stop; an error thrown by the
  /// sandbox has its own wording.
  package let message: String
  /// The innermost place in each of the texts that were being executed, the innermost of all first; empty
  /// only where no script was.
  package let places: [Place]
  /// For an assertion: what was found.
  package let actual: ScriptValue?
  /// For an assertion: what was expected.
  package let expected: ScriptValue?
  /// For an assertion: whether the two should have been equal.
  package let asksForEquality: Bool
  /// The line that the problem is reported at: the innermost one of the scenario or its setup for an assertion,
  /// else the innermost of all.
  package let place: SourcePlace
}

extension ScenarioProblem {
  /// A problem that lies at one place and in no script.
  package init(_ message: String, at place: SourcePlace) {
    self.init(
      message: message, places: [], actual: nil, expected: nil, asksForEquality: false, place: place
    )
  }
}
