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
  private static let path = root.appendingPathComponent("Output/server-container.json").path

  private static func adopted() throws -> (container: AdoptedContainer, bytes: [UInt8]) {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    let version = try ContainerFile(bytes, name: "the shop").read()
    return (try AdoptedContainer.recognising(version), bytes)
  }

  @Test func itComesBackAsThePlanItWasMadeFrom() throws {
    let (container, bytes) = try Self.adopted()
    #expect(
      container.remarks
        == [
          "no server container has LinkedIn's partnerID: \"1234567\": put your own there",
          "no server container has Pinterest's tagID: \"2612345678901\": put your own there",
        ].reversed())
    #expect(container.counts.rawWords == [])
    let compilation = Compilation(container.plan, name: try #require(container.planName))
    let file = compilation.files.first { $0.path == "server-container.json" }
    #expect(file?.bytes == bytes)
  }

  @Test func itsTextIsNearToThePlans() throws {
    let (container, _) = try Self.adopted()
    let sources = AdoptedSources(container, type: try #require(container.planName))
    let text = sources.files.map { "// \($0.path)\n\($0.text)" }.joined(separator: "\n")
    let url = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/shop.txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
    #expect(try SwiftParse(sources).errors == [])
  }
}
