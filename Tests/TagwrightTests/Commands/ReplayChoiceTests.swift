import Foundation
import Tagwright
import TestSupport
import Testing

/// Which containers and which hits are replayed.
@Suite struct ReplayChoiceTests {
  private static let base = "https://sgtm.example.com/g/collect?v=2&gcs=G111"

  /// A folder with a plan's package, its container, and a log of three hits an hour apart.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    let outcome = run(
      ["generate", "--into", folder.at("Output")], workingDirectory: folder.path)
    try #require(outcome.status == .success, "\(outcome.errors)")
    let lines = (8...10).map { hour in
      #"{"timestamp":"2026-01-05T0\#(hour):00:00Z","requestUrl":"\#(Self.base)&cid=1.\#(hour)&en=purchase&ep.event_id=same&epn.value=41.5&cu=EUR&pr1=idSKU~pr5~qt1"}"#
        .replacing("T010", with: "T10").replacing("T08", with: "T08")
    }
    try folder.write(lines.joined(separator: "\n"), to: "a.log")
    return folder
  }

  private func changed(_ folder: TemporaryFolder) throws -> String {
    let text = try String(
      contentsOfFile: folder.at("Output/server-container.json"), encoding: .utf8)
    try folder.write(
      text.replacing("\"value\": \"value\"", with: "\"value\": \"total\""), to: "after.json")
    return folder.at("after.json")
  }

  @Test func aRevisionOfGitIsAContainer() throws {
    let folder = try folder()
    for words in [
      ["init", "-q"], ["add", "."],
      [
        "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "First",
      ],
    ] {
      let ending = try ChildProcess("git", ["-C", folder.path] + words).run()
      try #require(ending.status == 0)
    }
    let after = try changed(folder)
    let same = run(
      ["replay", "--hits", folder.at("a.log"), "--from", "HEAD"], workingDirectory: folder.path)
    #expect(same.status == .success, "\(same.errors)")
    #expect(same.output.hasPrefix("--- 'HEAD'\n+++ the plan\n"))
    let other = run(
      ["replay", "--hits", folder.at("a.log"), "--from", "HEAD", "--to", after],
      workingDirectory: folder.path)
    #expect(other.status == .finding && other.output.contains("3 changed"), "\(other.errors)")
    for wrong in ["HEAD~1", "--output=x", "nowhere"] {
      let outcome = run(
        ["replay", "--hits", folder.at("a.log"), "--from=\(wrong)"],
        workingDirectory: folder.path)
      #expect(outcome.status == .failure)
      #expect(outcome.errors.contains("cannot read '\(wrong)'"), "\(outcome.errors)")
    }
  }

  @Test func onlyHitsOfTheTimeThatIsAskedForArePlayed() throws {
    let folder = try folder()
    let container = folder.at("Output/server-container.json")
    func report(_ arguments: String...) -> String {
      run(
        ["replay", "--hits", folder.at("a.log"), "--from", container, "--to", container]
          + arguments
      ).output
    }
    #expect(report().contains("3 hits, 3 events"))
    #expect(report().contains("sent under an id that another event had before: 2"))
    let late = report("--since", "2026-01-05T09:00Z")
    #expect(late.contains("2 hits, 2 events"), "\(late)")
    #expect(late.contains("left out: 1 hit outside of the time that was asked for, 0 whose time"))
    #expect(report("--until", "2026-01-05T10:00:00+01:00").contains("1 hit, 1 event"))
    try folder.write("\(Self.base)&cid=1&en=purchase\n", to: "a.log")
    #expect(report("--since", "2026-01-05").contains("1 whose time the log does not have"))
  }

  @Test func valuesAreShownOnATerminalAlone() throws {
    let folder = try folder()
    let container = folder.at("Output/server-container.json")
    let arguments = [
      "replay", "--hits", folder.at("a.log"), "--from", container, "--to", try changed(folder),
      "--show-values",
    ]
    let shown = run(arguments, isOutputTerminal: true)
    #expect(shown.status == .finding)
    // The plan sends no 'ttp', so that no cookie can be missing for it.
    #expect(shown.output.contains("match keys: ttclid 0 % (100 % unknown)\n"))
    #expect(shown.output.contains("41.5 → 5"), "\(shown.output)\(shown.errors)")
    let refused = run(arguments)
    #expect(refused.status == .failure && refused.output.isEmpty)
    #expect(refused.errors.contains("standard output is not a terminal"))
    let kept = run(arguments + ["--partial", "-"], isOutputTerminal: true)
    #expect(kept.status == .failure && kept.errors.contains("leave '--partial' out"))
  }

  @Test func whatWasSentIsHeldAgainstThePlan() throws {
    let folder = try folder()
    let log = folder.at("a.log")
    try folder.write(
      """
      {"Type":"Request","Name":"TikTok","EventName":"Purchase","RequestMethod":"POST","RequestUrl":"https://business-api.tiktok.com/open_api/v1.3/event/track/"}
      {"Type":"Response","Name":"TikTok","EventName":"Purchase","ResponseStatusCode":200,"ResponseMessage":"40105 canary"}

      """, to: "sent.log")
    let outcome = run(
      ["replay", "--hits", log, "--sent", folder.at("sent.log")], workingDirectory: folder.path)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output.contains(
        "TikTok Purchase: 1 sent, 3 expected: 2 missing, 1 refused, 1 as expected"))
    #expect(outcome.output.contains("40105 ACCESS_TOKEN_INVALID"), "\(outcome.output)")
    #expect(!outcome.output.contains("canary"))
    let none = run(["replay", "--hits", log, "--sent", log], workingDirectory: folder.path)
    #expect(none.status == .failure)
    #expect(none.errors.contains("has no line about a request that a tag sent"))
    for option in ["--sample", "--from", "--since"] {
      let outcome = run(
        ["replay", "--hits", log, "--sent", log, option, "1/2"], workingDirectory: folder.path)
      #expect(outcome.status == .failure && outcome.errors.contains("leave '\(option)' out"))
    }
  }
}
