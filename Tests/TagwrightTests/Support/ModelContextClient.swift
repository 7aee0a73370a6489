import Foundation
import JSONText
import Pipes
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A client of `tagwright mcp`, which talks to it through pipes.
final class ModelContextClient {
  private let process = Foundation.Process()
  // No program that another test starts meanwhile gets these.
  private let input: PipeEnds
  private let output: PipeEnds
  private var buffer = Data()
  private var number = 0

  init(in folder: TemporaryFolder, environment: [String: String] = [:]) throws {
    input = try #require(PipeEnds())
    output = try #require(PipeEnds())
    process.executableURL = URL(fileURLWithPath: try BuiltTool.path)
    process.arguments = ["mcp"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle(fileDescriptor: input.reading, closeOnDealloc: false)
    process.standardOutput = FileHandle(fileDescriptor: output.writing, closeOnDealloc: false)
    process.standardError = FileHandle.nullDevice
    try process.run()
    input.closeReading()
    output.closeWriting()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Sends a line.
  func send(_ line: Data) throws {
    try FileHandle(fileDescriptor: input.writing, closeOnDealloc: false)
      .write(contentsOf: line + [0x0A])
  }

  /// Sends a text as a line.
  func send(_ line: String) throws { try send(Data(line.utf8)) }

  /// The next line that the server writes.
  func next() throws -> JSON {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        return try JSON.read(line)
      }
      var waiting = pollfd(
        fd: output.reading, events: Int16(POLLIN), revents: 0)
      try #require(poll(&waiting, 1, 60_000) == 1, "the server does not answer")
      let more = FileHandle(fileDescriptor: output.reading, closeOnDealloc: false).availableData
      try #require(!more.isEmpty, "the server has ended")
      buffer += more
    }
  }

  /// The result of a request.
  func result(_ method: String, _ parameters: JSON = .object(JSONObject())) throws -> JSON {
    number += 1
    let id = JSON.number(JSONNumber(number))
    let message: JSON = [
      "jsonrpc": "2.0", "id": id, "method": .string(method), "params": parameters,
    ]
    try send(message.text(.compact))
    let answer = try next()
    #expect(answer["id"] == id)
    return try #require(answer["result"], "\(answer.text(.compact))")
  }

  /// The text that a tool's call leads to, and how it ended.
  func call(_ tool: String, _ arguments: JSON) throws -> (text: String, status: Int, isError: Bool)
  {
    let result = try result("tools/call", ["name": .string(tool), "arguments": arguments])
    let texts = (result["content"]?.array ?? []).compactMap { $0["text"]?.string }
    return (
      texts.joined(separator: "\n"),
      try #require(result["_meta"]?["tagwright/exitStatus"]?.number?.integer),
      result["isError"] == true
    )
  }

  /// Closes the server's input, and waits for its end.
  func end() throws -> Int32 {
    input.closeWriting()
    for _ in 0..<3_000 where process.isRunning { usleep(10_000) }
    try #require(!process.isRunning, "the server does not end with its input")
    return process.terminationStatus
  }
}
