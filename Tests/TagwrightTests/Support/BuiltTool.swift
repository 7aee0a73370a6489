import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The built executable of the repository's own plan, run as a process.
struct BuiltTool {
  /// What a finished process left.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
    let wasKilled: Bool
  }

  /// Beside the bundle of the tests, where the build puts every product.
  static var path: String {
    get throws {
      let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
      let folders = bundles.flatMap { [$0, $0.deletingLastPathComponent()] }
      let found = folders.map { $0.appendingPathComponent("tagwright").path }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
      return try #require(found, "the product 'tagwright' is not built; run 'swift build' first")
    }
  }

  /// Runs the tool to its end; its standard input stays open and empty.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    output: FileHandle? = nil
  ) throws -> Result {
    let process = try Running(
      path, arguments, in: folder, environment: environment, output: output)
    return try process.result()
  }

  /// Runs a shell script, in which `"$0"` is the tool.
  static func shell(_ script: String, in folder: TemporaryFolder) throws -> Result {
    try Running("/bin/sh", ["-c", script, path], in: folder).result()
  }
}

/// A process that runs.
final class Running {
  private let process = Foundation.Process()
  private let streams: TemporaryFolder
  private let input = Pipe()

  convenience init(
    _ executable: String, _ arguments: [String], in folder: TemporaryFolder,
    environment: [String: String] = [:], output: FileHandle? = nil
  ) throws {
    // Commands write into the folder of a package only.
    if !FileManager.default.fileExists(atPath: folder.at("Package.swift")) {
      try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    }
    try self.init(
      executable, arguments, at: folder.path, environment: environment, output: output)
  }

  init(
    _ executable: String, _ arguments: [String], at folder: String,
    environment: [String: String] = [:], output: FileHandle? = nil
  ) throws {
    streams = try TemporaryFolder()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var inherited = ProcessInfo.processInfo.environment
    inherited["TIKTOK_ACCESS_TOKEN"] = nil
    process.environment = inherited.merging(environment) { $1 }
    process.standardInput = input
    try streams.write("", to: "output")
    try streams.write("", to: "errors")
    process.standardOutput = try output ?? FileHandle(forWritingTo: url("output"))
    process.standardError = try FileHandle(forWritingTo: url("errors"))
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  /// The number under which the system lists it.
  var id: Int32 { process.processIdentifier }

  /// Ends it as a power cut would.
  func kill() { endAtOnce(process.processIdentifier) }

  /// Waits for its end.
  func result() throws -> BuiltTool.Result {
    process.waitUntilExit()
    return BuiltTool.Result(
      status: process.terminationStatus,
      output: try String(contentsOf: url("output"), encoding: .utf8),
      errors: try String(contentsOf: url("errors"), encoding: .utf8),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }

  private func url(_ name: String) -> URL { URL(fileURLWithPath: streams.at(name)) }
}

private func endAtOnce(_ process: Int32) { kill(process, SIGKILL) }

/// The interpreter that some tests borrow.
enum Python {
  static let isInstalled: Bool = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
  }()
}
