package import JSONText

/// One kind of entity, as a workspace lists it and as a version holds it.
package struct EntityList: Hashable, Sendable {
  /// The kind in words.
  package let words: String
  /// The last part of the list's address.
  package let collection: String
  /// The member that holds the entities in the list's answer.
  package let member: String
  /// The member that holds them in a version.
  package let versionMember: String
  /// The member of an entity that holds its id; built-in variables have none.
  package var idMember: String? {
    switch versionMember {
    case "builtInVariable": nil
    case "customTemplate": "templateId"
    default: member + "Id"
    }
  }
  /// The member of the container's `features` that says whether it can hold such entities.
  package let feature: String

  private init(
    _ words: String, _ collection: String, _ member: String, in versionMember: String? = nil,
    _ feature: String
  ) {
    self.words = words
    self.collection = collection
    self.member = member
    self.versionMember = versionMember ?? member
    self.feature = feature
  }

  /// Every kind that a version holds, in the order of its members in an export.
  package static let all = [
    EntityList("tags", "tags", "tag", "supportTags"),
    EntityList("triggers", "triggers", "trigger", "supportTriggers"),
    EntityList("variables", "variables", "variable", "supportVariables"),
    EntityList("folders", "folders", "folder", "supportFolders"),
    EntityList(
      "built-in variables", "built_in_variables", "builtInVariable", "supportBuiltInVariables"),
    EntityList("zones", "zones", "zone", "supportZones"),
    EntityList("templates", "templates", "template", in: "customTemplate", "supportTemplates"),
    EntityList("clients", "clients", "client", "supportClients"),
    EntityList("gtag configurations", "gtag_config", "gtagConfig", "supportGtagConfigs"),
    EntityList("transformations", "transformations", "transformation", "supportTransformations"),
  ]

  /// The list of the kind that a version's member holds.
  package static func held(in versionMember: String) -> EntityList? {
    all.first { $0.versionMember == versionMember }
  }

  /// The lists that a container can have: those that its features do not rule out.
  package static func all(of container: ContainerLocation) -> [EntityList] {
    all.filter { container.json["features"]?[$0.feature]?.bool != false }
  }

  /// Puts lists together to a `ContainerVersion`, numbered 0 as in the export of a workspace.
  ///
  /// - Parameter entities: what the lists hold, in any order.
  package static func version(
    of container: ContainerLocation, holding entities: [(EntityList, [JSON])]
  ) -> JSON {
    var members: [JSONObject.Member] = [
      .init("path", .string(container.path + "/versions/0")),
      .init("accountId", container.json["accountId"] ?? .null),
      .init("containerId", container.json["containerId"] ?? .null),
      .init("containerVersionId", "0"),
      .init("container", .object(container.json)),
    ]
    for list in all {
      let held = entities.filter { $0.0 == list }.flatMap(\.1)
      if !held.isEmpty { members.append(.init(list.versionMember, .array(held))) }
    }
    return .object(JSONObject(members))
  }
}
