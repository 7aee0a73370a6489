import ContainerDiff
import JSONText
import TagManager

/// Compares two containers, as two files unless something else is said.
func compare(
  _ old: JSON, _ new: JSON, isExact: Bool = true, newIsPlan: Bool = false,
  secretNames: Set<String> = []
) throws -> ContainerDiff {
  try ContainerDiff(
    from: ContainerFile(old, name: "old.json"), to: ContainerFile(new, name: "new.json"),
    options: DiffOptions(
      oldLabel: newIsPlan ? "the live container" : "'old.json'",
      newLabel: newIsPlan ? "the plan" : "'new.json'", newIsPlan: newIsPlan, isExact: isExact,
      placeholderPrefix: "REPLACE_WITH_", secretNames: secretNames,
      hosts: ["business-api.tiktok.com": "TikTok", "graph.facebook.com": "Meta"]))
}

/// Compares a live container with a plan.
func comparePlan(live: JSON, plan: JSON, isExact: Bool = false) throws -> ContainerDiff {
  try compare(live, plan, isExact: isExact, newIsPlan: true)
}

/// An invented container, small enough to be written down.
struct SmallContainer {
  var tags: [JSON] = []
  var triggers: [JSON] = []
  var variables: [JSON] = []
  var folders: [JSON] = []
  var templates: [JSON] = []
  var clients: [JSON] = []
  var others: [(String, JSON)] = []

  var json: JSON {
    var version: JSONObject = JSONObject([
      JSONObject.Member("accountId", "1"), JSONObject.Member("containerId", "2"),
      JSONObject.Member("containerVersionId", "0"),
      JSONObject.Member(
        "container",
        ["name": "Shop", "publicId": "GTM-EXAMPLE", "usageContext": ["SERVER"]]),
    ])
    for (key, entities) in [
      ("tag", tags), ("trigger", triggers), ("variable", variables), ("folder", folders),
      ("customTemplate", templates), ("client", clients),
    ] where !entities.isEmpty {
      version[key] = .array(entities)
    }
    for (key, value) in others { version[key] = value }
    return ["exportFormatVersion": 2, "containerVersion": .object(version)]
  }

  static func tag(
    _ name: String, id: String = "10", type: String = "sgtmgaaw", triggers: [String] = ["20"],
    _ parameters: [(String, String)] = [], _ more: [(String, JSON)] = []
  ) -> JSON {
    var tag = JSONObject([
      JSONObject.Member("tagId", .string(id)), JSONObject.Member("name", .string(name)),
      JSONObject.Member("type", .string(type)),
      JSONObject.Member("parameter", .array(parameters.map { text($0.0, $0.1) })),
      JSONObject.Member("firingTriggerId", .array(triggers.map { .string($0) })),
      JSONObject.Member("tagFiringOption", "ONCE_PER_EVENT"),
      JSONObject.Member("monitoringMetadata", ["type": "MAP"]),
      JSONObject.Member("consentSettings", ["consentStatus": "NOT_SET"]),
    ])
    for (key, value) in more { tag[key] = value }
    return .object(tag)
  }

  static func trigger(_ name: String, id: String = "20", event: String = "purchase") -> JSON {
    [
      "triggerId": .string(id), "name": .string(name), "type": "CUSTOM_EVENT",
      "customEventFilter": [
        [
          "type": "EQUALS", "parameter": [text("arg0", "{{_event}}"), text("arg1", event)],
        ]
      ],
    ]
  }

  static func constant(_ name: String, _ value: String, id: String = "30") -> JSON {
    [
      "variableId": .string(id), "name": .string(name), "type": "c",
      "parameter": [text("value", value)], "formatValue": [:],
    ]
  }

  static func eventData(_ name: String, _ path: String, id: String = "31") -> JSON {
    [
      "variableId": .string(id), "name": .string(name), "type": "ed",
      "parameter": [text("keyPath", path)],
    ]
  }

  static func folder(_ name: String, id: String) -> JSON {
    ["folderId": .string(id), "name": .string(name)]
  }

  static func text(_ key: String, _ value: String) -> JSON {
    ["type": "TEMPLATE", "key": .string(key), "value": .string(value)]
  }

  /// A template of its own whose code is given.
  static func template(
    _ name: String, id: String = "40", code: String = "data.gtmOnSuccess();",
    fields: String = "[]", permissions: String = "[]", info: String = ""
  ) -> JSON {
    [
      "templateId": .string(id), "containerId": "2", "name": .string(name),
      "templateData": .string(
        """
        ___INFO___

        {"type": "TAG", "id": "cvt_temp_public_id", "version": 1, "displayName": "\(name)", \(info)"containerContexts": ["SERVER"]}


        ___TEMPLATE_PARAMETERS___

        \(fields)


        ___SANDBOXED_JS_FOR_SERVER___

        \(code)


        ___SERVER_PERMISSIONS___

        \(permissions)



        """),
    ]
  }
}
