import Foundation

/// TypeScript's own compiler, to hold declarations against; tests that need it skip where it is not installed.
package struct TypeScriptCompiler: Sendable {
  private let executable: URL

  /// The one along PATH, if there is one.
  package static let installed = Executables.first(named: ["tsc"]).map(TypeScriptCompiler.init)

  /// What it says of a script, by the script's lines from 0; -1 for what names none of them.
  ///
  /// - Parameter declarations: the text of a file `declarations.d.ts` that the script is given.
  package func errors(
    in lines: [String], declarations: String
  ) throws -> [Int: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(declarations.utf8).write(to: folder.appending(path: "declarations.d.ts"))
    let script = (["import './declarations';"] + lines).joined(separator: "\n")
    try Data(script.utf8).write(to: folder.appending(path: "script.ts"))
    let process = Process()
    process.executableURL = executable
    process.arguments = ["--noEmit", "--strict", "--pretty", "false", "script.ts"]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var errors: [Int: String] = [:]
    // Messages such as `script.ts(3,10): error TS2345: …`; what is indented goes on with the one before.
    for message in text.split(separator: "\n") where !message.hasPrefix(" ") {
      let number = message.split(whereSeparator: { "(,".contains($0) }).dropFirst().first
      // The first line is the import.
      errors[number.flatMap { Int($0) }.map { $0 - 2 } ?? -1] = String(message)
    }
    return errors
  }
}
