import ContainerDiff
import JSONText
import TagManager
import Testing

@Suite struct RenameTests {
  /// A tag that depends on a trigger, a variable, a template and a folder, each with a name of choice.
  private func container(
    tag: String = "Purchase", trigger: String = "purchase", variable: String = "ed.value",
    template: String = "Template", folder: String = "TikTok"
  ) -> JSON {
    SmallContainer(
      tags: [
        SmallContainer.tag(
          tag, type: "cvt_2_40", [("value", "= {{\(variable)}} {{other}}")]),
        SmallContainer.tag(
          "Next", id: "11", [],
          [("setupTag", [["tagName": .string(tag)]]), ("parentFolderId", "50")]),
      ],
      triggers: [SmallContainer.trigger(trigger)],
      variables: [
        SmallContainer.eventData(variable, "value"),
        SmallContainer.constant("reader", "{{\(variable)}}", id: "32"),
      ],
      folders: [SmallContainer.folder(folder, id: "50")],
      templates: [SmallContainer.template(template)]
    ).json
  }

  @Test(arguments: ["tag", "trigger", "variable", "template", "folder"])
  func areFoundAndExplainWhatRefersToThem(_ what: String) throws {
    let old = container()
    let new =
      switch what {
      case "tag": container(tag: "Order")
      case "trigger": container(trigger: "order")
      case "variable": container(variable: "order value")
      case "template": container(template: "Other")
      default: container(folder: "Ads")
      }
    let diff = try compare(old, new)
    #expect(diff.entities.count == 1)
    guard case .renamed? = diff.entities.first?.outcome else {
      Issue.record("not renamed: \(diff.text())")
      return
    }
    #expect(diff.entities.first?.changes.isEmpty == true)
    #expect(diff.closingLine == "Diff: 0 to add, 1 to change, 0 to remove.")
  }

  @Test func areFoundAllAtOnce() throws {
    let new = container(
      tag: "Order", trigger: "order", variable: "order value", template: "Other", folder: "Ads")
    let diff = try compare(container(), new)
    #expect(diff.entities.count == 5)
    #expect(diff.closingLine == "Diff: 0 to add, 5 to change, 0 to remove.")
    #expect(diff.text().contains("  → Purchase → Order\n"))
  }

  @Test func anotherContentIsAnotherEntity() throws {
    let old = SmallContainer(variables: [SmallContainer.eventData("a", "x")]).json
    let new = SmallContainer(variables: [SmallContainer.eventData("b", "y")]).json
    #expect(try compare(old, new).closingLine == "Diff: 1 to add, 0 to change, 1 to remove.")
  }

  @Test func anEmptyFolderIsNotKnownAgain() throws {
    let old = SmallContainer(folders: [SmallContainer.folder("a", id: "1")]).json
    let new = SmallContainer(folders: [SmallContainer.folder("b", id: "1")]).json
    #expect(try compare(old, new).closingLine == "Diff: 1 to add, 0 to change, 1 to remove.")
  }

  @Test func aSecretIsNotKnownAgain() throws {
    let old = SmallContainer(variables: [SmallContainer.constant("mine", "value-1")]).json
    let new = SmallContainer(
      variables: [SmallContainer.constant("Token", "REPLACE_WITH_TOKEN")]
    ).json
    #expect(try compare(old, new).closingLine == "Diff: 1 to add, 0 to change, 1 to remove.")
  }
}
