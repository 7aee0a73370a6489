import JSONText
import SandboxedJS
import Simulator

/// What became of hits in containers: for each pair the outcome of every tag that fired, in the order of the tags.
struct ContainerRuns {
  /// A hit that reaches a container, and what the destination answers it.
  struct Case {
    let container: RunningContainer
    let hit: ServerHit
    var answer = Answer.accepted
  }

  /// One tag that fired.
  struct TagOutcome: Sendable {
    let tag: String
    let outcome: ScriptOutcome
  }

  /// What runs the code of the tags; the simulation finds their fields.
  enum Engine: Sendable {
    case native, node
  }

  let outcomes: [[TagOutcome]]

  init(_ cases: [Case], _ engine: Engine = .native) throws {
    let fired = try cases.map { try $0.container.firedTags($0.hit, $0.answer) }
    switch engine {
    case .native:
      outcomes = fired.map { tags in
        tags.map { TagOutcome(tag: $0.name, outcome: ScriptOutcome($0)) }
      }
    case .node:
      let runs = try zip(cases, fired).flatMap { one, tags in
        try tags.map { tag in
          ScriptRun(
            template: try one.container.template(ofTag: tag.name), fields: tag.sandboxFields,
            hit: one.hit, answer: one.answer)
        }
      }
      var rest = try NodeSandbox.outcomes(of: runs)[...]
      outcomes = fired.map { tags in
        tags.compactMap { tag in
          rest.popFirst().map { TagOutcome(tag: tag.name, outcome: $0) }
        }
      }
    }
  }

  /// The values of variables made from templates for which another engine has a different one, in words.
  static func differentVariables(_ cases: [Case]) throws -> [String] {
    var names: [String] = []
    var values: [JSON?] = []
    var runs: [ScriptRun] = []
    for one in cases {
      for tag in try one.container.firedTags(one.hit, one.answer) {
        let known = Dictionary(tag.variables.map { ($0.name, $0.value) }) { first, _ in first }
        for variable in tag.variables {
          guard let made = one.container.templateVariable(variable.name, known) else { continue }
          names.append(variable.name)
          values.append(variable.value.json)
          runs.append(ScriptRun(template: made.template, fields: made.fields, hit: one.hit))
        }
      }
    }
    return zip(zip(names, values), try NodeSandbox.outcomes(of: runs)).compactMap { one, outcome in
      one.1 == outcome.result
        ? nil : "\(one.0): \(one.1.compactText), but \(outcome.result.compactText) in node"
    }
  }
}

extension TagResult {
  /// The fields, as another engine gets them; a field without a value is not among them.
  fileprivate var sandboxFields: JSONObject {
    JSONObject(
      settings.compactMap { field in
        field.value.sandboxJSON.map { JSONObject.Member(field.name, $0) }
      })
  }
}

extension ScriptOutcome {
  /// What came of a tag in the simulation.
  init(_ tag: TagResult) {
    func texts(_ pairs: [NamedText]) -> [String: String] {
      Dictionary(pairs.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
    }
    self.init(
      requests: tag.effects.requests.map { request in
        Request(
          url: request.url, method: request.method, headers: texts(request.headers),
          body: request.body ?? "")
      },
      cookies: tag.effects.cookies.map { cookie in
        Cookie(
          name: cookie.name,
          value: URIEncoding.decode(cookie.value, as: .component) ?? cookie.value,
          attributes: texts(cookie.attributes))
      }, log: tag.effects.logs)
    switch tag.outcome {
    // A tag that is stopped for want of consent reports success.
    case .success?, .refused?: successes = 1
    case .failure?: failures = 1
    case .error(let message)?: thrown = message
    case .unfinished?, .notSimulated?, nil: break
    }
  }
}
