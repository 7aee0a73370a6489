import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct Python {
  static let python = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static let program = """
    import json, sys
    texts = sys.stdin.buffer.read().decode('utf-8').split('\\n')
    out = '\\x1e'.join(json.dumps(json.loads(t), indent=4, ensure_ascii=False) for t in texts)
    sys.stdout.buffer.write(out.encode('utf-8'))
    """

  @Test(.enabled(if: python != nil, "python3 is not on PATH"))
  func printsTheContainerStyleByteForByte() throws {
    var generator = SeededGenerator(seed: 11)
    let values = (0..<300).map { _ in generator.json() }
    let input = values.map { $0.text(.compact) }.joined(separator: "\n")
    let output = try run(Self.program, input: input)
    let texts = output.split(separator: 0x1E, omittingEmptySubsequences: false)
    try #require(texts.count == values.count)
    for (text, value) in zip(texts, values) { #expect(Array(text) == value.bytes(.container)) }
  }

  private func run(_ program: String, input: String) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "json-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "input")
    try Data(input.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-c", program]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }
}
