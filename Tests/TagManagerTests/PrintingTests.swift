import JSONText
import TagManager
import Testing

@Suite struct Printing {
  @Test func newTagHasWhatTagManagerWrites() {
    let tag = Tag(
      id: "5", name: "x", type: "sgtmgaaw",
      parameters: [.boolean("redactVisitorIp", false), .template("measurementId", nil)],
      accountID: "1", containerID: "2", fingerprint: "0000000000000")
    #expect(
      tag.json(.export).text(.container) == """
        {
            "accountId": "1",
            "containerId": "2",
            "tagId": "5",
            "name": "x",
            "type": "sgtmgaaw",
            "parameter": [
                {
                    "type": "BOOLEAN",
                    "key": "redactVisitorIp",
                    "value": "false"
                },
                {
                    "type": "TEMPLATE",
                    "key": "measurementId"
                }
            ],
            "fingerprint": "0000000000000",
            "tagFiringOption": "ONCE_PER_EVENT",
            "monitoringMetadata": {
                "type": "MAP"
            },
            "consentSettings": {
                "consentStatus": "NOT_SET"
            }
        }
        """)
  }

  @Test func newTriggerHasOnlyWhatWasGiven() {
    #expect(
      Sample.trigger.json(.export).text(.compact) == """
        {"triggerId":"4","name":"purchase","type":"CUSTOM_EVENT",\
        "customEventFilter":[{"type":"EQUALS","parameter":[\
        {"type":"TEMPLATE","key":"arg0","value":"{{_event}}"},\
        {"type":"TEMPLATE","key":"arg1","value":"purchase"}]}],\
        "filter":[{"type":"MATCH_REGEX","parameter":[\
        {"type":"TEMPLATE","key":"arg0","value":"{{Client Name}}"},\
        {"type":"TEMPLATE","key":"arg1","value":"^ga4$"},\
        {"type":"BOOLEAN","key":"ignore_case","value":"true"},\
        {"type":"BOOLEAN","key":"negate","value":"true"}]}]}
        """)
  }

  @Test func newVariableHasAnEmptyFormat() {
    #expect(
      Sample.variable.json(.api).text(.compact) == """
        {"variableId":"5","name":"ed.value","type":"ed","parameter":[\
        {"type":"boolean","key":"setDefaultValue","value":"false"},\
        {"type":"template","key":"keyPath","value":"value"}],"formatValue":{}}
        """)
  }

  static let parameters: [(Parameter, String)] = [
    (.template("a", "b"), #"{"type":"TEMPLATE","key":"a","value":"b"}"#),
    (.template("a", ""), #"{"type":"TEMPLATE","key":"a"}"#),
    (.template("a", nil), #"{"type":"TEMPLATE","key":"a"}"#),
    (.template("ad_storage"), #"{"type":"TEMPLATE","value":"ad_storage"}"#),
    (.boolean("a", true), #"{"type":"BOOLEAN","key":"a","value":"true"}"#),
    (.integer("a", -2), #"{"type":"INTEGER","key":"a","value":"-2"}"#),
    (.list("a", []), #"{"type":"LIST","key":"a"}"#),
    (.map([]), #"{"type":"MAP"}"#),
    (.map("a", []), #"{"type":"MAP","key":"a"}"#),
    (
      .tagReference("a", "GA4", isWeak: false),
      #"{"type":"TAG_REFERENCE","key":"a","value":"GA4","isWeakReference":false}"#
    ),
    (.triggerReference(nil, "7"), #"{"type":"TRIGGER_REFERENCE","value":"7"}"#),
    (
      .table("a", [["b": "1", "c": ""]]),
      #"{"type":"LIST","key":"a","list":[{"type":"MAP","map":[{"type":"TEMPLATE","key":"b","value":"1"},{"type":"TEMPLATE","key":"c"}]}]}"#
    ),
  ]

  @Test(arguments: parameters) func factoriesWriteAsTagManagerDoes(
    _ example: (parameter: Parameter, text: String)
  ) {
    #expect(example.parameter.json(.export).text(.compact) == example.text)
  }

  @Test func placedVersionHasItsIdsEverywhere() throws {
    let json = Sample.export.json(.export)
    #expect(json["exportFormatVersion"] == 2)
    let version = try #require(json["containerVersion"])
    #expect(version["path"] == "accounts/1/containers/2/versions/0")
    #expect(
      version["tagManagerUrl"]
        == "https://tagmanager.google.com/#/versions/accounts/1/containers/2/versions/0?apiLink=version"
    )
    #expect(
      version["container"]?["tagManagerUrl"]
        == "https://tagmanager.google.com/#/container/accounts/1/containers/2/workspaces?apiLink=container"
    )
    var kinds = 0
    for member in try #require(version.object).members {
      for entity in member.value.array ?? [] {
        kinds += 1
        #expect(entity["accountId"] == "1", "\(member.key)")
        #expect(entity["containerId"] == "2", "\(member.key)")
        let fingerprint: JSON? = member.key == "builtInVariable" ? nil : "0000000000000"
        #expect(entity["fingerprint"] == fingerprint, "\(member.key)")
      }
    }
    #expect(kinds == 10)
  }
}
