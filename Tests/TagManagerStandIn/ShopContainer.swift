package import JSONText

/// A made-up shop's container in the API's form.
package enum ShopContainer {
  package static let path = StandInTagManager.path

  package static func container(features: [String: Bool] = [:]) -> JSON {
    .object(
      JSONObject([
        .init("path", .string(path)),
        .init("accountId", "6001"),
        .init("containerId", "7002"),
        .init("name", "Example shop"),
        .init("publicId", .string(StandInTagManager.publicID)),
        .init("usageContext", ["server"]),
        .init("fingerprint", "1719693071890"),
        .init(
          "features",
          .object(
            JSONObject(
              features.sorted { $0.key < $1.key }.map { .init($0.key, .bool($0.value)) }))),
      ]))
  }

  package static func version(_ number: Int) -> JSON {
    [
      "path": .string("\(path)/versions/\(number)"),
      "accountId": "6001",
      "containerId": "7002",
      "containerVersionId": .string(String(number)),
      "name": "Release",
      "container": container(),
      "tag": .array(entities("tag", "tags", 2)),
      "trigger": .array(entities("trigger", "triggers", 2)),
      "fingerprint": "1719693071890",
    ]
  }

  package static let workspaces: [JSON] = (11...15).map { number in
    [
      "path": .string("\(path)/workspaces/\(number)"),
      "accountId": "6001", "containerId": "7002", "workspaceId": .string(String(number)),
      "name": .string(number == 14 ? "Søren's draft" : "Workspace \(number)"),
    ]
  }

  /// Per collection: the member of its pages, and the entities.
  package static let lists: [String: (String, [JSON])] = [
    "tags": ("tag", entities("tag", "tags", 7)),
    "triggers": ("trigger", entities("trigger", "triggers", 3)),
    "variables": ("variable", entities("variable", "variables", 4)),
    "folders": ("folder", entities("folder", "folders", 1)),
    "built_in_variables": (
      "builtInVariable",
      ["eventName", "clientName", "visitorRegion"].map {
        ["name": .string($0), "type": .string($0)]
      }
    ),
    "zones": ("zone", []),
    "templates": ("template", entities("template", "templates", 2)),
    "clients": ("client", entities("client", "clients", 1)),
    "gtag_config": ("gtagConfig", []),
    "transformations": ("transformation", entities("transformation", "transformations", 1)),
  ]

  private static func entities(_ kind: String, _ collection: String, _ count: Int) -> [JSON] {
    (0..<count).map { number in
      [
        "path": .string("\(path)/workspaces/14/\(collection)/\(number + 1)"),
        "accountId": "6001", "containerId": "7002", "workspaceId": "14",
        .init("\(kind)Id"): .string(String(number + 1)),
        "name": .string("\(kind) \(number + 1) «ü»"),
        "fingerprint": "1719693071890",
      ]
    }
  }
}
