import Adoption
import Compiler
import Foundation
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// Web containers of a plan in which somebody has added something by hand, as every real one has: the plan's half comes back
/// in its own words, and all else stands in its block.
@Suite struct AddedByHandTests {
  private static let seeds = TestRun.isThorough ? 1...200 : 1...2

  /// The container with what people add first: a banner on an event of the plan's, in a folder of the plan's, another
  /// Google tag, an event for GA4 alone, a trigger for changes of the address, and a variable that reads the plan's.
  private static func usual(_ web: ContainerVersion) -> ContainerVersion {
    var web = web
    let folder = web.folders.first?.id
    web.triggers.append(
      TagManager.Trigger(id: "9001", name: "Other address", type: .historyChange, filters: []))
    web.variables.append(
      TagManager.Variable(
        id: "9002", name: "Property", type: "jsm",
        parameters: [.template("javascript", "function() { return {{GA4 Measurement ID}}; }")]))
    web.tags += [
      Tag(
        id: "9003", name: "Banner", type: "html",
        parameters: [.template("html", "<p>{{Page URL}} {{Property}}</p>")],
        firingTriggerIDs: [web.triggers[0].id, "9001"], notes: "Ask Bob.", parentFolderID: folder),
      Tag(
        id: "9004", name: "Google Ads", type: "googtag",
        parameters: [.template("tagId", "AW-123456789")], firingTriggerIDs: ["2147479573"]),
      Tag(
        id: "9005", name: "GA4 newsletter", type: "gaawe",
        parameters: [
          .template("eventName", "newsletter"),
          .template("measurementIdOverride", "{{GA4 Measurement ID}}"),
        ], firingTriggerIDs: [web.triggers[0].id]),
    ]
    return web
  }

  /// The container with everything of one made up by chance.
  private static func mixed(_ web: ContainerVersion, seed: Int) -> ContainerVersion {
    var (web, added) = (web, SeededContainer(seed: 2 * seed + 1).version)
    func type(_ type: String) -> String {
      type.replacing("cvt_2_", with: "cvt_\(web.containerID ?? "")_")
    }
    for index in added.tags.indices { added.tags[index].type = type(added.tags[index].type) }
    for index in added.variables.indices {
      added.variables[index].type = type(added.variables[index].type)
    }
    for index in added.clients.indices {
      added.clients[index].type = type(added.clients[index].type)
    }
    for index in added.customTemplates.indices {
      added.customTemplates[index].containerID = web.containerID
    }
    web.tags += added.tags
    web.triggers += added.triggers
    web.variables += added.variables
    web.folders += added.folders
    web.customTemplates += added.customTemplates
    web.zones += added.zones
    web.gtagConfigs += added.gtagConfigs
    let known = web.builtInVariables.map(\.type)
    web.builtInVariables += added.builtInVariables.filter { !known.contains($0.type) }
    return web
  }

  private static func made(seed: Int) -> (server: ContainerVersion, web: ContainerVersion)? {
    let server = GeneratedPlanTests.container(seed: seed)
    let made = GeneratedPlanTests.compiled(
      Plan(
        serverContainers: [server], webContainers: [GeneratedPlanTests.web(seed, server)]))
    guard let server = made.containers.first?.version, let web = made.webContainers.first?.version
    else { return nil }
    return (server, web)
  }

  @Test func theRestStandsBesideTheHalf() throws {
    var (count, kept) = (0, 0)
    for seed in Self.seeds {
      guard let (server, original) = Self.made(seed: seed) else { continue }
      for web in [Self.usual(original), Self.mixed(original, seed: seed)] {
        let plan = try AdoptedPlan(server: server, web: web)
        let again = GeneratedPlanTests.compiled(plan.plan, plan.templateBytes)
        for (old, new) in [
          (server, again.containers.first?.version), (web, again.webContainers.first?.version),
        ] {
          let new = try #require(new, "seed \(seed)")
          let file = ContainerFile(old, name: "old")
          #expect(try Adopted.differences(from: file, to: new) == [], "seed \(seed)")
        }
        count += 1
        guard case .made(_, let further?) = plan.web else {
          kept += 1
          continue
        }
        #expect(further.counts.ownWords + further.counts.rawWords != [], "seed \(seed)")
      }
    }
    #expect(count >= Self.seeds.count)
    // A condition that no hit can tell from another is in the browser's half alone.
    #expect(kept * 50 <= count)
  }

  @Test func theirTextIsAContainerWithABlock() throws {
    let (server, web) = try #require(Self.made(seed: 2))
    let plan = try AdoptedPlan(server: server, web: Self.usual(web))
    let counts = plan.containers.last?.counts
    #expect(counts?.rawWords == ["3 tags", "1 trigger", "1 variable"] && counts?.ownWords == [])
    let sources = AdoptedSources(plan, type: "Shop")
    #expect(try SwiftParse(sources).errors == [])
    let text = sources.files.filter { $0.path == "Plan.swift" || $0.path.hasPrefix("Web") }
      .map { "// \($0.path)\n\($0.text)" }.joined(separator: "\n")
    let url = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/added-by-hand.txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(text.utf8).write(to: url)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }

  @Test func whatAPlanDeclaresThereItselfHasItsMarkAndComesBack() throws {
    let server = GeneratedPlanTests.container(seed: 2)
    let web = WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(.none)
    ) {
      Folder("Banners") {
        RawTag(
          "Banner", type: "html", parameters: [.text("html", "{{Page URL}}")],
          firing: [.allPages()], notes: "Ask Bob.")
      }
    }
    let made = GeneratedPlanTests.compiled(Plan(serverContainers: [server], webContainers: [web]))
    let versions = try #require(made.containers.first.map(\.version))
    let browser = try #require(made.webContainers.first?.version)
    #expect(browser.builtInVariables.contains { $0.name == "Page URL" })
    let plan = try AdoptedPlan(server: versions, web: browser)
    guard case .made(_, let further?) = plan.web else {
      Issue.record("\(plan.webRemarks)")
      return
    }
    #expect(!further.isAdopted)
    let again = GeneratedPlanTests.compiled(plan.plan, plan.templateBytes)
    #expect(
      try Adopted.differences(
        from: ContainerFile(browser, name: "old"), to: #require(again.webContainers.first?.version))
        == [])
  }
}
