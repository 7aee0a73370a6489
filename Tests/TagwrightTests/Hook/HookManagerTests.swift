import Foundation
import TestSupport
import Testing

/// The real programs that look after hooks, with the configurations of the documentation.
@Suite struct HookManagerTests {
  private static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let preCommit = path(of: "pre-commit")
  private static let lefthook = path(of: "lefthook")

  /// A repository with one commit, in which a program can be run.
  private func repository(for path: String) throws -> HookedRepository {
    let repository = try HookedRepository()
    try repository.placeBuiltTool()
    let folder = (path as NSString).deletingLastPathComponent
    repository.environment["PATH"] = "\(repository.temporary.at("bin")):\(folder):/usr/bin:/bin"
    try repository.git("add", ".")
    try repository.git("commit", "-q", "-m", "first")
    return repository
  }

  /// A block of the article, with the name of the test's executable, which is run as it is built.
  private func configuration(_ start: String) throws -> String {
    let article = try Documentation.article("EveryCommit")
    let block = try #require(
      article.matches(of: /(?s)```yaml\n(.*?)```/).map { String($0.1) }
        .first { $0.hasPrefix(start) })
    return block.replacing("swift run -q my-shop", with: ".build/debug/tagwright")
  }

  private func commit(_ repository: HookedRepository) throws {
    try repository.write("// another plan\n", to: "Sources/Shop/Plan.swift")
    try repository.git("add", ".")
    let commit = try repository.run("git", ["commit", "-m", "second"], in: "top")
    #expect(commit.status == 0, "\(commit.output)\(commit.errors)")
    #expect(try repository.committed.contains("Output/README.md"))
  }

  @Test(.enabled(if: preCommit != nil, "'pre-commit' is not installed"))
  func preCommitRunsTheHook() throws {
    let program = try #require(Self.preCommit)
    let repository = try repository(for: program)
    let hooks = try configuration("- repo: local").split(separator: "\n").map { "  \($0)" }
    try repository.write(
      "repos:\n\(hooks.joined(separator: "\n"))\n", to: ".pre-commit-config.yaml")
    let installed = try repository.run(program, ["install"], in: "top")
    #expect(installed.status == 0, "\(installed.errors)")
    try commit(repository)
  }

  @Test(.enabled(if: lefthook != nil, "'lefthook' is not installed"))
  func lefthookRunsTheHook() throws {
    let program = try #require(Self.lefthook)
    let repository = try repository(for: program)
    try repository.write(try configuration("pre-commit:"), to: "lefthook.yml")
    let installed = try repository.run(program, ["install"], in: "top")
    #expect(installed.status == 0, "\(installed.errors)")
    try commit(repository)
  }
}
