import Compiler
import Foundation
import JSONText
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

@Suite struct ContractCommandTests {
  private static var plan: Plan { plan(server: "GTM-ABC1234", web: "GTM-DEF5678") }

  private static func plan(server publicID: String, web: String) -> Plan {
    let server = ServerContainer("Shop", publicID: publicID) {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        BrowserID(.cookie("_ttp"), .eventData("ttp"))
      } events: {
        On("search", send: .search(query: .eventData("search_term")))
      }
    }
    return Plan(
      serverContainers: [server],
      webContainers: [
        WebContainer(
          "Shop", publicID: web, sendingTo: server, at: "https://sgtm.example.com",
          pixel: Pixel(.generated))
      ])
  }

  /// A folder with both containers, the web container's text changed.
  private func folder(
    _ change: (String) -> String = { $0 }
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in Compilation(Self.plan, name: "Shop").files
    where file.path.hasSuffix("container.json") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      try folder.write(file.path.hasPrefix("web") ? change(text) : text, to: file.path)
    }
    return folder
  }

  private func contract(_ folder: TemporaryFolder, _ arguments: String...) -> Outcome {
    run(
      ["contract"] + arguments.map { $0.hasSuffix(".json") ? folder.at($0) : $0 },
      workingDirectory: folder.path)
  }

  @Test func aPlansOwnContainersAgree() {
    let outcome = run(["contract"], plan: Self.plan)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("TikTok: 1 event, both containers agree: "))
    #expect(outcome.output.hasSuffix(" from both counted once\n"))
  }

  /// The plan twice, for two environments.
  private struct Twice: TrackingPlan {
    enum Environment: String, PlanEnvironment {
      case production, staging
      var isTest: Bool { self == .staging }
    }

    var environment = Environment.production
    var plan: Plan {
      return ContractCommandTests.plan(
        server: environment.isTest ? "GTM-STAGE12" : "GTM-ABC1234",
        web: environment.isTest ? "GTM-STAGE34" : "GTM-DEF5678")
    }
  }

  @Test func eachEnvironmentIsPlayedAndNamed() {
    let both = run(["contract"], variants: { Twice.variants })
    let lines = both.output.split(separator: "\n")
    #expect(both.status == .success, "\(both)")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("production: TikTok: 1 event, both containers agree") == true)
    #expect(lines.last?.hasPrefix("staging: TikTok: 1 event, both containers agree") == true)
    let one = run(["contract", "--environment", "staging"], variants: { Twice.variants })
    #expect(one.output.split(separator: "\n").map(String.init) == lines.suffix(1).map(String.init))
  }

  @Test func aPlanWithoutAWebContainerHasNothingToCompare() {
    let outcome = run(["contract"])
    #expect(outcome.status == .failure)
    #expect(
      outcome.errors == """
        error: the plan 'SmallPlan' declares no web container
        note: add a 'WebContainer', or name the files of both containers

        """)
  }

  @Test func aBrokenPairIsShownWithContainerEntityAndFix() throws {
    let folder = try folder { $0.replacing("\"value\": \"Search\"", with: "\"value\": \"search\"") }
    let outcome = contract(folder, "web-container.json", "server-container.json")
    #expect(
      outcome
        == Outcome(
          status: .finding,
          output: """
            web-container.json: tag 'TikTok Search (search) pixel': error: the pixel calls 'search' 'search', the server 'Search' [different-event-names]
              note: use 'Search' on both sides: other names, also older ones, are other events
            TikTok: 1 error, 0 warnings in 7 visits with 27 events

            """))
    let github = contract(
      folder, "web-container.json", "server-container.json", "--format", "github")
    #expect(
      github.output.hasPrefix(
        "::error file=web-container.json,line=1,title=different-event-names::tag 'TikTok Search"))
    let log = try JSON.read(
      Array(
        contract(folder, "web-container.json", "server-container.json", "--format", "sarif")
          .output.utf8), file: nil)
    let result = try #require(log["runs"]?.array?[0]["results"]?.array?.first)
    #expect(result["ruleId"] == "different-event-names")
    #expect(
      result["locations"]?.array?[0]["physicalLocation"]?["artifactLocation"]?["uri"]
        == "web-container.json")
    #expect(result["message"]?["text"]?.string?.hasPrefix("tag 'TikTok Search") == true)
    let text = contract(folder, "web-container.json", "server-container.json", "--format", "json")
    let json = try JSON.read(Array(text.output.utf8), file: nil)
    #expect(json.array?.first?["findings"]?.array?.first?["container"] == "web")
    #expect(json.array?.first?["errors"] == 1)
  }

  @Test(
    "the committed containers of the shop agree as files as they do as a plan, for all six destinations"
  )
  func theContainersOfTheShop() throws {
    let output = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Output").standardizedFileURL.path
    let outcome = run([
      "contract", "\(output)/web-container.json", "\(output)/server-container.json",
    ])
    #expect(outcome.status == .success, "\(outcome.output)")
    #expect(outcome.output.contains("both containers agree"))
  }

  @Test func whatCannotBeComparedIsSaid() throws {
    let folder = try folder()
    let swapped = contract(folder, "server-container.json", "web-container.json")
    #expect(swapped.status == .failure)
    #expect(swapped.errors.hasPrefix("error: 'server-container.json' is not a web container\n"))
    let one = contract(folder, "web-container.json")
    #expect(one.errors.hasPrefix("error: 'contract' needs both containers, or none\n"))
    try folder.write("{}", to: "none.json")
    let none = contract(folder, "none.json", "server-container.json")
    #expect(
      none.errors.hasPrefix(
        "error: 'none.json' is not a container: it has no member 'containerVersion'\nnote: "))
    try folder.write("{", to: "broken.json")
    #expect(contract(folder, "broken.json", "server-container.json").status == .failure)
    let empty = #"{"exportFormatVersion": 2, "containerVersion": {}}"#
    try folder.write(empty, to: "empty.json")
    let unknown = contract(folder, "empty.json", "empty.json")
    #expect(unknown.status == .failure)
    #expect(unknown.errors.contains("has no tag of a destination that is known here"))
  }
}
