import Compiler
import Diagnostics
import Foundation
import JSONText
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

@Suite struct LintCommandTests {
  /// One error and two warnings; paths are shown relative to the folder of this file.
  private static let wrong = (first: #line + 4, plan: WrongPlan().plan)

  private struct WrongPlan: TrackingPlan {
    var plan: Plan {
      ServerContainer("Shop: 100 %", publicID: "G-ABC1234567") {
        GA4Client()
        Trigger("Unused, really", on: .event("a"))
        Trigger("Unused, really", on: .event("b"))
      }
      .allowing(.missingClient, because: "no reason")
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path

  private func lint(_ options: String...) -> Outcome {
    run(["lint"] + options, plan: Self.wrong.plan, workingDirectory: Self.folder)
  }

  private func line(_ offset: Int) -> Int { Self.wrong.first + offset }

  @Test func aCleanPlanHasNoProblem() {
    let outcome = run(["lint"])
    #expect(outcome.status == .success)
    #expect(outcome.output == "no problem in plan 'SmallPlan'\n")
    #expect(outcome.errors.contains("only the plan itself is checked"))
    #expect(run(["lint", "--strict"]).status == .success)
  }

  @Test func aFolderOfThePackageIsAsGoodAsItsTop() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.makeFolder("Sources/Shop")
    let below = folder.at("Sources/Shop")
    #expect(
      run(["generate", "--check"], workingDirectory: below).output
        .hasPrefix("missing: ../../Output/"))
    try folder.write(
      String(repeating: "0a1b", count: 10), to: "Output/server-container.json")
    let outcome = run(["lint"], workingDirectory: below)
    #expect(outcome.status == .finding && outcome.errors.isEmpty)
  }

  @Test func everythingIsShownAtItsPlaceAndCounted() {
    #expect(
      lint()
        == Outcome(
          status: .finding,
          output: """
            LintCommandTests.swift:\(line(0)): error: 'G-ABC1234567' is not the public id of a container [public-id]
            LintCommandTests.swift:\(line(0)): note: it is 'GTM-' and capital letters or digits, as Tag Manager shows it
            LintCommandTests.swift:\(line(2)): warning: no tag fires on trigger 'Unused, really' [unused-trigger]
            LintCommandTests.swift:\(line(2)): note: name it in the 'firing:' of a tag, or take it out
            LintCommandTests.swift:\(line(3)): error: trigger 'Unused, really' is declared twice [duplicate-name]
            LintCommandTests.swift:\(line(2)): note: first declared here
            LintCommandTests.swift:\(line(3)): note: Tag Manager keeps one trigger per name; give this one another name
            LintCommandTests.swift:\(line(3)): warning: no tag fires on trigger 'Unused, really' [unused-trigger]
            LintCommandTests.swift:\(line(3)): note: name it in the 'firing:' of a tag, or take it out
            LintCommandTests.swift:\(line(5)): warning: 'missing-client' is allowed here, and finds nothing [unused-allowance]
            LintCommandTests.swift:\(line(5)): note: take the allowance out, so that it hides nothing later
            2 errors, 3 warnings in plan 'SmallPlan'

            """))
  }

  @Test func warningsAreFindingsOnlyWhereThatIsAskedFor() {
    let plan = Plan(serverContainers: [
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        Trigger("Unused", on: .event("a"))
      }
    ])
    let outcome = run(["lint"], plan: plan)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("1 warning in plan 'SmallPlan'\n"))
    #expect(run(["lint", "--strict"], plan: plan).status == .finding)
    #expect(run(["generate", "--check", "--strict"], plan: plan).output.isEmpty)
    #expect(run(["generate", "--check", "--strict"], plan: plan).status == .finding)
  }

  @Test func annotationsOfAWorkflowAreEscaped() {
    let lines = lint("--format", "github").output.split(separator: "\n")
    #expect(
      lines.first
        == "::error file=LintCommandTests.swift,line=\(line(0)),title=public-id::'G-ABC1234567' is not the public id of a container%0Ait is 'GTM-' and capital letters or digits, as Tag Manager shows it"
    )
    #expect(lines.contains { $0.contains("first declared here: LintCommandTests.swift:") })
    #expect(lines.count == 6)
    #expect(lines.last == "2 errors, 3 warnings in plan 'SmallPlan'")
  }

  @Test func aProgramGetsTheSame() throws {
    let json = try JSON.read(Array(lint("--format", "json").output.utf8), file: nil)
    #expect(json["errors"]?.number?.integer == 2)
    #expect(json["warnings"]?.number?.integer == 3)
    let diagnostics = try #require(json["diagnostics"]?.array)
    #expect(
      diagnostics.map { $0["rule"]?.string } == [
        "public-id", "unused-trigger", "duplicate-name", "unused-trigger", "unused-allowance",
      ])
    let duplicate = diagnostics[2]
    #expect(duplicate["file"]?.string == "LintCommandTests.swift")
    #expect(duplicate["line"]?.number?.integer == line(3))
    #expect(duplicate["notes"]?.array?.first?["line"]?.number?.integer == line(2))
  }

  @Test func aPlanForSeveralEnvironmentsIsCheckedForTheOneThatIsPicked() {
    func lint(_ environment: String...) -> Outcome {
      run(
        ["lint"] + environment.flatMap { ["--environment", $0] },
        variants: { BrokenStagingPlan.variants })
    }
    #expect(lint("production").status == .success)
    #expect(lint("production").output == "no problem in plan 'SmallPlan'\n")
    #expect(lint("staging").status == .finding)
    #expect(lint("staging").output == lint().output)
    #expect(
      lint("stagin")
        == Outcome(
          status: .failure,
          errors:
            "error: the plan 'SmallPlan' has no environment 'stagin'\nnote: did you mean 'staging'?\n"
        ))
  }

  @Test func aTokenInAFileIsFoundAndNotShown() throws {
    let folder = try TemporaryFolder()
    let token = String(repeating: "0a1b", count: 10)
    try folder.write("", to: "Package.swift")
    try folder.write("{\n  \"value\": \"\(token)\"\n}\n", to: "Output/server-container.json")
    let outcome = run(["lint"], workingDirectory: folder.path)
    #expect(outcome.status == .finding)
    #expect(outcome.output.hasPrefix("Output/server-container.json:2: error: "))
    #expect(outcome.output.hasSuffix("1 error in plan 'SmallPlan'\n"))
    #expect(!outcome.output.contains(token))
  }

  /// The allowance is needed in production only, and staging has an error of its own.
  private struct BrokenStagingPlan: TrackingPlan {
    enum Environment: String, PlanEnvironment {
      case production, staging
      var isTest: Bool { self == .staging }
    }

    var environment = Environment.production

    var plan: Plan {
      ServerContainer("Shop", publicID: environment.isTest ? "staging" : "GTM-ABC1234") {
        if environment.isTest { GA4Client() }
      }
      .allowing(.missingClient, because: "it has one already")
    }
  }
}

