import Compiler
import Foundation
import JSONText
import TagManagerStandIn
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

@Suite struct DiffCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let container = Compilation(SmallPlan().plan, name: "SmallPlan").files
      .first { $0.path == "server-container.json" }
    planned = String(decoding: try #require(container).bytes, as: UTF8.self)
    try folder.write(planned, to: "same.json")
    try folder.write(
      planned.replacing("\"name\": \"purchase\"", with: "\"name\": \"order\"")
        .replacing("D6AP4E3C77U3L7SP8O7G", with: "OTHER"), to: "other.json")
  }

  /// The plan's own container.
  private let planned: String

  private func diff(_ arguments: String..., environment: [String: String] = [:]) -> Outcome {
    run(
      ["diff"] + arguments.map { $0.hasSuffix(".json") ? folder.at($0) : $0 },
      environment: environment)
  }

  @Test func thePlanEqualsWhatItGenerates() {
    let outcome = diff("same.json")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("\nDiff: 0 to add, 0 to change, 0 to remove.\n"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func aContainerThatDiffersIsAFinding() {
    let outcome = diff("other.json")
    #expect(outcome.status == .finding)
    #expect(outcome.output.contains("  → order → purchase\n"))
    #expect(outcome.output.contains("~ parameter.value: \"OTHER\" → \"D6AP4E3C77U3L7SP8O7G\""))
    #expect(outcome.output.hasSuffix("\nDiff: 0 to add, 2 to change, 0 to remove.\n"))
  }

  @Test func twoFilesAreComparedInTheirOrder() {
    let outcome = diff("same.json", "other.json")
    #expect(outcome.status == .finding)
    #expect(outcome.output.contains("  → purchase → order\n"))
    #expect(diff("other.json", "other.json").status == .success)
  }

  @Test func everyFormatIsPrinted() throws {
    let json = try JSON.read(diff("other.json", "--format", "json").output)
    #expect(json["summary"]?["change"] == 2)
    #expect(json["entities"]?.array?.count == 2)
    #expect(
      diff("other.json", "--format", "markdown").output.hasPrefix(
        "<!-- tagwright diff -->\n### Diff: "))
    #expect(diff("other.json", "--format", "github").output.hasPrefix("::warning title=pixel::"))
  }

  @Test func whatThePlanDoesNotDeclareCountsOnlyOnDemand() throws {
    let folderOfOthers = planned.replacing(
      "\"folder\": [", with: "\"folder\": [{\"folderId\": \"7\", \"name\": \"Others\"},")
    try folder.write(folderOfOthers, to: "more.json")
    #expect(diff("more.json").status == .success)
    #expect(diff("more.json").output.contains("    folder 'Others'\n"))
    let exact = diff("more.json", "--exact")
    #expect(exact.status == .finding)
    #expect(exact.output.hasSuffix("Diff: 0 to add, 0 to change, 1 to remove.\n"))
  }

  @Test func whatCannotBeComparedIsAFailure() throws {
    try folder.write("<html><body>Sign in", to: "page.json")
    try folder.write(String(planned.prefix(5_000)), to: "cut.json")
    try folder.write(planned.replacing("\"SERVER\"", with: "\"WEB\""), to: "web.json")
    try folder.write("", to: "empty.json")
    for (file, words) in [
      ("page.json", "an HTML page"), ("cut.json", "the end of the text"),
      ("web.json", "is a web container and the plan a server container"),
      ("empty.json", "an empty text"), ("missing.json", "no such file"),
    ] {
      let outcome = diff(file)
      #expect(outcome.status == .failure)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test func aGiantFileIsRefusedUnread() throws {
    try folder.write("", to: "giant.json")
    let file = try #require(FileHandle(forWritingAtPath: folder.at("giant.json")))
    try file.truncate(atOffset: 100 << 20)
    try file.close()
    let outcome = diff("giant.json")
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains("it has more than 64 MiB"))
  }

  @Test func aSecretOfThePlanIsHiddenBetweenTwoFilesToo() throws {
    let name = "TikTok Access Token"
    let placeholder = "REPLACE_WITH_TIKTOK_ACCESS_TOKEN"
    try folder.write(planned.replacing(placeholder, with: "value-one-111"), to: "one.json")
    try folder.write(planned.replacing(placeholder, with: "value-two-222"), to: "two.json")
    let outcome = diff("one.json", "two.json")
    #expect(outcome.status == .finding)
    #expect(outcome.output.contains("~ \(name)\n      ~ parameter.value: (secret) → (secret)\n"))
    #expect(!outcome.output.contains("value-"))
  }

  @Test(arguments: [
    (["same.json", "--save", "x"], "'--save' is about the live container"),
    (["same.json", "--workspace", "x"], "'--workspace' is about the live container"),
    (["same.json", "same.json", "--container", "x"], "'--container' is about the plan"),
    (["same.json", "same.json", "same.json"], "unexpected argument"),
    (["same.json", "--container", "GTM-NONE"], "the plan has no container 'GTM-NONE'"),
    (["--container-version", "x"], "'--container-version' is not a number"),
  ])
  func whatMakesNoSenseIsRefused(_ arguments: [String], _ message: String) {
    let outcome = run(
      ["diff"] + arguments.map { $0.hasSuffix(".json") ? folder.at($0) : $0 },
      environment: ["GTM_ACCESS_TOKEN": "x", "TAGWRIGHT_API_URL": "http://127.0.0.1:9"])
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func thePlanIsComparedWithTheLiveContainer() throws {
    let standIn = try StandInTagManager()
    let environment = ["GTM_ACCESS_TOKEN": "given-token", "TAGWRIGHT_API_URL": standIn.url]
    let live = diff(environment: environment)
    #expect(live.status == .finding)
    #expect(
      live.output.hasPrefix(
        "--- the live version of 'GTM-ABC1234', 'Example shop' (GTM-ABC1234, version 9)\n"))
    #expect(live.output.contains("that the plan does not own, left alone:\n"))
    let version = diff(
      "--container-version", "8", "--save", folder.at("kept"), environment: environment)
    #expect(version.output.hasPrefix("--- the version 8 of 'GTM-ABC1234'"))
    let kept = try String(contentsOfFile: folder.at("kept"), encoding: .utf8)
    #expect(try JSON.read(kept)["containerVersionId"] == "8")
    #expect(!(live.output + live.errors + version.output + version.errors).contains("given-token"))
  }

  @Test func aPlanWithErrorsIsNotCompared() {
    let plan = Plan(serverContainers: [])
    let outcome = run(["diff", folder.at("same.json")], plan: plan)
    #expect(outcome.status != .success)
    #expect(outcome.output.isEmpty)
  }
}
