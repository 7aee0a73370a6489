import Foundation
import JavaScriptEngines
import TestSupport
import Testing

@testable import SandboxedJS

/// Whatever an API or a method is given, it ends with a value or with an error.
@Suite struct HostileArgumentTests {
  private static let values = [
    "undefined", "null", "true", "0", "-0", "-1", "1.5", "0 / 0", "1 / 0", "-1 / 0", "1e300",
    "-1e300", "4294967296", "9007199254740993", "''", "'a'", "'\\u0000'", "'\\ud83d'",
    "'\\udc00\\ud83d'", "'é😀'", "'%'", "'%ff'", "'[('", "'https://[::1'", "'..'", "'a.b.0'",
    "[]", "[1, [2, [3]]]", "[undefined, null]", "({})", "({a: {b: 1}})", "({toString: 1})",
    "({then: 1})", "({then: (f) => f(1)})", "() => 1", "(a) => a.b", "cyclic", "loop", "long",
    "holes", "frozen", "regex", "promise", "({method: 1, headers: 2, timeout: 'x'})",
    "({urlEncoding: 1, outputEncoding: {}})", "({domain: [], 'max-age': () => 1})",
  ]

  private static let prelude = """
    const cyclic = []; cyclic.push(cyclic); const loop = {}; loop.loop = loop;
    let long = 'abc'; for (let i = 0; i < 14; i++) long += long;
    const holes = []; holes[5] = 1; const frozen = require('Object').freeze({a: [1]});
    const regex = require('createRegex')('a|b', 'g');
    const promise = require('Promise').create((ok) => ok(1));
    """

  private static func run(_ call: String) throws -> TemplateRun {
    let script = try CompiledScript(template: prelude + "\nreturn " + call)
    return TemplateRun(
      script, kind: .client, limits: RunLimits(steps: 200_000, memory: 32 << 20))
  }

  private static func arguments(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      values[Int.random(in: 0..<values.count, using: &random)]
    }.joined(separator: ", ")
  }

  @Test("APIs take any arguments")
  func apis() throws {
    var random = SeededGenerator(seed: 11)
    for api in ServerAPI.all {
      for target in api.methods?.map({ "require('\(api.name)').\($0)" }) ?? [
        "require('\(api.name)')"
      ] {
        for _ in 0..<12 { _ = try Self.run("\(target)(\(Self.arguments(&random)))") }
      }
    }
  }

  @Test("methods take any arguments, on any value")
  func methods() throws {
    var random = SeededGenerator(seed: 12)
    let names = WellKnownName.allCases.dropFirst(2).map(\.text)
    for value in Self.values {
      for _ in 0..<16 {
        let name = names[Int.random(in: 0..<names.count, using: &random)]
        _ = try Self.run("(\(value)).\(name)(\(Self.arguments(&random)))")
      }
    }
  }

  @Test("operators take any operands")
  func operators() throws {
    var random = SeededGenerator(seed: 13)
    for mark in BinaryOperator.allCases {
      for _ in 0..<12 {
        let left = Self.values[Int.random(in: 0..<Self.values.count, using: &random)]
        let right = Self.values[Int.random(in: 0..<Self.values.count, using: &random)]
        _ = try Self.run("(\(left)) \(mark.rawValue) (\(right))")
        _ = try Self.run("(\(left))[\(right)]")
      }
    }
  }

  @Test("test APIs take any arguments")
  func testAPIs() throws {
    var random = SeededGenerator(seed: 14)
    let script = try CompiledScript(template: "return data;")
    let suite = try ScenarioSuite(template: script, kind: .tag, setup: Self.prelude)
    let calls =
      ["runCode", "mock", "mockObject", "assertApi", "fail", "callLater", "assertThat"]
      + ValueMatcher.all.map { "assertThat(cyclic).\($0.name)" }
      + ["wasCalled", "wasNotCalled", "wasCalledWith", "wasNotCalledWith"].map {
        "assertApi('x').\($0)"
      }
    for call in calls {
      for _ in 0..<6 {
        let run = suite.run(
          "\(call)(\(Self.arguments(&random)));",
          limits: RunLimits(steps: 200_000, memory: 32 << 20))
        if case .refused(let error, _) = run.outcome { Issue.record("\(error)") }
      }
    }
  }

  @Test(
    "JSON is read and written as an engine does, also what is malformed",
    .enabled(if: Node.isInstalled, "node is not installed"))
  func json() throws {
    var random = SeededGenerator(seed: 15)
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-0", "0.5", "1e5", "-1E-2", "01", ".5",
      "1.",
      "true", "false", "null", "nul", " ", "\n", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\x\"",
      "\"\t\"",
      "\"é😀\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "12345678901234567890", "1e400", "\"10\"", "\"\"",
    ]
    func value(_ depth: Int, _ random: inout SeededGenerator) -> String {
      switch Int.random(in: 0...(depth > 3 ? 1 : 3), using: &random) {
      case 0, 1: return parts[Int.random(in: 6..<parts.count, using: &random)]
      case 2:
        return "["
          + (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth + 1, &random) }
          .joined(separator: ",") + "]"
      default:
        return "{"
          + (0..<Int.random(in: 0...3, using: &random)).map { index in
            ["\"k\(index)\"", "\"2\"", "\"1\"", "\"é\""][
              Int.random(in: 0...3, using: &random)] + ": " + value(depth + 1, &random)
          }.joined(separator: ",") + "}"
      }
    }
    let texts = (0..<3_000).map { index in
      index % 3 == 0
        ? (0..<Int.random(in: 1...6, using: &random)).map { _ in
          parts[Int.random(in: 0..<parts.count, using: &random)]
        }.joined() : value(0, &random)
    }
    let answers = try Node.map(
      texts, to: String.self,
      with: "try { return JSON.stringify(JSON.parse(input)); } catch (e) { return 'undefined'; }")
    let machine = Machine(limits: RunLimits())
    for (text, answer) in zip(texts, answers) {
      let value = machine.parseJSON(machine.heap.string(text)) ?? .undefined
      let written = try machine.stringify(value)
      #expect(try machine.text(written) == answer, "\(text)")
    }
  }
}
