import JSONText
import TagManager

/// What became of hits in containers: for each pair the outcome of every tag that fired, in the order of the tags.
struct ContainerRuns {
  /// A hit that reaches a container, and what the destination answers it.
  struct Case {
    let container: RunningContainer
    let hit: Hit
    var answer = Answer.accepted
  }

  /// One tag that fired.
  struct TagOutcome: Sendable {
    let tag: String
    let outcome: ScriptOutcome
  }

  /// What runs the code.
  enum Engine: Sendable, CaseIterable {
    case native, node

    func outcomes(of runs: [ScriptRun]) throws -> [ScriptOutcome] {
      guard !runs.isEmpty else { return [] }
      return switch self {
      case .native: try NativeSandbox.outcomes(of: runs)
      case .node: try NodeSandbox.outcomes(of: runs)
      }
    }
  }

  let outcomes: [[TagOutcome]]

  /// Runs what the variables need first, then the tags.
  init(_ cases: [Case], _ engine: Engine = .native) throws {
    var tags: [(place: Int, tag: TagManager.Tag)] = []
    var variables: [(place: Int, pending: RunningContainer.Pending)] = []
    for (place, one) in cases.enumerated() {
      for tag in one.container.firingTags(for: one.hit) {
        tags.append((place, tag))
        variables += one.container.pending(tag).map { (place, $0) }
      }
    }
    let variableRuns = variables.compactMap { variable -> ScriptRun? in
      cases[variable.place].container.templates[variable.pending.type].map {
        ScriptRun(
          template: $0,
          fields: JSONObject([.init("parameter", .string(variable.pending.parameter))]),
          hit: cases[variable.place].hit)
      }
    }
    var known: [Int: RunningContainer.Known] = [:]
    let values = try engine.outcomes(of: variableRuns)
    for (variable, outcome) in zip(variables, values) {
      known[variable.place, default: [:]][variable.pending] = outcome.result
    }
    let runs = tags.compactMap { entry -> ScriptRun? in
      let one = cases[entry.place]
      return one.container.templates[entry.tag.type].map {
        ScriptRun(
          template: $0,
          fields: one.container.fields(of: entry.tag, for: one.hit, known[entry.place] ?? [:]),
          hit: one.hit, answer: one.answer)
      }
    }
    var outcomes = [[TagOutcome]](repeating: [], count: cases.count)
    for (entry, outcome) in zip(tags, try engine.outcomes(of: runs)) {
      outcomes[entry.place].append(TagOutcome(tag: entry.tag.name, outcome: outcome))
    }
    self.outcomes = outcomes
  }
}
