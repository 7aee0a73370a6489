import Foundation

/// A process of `node` that does one piece of work for each line that it is told.
struct NodeProcess {
  struct Answer {
    let milliseconds: Double
    let result: String
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  /// Starts it; `nil` where there is no `node` on `PATH`.
  ///
  /// - Parameters:
  ///   - options: of `node` itself, such as `--jitless`.
  ///   - work: JavaScript that makes a function `work` of a line, which gives a text without line feeds; `argument`
  ///     is a value in it.
  ///   - argument: as JSON.
  init?(options: [String] = [], work: String, argument: String) {
    let script = """
      const argument = JSON.parse(process.argv[1]);
      \(work)
      require('readline').createInterface({input: process.stdin}).on('line', (line) => {
        const start = performance.now();
        const result = work(line);
        console.log(performance.now() - start + ' ' + result);
      });
      """
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let node = folders.map { "\($0)/node" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let node else { return nil }
    process.executableURL = URL(fileURLWithPath: node)
    process.arguments = options + ["-e", script, argument]
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
  }

  /// Does the work for a line and waits for it; `nil` where the process has ended.
  func run(_ line: String) -> Answer? {
    guard (try? input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))) != nil
    else { return nil }
    var answer = Data()
    while answer.last != UInt8(ascii: "\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      answer += more
    }
    let parts = String(decoding: answer.dropLast(), as: UTF8.self)
      .split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let time = Double(parts[0]) else { return nil }
    return Answer(milliseconds: time, result: String(parts[1]))
  }
}
