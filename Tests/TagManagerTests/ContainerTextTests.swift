import JSONText
import TagManager
import Testing

@Suite struct ContainerTexts {
  /// The sample with a text in every place where an author can write one.
  static let version: ContainerVersion = {
    var version = Sample.version
    version.variables[0].format = VariableFormat(
      nullReplacement: .template("null"), undefinedReplacement: .template("undefined"),
      trueReplacement: .template("true"), falseReplacement: .template("false"))
    version.variables[0].notes = "notes"
    version.triggers[0].notes = "notes"
    version.triggers[0].autoEventFilters = [Condition("{{Click ID}}", .equals, "buy")]
    version.triggers[0].eventName = .template("{{event}}")
    version.triggers[0].interval = .template("100")
    version.clients[0].notes = "notes"
    version.folders[0].notes = "notes"
    version.transformations[0].notes = "notes"
    version.zones[0].notes = "notes"
    version.gtagConfigs[0].parameters = [.template("tagId", "G-EXAMPLE")]
    version.container?.notes = "of the container, and of no entity"
    return version
  }()

  @Test func areReplacedWhereverTheyStand() throws {
    var replaced = Self.version
    var count = 0
    replaced.replaceTexts { _ in
      count += 1
      return "other"
    }
    var expected = 0
    for (key, member) in try #require(replaced.json(.export).object).members.map({
      ($0.key, $0.value)
    })
    where EntityKind(rawValue: key) != nil {
      let texts = Self.texts(in: member)
      #expect(texts.allSatisfy { $0 == "other" }, "\(key): \(texts)")
      expected += texts.count
    }
    #expect(count == expected)
    #expect(replaced.container == Self.version.container)
  }

  @Test func stayWhereNothingReplacesThem() {
    var version = Self.version
    version.replaceTexts { _ in nil }
    #expect(version == Self.version)
  }

  @Test func sayWhereTheyStand() {
    var places: [String] = []
    var version = Self.version
    version.replaceTexts { text in
      places.append(
        [
          text.kind.rawValue, text.entityName, text.entityType ?? "-", text.key ?? "-",
          text.parameterType?.rawValue ?? "notes", text.value,
        ].joined(separator: " | "))
      return nil
    }
    #expect(places.contains("tag | Purchase | cvt_2_8 | - | notes | <&=>"))
    #expect(
      places.contains("tag | Purchase | cvt_2_8 | value | TEMPLATE | {{ed.value}} {{Event Name}}"))
    #expect(places.contains("tag | Purchase | cvt_2_8 | value | TEMPLATE | {{b}}"))
    #expect(places.contains("variable | ed.value | ed | keyPath | TEMPLATE | value"))
    #expect(places.contains("trigger | purchase | - | arg1 | TEMPLATE | purchase"))
    #expect(places.contains("gtagConfig | google | - | tagId | TEMPLATE | G-EXAMPLE"))
    #expect(places.contains("folder | TikTok | - | - | notes | notes"))
  }

  /// The texts of parameters and notes in the JSON of entities.
  private static func texts(in json: JSON) -> [String] {
    switch json {
    case .array(let elements): elements.flatMap { texts(in: $0) }
    case .object(let object):
      object.members.flatMap { member in
        ["value", "notes"].contains(member.key)
          ? [member.value.string ?? ""] : texts(in: member.value)
      }
    default: []
    }
  }
}
