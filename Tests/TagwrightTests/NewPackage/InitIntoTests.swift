import Adoption
import Diagnostics
import Foundation
import JSONText
import TagManager
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// Files beside a plan, with what a container has and the plan lacks.
@Suite struct InitIntoTests {
  private let folder: TemporaryFolder
  private let token = "EAA" + String(repeating: "x", count: 80)

  /// A container with everything that the plan declares, and more.
  private let version: ContainerVersion

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try folder.write("struct SmallPlan { /* written by hand */ }\n", to: "Sources/Shop/Plan.swift")
    version = ContainerVersion(
      container: Container(name: "Shop", publicID: "GTM-SHOP1", usageContexts: [.server]),
      tags: [
        Tag(
          id: "1", name: "Partner", type: "cvt_7_9",
          parameters: [.template("key", "{{Partner key}}"), .template("kind", "{{Gone}}")],
          firingTriggerIDs: ["2"], notes: "Asked for by sales", parentFolderID: "4",
          monitoringMetadata: .map([]), consentSettings: .notSet)
      ],
      triggers: [
        TagManager.Trigger(
          id: "2", name: "Lead", type: .customEvent,
          customEventFilters: [TagManager.Condition("{{_event}}", .equals, "generate_lead")])
      ],
      variables: [
        TagManager.Variable(
          id: "3", name: "Partner key", type: "c", parameters: [.template("value", token)]),
        TagManager.Variable(
          id: "6", name: "Currency", type: "c", parameters: [.template("value", "EUR")]),
      ],
      folders: [TagManager.Folder(id: "4", name: "Partners")],
      customTemplates: [TemplateEntity(id: "9", name: "Partner", templateData: "text\n")])
    try folder.write(version.json(.api).text(.compact), to: "live.json")
  }

  private func plan(_ more: [ContainerElement] = []) -> Plan {
    let currency = RawVariable("Currency", type: "c", parameters: [.text("value", "EUR")])
    return Plan(serverContainers: [
      ServerContainer(
        "Shop", publicID: "GTM-SHOP1",
        elements: [ContainerElement(kind: .rawVariable(currency))] + more,
        at: SourcePlace(file: folder.at("Sources/Shop/Plan.swift"), line: 1))
    ])
  }

  private func add(to plan: Plan, _ file: String = "live.json") -> Outcome {
    run(
      ["init", folder.path, "--into", "--from-container", folder.at(file)], plan: plan,
      workingDirectory: folder.path)
  }

  @Test func thePlanGetsFilesWithWhatItLacksAndStaysAsItIs() throws {
    let outcome = add(to: plan())
    #expect(outcome.status == .success, "\(outcome.errors)")
    let sources = folder.at("Sources/Shop")
    let names = try FileManager.default.contentsOfDirectory(atPath: sources).sorted()
    #expect(
      names == [
        "Adopted.swift", "AdoptedPartners.swift", "AdoptedTemplates.swift",
        "AdoptedTriggers.swift", "AdoptedVariables.swift", "Plan.swift", "Templates",
      ])
    let texts = try names.filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: "\(sources)/\($0)", encoding: .utf8) }
    #expect(texts.last == "struct SmallPlan { /* written by hand */ }\n")
    #expect(texts[0].contains("extension SmallPlan {"))
    #expect(texts[0].contains("adoptedElements: [ContainerElement] { adoptedParts.adopted() }"))
    #expect(!texts.joined().contains("Currency") && !texts.joined().contains(token))
    let environment = try String(contentsOfFile: folder.at(".env"), encoding: .utf8)
    #expect(environment == "PARTNER_KEY='\(token)'\n")
    #expect(
      outcome.output.contains(
        "Next: add the line 'Self.adoptedElements' to the container in 'Sources/Shop/Plan.swift:1'."
      ))
    #expect(outcome.output.contains("'exclude: [\"Templates\"]'"))
    #expect(!outcome.output.contains(token) && !outcome.errors.contains(token))
  }

  @Test func aSecondRunAddsNothing() throws {
    #expect(add(to: plan()).status == .success)
    let before = try folder.content().map(\.key).sorted()
    let again = add(to: plan())
    #expect(again.status == .failure)
    #expect(again.errors.contains("'Sources/Shop/Adopted.swift' was added before"))
    #expect(try folder.content().map(\.key).sorted() == before)
  }

  @Test func aPlanThatRefersToWhatWasAddedHasEverything() throws {
    var plain = version
    plain.customTemplates = []
    plain.tags[0].type = "html"
    try folder.write(plain.json(.api).text(.compact), to: "plain.json")
    let added = try AdoptedContainer(plain) { _, name in name != "Currency" }
    let complete = add(to: plan(added.declarations), "plain.json")
    #expect(complete.status == .success, "\(complete.errors)")
    #expect(complete.output.hasPrefix("the plan has everything that "))
    #expect(complete.errors.contains("warning: "), "a dangling reference is there already")
  }

  @Test func anotherPackageIsLeftAlone() throws {
    let elsewhere = try TemporaryFolder()
    let missing = run(
      ["init", elsewhere.path, "--into", "--from-container", folder.at("live.json")],
      plan: plan(), workingDirectory: folder.path)
    #expect(missing.status == .failure && missing.errors.contains("there is no 'Package.swift'"))
    try elsewhere.write("", to: "Package.swift")
    let foreign = run(
      ["init", elsewhere.path, "--into", "--from-container", folder.at("live.json")],
      plan: plan(), workingDirectory: folder.path)
    #expect(foreign.status == .failure && foreign.errors.contains("is not that of the package"))
    let alone = run(["init", folder.path, "--into"], plan: plan())
    #expect(alone.status == .failure && alone.errors.contains("'--into' is about a container"))
  }

  @Test func aWebContainerThatIsMadeFromAServerContainerTakesAdditionsInItsBlock() throws {
    let place = SourcePlace(file: folder.at("Sources/Shop/Plan.swift"), line: 1)
    let server = ServerContainer(
      "Shop", publicID: "GTM-SHOP1",
      elements: [
        ContainerElement(kind: .ga4Client(GA4Client())),
        ContainerElement(kind: .ga4Tag(GA4Tag(measurementID: "G-ABC1234567"))),
      ], at: place)
    let version = ContainerVersion(
      container: Container(name: "Shop", publicID: "GTM-SHOP2", usageContexts: [.web]),
      tags: [
        Tag(
          id: "1", name: "Banner", type: "html", parameters: [.template("html", "<p>Sale</p>")],
          firingTriggerIDs: ["2147479553"])
      ])
    try folder.write(version.json(.api).text(.compact), to: "web.json")
    func plan(_ elements: [ContainerElement]) -> Plan {
      var web = WebContainer(
        "Shop", publicID: "GTM-SHOP2", sendingTo: server, at: "https://sgtm.example.com",
        pixel: Pixel(.none))
      web.contents = ServerContainer(
        web.name, publicID: web.publicID, elements: elements, at: place)
      return Plan(serverContainers: [server], webContainers: [web])
    }
    let outcome = add(to: plan([]), "web.json")
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("add the line 'Self.adoptedElements' to the container in"))
    let added = try AdoptedContainer(version)
    let complete = add(to: plan(added.declarations), "web.json")
    #expect(complete.output.hasPrefix("the plan has everything that "), "\(complete.errors)")
  }
}
