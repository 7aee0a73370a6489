import Diagnostics
import ContainerDiff
import JSONText
import TagManager
import Testing

@Suite struct TemplateTests {
  private func container(_ template: JSON) -> JSON { SmallContainer(templates: [template]).json }

  private func permission(_ url: String) -> String {
    """
    [{"instance": {"key": {"publicId": "send_http", "versionId": "1"}, "param": [
      {"key": "allowedUrls", "value": {"type": 1, "string": "specific"}},
      {"key": "urls", "value": {"type": 2, "listItem": [{"type": 1, "string": "\(url)"}]}}]},
      "isRequired": true}]
    """
  }

  @Test func codeIsComparedByLine() throws {
    let diff = try compare(
      container(SmallContainer.template("T", code: "a();\nb();\nc();\nd();")),
      container(SmallContainer.template("T", code: "a();\nB();\nc();\nd();\ne();")))
    let change = try #require(diff.entities.first?.changes.first)
    #expect(diff.entities.first?.changes.count == 1)
    #expect(change.path == "templateData.serverCode")
    let hunks = try #require(change.lines).hunks
    #expect(hunks.map(\.newLine) == [2, 5])
    #expect(hunks.map(\.removed) == [["b();"], []])
    #expect(hunks.map(\.added) == [["B();"], ["e();"]])
    #expect(
      diff.text().contains(
        """
              ~ templateData.serverCode: 2 lines added, 1 removed
                  line 2:
                  - b();
                  + B();
                  line 5:
                  + e();
        """))
  }

  @Test func permissionsAreComparedAsValues() throws {
    let diff = try compare(
      container(SmallContainer.template("T", permissions: permission("https://a.example.com/"))),
      container(SmallContainer.template("T", permissions: permission("https://b.example.com/"))))
    #expect(
      diff.entities.first?.changes.map(\.path) == ["templateData.permissions.send_http.urls[0]"])
    #expect(diff.findings.map(\.diagnostic.rule) == ["permissions"])
  }

  @Test func fieldsAreComparedByTheirNames() throws {
    let one = #"{"type": "TEXT", "name": "one", "displayName": "One"}"#
    let two = #"{"type": "TEXT", "name": "two", "displayName": "Two"}"#
    let changed = #"{"type": "TEXT", "name": "two", "displayName": "2"}"#
    let diff = try compare(
      container(SmallContainer.template("T", fields: "[\(one), \(two)]")),
      container(SmallContainer.template("T", fields: "[\(changed)]")))
    #expect(
      diff.entities.first?.changes.map(\.path) == [
        "templateData.fields['one']", "templateData.fields['two'].displayName",
      ])
  }

  @Test func layoutAndIdentityMeanNothing() throws {
    let plain = SmallContainer.template("T", fields: #"[{"type": "TEXT", "name": "one"}]"#)
    let other = SmallContainer.template(
      "T", fields: "[\n{\"type\":\n\"TEXT\", \"name\": \"one\"}]",
      info: #""securityGroups": [], "#)
    #expect(try compare(container(plain), container(other)).isEmpty)
    var object = try #require(plain.object)
    let text = try #require(object["templateData"]?.string)
    object["templateData"] = .string(
      "\u{FEFF}"
        + text.replacing("\n", with: "\r\n").replacing("cvt_temp_public_id", with: "cvt_5TP8W"))
    #expect(try compare(container(plain), container(.object(object))).isEmpty)
  }

  @Test func whatIsNoTemplateIsComparedAsText() throws {
    let old: JSON = ["templateId": "1", "name": "T", "templateData": "no template\nat all\n"]
    let new: JSON = ["templateId": "1", "name": "T", "templateData": "no template\nat last"]
    let diff = try compare(container(old), container(new))
    #expect(diff.entities.first?.changes.map(\.path) == ["templateData"])
    #expect(diff.entities.first?.changes.first?.lines?.hunks.map(\.added) == [["at last"]])
    #expect(try compare(container(old), container(SmallContainer.template("T"))).changedCount == 1)
  }

  @Test func aTextOfManyLinesIsShownInPart() throws {
    let lines = (0..<5_000).map { "call(\($0));" }
    var changed = lines.map { "\($0) // changed" }
    changed[0] = lines[0]
    let diff = try compare(
      container(SmallContainer.template("T", code: lines.joined(separator: "\n"))),
      container(SmallContainer.template("T", code: changed.joined(separator: "\n"))))
    let change = try #require(diff.entities.first?.changes.first)
    #expect(change.lines?.addedCount == 4_999)
    #expect(diff.text().split(separator: "\n").count < 60)
    #expect(diff.text().contains("… 9958 lines more"))
  }
}
