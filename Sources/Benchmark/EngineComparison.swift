import Foundation
import SandboxedJS

/// Small programs, run in turns by the interpreter and by a JavaScript engine that only interprets, too.
enum EngineComparison {
  private static let rounds = 21

  static func print() {
    guard let engine = engine else {
      return Swift.print("\nNothing was compared with another engine: there is no 'node' on PATH.")
    }
    Swift.print("\n| program | here | node --jitless | ratio, median of pairs |")
    Swift.print("| --- | ---: | ---: | ---: |")
    for (number, program) in SmallProgram.all.enumerated() {
      Swift.print("| \(program.name) | \(row(number, program, engine)) |")
    }
  }

  private static var engine: NodeProcess? {
    (try? JSONEncoder().encode(SmallProgram.all.map(\.source))).flatMap { programs in
      NodeProcess(
        options: ["--jitless"],
        work: """
          const programs = argument.map((source) => new Function(source));
          const work = (number) => programs[number]();
          """, argument: String(decoding: programs, as: UTF8.self))
    }
  }

  private static func row(
    _ number: Int, _ program: SmallProgram, _ engine: NodeProcess
  ) -> String {
    guard let script = try? CompiledScript(template: program.source) else { return "invalid | |" }
    var (own, other, ratios): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<rounds {
      var result = ""
      let time = FigureTable.milliseconds {
        let run = TemplateRun(script, kind: .variable, limits: RunLimits(memory: 1 << 30))
        if case .returned(let value) = run.outcome { result = value.description }
      }
      guard let answer = engine.run("\(number)") else { return "| no answer |" }
      guard answer.result == result else { return "\(result) | \(answer.result) | different |" }
      own.append(time)
      other.append(answer.milliseconds)
      ratios.append(time / answer.milliseconds)
    }
    func median(_ values: [Double]) -> Double { FigureTable.rounded(values.sorted()[rounds / 2]) }
    return "\(median(own)) ms | \(median(other)) ms | \(median(ratios))"
  }
}
