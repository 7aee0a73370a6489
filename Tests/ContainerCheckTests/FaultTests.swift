import Compiler
import ContainerCheck
import Diagnostics
import Foundation
import JSONText
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// A container without a fault gives no finding; each single fault is found and named, wherever it is.
@Suite struct FaultTests {
  /// How often each fault is put somewhere; more often where `TAGWRIGHT_THOROUGH` is set.
  private static let rounds =
    TestRun.isThorough ? 200 : 6

  @Test func theContainersOfAPlanHaveNoFault() {
    for version in Shop.versions {
      #expect(version.faults().isEmpty, "\(version.faults().map(\.message))")
    }
  }

  @Test(arguments: InjectedFault.allCases) func eachFaultIsFoundAndNamed(_ fault: InjectedFault) {
    var random = SeededGenerator(seed: 11)
    var count = 0
    for _ in 0..<Self.rounds {
      for version in Shop.versions {
        var broken = version
        guard let name = fault.put(into: &broken, using: &random) else { continue }
        count += 1
        let found = broken.faults()
        #expect(
          found.contains { $0.rule == fault.rule && "\($0.message)".contains(name) },
          "\(name): \(found.map(\.message))")
      }
    }
    #expect(count > 0)
  }

  @Test func longCirclesAreShortened() throws {
    var version = try #require(Shop.versions.first)
    version.variables += (0..<500).map { number in
      Variable(
        id: "\(900_000_000 + number)", name: "v\(number)", type: "c",
        parameters: [.template("value", "{{v\((number + 1) % 500)}} {{v0}}")])
    }
    let circles = version.faults().filter { $0.rule == "circular-variables" }
    #expect(circles.count == 500)
    #expect(circles.allSatisfy { $0.message.utf8.count < 300 })
    let longest = circles.filter { $0.message.hasSuffix("'v20' → 479 more → 'v0'") }
    #expect(longest.count == 1, "\(circles.last?.message ?? "")")
  }

  @Test func eachOfManyMissingVariablesIsFound() throws {
    var version = try #require(Shop.versions.first)
    let name = try #require(version.variables.first?.name)
    version.variables.append(
      Variable(
        id: "900000000", name: "Many", type: "c",
        parameters: [.template("value", (1...1_000).map { "{{\(name)\($0)}}" }.joined())]))
    let faults = version.faults().filter { $0.rule == "dangling-variable" }
    #expect(faults.map(\.missing) == (1...1_000).map { "variable '\(name)\($0)'" })
    #expect(faults.first?.mend == "did you mean '\(name)'?")
    #expect(faults.last?.mend == "add the variable, or take '{{\(name)1000}}' out")
  }

  @Test func entitiesThatMissTheSameShareASentence() throws {
    var version = try #require(Shop.versions.first)
    version.variables.removeAll { $0.name == "TikTok Pixel Code" }
    let sentences = version.faults().sentences
    #expect(sentences.count == 1)
    #expect(
      sentences.first?.hasSuffix(
        "refers to the variable 'TikTok Pixel Code', which the container does not have; so does 1 other"
      ) == true, "\(sentences)")
  }

  enum Shop {
    static let versions: [ContainerVersion] = {
      let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
        Folder("Advertising") { tikTok }
      }
      let web = WebContainer(
        "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
        pixel: Pixel(.generated))
      let compilation = Compilation(
        Plan(serverContainers: [server], webContainers: [web]), name: "Shop")
      return compilation.containers.map(\.version) + compilation.webContainers.map(\.version)
    }()

    private static var tikTok: TikTok {
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID(.urlParameter("ttclid"))
      } events: {
        On("page_view", where: .client("GA4"), send: .pageview())
        On(
          "purchase", where: .eventData("value") > 0,
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items))
      }
    }
  }
}

/// Real exports: Tag Manager has accepted them.
@Suite(.enabled(if: Corpus.folder != nil, "TAGWRIGHT_CORPUS is not set"))
struct RealContainerTests {
  @Test func realExportsHaveNoFaultButOneThatLeavesAVariableOut() throws {
    var found: [String] = []
    for (name, version) in try Corpus.exports() {
      found += version.faults().map { "\(name): \($0.rule): \($0.missing ?? "")" }
    }
    // Its author left a variable of the conversion's id to the importing container.
    #expect(
      found == [
        "dase-user-provided-data-2025-11.json: dangling-variable: variable '** Edit ** GAds - Conversion ID'"
      ])
  }

  @Test func eachFaultInARealExportIsFoundAndNamed() throws {
    var random = SeededGenerator(seed: 12)
    for (file, version) in try Corpus.exports() {
      let known = Set(version.faults().map(\.message))
      for fault in InjectedFault.allCases {
        var broken = version
        guard let name = fault.put(into: &broken, using: &random) else { continue }
        let found = broken.faults().filter { !known.contains($0.message) }
        #expect(
          found.contains { $0.rule == fault.rule && $0.message.contains(name) },
          "\(file), \(fault), \(name): \(found.map(\.message))")
      }
    }
  }
}

private enum Corpus {
  static let folder = TestRun.corpus

  static func exports() throws -> [(name: String, version: ContainerVersion)] {
    try ["server", "web"].flatMap { kind in
      let url = try URL(filePath: #require(folder)).appending(path: "exports/\(kind)")
      return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map { name in
        let bytes = [UInt8](try Data(contentsOf: url.appending(path: name)))
        return (name, try ContainerFile(bytes, name: name).read())
      }
    }
  }
}
