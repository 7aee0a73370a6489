import Foundation
import TestSupport
import Testing

/// A new package, built by SwiftPM against this working copy, with the hook at work.
///
/// It compiles everything once more, which takes minutes; it stays in the build folder, so that the next run is faster.
@Suite(
  .serialized, .enabled(if: SwiftProgram.path != nil, "there is no 'swift' on PATH"),
  .enabled(
    if: TestRun.isThorough,
    "'TAGWRIGHT_THOROUGH' is not set: a new package is not built"),
  .timeLimit(.minutes(30)))
struct BuiltPackageTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../..").standardizedFileURL.path
  private let top = "\(checkout)/.build/new-package/my-shop"

  /// Empties the folder but for the build, and initialises it.
  private func initialise() throws {
    let files = FileManager.default
    let build = "\(Self.checkout)/.build/new-package/build"
    if files.fileExists(atPath: "\(top)/.build") {
      try? files.removeItem(atPath: build)
      try files.moveItem(atPath: "\(top)/.build", toPath: build)
    }
    try? files.removeItem(atPath: top)
    try files.createDirectory(atPath: top, withIntermediateDirectories: true)
    let result = try start(
      BuiltTool.path, ["init", ".", "--tagwright", Self.checkout]
    ).result()
    #expect(result.status == 0, "\(result.errors)")
    if files.fileExists(atPath: build) {
      try files.moveItem(atPath: build, toPath: "\(top)/.build")
    }
  }

  private func start(_ program: String, _ arguments: [String]) throws -> Running {
    try Running(
      program, arguments, at: top,
      environment: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
        "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
        "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com", "SKIP": "",
        "GIT_CEILING_DIRECTORIES": "\(Self.checkout)/.build/new-package",
      ])
  }

  @discardableResult
  private func run(
    _ program: String, _ arguments: String..., expecting status: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> BuiltTool.Result {
    // The other tests go first.
    let words =
      program == "swift" ? ["nice", "-n", "10", try #require(SwiftProgram.path)] : ["git"]
    let result = try start("/usr/bin/env", words + arguments).result()
    #expect(
      result.status == status, "\(arguments): \(result.output)\(result.errors)",
      sourceLocation: location)
    return result
  }

  private func change(_ path: String, _ text: String, to replacement: String) throws {
    let url = URL(fileURLWithPath: "\(top)/\(path)")
    let old = try String(contentsOf: url, encoding: .utf8)
    try #require(old.contains(text))
    try Data(old.replacingOccurrences(of: text, with: replacement).utf8).write(to: url)
  }

  @Test func twoCommandsLaterItHasGeneratedAndItsHookKeepsItSo() throws {
    try initialise()
    let generated = try run("swift", "run", "-q", "my-shop", "generate")
    #expect(generated.output.hasPrefix("generated "))
    #expect(
      generated.output.contains(" written)\nnext: import 'Output/server-container.json'"),
      "everything is new")
    #expect(generated.errors.isEmpty, "the plan of a new package has no warnings")
    try run("swift", "run", "-q", "my-shop", "test")

    try run("git", "init", "-q", "-b", "main")
    try run("swift", "run", "-q", "my-shop", "hook", "install")
    try run("git", "add", ".")
    try run("git", "commit", "-q", "-m", "plan")

    // A change of the plan: built, generated, staged.
    try change("Sources/MyShop/Plan.swift", "\"generate_lead\"", to: "\"lead_sent\"")
    try run("git", "commit", "-q", "-a", "-m", "rename")
    let names = try run("git", "show", "--format=", "--name-only", "--no-renames", "HEAD").output
    #expect(names.contains("Output/templates/tiktok-lead-sent.tpl\n"))
    #expect(names.contains("Output/templates/tiktok-generate-lead.tpl\n"))
    #expect(try run("git", "status", "--porcelain").output.isEmpty)

    // A plan with an error: refused, shown with its place.
    try change("Sources/MyShop/Plan.swift", "\"lead_sent\"", to: "\"lead_sent \"")
    let refused = try run("git", "commit", "-q", "-a", "-m", "wrong", expecting: 1)
    #expect(refused.errors.contains("Sources/MyShop/Plan.swift:"))
    #expect(refused.errors.contains("[event-name]\n"))
    #expect(refused.errors.contains("tagwright: the commit is refused"))

    // A plan that refers to itself: words instead of a crash.
    try change("Sources/MyShop/Plan.swift", "\"lead_sent \"", to: "\"lead_sent\"")
    try change(
      "Sources/MyShop/Values.swift", ".eventData(\"value\")", to: ".firstOf(other, currency)")
    try change("Sources/MyShop/Values.swift", "\n}", to: "\n  var other: Source { value }\n}")
    let circle = try run("swift", "run", "-q", "my-shop", "lint", expecting: 2)
    #expect(circle.errors.contains("error: the plan refers to itself in a circle"))

    // A plan without '@main': the linker's words, instead of a program that does nothing.
    try change("Sources/MyShop/Values.swift", "\n  var other: Source { value }\n}", to: "\n}")
    try change(
      "Sources/MyShop/Values.swift", ".firstOf(other, currency)", to: ".eventData(\"value\")")
    try change("Sources/MyShop/Plan.swift", "@main\n", to: "")
    let headless = try run("swift", "build", expecting: 1)
    #expect((headless.output + headless.errors).contains("main"))
  }
}

/// The program `swift`.
private enum SwiftProgram {
  static let path: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { "\($0)/swift" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
}
