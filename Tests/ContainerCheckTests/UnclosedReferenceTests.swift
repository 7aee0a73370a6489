import ContainerCheck
import JSONText
import TagManager
import Testing

/// A reference that lacks a brace is a text, which nobody means who writes the name of a variable.
@Suite struct UnclosedReferenceTests {
  private static func faults(in value: String, key: String = "url") throws -> [ContainerFault] {
    let container: JSON = [
      "containerVersion": [
        "tag": [
          [
            "tagId": "1", "name": "A", "type": "img", "firingTriggerId": ["2147479553"],
            "parameter": [["type": "TEMPLATE", "key": .string(key), "value": .string(value)]],
          ]
        ],
        "variable": [
          ["variableId": "2", "name": "Page", "type": "c", "parameter": [Self.value]],
          ["variableId": "3", "name": "Page ID", "type": "c", "parameter": [Self.value]],
        ],
      ]
    ]
    let version = try ContainerFile.readable(container.bytes(.container), name: "a.json")
    return version.faults(on: .web).filter { $0.rule == "unclosed-reference" }
  }

  private static let value: JSON = ["type": "TEMPLATE", "key": "value", "value": "x"]

  @Test(arguments: [
    "{{Page ID", "{{Page ID}", "{Page ID}}", "Page ID}}", "https://example.com/{{Page ID}/a",
    "{{Page}} and {{Page ID}", "{\"id\": \"{Page ID}}\"}",
  ])
  func theLongestNameIsMeant(_ value: String) throws {
    #expect(
      try Self.faults(in: value).map(\.message) == [
        "tag 'A' has 'Page ID' with too few braces, which is sent as a text"
      ])
    #expect(try Self.faults(in: value, key: "html").isEmpty)
  }

  @Test(arguments: [
    "{{Page ID}}", "{{Page}}{{Page ID}}", "{\"a\": {\"b\": \"{{Page}}\"}}", "{{Pages", "{Page}",
    "Page",
    "{{", "}}", "{{Page ID is open", "{",
  ])
  func everythingElseIsAText(_ value: String) throws {
    #expect(try Self.faults(in: value).isEmpty)
  }
}
