import Foundation
import JSONText
import Tagwright
import TestSupport
import Testing

/// A container that exists becomes a package; what cannot becomes none.
@Suite struct InitFromContainerTests {
  private static let output = URL(filePath: #filePath)
    .appending(path: "../../../../Output").standardizedFileURL

  private func adopt(
    _ file: String, in folder: TemporaryFolder, _ options: String...
  ) -> Outcome {
    run(
      ["init", folder.at("taken"), "--from-container", file] + options,
      workingDirectory: folder.path)
  }

  @Test(
    "the plan's own containers are taken over, and the report counts what became what",
    arguments: ["server-container.json", "web-container.json"])
  func ownContainer(name: String) throws {
    let folder = try TemporaryFolder()
    let outcome = adopt(Self.output.appending(path: name).path, in: folder)
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("/\(name)' has become\n"))
    if name == "server-container.json" {
      #expect(outcome.output.contains("not in the container: TIKTOK_ACCESS_TOKEN, "))
    }
    let plan = try String(
      contentsOfFile: folder.at("taken/Sources/Taken/Plan.swift"), encoding: .utf8)
    #expect(plan.contains(".adopted()") == (name == "web-container.json"))
  }

  @Test("a plan's own container comes back as that plan, or in Tag Manager's terms with '--raw'")
  func raw() throws {
    let file = Self.output.appending(path: "server-container.json").path
    for isRaw in [false, true] {
      let folder = try TemporaryFolder()
      let outcome = isRaw ? adopt(file, in: folder, "--raw") : adopt(file, in: folder)
      #expect(outcome.status == .success, "\(outcome.errors)")
      #expect(outcome.output.contains("in the plan's own words: 6 destinations") == !isRaw)
      #expect(outcome.output.contains("in Tag Manager's terms: ") == isRaw)
      let files = try FileManager.default.subpathsOfDirectory(
        atPath: folder.at("taken/Sources/Taken"))
      #expect(files.contains { $0.hasSuffix(".tpl") } == isRaw)
    }
    let folder = try TemporaryFolder()
    let alone = run(["init", folder.at("new"), "--raw"], workingDirectory: folder.path)
    #expect(alone.status == .failure && alone.errors.contains("'--raw' is about a container"))
  }

  @Test("the report names what an export says of the container itself")
  func containersOwnMembers() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"containerVersion": {
        "container": {
          "name": "Shop", "publicId": "GTM-SHOP1", "usageContext": ["SERVER"], "notes": "ours",
          "region": "eu", "features": {"supportTags": true, "supportDreams": true}
        },
        "builtInVariable": [{"type": "EVENT_NAME", "name": "Event Name", "invented": 1}]
      }}
      """, to: "shop.json")
    let outcome = adopt(folder.at("shop.json"), in: folder)
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("its 'notes', 'region', 'features.supportDreams'\n"))
    let folders = try FileManager.default.subpathsOfDirectory(
      atPath: folder.at("taken/Sources/Taken"))
    let text = try folders.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOfFile: folder.at("taken/Sources/Taken/\($0)"), encoding: .utf8)
    }.joined()
    #expect(
      text.contains(#"RawMember("invented", 1, of: .builtInVariable, "Event Name")"#), "\(text)")
  }

  @Test("what is not a container, or is not there, becomes no package")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"tag": [{"name": "a", "tagId": "1"}]}"#, to: "tags.json")
    for file in ["tags.json", "missing.json"] {
      let outcome = adopt(folder.at(file), in: folder)
      #expect(outcome.status == .failure && outcome.errors.contains(file), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.at("taken")))
    }
    let live = run(["init", folder.at("taken"), "--live"], workingDirectory: folder.path)
    #expect(live.status == .failure && live.errors.contains("'--container-id GTM-ABC1234'"))
    let both = adopt(folder.at("tags.json"), in: folder, "--to", "meta")
    #expect(both.status == .failure && both.errors.contains("the container is one already"))
  }

  @Test("a server container and the web container that sends to it become one plan, in any order")
  func bothHalves() throws {
    let files = ["server-container.json", "web-container.json"].map {
      Self.output.appending(path: $0).path
    }
    var plans: Set<String> = []
    for (first, second) in [(files[0], files[1]), (files[1], files[0])] {
      let folder = try TemporaryFolder()
      let outcome = adopt(first, in: folder, "--from-container", second)
      #expect(outcome.status == .success, "\(outcome.errors)")
      #expect(outcome.output.contains("the browser's half of 'Example shop', a 'WebContainer'"))
      #expect(outcome.output.contains("The plan compiles to the same containers: "))
      plans.insert(
        try String(contentsOfFile: folder.at("taken/Sources/Taken/Plan.swift"), encoding: .utf8))
    }
    #expect(plans.count == 1)
    #expect(plans.first?.contains("at: \"https://sgtm.example.com\"") == true)
  }

  @Test("two containers of one kind are no plan, and '--into' takes one")
  func twoOfOneKind() throws {
    let folder = try TemporaryFolder()
    let file = Self.output.appending(path: "web-container.json").path
    let alike = adopt(file, in: folder, "--from-container", file)
    #expect(alike.status == .failure && alike.errors.contains("are both web containers"))
    let into = adopt(file, in: folder, "--into", "--from-container", file)
    #expect(into.status == .failure && into.errors.contains("'--into' takes one container"))
    #expect(!FileManager.default.fileExists(atPath: folder.at("taken")))
  }
}
