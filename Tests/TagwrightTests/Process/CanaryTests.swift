import Foundation
import Tagwright
import TestSupport
import Testing

/// Secrets in the environment and in `.env`, and every command there is: their values go where they were asked for and
/// nowhere else.
@Suite struct CanaryTests {
  static let fromEnvironment = "canary-e6d1f0a9"
  static let fromFile = "canary-71b3c8e2"
  static let ofTheClient = "canary-0c55d7aa"
  static let canaries = [fromEnvironment, fromFile, ofTheClient]

  /// How each command is tried; a command without a row fails the test.
  static let runs: [String: [[String]]] = [
    "generate": [
      ["generate"], ["generate", "--check"], ["generate", "--with-secrets"],
      ["generate", "--with-secrets", "--into", "inside"], ["generate", "--into", "/dev/null/x"],
      ["generate", "--with-secrets", "--into", "../filled"],
      ["generate", "--with-secrets", "--into", "../filled", "--check"],
    ],
    "test": [["test"], ["test", "--format", "json", "--console"], ["test", "Output"]],
    "permissions": [["permissions", "Output/templates/tiktok-purchase.tpl"]],
    "hook": [
      ["hook", "install"], ["hook", "status"], ["hook", "run"], ["hook", "uninstall"],
      ["hook", "install"],
    ],
    "init": [
      ["init", "new"], ["init", "list", "--from-events", ".env"], ["init", "."],
      ["init", "taken", "--from-container", "Output/server-container.json"],
      ["init", "taken", "--from-container", ".env"],
    ],
    "lint": [["lint"], ["lint", "--format", "sarif"], ["lint", "--strict"]],
    "explain": [["explain"], ["explain", "token-literal"], ["explain", fromEnvironment]],
    "checklist": [["checklist"]],
    // It waits for messages: McpCommandTests talk to it.
    "mcp": [],
    "completion": [["completion", "bash"], ["completion", fromEnvironment]],
    "diff": [["diff"], ["diff", "Output/server-container.json"], ["diff", ".env"]],
    // Pushes that reach a container have their own test.
    "push": [["push", "--undo", "--yes"]],
    "simulate": [["simulate"], ["simulate", "--event", ".env"], ["simulate", "--push", ".env"]],
    "contract": [["contract"]],
    "replay": [["replay", "--hits", ".env", "--from", "Output/server-container.json"]],
    "send": [["send"], ["send", "--test-event-code", "TEST1", "--timeout", "1"]],
  ]

  /// Commands that ask for no secret: they are tried once, with one in the environment and one in `.env`.
  private static let secretless: Set<String> = [
    "test", "permissions", "lint", "explain", "checklist", "contract", "replay", "completion",
  ]

  @Test func noCommandShowsASecret() throws {
    let missing = Command.all.map(\.name).filter { Self.runs[$0] == nil }
    #expect(missing.isEmpty, "say in 'runs' how to try these commands")
    let repository = try repository()
    for secret in [Self.fromEnvironment, ""] {
      repository.environment["TIKTOK_ACCESS_TOKEN"] = secret
      let names = Command.all.map(\.name).filter {
        !secret.isEmpty || !Self.secretless.contains($0)
      }
      for arguments in names.flatMap({ Self.runs[$0] ?? [] }) {
        let result = try repository.run(
          repository.at(".build/debug/tagwright"), arguments, in: "top")
        // What was typed may be repeated.
        let typed = arguments.joined()
        for canary in Self.canaries where !typed.contains(canary) {
          #expect(
            !result.output.contains(canary) && !result.errors.contains(canary), "\(arguments)")
        }
      }
      try repository.write("// \(secret.isEmpty ? 1 : 2)\n", to: "Sources/Shop/Plan.swift")
      try repository.git("add", ".")
      let commit = try repository.run("git", ["commit", "-m", "plan"], in: "top")
      for canary in Self.canaries {
        #expect(!commit.output.contains(canary) && !commit.errors.contains(canary))
      }
    }
    try expectNoCanary(in: repository)
    // The process list shows arguments.
    let calls = try String(contentsOfFile: repository.temporary.at("arguments"), encoding: .utf8)
    #expect(calls.contains("git -C ") && calls.contains("update-index"))
    for canary in Self.canaries { #expect(!calls.contains(canary)) }
  }

  @Test func programsAreStartedInFewPlaces() throws {
    let sources = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Sources")
      .standardizedFileURL
    let walk = try #require(FileManager.default.enumerator(atPath: sources.path))
    var starting: [String] = []
    for case let path as String in walk where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      let calls = [
        "posix_spawn(", "posix_spawnp(", "fork()", "execv", "popen(", "Foundation.Process(",
      ]
      if calls.contains(where: text.contains) { starting.append(path) }
    }
    #expect(
      starting.sorted() == [
        "Benchmark/Machine.swift", "TagManagerClient/Credentials/OpenSSL.swift",
        "Tagwright/Processes/ChildProcess.swift",
      ])
  }

  private func repository() throws -> HookedRepository {
    let repository = try HookedRepository()
    try repository.placeBuiltTool()
    try repository.write(
      ".build/\n.env\nnew/\nlist/\ntaken/\ninside/\n", to: ".gitignore")
    let tokens = ShopSecrets.names.map { "\($0)=\(Self.fromFile)\n" }.joined()
    try repository.write("\(tokens)GTM_ACCESS_TOKEN=\(Self.ofTheClient)\n", to: ".env")
    // No network: nothing listens there.
    repository.environment["TAGWRIGHT_API_URL"] = "http://127.0.0.1:9"
    for name in ShopSecrets.replacements {
      repository.environment[name] = "http://127.0.0.1:9"
    }
    repository.environment["CI"] = ""
    repository.environment["GTM_ACCESS_TOKEN"] = Self.ofTheClient
    let git = try FileManager.default.destinationOfSymbolicLink(
      atPath: repository.temporary.at("bin/git"))
    try FileManager.default.removeItem(atPath: repository.temporary.at("bin/git"))
    try repository.script(
      "echo \"git $*\" >> \"$HOME/arguments\"\nexec \(git) \"$@\"", to: "bin/git")
    try repository.script("echo \"swift $*\" >> \"$HOME/arguments\"\nexit 1", to: "bin/swift")
    return repository
  }

  private func expectNoCanary(in repository: HookedRepository) throws {
    var filled: [String] = []
    for (path, data) in try repository.temporary.content() {
      guard let data, path != "top/.env", !path.hasPrefix("top/.build/debug/") else { continue }
      let text = String(decoding: data, as: UTF8.self)
      if Self.canaries.contains(where: text.contains) { filled.append(path) }
    }
    // Asked for, and outside of git.
    #expect(filled == ["filled/server-container.json"])
  }
}
