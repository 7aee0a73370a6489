import Foundation
import TestSupport

/// The checker that holds exports against the API's schema and against real exports, outside the repository.
enum ExportCheck {
  static let skipReason = "TAGWRIGHT_CORPUS is not set, or python3 is not on PATH"

  private static let script: URL? = {
    guard let corpus = TestRun.corpus else { return nil }
    let script = URL(filePath: corpus).appending(path: "../tools/check_exports.py")
    return FileManager.default.isReadableFile(atPath: script.path) ? script : nil
  }()

  private static let python: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: "\($0)/python3") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  static var isPossible: Bool { script != nil && python != nil }

  /// What the checker prints of exports; a line with `ok` of each where it finds nothing.
  static func report(on exports: [(name: String, text: String)], isStrict: Bool) throws -> String {
    guard let script, let python else { return skipReason }
    let folder = FileManager.default.temporaryDirectory.appending(path: "exports-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for export in exports {
      try Data(export.text.utf8).write(to: folder.appending(path: export.name))
    }
    let process = Process()
    process.executableURL = python
    process.currentDirectoryURL = folder
    process.arguments = [script.path] + (isStrict ? ["--strict"] : []) + exports.map(\.name)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
