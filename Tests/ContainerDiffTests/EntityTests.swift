import ContainerDiff
import JSONText
import TagManager
import Testing

@Suite struct EntityTests {
  private let trigger = SmallContainer.trigger("purchase")

  private func container(_ tags: JSON...) -> JSON {
    SmallContainer(tags: tags, triggers: [trigger]).json
  }

  @Test func theSameContainerHasNoDifference() throws {
    let diff = try compare(container(SmallContainer.tag("A")), container(SmallContainer.tag("A")))
    #expect(diff.isEmpty)
    #expect(diff.text().hasSuffix("\n\nDiff: 0 to add, 0 to change, 0 to remove."))
  }

  @Test func whatOneContainerHasIsAddedOrRemoved() throws {
    let diff = try compare(
      container(SmallContainer.tag("A"), SmallContainer.tag("B", id: "11", type: "html")),
      container(SmallContainer.tag("A"), SmallContainer.tag("C", id: "11", type: "img")))
    #expect(diff.entities.map(\.name) == ["B", "C"])
    #expect(diff.entities.map(\.outcome) == [.removed, .added])
    #expect(diff.closingLine == "Diff: 1 to add, 0 to change, 1 to remove.")
  }

  /// What other tools were seen to miss.
  @Test(
    arguments: [
      ([("paused", true)], "paused"),
      ([("firingTriggerId", ["20", "21"])], "firingTriggerId"),
      ([("firingTriggerId", [])], "firingTriggerId"),
      ([("blockingTriggerId", ["20"])], "blockingTriggerId"),
      (
        [
          (
            "consentSettings",
            [
              "consentStatus": "NEEDED",
              "consentType": [
                "type": "LIST", "list": [["type": "TEMPLATE", "value": "ad_storage"]],
              ],
            ]
          )
        ], "consentSettings"
      ),
      ([("tagFiringOption", "UNLIMITED")], "tagFiringOption"),
      ([("setupTag", [["tagName": "Linker"]])], "setupTag"),
      ([("priority", ["type": "INTEGER", "value": "3"])], "priority"),
      ([("neverSeen", ["inside": [1]])], "neverSeen"),
      (
        [
          (
            "parameter",
            [["type": "TEMPLATE", "key": "testId", "value": "TEST123"]]
          )
        ], "parameter.testId"
      ),
    ] as [([(String, JSON)], String)])
  func whatChangesInATagIsReported(_ members: [(String, JSON)], _ path: String) throws {
    let triggers = [trigger, SmallContainer.trigger("other", id: "21", event: "view")]
    let old = SmallContainer(tags: [SmallContainer.tag("A")], triggers: triggers).json
    let new = SmallContainer(tags: [SmallContainer.tag("A", [], members)], triggers: triggers).json
    for diff in [try compare(old, new), try compare(new, old)] {
      #expect(diff.entities.count == 1)
      #expect(diff.entities.first?.outcome == .changed)
      #expect(diff.entities.first?.changes.allSatisfy { $0.path.hasPrefix(path) } == true)
      #expect(diff.entities.first?.changes.isEmpty == false)
    }
  }

  @Test func theOrderOfParametersAndTriggersMeansNothing() throws {
    let triggers = [trigger, SmallContainer.trigger("other", id: "21", event: "view")]
    func container(_ parameters: [(String, String)], _ ids: [String]) -> JSON {
      SmallContainer(
        tags: [SmallContainer.tag("A", triggers: ids, parameters)], triggers: triggers
      ).json
    }
    let diff = try compare(
      container([("a", "1"), ("b", "2")], ["20", "21"]),
      container([("b", "2"), ("a", "1")], ["21", "20"]))
    #expect(diff.isEmpty)
  }

