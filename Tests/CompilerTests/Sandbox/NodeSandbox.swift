import CustomTemplate
import Foundation
import JSONText
import JavaScriptEngines

/// Runs templates on a JavaScript engine of the machine, in an imitation of Tag Manager's sandbox
/// that enforces the declared permissions; tests that need it skip where there is none.
enum NodeSandbox {
  static let skipReason: String = "node is not on PATH"

  static var isInstalled: Bool { Node.installed != nil }

  struct Failure: Error {
    let message: String
  }

  /// Runs codes, all of them in one process.
  static func outcomes(of runs: [ScriptRun]) throws -> [ScriptOutcome] {
    var programs = Programs()
    let cases = runs.map { run in
      JSON.object(
        JSONObject([
          .init("program", programs.index(of: run.template)), .init("fields", .object(run.fields)),
          .init("hit", json(run.hit)), .init("answer", run.answer.json),
        ]))
    }
    let output = try evaluate([
      "programs": .array(programs.list), "runs": .array(cases), "suites": [],
    ])
    return (output["runs"]?.array ?? []).map(outcome)
  }

  private static func outcome(_ run: JSON) -> ScriptOutcome {
    func texts(_ json: JSON?) -> [String: String] {
      var texts: [String: String] = [:]
      for member in json?.object?.members ?? [] {
        texts[member.key.lowercased()] = member.value.shownText
      }
      return texts
    }
    return ScriptOutcome(
      result: run["result"], thrown: run["thrown"]?.string,
      successes: run["succeeded"]?.number?.integer ?? -1,
      failures: run["failed"]?.number?.integer ?? -1,
      requests: (run["requests"]?.array ?? []).map { request in
        ScriptOutcome.Request(
          url: request["url"]?.string ?? "", method: request["options"]?["method"]?.string ?? "",
          headers: texts(request["options"]?["headers"]), body: request["body"]?.string ?? "")
      },
      cookies: (run["cookies"]?.array ?? []).map { cookie in
        ScriptOutcome.Cookie(
          name: cookie["name"]?.string ?? "", value: cookie["value"]?.string ?? "",
          attributes: texts(cookie["options"]))
      },
      log: (run["log"]?.array ?? []).compactMap(\.string),
      malformed: (run["malformed"]?.array ?? []).compactMap(\.string))
  }

  /// Runs the scenarios of templates: what is wrong with each, or an empty text.
  static func scenarioResults(of templates: [CustomTemplate]) throws -> [[String]] {
    var programs = Programs()
    let suites = templates.map { template in
      JSON.object(
        JSONObject([
          .init("program", programs.index(of: template)),
          .init("setup", .string(template.setup ?? "")),
          .init("scenarios", .array(template.scenarios.map { .string($0.code) })),
        ]))
    }
    let output = try evaluate([
      "programs": .array(programs.list), "runs": [], "suites": .array(suites),
    ])
    return (output["suites"]?.array ?? []).map { ($0.array ?? []).compactMap(\.string) }
  }

  /// Templates by their code, each once.
  private struct Programs {
    var list: [JSON] = []
    private var indexes: [CustomTemplate: Int] = [:]

    mutating func index(of template: CustomTemplate) -> JSON {
      if let known = indexes[template] { return .number(JSONNumber(known)) }
      indexes[template] = list.count
      list.append([
        "code": .string(template.code), "permissions": .array(template.permissions.map(\.json)),
      ])
      return .number(JSONNumber(list.count - 1))
    }
  }

  private static func json(_ hit: ServerHit) -> JSON {
    func object(_ values: [String: String]) -> JSON {
      .object(JSONObject(values.map { .init($0.key, .string($0.value)) }))
    }
    return [
      "eventData": hit.eventData, "cookies": object(hit.cookies), "headers": object(hit.headers),
      "query": object(hit.query),
    ]
  }

  private static func evaluate(_ input: JSON) throws -> JSON {
    guard let node = Node.installed else { throw Failure(message: skipReason) }
    let script = URL(filePath: #filePath).deletingLastPathComponent().path + "/sandbox.js"
    let data = try node.output([script], input: Data(input.bytes(.compact)))
    return try JSON.read(Array(data))
  }
}
