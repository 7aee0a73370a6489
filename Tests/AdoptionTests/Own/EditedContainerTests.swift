import Adoption
import Compiler
import ContainerDiff
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// Containers of a plan that somebody has changed by hand: what a plan can say comes back as such, the rest stays as it is,
/// and nothing is lost.
@Suite struct EditedContainerTests {
  private static let seeds = TestRun.isThorough ? 1...400 : 1...4

  /// A change and whether the first destination may come back in spite of it.
  private struct Edit {
    let name: String
    let keepsDestination: Bool
    let change: @Sendable (inout ContainerVersion) -> Void
  }

  private static func index(in version: ContainerVersion) -> Int? {
    version.tags.firstIndex { $0.type.hasPrefix("cvt_") }
  }

  private static let edits: [Edit] = [
    Edit(name: "a renamed tag", keepsDestination: false) { version in
      if let index = index(in: version) { version.tags[index].name = "Renamed" }
    },
    Edit(name: "a paused tag", keepsDestination: false) { version in
      if let index = index(in: version) { version.tags[index].paused = true }
    },
    Edit(name: "another priority", keepsDestination: false) { version in
      if let index = index(in: version) { version.tags[index].priority = .integer(nil, 5) }
    },
    Edit(name: "another trigger", keepsDestination: false) { version in
      version.triggers.append(
        TagManager.Trigger(id: "77", name: "All", type: .always, filters: []))
      if let index = index(in: version) { version.tags[index].firingTriggerIDs.append("77") }
    },
    Edit(name: "another field", keepsDestination: false) { version in
      guard let index = index(in: version), !version.tags[index].parameters.isEmpty else { return }
      version.tags[index].parameters[0].value = "changed"
    },
    Edit(name: "consent settings", keepsDestination: false) { version in
      if let index = index(in: version) {
        version.tags[index].consentSettings = .needed(["ad_storage"])
      }
    },
    Edit(name: "other code", keepsDestination: false) { version in
      guard let tag = index(in: version).map({ version.tags[$0] }),
        let index = version.customTemplates.firstIndex(where: { tag.type.hasSuffix("_\($0.id)") })
      else { return }
      version.customTemplates[index].templateData.append("\n")
    },
    Edit(name: "other notes of a tag", keepsDestination: false) { version in
      if let index = index(in: version) { version.tags[index].notes = "Ask Bob." }
    },
    Edit(name: "other notes of a shared variable", keepsDestination: true) { version in
      guard let index = version.variables.firstIndex(where: { $0.name.hasPrefix("ed.") }) else {
        return
      }
      version.variables[index].notes = "Ask Bob."
    },
    Edit(name: "an own tag in a destination's folder", keepsDestination: true) { version in
      version.tags.append(
        Tag(id: "78", name: "By hand", type: "sgtmadscl", parentFolderID: version.folders.first?.id)
      )
    },
    Edit(name: "a filled-in token", keepsDestination: true) { version in
      guard
        let index = version.variables.firstIndex(where: { $0.name.hasSuffix(" Access Token") })
      else { return }
      version.variables[index].parameters = [.template("value", "abcdefgh12345678")]
    },
    Edit(name: "a removed folder", keepsDestination: false) { version in
      guard let index = index(in: version) else { return }
      let folder = version.tags[index].parentFolderID
      version.folders.removeAll { $0.id == folder }
      for index in version.tags.indices where version.tags[index].parentFolderID == folder {
        version.tags[index].parentFolderID = nil
      }
      for index in version.variables.indices
      where version.variables[index].parentFolderID == folder {
        version.variables[index].parentFolderID = nil
      }
      for index in version.triggers.indices where version.triggers[index].parentFolderID == folder {
        version.triggers[index].parentFolderID = nil
      }
    },
  ]

