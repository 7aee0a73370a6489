import Foundation
import TestSupport
import Testing

/// The toolchain's compiler for documentation, against the modules that were built with the tests.
enum DocumentationCompiler {
  /// Whether it is there, with the compiler beside it.
  static let isPossible = TypeCheck.isPossible && compiler != nil

  /// What it says about the manual: nothing where all is well.
  static func messages() throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("", to: "symbols/.keep")
    let build = (try BuiltTool.path as NSString).deletingLastPathComponent
    let symbols = try Running(
      try #require(program("swift")),
      [
        "symbolgraph-extract", "-module-name", "Tagwright", "-target", target,
        "-minimum-access-level", "public", "-output-dir", folder.at("symbols"),
        "-module-cache-path", folder.at("cache"), "-I", "\(build)/Modules",
        "-I", "\(build)/CurlCalls.build",
      ], in: folder
    ).result()
    guard symbols.status == 0 else { return symbols.errors }
    let converted = try Running(
      try #require(compiler),
      [
        "convert", Documentation.folder.path, "--output-path", folder.at("archive"),
        "--fallback-display-name", "Tagwright", "--fallback-bundle-identifier", "tagwright",
        "--additional-symbol-graph-dir", folder.at("symbols"),
      ], in: folder
    ).result()
    return (converted.output + converted.errors).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static let compiler = program("docc")

  private static var target: String {
    #if os(macOS)
      let system = "apple-macosx15.0"
    #else
      let system = "unknown-linux-gnu"
    #endif
    #if arch(arm64)
      return (system.hasPrefix("apple") ? "arm64-" : "aarch64-") + system
    #else
      return "x86_64-" + system
    #endif
  }

  private static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
