import ContainerDiff
import JSONText
import TagManager
import TestSupport
import Testing

@Suite struct ReadingTests {
  private func error(_ text: String) -> String? {
    do throws(ContainerFileError) {
      _ = try ContainerFile(Array(text.utf8), name: "file.json")
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("", "file.json:1:1: expected JSON, found an empty text"),
    (
      "<!DOCTYPE html><html>",
      "file.json:1:1: expected JSON, found an HTML page: was a login page saved instead of the file?"
    ),
    ("[]", "'file.json' is not a container: expected an object, found an array"),
    ("{}", "'file.json' is not a container: it has no member 'containerVersion'"),
    (
      #"{"error": {"code": 403, "message": "Quota exceeded"}}"#,
      "'file.json' is not a container, but an error of the Tag Manager API: Quota exceeded"
    ),
    (
      #"{"containerVersion": 1}"#,
      "'file.json' is not a container: 'containerVersion' is a number, not an object"
    ),
    (
      #"{"containerVersionId": "3", "numTags": "2"}"#, "'file.json' is only the header of a version"
    ),
    (
      #"{"containerVersion": {"tag": [null]}}"#,
      "'file.json' is not a container: 'tag[0]' is null, not an object"
    ),
    (
      #"{"containerVersion": {"tag": {}}}"#,
      "'file.json' is not a container: 'tag' is an object, not an array"
    ),
    (
      #"{"containerVersion": {"tag": [{"name": 3}]}}"#,
      "'file.json' is not a container: 'tag[0]' has no member 'name' with a text"
    ),
  ])
  func whatIsNoContainerIsRefused(_ text: String, _ message: String) {
    #expect(error(text) == message)
  }

  @Test func aDownloadThatWasCutOffIsRefusedAtItsEnd() {
    let whole = SmallContainer(tags: [SmallContainer.tag("A")]).json.bytes(.container)
    for length in stride(from: 1, to: whole.count - 1, by: 7) {
      let cut = String(decoding: whole.prefix(length), as: UTF8.self)
      #expect(error(cut)?.hasPrefix("file.json:") == true)
    }
  }

  @Test func bothFormsAreRead() throws {
    let file = try ContainerFile(SmallContainer().json, name: "a")
    #expect(file.publicID == "GTM-EXAMPLE")
    #expect(file.versionNumber == nil)
    let answer: JSON = [
      "containerVersionId": "12", "container": ["usageContext": ["server"], "name": "Shop"],
    ]
    let live = try ContainerFile(answer, name: "b")
    #expect(live.usageContext == "SERVER")
    #expect(live.versionNumber == "12")
  }

  @Test func aWebContainerIsNotComparedWithAServerContainer() throws {
    let web: JSON = ["containerVersion": ["container": ["usageContext": ["web"]]]]
    #expect(throws: ContainerFileError.self) { try compare(web, SmallContainer().json) }
    do throws(ContainerFileError) {
      _ = try ContainerDiff(
        from: ContainerFile(web, name: "a"), to: ContainerFile(SmallContainer().json, name: "b"),
        options: DiffOptions(
          oldLabel: "'a'", newLabel: "the plan", newIsPlan: true, isExact: false,
          placeholderPrefix: "R"))
    } catch {
      #expect(error.description == "'a' is a web container and the plan a server container")
    }
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    #expect(error("{\"containerVersion\": \(deep)}")?.contains("nested deeper") == true)
    var parameter: JSON = ["type": "TEMPLATE", "value": "x"]
    for _ in 0..<40 { parameter = ["type": "LIST", "list": [parameter]] }
    let container = SmallContainer(
      tags: [SmallContainer.tag("A", [], [("monitoringMetadata", parameter)])])
    #expect(error(container.json.text(.compact)) == nil)
  }

  @Test func tenThousandEntitiesOfOneNameAreCompared() throws {
    let tags = (0..<10_000).map { SmallContainer.tag("same", id: "\($0)", [("n", "\($0)")]) }
    let old = SmallContainer(tags: tags).json
    let new = SmallContainer(tags: Array(tags.reversed().dropLast(2))).json
    #expect(try compare(old, new).closingLine == "Diff: 0 to add, 0 to change, 2 to remove.")
  }

  @Test func referencesInACircleAreCompared() throws {
    func container(_ value: String) -> JSON {
      let group: JSON = [
        "triggerId": "20", "name": "group", "type": "TRIGGER_GROUP",
        "parameter": [
          [
            "type": "LIST", "key": "triggerIds",
            "list": [["type": "TRIGGER_REFERENCE", "value": "20"]],
          ]
        ],
      ]
      return SmallContainer(
        tags: [
          SmallContainer.tag("A", [], [("setupTag", [["tagName": "B"]])]),
          SmallContainer.tag("B", id: "11", [], [("setupTag", [["tagName": "A"]])]),
        ],
        triggers: [group],
        variables: [
          SmallContainer.constant("a", "{{b}}"), SmallContainer.constant("b", value, id: "32"),
        ]
      ).json
    }
    #expect(try compare(container("{{a}}"), container("{{a}}")).isEmpty)
    #expect(try compare(container("{{a}}"), container("{{b}}")).changedCount == 1)
  }

  @Test func anythingIsReadOrRefused() throws {
    var generator = SeededGenerator(seed: 3)
    let whole = SmallContainer(
      tags: [SmallContainer.tag("A", [("a", "1")], [("paused", true)])],
      triggers: [SmallContainer.trigger("t")], variables: [SmallContainer.constant("c", "v")],
      folders: [SmallContainer.folder("f", id: "5")],
      templates: [SmallContainer.template("T")]
    ).json
    let places = whole.places()
    for _ in 0..<1_500 {
      var broken = whole
      for _ in 0..<3 {
        guard let place = places.randomElement(using: &generator) else { continue }
        let values: [JSON] = [.null, true, 1, "x", "", [], [[:]], [:], ["type": "MAP"], ["a"]]
        broken[place[...]] = values.randomElement(using: &generator)
      }
      guard let diff = try? compare(whole, broken) else { continue }
      #expect(diff.text().hasSuffix("."))
      #expect(!diff.json.text(.compact).isEmpty)
    }
  }
}
