import Compiler
import ContainerCheck
import JSONText
import TagManager
import TestSupport
import Testing

/// Members of another JSON type than Tag Manager's, anywhere in a container that is one otherwise.
@Suite struct UnreadableMemberTests {
  private static let rounds = TestRun.isThorough ? 1_000 : 40

  /// A step from a value to one inside it.
  private enum Step { case key(String), index(Int) }

  @Test func eachIsFoundAtItsPathAndNothingElseIsSaid() throws {
    var random = SeededGenerator(seed: 21)
    for version in FaultTests.Shop.versions {
      let export = ContainerExport(version: version).json(.export)
      let whole = try #require(export["containerVersion"])
      let ways = Self.ways(in: whole).filter { !$0.isEmpty }
      for _ in 0..<Self.rounds {
        var json = whole
        let first = try #require(ways.randomElement(using: &random))
        // Of two that are not inside each other, both are found.
        let second = try #require(ways.randomElement(using: &random))
        let chosen = Self.areApart(first, second) ? [first, second] : [first]
        for way in chosen { json = Self.broken(json, at: way[...], using: &random) }
        let text = JSON.object(JSONObject([.init("containerVersion", json)])).bytes(.container)
        let read = try ContainerFile.readable(text, name: "a.json")
        let faults = read.faults(readsTemplates: false)
        let expected = Set(chosen.map { "containerVersion" + Self.path($0) })
        #expect(Set(faults.compactMap(\.path)) == expected, "\(faults.map(\.message))")
        let others = faults.filter { $0.rule != "unreadable-member" }.map(\.message)
        #expect(others == [], "\(expected)")
      }
    }
  }

  @Test func ofVeryManyTheFirstAreTold() throws {
    let tags = Array(repeating: "7", count: 20_000).joined(separator: ",")
    let read = try ContainerFile.readable(
      Array(#"{"containerVersion": {"tag": [\#(tags)]}}"#.utf8), name: "a.json")
    let faults = read.faults(readsTemplates: false).filter { $0.rule == "unreadable-member" }
    #expect(faults.count == 1_000)
    #expect(faults.count { $0.mend.hasSuffix("not listed, after so many") } == 1)
    #expect(faults.last?.mend.hasSuffix("not listed, after so many") == true)
  }

  @Test(arguments: [
    (
      #""tagId": 2"#, "tag 'A'", "tag[0].tagId", "expected a string, found a number",
      #"write '"2"'"#
    ),
    (
      #""firingTriggerId": "2147479573""#, "tag 'A'", "tag[0].firingTriggerId",
      "expected an array, found a string", #"write '["2147479573"]'"#
    ),
    (
      #""firingTriggerId": [2147479573]"#, "tag 'A'", "tag[0].firingTriggerId[0]",
      "expected a string, found a number", #"write '"2147479573"'"#
    ),
    (
      #""parameter": {"url": "/a"}"#, "tag 'A'", "tag[0].parameter",
      "expected an array, found an object", "write an array there, or take the member out"
    ),
    (
      #""parameter": ["/a"]"#, "tag 'A'", "tag[0].parameter[0]",
      "expected an object, found a string",
      "write an object there, or take the member out"
    ),
    (
      #""parameter": [{"key": "url", "value": "/a"}]"#, "tag 'A'", "tag[0].parameter[0]",
      "expected a member 'type', found none", "add the member 'type'"
    ),
    (
      #""paused": "true""#, "tag 'A'", "tag[0].paused", "expected true or false, found a string",
      "write 'true'"
    ),
    (
      #""notes": null"#, "tag 'A'", "tag[0].notes", "expected a string, found null",
      "write a string there, or take the member out"
    ),
    (
      #""consentSettings": "NOT_SET""#, "tag 'A'", "tag[0].consentSettings",
      "expected an object, found a string", "write an object there, or take the member out"
    ),
    (
      #""scheduleStartMs": 1.5"#, "tag 'A'", "tag[0].scheduleStartMs",
      "expected a string, found a number", #"write '"1.5"'"#
    ),
  ])
  func theMessageSaysWhatIsThereAndTheRemedyWhatToWrite(
    _ member: String, _ subject: String, _ path: String, _ message: String, _ mend: String
  ) throws {
    let id = member.contains("tagId") ? "" : #""tagId": "2", "#
    let text = """
      {"containerVersion": {"tag": [{\(id)"name": "A", "type": "html", \(member)}]}}
      """
    let found = try ContainerFile.readable(Array(text.utf8), name: "a.json").faults()
      .filter { $0.rule == "unreadable-member" }
    #expect(
      found.map(\.message) == [
        "\(subject) cannot be read at 'containerVersion.\(path)': \(message)"
      ])
    #expect(found.map(\.mend) == [mend])
  }

  @Test func entitiesThatCannotBeReadDoNotMoveTheNamesOfOthers() throws {
    let text = """
      {"containerVersion": {"tag": ["A", {"tagId": "2", "name": "B", "type": "img", "notes": 3,
        "parameter": [{"type": "TEMPLATE", "key": "url", "value": "/"}]}, 7,
        {"tagId": "3", "name": "C", "type": "img", "notes": {}, "setupTag": [{"tagName": "A"}],
        "parameter": [{"type": "TEMPLATE", "key": "url", "value": "/"}]}], "folder": {}}}
      """
    let faults = try ContainerFile.readable(Array(text.utf8), name: "a.json").faults(on: .web)
    #expect(
      faults.map(\.message) == [
        "the container cannot be read at 'containerVersion.folder': expected an array, found an object",
        "a tag cannot be read at 'containerVersion.tag[0]': expected an object, found a string",
        "tag 'B' cannot be read at 'containerVersion.tag[1].notes': expected a string, found a number",
        "a tag cannot be read at 'containerVersion.tag[2]': expected an object, found a number",
        "tag 'C' cannot be read at 'containerVersion.tag[3].notes': expected a string, found an object",
      ])
  }

