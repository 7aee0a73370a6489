import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct CompletionCommandTests {
  /// A script in a file of its own.
  private func script(for shell: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let outcome = run(["completion", shell])
    try #require(outcome.status == .success && outcome.errors.isEmpty)
    try folder.write(outcome.output, to: "script")
    return folder
  }

  @Test func bashReadsItsScript() throws {
    let folder = try script(for: "bash")
    let result = try Running("/bin/bash", ["-n", folder.at("script")], in: folder).result()
    #expect(result.status == 0 && result.errors.isEmpty)
  }

  @Test(arguments: [
    ("tagwright gen", ["generate"]),
    ("tagwright help gen", ["generate"]),
    ("tagwright generate --ch", ["--check"]),
    ("tagwright generate --format ", ["text", "json", "github"]),
    ("tagwright generate --format = js", ["json"]),
    ("tagwright generate --strict --format = ", ["text", "json", "github"]),
    ("tagwright hook un", ["uninstall"]),
    ("tagwright explain missing-match", ["missing-match-key"]),
    ("tagwright completion ", ["bash", "zsh", "fish", "--help"]),
    // What stays empty, bash completes as a path.
    ("tagwright generate --into ", []),
    ("tagwright diff --container ", []),
    ("tagwright lint Out", []),
  ])
  func bashCompletesWords(_ line: String, _ completed: [String]) throws {
    let folder = try script(for: "bash")
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    let result = try Running(
      "/bin/bash",
      [
        "-c",
        "source ./script; COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1);"
          + " _tagwright; printf '%s\\n' \"${COMPREPLY[@]}\"",
      ], in: folder
    ).result()
    #expect(
      Set(result.output.split(separator: "\n").map(String.init)) == Set(completed), "\(result)")
  }

  @Test(.enabled(if: path(of: "zsh") != nil, "zsh is not on PATH"))
  func zshReadsItsScript() throws {
    let folder = try script(for: "zsh")
    let path = try #require(Self.path(of: "zsh"))
    let result = try Running(path, ["-n", folder.at("script")], in: folder).result()
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
  }

  @Test(.enabled(if: path(of: "fish") != nil, "fish is not on PATH"))
  func fishCompletesWords() throws {
    let folder = try script(for: "fish")
    let path = try #require(Self.path(of: "fish"))
    let result = try Running(path, ["-n", folder.at("script")], in: folder).result()
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    for (line, word) in [
      ("tagwright gen", "generate"), ("tagwright generate --ch", "--check"),
      ("tagwright generate --format js", "json"), ("tagwright hook un", "uninstall"),
    ] {
      let completed = try Running(
        path, ["--no-config", "-c", "source ./script; complete -C '\(line)'"], in: folder
      ).result()
      #expect(completed.output.hasPrefix(word), "\(line): \(completed)")
    }
  }

  @Test func everyCommandAndOptionIsInEveryScript() {
    for shell in ["bash", "zsh", "fish"] {
      let text = run(["completion", shell]).output
      for command in Command.all {
        #expect(text.contains(command.name))
        for option in command.options { #expect(text.contains(option.name)) }
      }
    }
  }

  @Test func anotherShellIsRefused() {
    let outcome = run(["completion", "bsh"])
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains("there is no completion for 'bsh'"))
    #expect(outcome.errors.contains("'bash'"))
  }

  private static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
