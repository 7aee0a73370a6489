package import Foundation

/// The JavaScript engine of node, to compare with; tests that need it skip where it is not installed.
package struct Node: Sendable {
  private let executable: URL

  /// The one along PATH, if there is one.
  package static let installed = Executables.first(named: ["node"]).map(Node.init)

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Runs a script: what it prints.
  ///
  /// - Parameters:
  ///   - arguments: a script's file, or `-e` and its text.
  ///   - input: what it reads from standard input.
  package func output(_ arguments: [String], input: Data = Data()) throws -> Data {
    // A file instead of a pipe: neither side waits for the other.
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "node ended with status \(process.terminationStatus)")
    }
    return data
  }
}