  @Test func areNeverTakenForSomethingElse() throws {
    for seed in Self.seeds {
      let plan = Plan(serverContainers: [GeneratedPlanTests.container(seed: seed * 7)])
      let compilation = Compilation(
        [PlanVariant(environment: nil, plan: plan)], name: "Shop", makesFiles: false)
      guard var version = compilation.containers.first?.version else { continue }
      let edit = Self.edits[seed % Self.edits.count]
      edit.change(&version)
      let words = "seed \(seed), \(edit.name)"
      let file = ContainerFile(version, name: "edited")
      let container = try AdoptedContainer.recognising(version)
      let adopted = try Adopted(file, as: container)
      #expect(adopted.differences == [], "\(words)")
      #expect(adopted.errors == [], "\(words)")
      let kept = container.counts.ownWords.first { $0.contains("destination") } ?? ""
      let said = container.remarks.filter { $0.contains("stay") || $0.contains("tag") }
      #expect(kept.hasPrefix("2 ") || !said.isEmpty, "\(words)")
      if edit.keepsDestination { #expect(kept.hasPrefix("2 "), "\(words): \(said)") }
    }
  }

  private static let browserEdits: [@Sendable (inout ContainerVersion) -> Void] = [
    { $0.tags[0].name = "Renamed" }, { $0.tags[0].notes = "Ask Bob." },
    { version in version.tags.removeAll { $0.type == "googtag" } },
    { version in version.variables.removeAll { $0.name == "Tagging Server URL" } },
    { version in
      for index in version.customTemplates.indices {
        version.customTemplates[index].templateData.append("\n")
      }
    },
  ]

  @Test func browsersHalvesStayAsTheyAreAndSayWhy() throws {
    for (seed, edit) in Self.browserEdits.enumerated() {
      let declared = GeneratedPlanTests.container(seed: seed * 7)
      let made = GeneratedPlanTests.compiled(
        Plan(
          serverContainers: [declared], webContainers: [GeneratedPlanTests.web(2, declared)]))
      guard let server = made.containers.first?.version,
        let original = made.webContainers.first?.version
      else { continue }
      var web = original
      edit(&web)
      let plan = try AdoptedPlan(server: server, web: web)
      #expect(plan.webRemarks.isEmpty == (web == original), "edit \(seed)")
      let again = GeneratedPlanTests.compiled(plan.plan, plan.templateBytes)
      for (old, new) in [
        (server, again.containers.first?.version), (web, again.webContainers.first?.version),
      ] {
        let new = try #require(new, "edit \(seed)")
        let differences = try Adopted.differences(from: ContainerFile(old, name: "old"), to: new)
        #expect(differences == [], "edit \(seed)")
      }
    }
  }

  @Test func whatATestHasMadeStaysAndSaysWhy() throws {
    var made = GeneratedDestination(seed: 3, .tagPerEvent, .visible, isTest: true)
    let destination = made.destination(0)
    let plan = Plan(serverContainers: [
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        Variable("Own value", .eventData("own"))
        destination
      }
    ])
    let compilation = Compilation(
      [PlanVariant(environment: nil, plan: plan, isTest: true)], name: "Shop", makesFiles: false)
    let version = try #require(compilation.containers.first?.version)
    let container = try AdoptedContainer.recognising(version)
    #expect(container.remarks.contains { $0.hasPrefix("TikTok stays in Tag Manager's terms: ") })
    #expect(container.remarks.contains { $0.hasSuffix("[test-code-in-production]") })
    let adopted = try Adopted(ContainerFile(version, name: "test"), as: container)
    #expect(adopted.differences == [] && adopted.errors == [])
  }

  @Test func aTagOfAnotherTemplateIsNamed() throws {
    var made = GeneratedDestination(seed: 1, .tagPerEvent, .visible)
    let destination = made.destination(0)
    let plan = Plan(serverContainers: [
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        Variable("Own value", .eventData("own"))
        destination
      }
    ])
    let compilation = Compilation(
      [PlanVariant(environment: nil, plan: plan)], name: "Shop", makesFiles: false)
    var version = try #require(compilation.containers.first?.version)
    for index in version.customTemplates.indices {
      version.customTemplates[index].templateData.replace("const EVENT = ", with: "const NAMED = ")
    }
    let container = try AdoptedContainer.recognising(version)
    #expect(
      container.remarks.contains {
        $0.hasSuffix("it sends to TikTok, and its template is not one that a plan makes")
      })
    #expect(!container.counts.rawWords.isEmpty)
  }
}
