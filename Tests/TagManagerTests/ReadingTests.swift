import JSONText
import TagManager
import TestSupport
import Testing

@Suite struct Reading {
  @Test func everythingPrintedIsReadAgain() throws {
    for form in [Form.export, .api] {
      let json = Sample.export.json(form)
      let read = try ContainerExport(json: json, form: form)
      #expect(read == Sample.export)
      #expect(read.json(form) == json)
    }
    let bytes = Sample.export.bytes
    #expect(try ContainerExport(json: JSON.read(bytes), form: .export).bytes == bytes)
  }

  @Test func absentStaysAbsent() throws {
    let tag: JSON = ["tagId": "1", "name": "a", "type": "html"]
    #expect(try Tag(json: tag, form: .export).json(.export) == tag)
    let variable: JSON = ["variableId": "1", "name": "a", "type": "c"]
    #expect(try Variable(json: variable, form: .export).json(.export) == variable)
    let export: JSON = ["containerVersion": [:]]
    #expect(try ContainerExport(json: export, form: .export).json(.export) == export)
  }

  @Test func aScheduleMayBeANumberAndIsPrintedAsTheAPIPrintsIt() throws {
    for key in ["scheduleStartMs", "scheduleEndMs"] {
      let json: JSON = ["tagId": "1", "name": "a", "type": "html", key: 1_767_225_600_000]
      let tag = try Tag(json: json, form: .api)
      #expect(tag.json(.api)[key] == "1767225600000")
      let half = JSON.number(JSONNumber(unchecked: "1.5"))
      #expect(throws: ContainerReadError.self) {
        try Tag(json: ["tagId": "1", "name": "a", "type": "html", key: half], form: .api)
      }
    }
  }

  @Test func emptyListsThatWereWrittenStay() throws {
    let json: JSON = [
      "tagId": "1", "name": "a", "type": "html", "parameter": [], "firingTriggerId": [],
      "setupTag": [], "monitoringMetadata": ["type": "MAP", "map": []],
    ]
    var tag = try Tag(json: json, form: .export)
    #expect(tag.json(.export) == json)
    tag.firingTriggerIDs = ["7"]
    #expect(tag.json(.export)["firingTriggerId"] == ["7"])
  }

  @Test func unknownMembersStayWhereTheyStood() throws {
    let json: JSON = [
      "first": 1, "tagId": "1", "new": ["a": .null], "newer": [], "name": "a", "type": "html",
      "parameter": [
        ["type": "TEMPLATE", "hint": "x", "key": "k", "value": "v"],
        ["type": "LIST", "key": "l", "list": [["type": "MAP", "rows": 2]]],
      ], "paused": true, "last": false,
    ]
    var tag = try Tag(json: json, form: .export)
    #expect(tag.json(.export) == json)
    #expect(tag.unmodelled.members.map(\.key) == ["first", "new", "newer", "last"])
    tag.paused = nil
    #expect(tag.json(.export).object?.members.last?.key == "last")
  }

  @Test func unknownWordsStayAsTheyAre() throws {
    let json: JSON = ["triggerId": "1", "name": "a", "type": "SMELL_2_ODD"]
    let trigger = try Trigger(json: json, form: .export)
    #expect(trigger.type == TriggerType(rawValue: "SMELL_2_ODD"))
    #expect(trigger.json(.export) == json)
    let api: JSON = ["triggerId": "1", "name": "a", "type": "somethingNew"]
    #expect(try Trigger(json: api, form: .api).type.rawValue == "SOMETHING_NEW")
    #expect(try Trigger(json: api, form: .api).json(.api) == api)
  }

  @Test func freeTypesAreTheSameInBothForms() throws {
    let json: JSON = ["transformationId": "1", "name": "a", "type": "tf_augment_event"]
    let transformation = try Transformation(json: json, form: .api)
    #expect(transformation.type == "tf_augment_event")
    #expect(transformation.json(.export) == json)
  }

  /// A place in the sample, what is put there, and what is said of it.
  static let errors: [(path: [String], value: JSON?, error: String)] = [
    (["containerVersion"], nil, "expected a member 'containerVersion', found none"),
    (["containerVersion"], [], "containerVersion: expected an object, found an array"),
    (["exportFormatVersion"], "2", "exportFormatVersion: expected a whole number, found a string"),
    (
      ["exportFormatVersion"], .number(JSONNumber(unchecked: "2.5")),
      "exportFormatVersion: expected a whole number, found 2.5"
    ),
    (
      ["containerVersion", "tag", "0", "parameter", "1", "key"], 5,
      "containerVersion.tag[0].parameter[1].key: expected a string, found a number"
    ),
    (
      ["containerVersion", "tag", "0", "parameter", "3", "list", "0", "map", "1", "value"], true,
      "containerVersion.tag[0].parameter[3].list[0].map[1].value: expected a string, found a truth value"
    ),
    (
      ["containerVersion", "tag", "0", "tagId"], nil,
      "containerVersion.tag[0]: expected a member 'tagId', found none"
    ),
    (
      ["containerVersion", "tag", "0", "paused"], "true",
      "containerVersion.tag[0].paused: expected true or false, found a string"
    ),
    (
      ["containerVersion", "tag", "0", "firingTriggerId", "1"], .null,
      "containerVersion.tag[0].firingTriggerId[1]: expected a string, found null"
    ),
    (
      ["containerVersion", "tag", "0"], "x",
      "containerVersion.tag[0]: expected an object, found a string"
    ),
    (
      ["containerVersion", "tag"], [:],
      "containerVersion.tag: expected an array, found an object"
    ),
    (
      ["containerVersion", "trigger", "0", "filter", "0", "type"], nil,
      "containerVersion.trigger[0].filter[0]: expected a member 'type', found none"
    ),
    (
      ["containerVersion", "container", "usageContext", "0"], 1,
      "containerVersion.container.usageContext[0]: expected a string, found a number"
    ),
    (
      ["containerVersion", "client", "0", "priority"], "100",
      "containerVersion.client[0].priority: expected a whole number, found a string"
    ),
  ]

  @Test(arguments: errors) func wrongMemberIsNamedByItsPath(
    _ example: (path: [String], value: JSON?, error: String)
  ) {
    var json = Sample.export.json(.export)
    let isReplaced = json.replace(at: example.path[...], with: example.value)
    #expect(isReplaced)
    let error = #expect(throws: ContainerReadError.self) {
      try ContainerExport(json: json, form: .export)
    }
    #expect(error?.description == example.error)
  }

  @Test func endlessNestingOfParametersIsAnError() throws {
    var json: JSON = ["type": "MAP"]
    for _ in 0..<400 { json = ["type": "MAP", "map": [json]] }
    let error = #expect(throws: ContainerReadError.self) {
      try Parameter(json: json, form: .export)
    }
    #expect(error?.message == "objects are nested deeper than 100 levels")
  }

  @Test(arguments: 0..<100) func unknownMembersAnywhereAreKept(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let json = Sample.export.json(.export).withUnknownMembers(&generator)
    #expect(json != Sample.export.json(.export))
    #expect(try ContainerExport(json: json, form: .export).json(.export) == json)
  }

  @Test(arguments: 0..<100) func brokenContainersAreReadOrRefusedButNeverCrash(
    _ seed: Int
  ) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      let json = Sample.export.json(.api).withSomethingReplaced(&generator)
      do {
        let export = try ContainerExport(json: json, form: .api)
        #expect(try ContainerExport(json: export.json(.api), form: .api) == export)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
