import Foundation
import TestSupport
import Testing

/// Lets the compiler read a plan, against the modules that were built with the tests.
struct TypeCheck {
  /// The compiler, if there is one and the build left its modules where it looks.
  static let isPossible: Bool = {
    guard compiler != nil, let build = try? build else { return false }
    return FileManager.default.fileExists(atPath: "\(build)/Modules/Tagwright.swiftmodule")
  }()

  /// What the compiler reports about a source file, a line each: `Plan.swift:3:5: error: …`.
  let errors: [String]

  /// Checks the only file of a plan's target, without building it.
  init(_ source: String, file: String = "Plan.swift") throws {
    try self.init([(file, source)])
  }

  /// Checks the files of a plan's target together.
  init(_ files: [(name: String, source: String)]) throws {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.source, to: file.name) }
    // Only a whole module shows how many plans it has.
    var errors = try Self.errors(["-typecheck"], of: files.map(\.name), in: folder)
    if errors.isEmpty {
      errors = try Self.errors(
        ["-emit-module", "-o", "Plan.swiftmodule"], of: files.map(\.name), in: folder)
    }
    self.errors = errors.map { $0.replacingOccurrences(of: "\(folder.path)/", with: "") }
  }

  private static func errors(
    _ mode: [String], of files: [String], in folder: TemporaryFolder
  ) throws -> [String] {
    // A file of this name is read as a script.
    let isScript = files.contains("main.swift")
    let result = try Running(
      try #require(compiler),
      mode + ["-module-name", "MyShop", "-swift-version", "6", "-diagnostic-style", "llvm"]
        + (isScript ? [] : ["-parse-as-library"])
        + ["-module-cache-path", folder.at("cache"), "-I", "\(build)/Modules"]
        + modulesOfC + files, in: folder
    ).result()
    let errors = result.errors.split(separator: "\n").map(String.init)
      .filter { $0.contains(": error: ") || $0.hasPrefix("error: ") }
    return result.status != 0 && errors.isEmpty ? [result.errors] : errors
  }

  private static var build: String {
    get throws { (try BuiltTool.path as NSString).deletingLastPathComponent }
  }

  /// What the build wrote about modules in C.
  private static var modulesOfC: [String] {
    get throws {
      let build = try build
      return try FileManager.default.contentsOfDirectory(atPath: build).sorted()
        .map { "\(build)/\($0)/module.modulemap" }
        .filter { FileManager.default.fileExists(atPath: $0) }
        .flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    }
  }

  private static let compiler: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { "\($0)/swiftc" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
}
