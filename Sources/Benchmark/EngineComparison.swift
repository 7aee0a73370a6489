import Foundation
import SandboxedJS

/// Small programs, run in turns by the interpreter and by a JavaScript engine that only interprets, too.
enum EngineComparison {
  private static let rounds = 21

  static func print() {
    guard let engine = Engine() else {
      return Swift.print("\nNothing was compared with another engine: there is no 'node' on PATH.")
    }
    Swift.print("\n| program | here | node --jitless | ratio, median of pairs |")
    Swift.print("| --- | ---: | ---: | ---: |")
    for (number, program) in SmallProgram.all.enumerated() {
      Swift.print("| \(program.name) | \(row(number, program, engine)) |")
    }
  }

  private static func row(
    _ number: Int, _ program: SmallProgram, _ engine: Engine
  ) -> String {
    guard let script = try? CompiledScript(template: program.source) else { return "invalid | |" }
    var (own, other, ratios): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<rounds {
      var result = ""
      let time = FigureTable.milliseconds {
        let run = TemplateRun(script, kind: .variable, limits: RunLimits(memory: 1 << 30))
        if case .returned(let value) = run.outcome { result = value.description }
      }
      guard let answer = engine.run(number) else { return "| no answer |" }
      guard answer.result == result else { return "\(result) | \(answer.result) | different |" }
      own.append(time)
      other.append(answer.milliseconds)
      ratios.append(time / answer.milliseconds)
    }
    func median(_ values: [Double]) -> Double { FigureTable.rounded(values.sorted()[rounds / 2]) }
    return "\(median(own)) ms | \(median(other)) ms | \(median(ratios))"
  }
}

/// A process of `node` that runs a program each time it is told its number.
private struct Engine {
  struct Answer {
    let milliseconds: Double
    let result: String
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  private static let script = """
    const programs = JSON.parse(process.argv[1]).map((source) => new Function(source));
    require('readline').createInterface({input: process.stdin}).on('line', (number) => {
      const start = performance.now();
      const result = programs[number]();
      console.log(performance.now() - start + ' ' + result);
    });
    """

  init?() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let node = folders.map({ "\($0)/node" }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      }), let programs = try? JSONEncoder().encode(SmallProgram.all.map(\.source))
    else { return nil }
    process.executableURL = URL(fileURLWithPath: node)
    process.arguments = ["--jitless", "-e", Self.script, String(decoding: programs, as: UTF8.self)]
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
  }

  func run(_ number: Int) -> Answer? {
    guard (try? input.fileHandleForWriting.write(contentsOf: Data("\(number)\n".utf8))) != nil
    else { return nil }
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      line += more
    }
    let parts = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, let time = Double(parts[0]) else { return nil }
    return Answer(milliseconds: time, result: String(parts[1]))
  }
}