  // MARK: Ways through a value

  private static func ways(in json: JSON) -> [[Step]] {
    switch json {
    case .object(let object):
      [[]]
        + object.members.flatMap { member in ways(in: member.value).map { [.key(member.key)] + $0 }
        }
    case .array(let elements):
      [[]]
        + elements.enumerated().flatMap { index, element in
          ways(in: element).map { [.index(index)] + $0 }
        }
    default: [[]]
    }
  }

  private static func path(_ way: [Step]) -> String {
    way.reduce(into: "") { path, step in
      switch step {
      case .key(let key): path += ".\(key)"
      case .index(let index): path += "[\(index)]"
      }
    }
  }

  private static func areApart(_ one: [Step], _ other: [Step]) -> Bool {
    let (a, b) = (path(one), path(other))
    return !a.hasPrefix(b) && !b.hasPrefix(a)
  }

  private static func broken(
    _ json: JSON, at way: ArraySlice<Step>, using random: inout SeededGenerator
  ) -> JSON {
    switch (way.first, json) {
    case (.key(let key), .object(var object)):
      object[key] = object[key].map { broken($0, at: way.dropFirst(), using: &random) }
      return .object(object)
    case (.index(let index), .array(var elements)):
      elements[index] = broken(elements[index], at: way.dropFirst(), using: &random)
      return .array(elements)
    default: return otherKind(of: json, using: &random)
    }
  }

  /// The same value as another kind of JSON, or something else altogether.
  private static func otherKind(of json: JSON, using random: inout SeededGenerator) -> JSON {
    let others: [JSON]
    switch json {
    case .string(let text):
      let number: JSON? = Int(text).flatMap { String($0) == text ? .number(JSONNumber($0)) : nil }
      others = [[json], ["value": json], number ?? [[]], text == "true" ? true : [:]]
    case .bool(let truth): others = [.string(truth.description), 1, [json]]
    case .number(let number): others = [.string(number.text), [json], true]
    case .array(let elements):
      others =
        [["0": elements.first ?? 1], .null]
        + (elements.count == 1 && elements[0].string != nil ? elements : [])
    case .object, .null: others = ["x", 7, [json], false]
    }
    return others.randomElement(using: &random) ?? .null
  }
}