/// SARIF, as the standard and code scanning ask for it.
@Suite struct SARIFTests {
  private let log: JSON

  init() throws {
    let plan = Plan(serverContainers: [
      ServerContainer("Shop", publicID: "") {
        Trigger("Unused", on: .event("a"), file: "/elsewhere/my plan ä.swift")
      }
    ])
    let folder = URL(filePath: #filePath).deletingLastPathComponent().path
    let outcome = run(["lint", "--format", "sarif"], plan: plan, workingDirectory: folder)
    #expect(outcome.errors.isEmpty)
    log = try JSON.read(Array(outcome.output.utf8), file: nil)
  }

  @Test func theLogHasOneRunOfThisTool() throws {
    #expect(log["version"]?.string == "2.1.0")
    #expect(log["$schema"]?.string?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(log["runs"]?.array)
    #expect(runs.count == 1)
    #expect(runs[0]["tool"]?["driver"]?["name"]?.string == "Tagwright")
  }

  @Test func everyRuleThatFoundSomethingIsDescribedOnceAndNoOther() throws {
    let rules = try #require(log["runs"]?.array?[0]["tool"]?["driver"]?["rules"]?.array)
    let results = try #require(log["runs"]?.array?[0]["results"]?.array)
    let found = Set(results.compactMap { $0["ruleId"]?.string })
    #expect(rules.compactMap { $0["id"]?.string } == found.sorted())
    for rule in rules {
      for member in ["shortDescription", "fullDescription", "help"] {
        #expect(rule[member]?["text"]?.string?.isEmpty == false)
      }
      #expect(["error", "warning"].contains(rule["defaultConfiguration"]?["level"]?.string))
    }
  }

  @Test func everyResultRefersToItsRuleAndHasAMessageAndOnePlace() throws {
    let run = try #require(log["runs"]?.array?[0])
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
    let results = try #require(run["results"]?.array)
    #expect(results.count == 3)
    for result in results {
      let index = try #require(result["ruleIndex"]?.number?.integer)
      #expect(rules[index]["id"] == result["ruleId"])
      #expect(result["level"] == rules[index]["defaultConfiguration"]?["level"])
      #expect(result["message"]?["text"]?.string?.isEmpty == false)
      let locations = try #require(result["locations"]?.array)
      #expect(locations.count == 1)
      let place = locations[0]["physicalLocation"]
      #expect((place?["region"]?["startLine"]?.number?.integer ?? 0) >= 1)
      let uri = try #require(place?["artifactLocation"]?["uri"]?.string)
      #expect(URL(string: uri) != nil)
      #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
    let uris = results.map {
      $0["locations"]?.array?[0]["physicalLocation"]?["artifactLocation"]?["uri"]?.string
    }
    // Which file comes first depends on where the package lies.
    #expect(
      uris.compactMap { $0 }.sorted() == [
        "LintCommandTests.swift", "LintCommandTests.swift",
        "file:///elsewhere/my%20plan%20%C3%A4.swift",
      ])
  }

  @Test func whatHasNoPlaceIsPlacedAtThePackage() throws {
    let outcome = run(
      ["lint", "--format", "sarif"], plan: Plan(serverContainers: []))
    let log = try JSON.read(Array(outcome.output.utf8), file: nil)
    let place = log["runs"]?.array?[0]["results"]?.array?[0]["locations"]?.array?[0]
    #expect(
      place?["physicalLocation"]?["artifactLocation"]?["uri"]?.string == "Package.swift")
  }

  private static let schema = ProcessInfo.processInfo.environment["SARIF_SCHEMA"]

  @Test(
    .enabled(if: schema != nil, "SARIF_SCHEMA is not set to the file of the standard's schema"),
    .enabled(if: Python.isInstalled, "python3 is not installed"))
  func theLogIsValidAgainstTheSchemaOfTheStandard() throws {
    let folder = try TemporaryFolder()
    try folder.write(log.text(.container), to: "log.json")
    let script = """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          sys.exit(0)
      jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))
      """
    let result = try Running(
      "/usr/bin/env", ["python3", "-c", script, Self.schema ?? "", folder.at("log.json")],
      in: folder
    ).result()
    #expect(result.status == 0, "\(result.errors)")
  }
}
