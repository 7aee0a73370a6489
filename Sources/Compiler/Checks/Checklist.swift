package import Diagnostics
import TagwrightPlan

/// The steps of setting up one kind of destination, each with what the plan shows of it.
package struct Checklist: Sendable {
  /// The states that a step can be in.
  package enum State: String, Sendable {
    /// The plan shows it.
    case done
    /// Nothing is wrong, and somebody has to do it.
    case open
    /// A rule found something.
    case broken
  }

  /// One step.
  package struct Step: Sendable {
    /// Counted from 1; a step relies on those before it.
    package let number: Int
    package let title: String
    /// By what one knows that it is done.
    package let proof: String
    /// The details of the step that the plan shows, a line each.
    package let shown: [String]
    /// The diagnostics that broke the step.
    package let diagnostics: [Diagnostic]
    private let isLeftToAPerson: Bool

    package var state: State {
      diagnostics.isEmpty ? isLeftToAPerson ? .open : .done : .broken
    }

    init(_ number: Int, _ step: SetUpStep, shown: [String], diagnostics: [Diagnostic]) {
      self.number = number
      title = step.title
      proof = step.proof
      isLeftToAPerson = step.isLeftToAPerson
      self.shown = shown
      self.diagnostics = diagnostics
    }
  }

  /// The service that is set up, such as `TikTok Events API`.
  package let service: String
  package let steps: [Step]

  /// The step to begin with: those behind it rely on it.
  package var firstBroken: Step? { steps.first { $0.state == .broken } }
}

extension Checklist {
  init(
    _ kind: any CompiledDestination.Type, plans: [ResolvedPlan], diagnostics: [Diagnostic]
  ) {
    service = kind.profile.service
    let steps = SetUp(kind: kind).steps
    let claimed = Set(steps.flatMap(\.ruleIDs))
    self.steps = steps.enumerated().map { index, step in
      let ids = Set(step.ruleIDs)
      let broken = diagnostics.filter { diagnostic in
        switch step.rules {
        case .these: ids.contains(diagnostic.rule)
        case .allOthers: !claimed.contains(diagnostic.rule)
        }
      }
      var shown: [String] = []
      for line in plans.flatMap(\.serverContainers).flatMap(step.shows) where !shown.contains(line)
      {
        shown.append(line)
      }
      return Step(index + 1, step, shown: shown, diagnostics: broken)
    }
  }
}

extension SetUpStep {
  /// The rules that it names.
  fileprivate var ruleIDs: [String] {
    if case .these(let rules) = rules { return rules.map(\.id) }
    return []
  }
}

extension Compilation {
  /// A list for each kind of destination that the plan has.
  package var checklists: [Checklist] {
    compiledDestinations.filter { kind in
      resolved.flatMap(\.serverContainers).flatMap(\.destinations).contains { $0.kind == kind }
    }.map { Checklist($0, plans: resolved, diagnostics: diagnostics) }
  }
}