  @Test func theOrderOfRowsIsADifference() throws {
    func container(_ rows: [String]) -> JSON {
      let list: JSON = [
        "type": "LIST", "key": "map",
        "list": .array(
          rows.map { ["type": "MAP", "map": [SmallContainer.text("key", $0)]] }),
      ]
      return self.container(SmallContainer.tag("A", [], [("parameter", [list])]))
    }
    let diff = try compare(container(["a", "b", "c"]), container(["a", "c", "b"]))
    #expect(diff.entities.first?.changes.map(\.path) == ["parameter.map[1]", "parameter.map[2]"])
    let inserted = try compare(container(["a", "b"]), container(["a", "new", "b"]))
    #expect(inserted.entities.first?.changes.map(\.path) == ["parameter.map[1]"])
    let replaced = try compare(container(["a", "b"]), container(["a", "c"]))
    #expect(replaced.entities.first?.changes.map(\.path) == ["parameter.map[1].key"])
  }

  @Test func absentMeansTheDefault() throws {
    let bare: JSON = ["tagId": "10", "name": "A", "type": "sgtmgaaw", "firingTriggerId": ["20"]]
    let full = SmallContainer.tag("A", [], [("paused", false), ("notes", "")])
    #expect(try compare(container(bare), container(full)).isEmpty)
  }

  @Test func idsAreComparedByWhatTheyStandFor() throws {
    func container(_ trigger: String, _ folder: String, _ template: String) -> JSON {
      SmallContainer(
        tags: [
          SmallContainer.tag(
            "A", type: "cvt_2_\(template)", triggers: [trigger], [("x", "cvt_2_\(template)")],
            [("parentFolderId", .string(folder))])
        ],
        triggers: [SmallContainer.trigger("purchase", id: trigger)],
        folders: [SmallContainer.folder("TikTok", id: folder)],
        templates: [SmallContainer.template("Template", id: template)]
      ).json
    }
    #expect(try compare(container("1", "2", "3"), container("7", "8", "9")).isEmpty)
    let unknown = try compare(
      self.container(SmallContainer.tag("A", triggers: ["98"])),
      self.container(SmallContainer.tag("A", triggers: ["99"])))
    #expect(unknown.entities.first?.changes.map(\.path) == ["firingTriggerId", "firingTriggerId"])
  }

  @Test func textsThatOnlyLookTheSameDiffer() throws {
    let diff = try compare(
      container(SmallContainer.tag("A", [("a", "caf\u{E9}")])),
      container(SmallContainer.tag("A", [("a", "cafe\u{301}")])))
    #expect(diff.entities.first?.changes.map(\.path) == ["parameter.a"])
  }

  @Test func namesakesArePairedByWhatTheyAre() throws {
    let first = SmallContainer.tag("A", [("a", "1")])
    let second = SmallContainer.tag("A", id: "11", [("a", "2")])
    let third = SmallContainer.tag("A", id: "12", [("a", "3")])
    let diff = try compare(container(first, second, third), container(third, second))
    #expect(diff.closingLine == "Diff: 0 to add, 0 to change, 1 to remove.")
  }

  @Test func whatThePlanDoesNotDeclareIsNotItsOwn() throws {
    let live = container(
      SmallContainer.tag("A"), SmallContainer.tag("foreign", id: "11", type: "html"))
    let plan = container(SmallContainer.tag("A"))
    let diff = try comparePlan(live: live, plan: plan)
    #expect(diff.isEmpty)
    #expect(diff.unowned.map(\.name) == ["foreign"])
    #expect(diff.text().contains("1 in the live container that the plan does not own, left alone"))
    let exact = try comparePlan(live: live, plan: plan, isExact: true)
    #expect(exact.closingLine == "Diff: 0 to add, 0 to change, 1 to remove.")
    #expect(exact.unowned.isEmpty)
  }

  @Test func unknownMembersOfAVersionAreCompared() throws {
    let old = SmallContainer(others: [("futureThing", [["name": "x"]])]).json
    let new = SmallContainer(others: [("futureThing", [["name": "y"]])]).json
    let diff = try compare(old, new)
    #expect(diff.entities.first?.changes.map(\.path) == ["futureThing['x']", "futureThing['y']"])
    #expect(diff.entities.first?.kind == .containerVersion)
  }
}
