import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct EnvironmentFileTests {
  private func read(_ text: String) throws -> [String: String] {
    try EnvironmentFile(reading: Array(text.utf8), file: ".env").values
  }

  @Test(arguments: [
    ("A=b", "b"), ("A = b".replacingOccurrences(of: " = ", with: " ="), "b"), ("export A=b", "b"),
    ("  A=b  ", "b"), ("A=b # comment", "b"), ("A=b#c", "b#c"), ("A=", ""), ("A= # none", ""),
    ("A='b # c'", "b # c"), ("A='b\\n$X'", "b\\n$X"), ("A=\"b\\n\\\"\\\\\\$c\"  # d", "b\n\"\\$c"),
    ("A=\"it's\"", "it's"), ("A=b=c==", "b=c=="), ("A=$HOME`x`", "$HOME`x`"),
    ("A=ü\u{301}", "ü\u{301}"),
    ("\u{FEFF}A=b", "b"), ("A=b\r\n", "b"), ("A=first\nA=second", "second"), ("A=\"\"", ""),
    ("# A=c\n\n  # x\nA=b", "b"), ("A=#b", "#b"),
  ])
  func aLineIsAnAssignment(_ text: String, _ value: String) throws {
    #expect(try read(text) == ["A": value])
  }

  static let canary = "canary-8c41f0"

  @Test(arguments: [
    ("\(canary)", "there is no '=' on the line"),
    ("\(canary) x=1", "what is before '=' is not a name"),
    ("1A=\(canary)", "what is before '=' is not a name"),
    ("=\(canary)", "what is before '=' is not a name"),
    ("export =\(canary)", "what is before '=' is not a name"),
    ("A= \(canary)", "there is a space after '='"),
    ("A='\(canary)", "a quote is not closed"),
    ("A=\"\(canary)\\\"", "a quote is not closed"),
    ("A='\(canary)' \(canary)", "something follows the closing quote"),
  ])
  func anErrorNamesTheLineAndShowsNothingOfIt(_ line: String, _ message: String) throws {
    let error = try #require(throws: CommandError.self) { try read("B=1\n\n\(line)\nC=2") }
    #expect(error.message.hasPrefix(".env:3: \(message)"))
    #expect(!error.text().contains(Self.canary))
  }

  @Test func whatIsNoTextIsRefusedUnseen() throws {
    let error = try #require(throws: CommandError.self) {
      try EnvironmentFile(reading: Array("A=1\nB=".utf8) + [0xFF, 0x41], file: ".env")
    }
    #expect(error.message == ".env:2: the line is not valid UTF-8")
  }

  @Test func noBytesCrashTheReader() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("A=b'\"\\# \n\r\texport$\u{FEFF}".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random))
        .compactMap { _ in alphabet.randomElement(using: &random) }
      _ = try? EnvironmentFile(reading: bytes, file: ".env")
    }
  }
}

/// The file in its place: beside the plan, in a repository or not.
@Suite struct SecretSourceTests {
  static let canary = "canary-2b90aa"

  private func generate(
    in repository: HookedRepository, environment: [String: String] = [:]
  ) -> Outcome {
    run(
      ["generate", "--with-secrets", "--into", repository.temporary.at("out")],
      environment: environment, workingDirectory: repository.at("."))
  }

  private func container(_ repository: HookedRepository) throws -> String {
    try String(
      contentsOfFile: repository.temporary.at("out/server-container.json"), encoding: .utf8)
  }

  @Test func anIgnoredFileIsReadWhereTheEnvironmentLacksAValue() throws {
    let repository = try HookedRepository(package: "shop")
    try repository.write(".env\n", to: ".gitignore")
    try repository.write("OTHER=1\nTIKTOK_ACCESS_TOKEN='\(Self.canary)'\n", to: ".env")
    #expect(generate(in: repository).status == .success)
    #expect(try container(repository).contains("\"\(Self.canary)\""))
    _ = generate(in: repository, environment: ["TIKTOK_ACCESS_TOKEN": "from-outside"])
    #expect(try container(repository).contains("\"from-outside\""))
    #expect(try !container(repository).contains(Self.canary))
  }

  @Test func aFileThatGitHasOrWouldTakeIsRefused() throws {
    let repository = try HookedRepository()
    try repository.write("TIKTOK_ACCESS_TOKEN=\(Self.canary)\n", to: ".env")
    let open = generate(in: repository)
    #expect(open.status == .failure)
    #expect(
      open.errors.hasPrefix(
        "error: git does not ignore the file '.env', so the next commit could take it\n"))
    try repository.git("add", "-f", ".env")
    try repository.write(".env\n", to: ".gitignore")
    let tracked = generate(in: repository)
    #expect(tracked.status == .failure)
    #expect(tracked.errors.hasPrefix("error: git has the file '.env'"))
    #expect(!(open.errors + tracked.errors).contains(Self.canary))
    #expect(!FileManager.default.fileExists(atPath: repository.temporary.at("out")))
    // Where the environment has every value, the file does not matter.
    #expect(
      generate(in: repository, environment: ["TIKTOK_ACCESS_TOKEN": "from-outside"]).status
        == .success)
  }

  @Test func aWrongLineIsNamedAndNotShown() throws {
    let repository = try HookedRepository()
    try repository.write(".env\n", to: ".gitignore")
    try repository.write("TIKTOK_ACCESS_TOKEN \(Self.canary)\n", to: ".env")
    let outcome = generate(in: repository)
    #expect(
      outcome.errors
        == "error: .env:1: there is no '=' on the line\nnote: a line is NAME=value, or a comment: # …\n"
    )
  }
}
