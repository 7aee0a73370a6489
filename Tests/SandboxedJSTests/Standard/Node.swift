import Foundation

/// A JavaScript engine on the machine, to compare with; tests that need it skip without it.
enum Node {
  /// The executable, found along PATH.
  static let executable: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: "\($0)/node") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  static var isInstalled: Bool { executable != nil }

  struct Failure: Error {
    let status: Int32
  }

  /// Maps a list of values through a JavaScript function body that knows each as `input`.
  static func map<Input: Encodable, Output: Decodable>(
    _ inputs: [Input], to output: Output.Type, with body: String
  ) throws -> [Output] {
    guard let executable else { return [] }
    let script = """
      const inputs = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      process.stdout.write(JSON.stringify(inputs.map(function (input) { \(body) })));
      """
    let process = Process()
    process.executableURL = executable
    process.arguments = ["-e", script]
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try JSONEncoder().encode(inputs).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus)
    }
    return try JSONDecoder().decode([Output].self, from: data)
  }
}

/// A small generator whose numbers are the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed &>> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed &>> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed &>> 31
  }
}
