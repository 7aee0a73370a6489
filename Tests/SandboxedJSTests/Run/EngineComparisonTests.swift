import Foundation
import JavaScriptEngines
import Testing

@testable import SandboxedJS

/// Random programs, run by the machine and by a JavaScript engine.
///
/// Where Tag Manager differs from JavaScript, so does the machine, and these programs do not show it: `arguments` in an arrow
/// function, which `ArrowArgumentsTests` compares, and arrow functions that are called without parentheses around them.
@Suite struct EngineComparisonTests {
  /// How a value, a line or an error is written by both.
  private static let engine = """
    const show = (v) => {
      if (typeof v === 'number') return Object.is(v, -0) ? '0' : '' + v;
      if (typeof v === 'string') return JSON.stringify(v.toWellFormed());
      if (typeof v === 'function') return 'function';
      if (Array.isArray(v)) {
        const parts = [];
        for (let i = 0; i < v.length; i++) parts.push(show(v[i]));
        return '[' + parts.join(', ') + ']';
      }
      if (v && typeof v === 'object') {
        return '{' + Object.keys(v).map((k) => k + ': ' + show(v[k])).join(', ') + '}';
      }
      return '' + v;
    };
    const lines = [];
    let end;
    try {
      const run = new Function('log', input);
      end = show(run((...values) => { for (const v of values) lines.push(('' + v).toWellFormed()); }));
    } catch (error) {
      end = error.constructor.name;
    }
    return end + '\\n' + lines.join('\\n');
    """

  static func machine(_ source: String) throws -> String {
    let run = try Evaluation(source)
    let end: String
    if let failure = run.failure {
      end = String(failure.message.prefix { $0 != ":" })
    } else {
      end = run.result.description
    }
    return end + "\n" + run.lines.joined(separator: "\n")
  }

  static let seeds: Range<UInt64> = {
    let first = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 0
    return first..<first + 2_000
  }()

  @Test(
    "random programs give the engine's result, console and error",
    .enabled(if: Node.isInstalled, "node is not installed"))
  func programs() throws {
    let programs = Self.seeds.map { seed in
      var program = ComparableProgram(seed: seed)
      return program.text()
    }
    let answers = try Node.map(programs, to: String.self, with: Self.engine)
    var differences = 0
    for (program, answer) in zip(programs, answers) {
      let own = try Self.machine(program)
      guard own != answer, differences < 5 else { continue }
      differences += 1
      Issue.record(
        "engine: \(answer.prefix(2000))\n\nmachine: \(own.prefix(2000))\n\nprogram:\n\(program)")
    }
  }
}
