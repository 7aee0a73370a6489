import Adoption
import Compiler
import Foundation
import TagManager
import TagwrightPlan
import Testing

/// The container that the repository's own plan leads to, as a container that exists.
@Suite struct ShopTests {
  private static let root = URL(fileURLWithPath: "\(#filePath)")
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: root.appendingPathComponent("Output/\(name)-container.json")))
  }

  private static let adopted = Result {
    try AdoptedContainer.recognising(ContainerFile(bytes("server"), name: "the server").read())
  }

  private static let bothHalves = Result {
    try AdoptedPlan(
      server: ContainerFile(bytes("server"), name: "the server").read(),
      web: ContainerFile(bytes("web"), name: "the browser").read())
  }

  @Test func itComesBackAsThePlanItWasMadeFrom() throws {
    let container = try Self.adopted.get()
    #expect(
      container.remarks
        == [
          "no server container has Pinterest's tagID: \"2612345678901\": put your own there, or give the web container's export, too",
          "no server container has LinkedIn's partnerID: \"1234567\": put your own there, or give the web container's export, too",
        ])
    #expect(container.counts.rawWords == [])
    let compilation = Compilation(container.plan, name: try #require(container.planName))
    let file = compilation.files.first { $0.path == "server-container.json" }
    #expect(try file?.bytes == Self.bytes("server"))
  }

  @Test func bothHalvesComeBackAsThePlanTheyWereMadeFrom() throws {
    let plan = try Self.bothHalves.get()
    #expect(plan.first.remarks == [] && plan.webRemarks == [])
    let compilation = Compilation(plan.plan, name: try #require(plan.planName))
    for name in ["server", "web"] {
      let file = compilation.files.first { $0.path == "\(name)-container.json" }
      #expect(try file?.bytes == Self.bytes(name))
    }
    // What describes the plan, and the proofs of its templates, are the same, too.
    for path in ["data-layer.md", "data-layer.d.ts"] {
      let file = compilation.files.first { $0.path == path }
      let url = Self.root.appendingPathComponent("Output/\(path)")
      #expect(try file?.bytes == [UInt8](Data(contentsOf: url)))
    }
  }

  @Test func theirTextIsNearToThePlans() throws {
    let server = try Self.adopted.get()
    let both = try Self.bothHalves.get()
    for (plan, golden) in [(AdoptedPlan(server), "shop"), (both, "shop-with-browser")] {
      let sources = AdoptedSources(plan, type: try #require(plan.planName))
      let text = sources.files.map { "// \($0.path)\n\($0.text)" }.joined(separator: "\n")
      let url = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden/\(golden).txt")
      if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try Data(text.utf8).write(to: url)
      }
      #expect(try String(contentsOf: url, encoding: .utf8) == text)
      #expect(try SwiftParse(sources).errors == [])
    }
  }

  @Test func theBrowsersHalfAloneStaysAndSaysWhy() throws {
    let version = try ContainerFile(Self.bytes("web"), name: "the browser").read()
    let container = try AdoptedContainer.recognising(version)
    #expect(container.isAdopted && container.remarks.count == 1)
    #expect(container.remarks[0].hasPrefix("it was made from the plan 'Shop' and stays"))
  }
}
