import Foundation
import Testing

/// What the types of a plan rule out does not compile, and the compiler's words are ones that a beginner understands.
@Suite struct ImpossibleCodeTests {
  private static let compiler = SwiftCompiler.found

  @Test(
    .enabled(
      if: compiler != nil,
      "no 'swiftc' is on the path, or the built modules are not beside the tests"))
  func whatTheTypesRuleOutDoesNotCompile() throws {
    let compiler = try #require(Self.compiler)
    let errors = try compiler.errors(
      in: ["import TagwrightPlan"] + Self.helpers
        + ImpossibleCode.all.enumerated().map { "func impossible\($0)() { _ = \($1.swift) }" }
        + ImpossibleCode.possible.enumerated().map { "func possible\($0)() { _ = \($1) }" })
    let first = 1 + Self.helpers.count
    for (index, code) in ImpossibleCode.all.enumerated() {
      let found = errors[first + index] ?? []
      #expect(
        found.contains { $0.contains(code.message) }, "\(code.name): \(code.swift): \(found)")
    }
    for (index, code) in ImpossibleCode.possible.enumerated() {
      let found = errors[first + ImpossibleCode.all.count + index]
      #expect(found == nil, "\(code)")
    }
  }

  @Test func everyNameIsUsedOnce() {
    #expect(Set(ImpossibleCode.all.map(\.name)).count == ImpossibleCode.all.count)
  }

  private static let helpers = [
    "let code = \"D6AP4E3C77U3L7SP8O7G\"", "let token = Secret.secret(\"TIKTOK_ACCESS_TOKEN\")",
    "let granted = Consent.required(.adStorage)",
    "let shared = Deduplication.sharedEventID(.eventData(\"event_id\"))",
    "func events(@EventMapBuilder<TikTok.Event> _ events: () -> [On<TikTok.Event>]) {}",
    "let digest = HashedSource.eventData(\"digest\")", "let plain = Source.eventData(\"plain\")",
  ]
}

/// The Swift compiler of the path, with the modules that were built for these tests.
private struct SwiftCompiler {
  let executable: String
  let modules: String

  static var found: SwiftCompiler? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let executable = path.split(separator: ":").map { "\($0)/swiftc" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    let modules = bundles.flatMap { [$0, $0.deletingLastPathComponent()] }
      .map { $0.appendingPathComponent("Modules").path }
      .first { FileManager.default.fileExists(atPath: "\($0)/TagwrightPlan.swiftmodule") }
    guard let executable, let modules else { return nil }
    return SwiftCompiler(executable: executable, modules: modules)
  }

  /// The errors of a file of these lines, by the index of the line.
  func errors(in lines: [String]) throws -> [Int: [String]] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tagwright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("Plan.swift")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = [
      "-typecheck", "-parse-as-library", "-diagnostic-style", "llvm", "-I", modules, file.path,
    ]
    let output = folder.appendingPathComponent("errors")
    try Data().write(to: output)
    process.standardError = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    var errors: [Int: [String]] = [:]
    for line in try String(contentsOf: output, encoding: .utf8).split(separator: "\n") {
      guard let match = line.firstMatch(of: /Plan\.swift:(\d+):\d+: error: (.*)/),
        let number = Int(match.1)
      else { continue }
      errors[number - 1, default: []].append(String(match.2))
    }
    return errors
  }
}
