import Adoption
import Compiler
import JSONText
import TagManager
import TagwrightPlan
import TestSupport
import Testing

@Suite struct RoundTripTests {
  private static let seeds = TestRun.isThorough ? 1...4_000 : 1...30

  @Test func aContainerOfAnyShapeComesBackTheSame() throws {
    for seed in Self.seeds {
      let file = ContainerFile(SeededContainer(seed: seed).version, name: "\(seed)")
      let adopted = try Adopted(file)
      #expect(adopted.differences == [], "seed \(seed)")
      #expect(adopted.errors == [], "seed \(seed)")
    }
  }

  @Test func theTextOfAContainerOfAnyShapeIsSwift() throws {
    for start in stride(from: 1, through: Self.seeds.count, by: 30) {
      let files = try (start..<start + 30).flatMap { seed in
        let container = try AdoptedContainer(SeededContainer(seed: seed).version)
        return AdoptedSources(container, type: "Shop\(seed)").files.map {
          AdoptedSources.File(path: "\(seed)/\($0.path)", text: $0.text)
        }
      }
      let errors = try SwiftParse(files).errors
      #expect(errors == [], "seeds from \(start)")
    }
  }

  @Test func theSameContainerIsPrintedTheSame() throws {
    let version = SeededContainer(seed: 8).version
    let texts = try (0..<2).map { _ in
      try AdoptedSources(AdoptedContainer(version), type: "Shop").files.map(\.text)
    }
    #expect(texts[0] == texts[1])
  }

  @Test func aTemplateKeepsEveryByte() throws {
    let text = "\u{FEFF}___INFO___\r\n\n no template at all\n"
    let version = ContainerVersion(
      container: Container(usageContexts: [.server]),
      customTemplates: [TemplateEntity(id: "3", name: "Odd", templateData: text)])
    let adopted = try Adopted(ContainerFile(version, name: "odd"))
    #expect(
      adopted.version?.customTemplates.map { Array($0.templateData.utf8) } == [Array(text.utf8)])
  }

  @Test func whatRefersToTheTemplateOfAGalleryKeepsItsType() throws {
    let gallery = GalleryReference(
      host: "github.com", owner: "someone", repository: "template", galleryTemplateID: "5TP8W")
    let version = ContainerVersion(
      container: Container(usageContexts: [.server]),
      tags: [Tag(id: "1", name: "A", type: "cvt_5TP8W")],
      customTemplates: [
        TemplateEntity(id: "3", name: "T", templateData: "text", galleryReference: gallery)
      ])
    let adopted = try Adopted(ContainerFile(version, name: "gallery"))
    #expect(adopted.version?.tags.map(\.type) == ["cvt_5TP8W"])
  }

  @Test func membersThatAreNotKnownStayWhereTheyAre() throws {
    let text = """
      {
        "container": {"name": "Shop", "publicId": "GTM-SHOP1", "usageContext": ["SERVER"]},
        "retention": {"days": [30, 1.5, null], "isOn": true},
        "tag": [
          {"tagId": "1", "name": "A", "type": "html", "batching": {"size": 3}, "firingTriggerId": ["2147479574"]}
        ],
        "folder": [{"folderId": "2", "name": "B", "color": "red"}]
      }
      """
    let adopted = try Adopted(ContainerFile(Array(text.utf8), name: "new"))
    #expect(adopted.differences == [])
    let printed = AdoptedSources(adopted.container, type: "Shop").files.map(\.text).joined()
    #expect(printed.contains(#"RawMember("batching", ["size": 3], of: .tag, "A")"#))
    #expect(printed.contains(#"RawMember("color", "red", of: .folder, "B")"#))
    #expect(printed.contains(#""days": [30, 1.5, nil]"#))
  }

  @Test func membersThatAreNotKnownStayInsideEntities() throws {
    for seed in TestRun.isThorough ? 1...400 : 1...6 {
      var random = SeededGenerator(seed: UInt64(seed))
      guard case .object(var object) = SeededContainer(seed: seed).version.json(.export) else {
        continue
      }
      for key in [
        "tag", "trigger", "variable", "client", "folder", "zone", "customTemplate",
        "transformation", "builtInVariable", "gtagConfig",
      ] {
        object[key] = object[key].map { Self.withUnknownMembers($0, &random) }
      }
      let version = try ContainerVersion(json: .object(object), form: .export)
      let adopted = try Adopted(ContainerFile(version, name: "\(seed)"))
      #expect(adopted.differences == [], "seed \(seed)")
      #expect(adopted.errors == [], "seed \(seed)")
    }
  }

  /// The same with a member that no model knows in some of the objects.
  private static func withUnknownMembers(_ json: JSON, _ random: inout SeededGenerator) -> JSON {
    switch json {
    case .array(let elements): return .array(elements.map { withUnknownMembers($0, &random) })
    case .object(var object):
      for member in object.members {
        object[member.key] = withUnknownMembers(member.value, &random)
      }
      if Int.random(in: 0..<8, using: &random) == 0 {
        object["invented"] = ["size": 3, "words": ["a", .null, true]]
      }
      return .object(object)
    default: return json
    }
  }

  @Test func aTokenInAMemberThatIsNotKnownStaysOutOfThePlan() throws {
    let token = "EAA" + String(repeating: "x", count: 80)
    guard case .object(var object) = SeededContainer(seed: 8).version.json(.export) else { return }
    object["invented"] = ["key": .string(token)]
    let version = try ContainerVersion(json: .object(object), form: .export)
    let adopted = try Adopted(ContainerFile(version, name: "token"))
    let printed = AdoptedSources(adopted.container, type: "Shop").files.map(\.text).joined()
    #expect(!printed.contains(token))
    #expect(!adopted.differences.isEmpty, "so that nothing is written")
  }
}
