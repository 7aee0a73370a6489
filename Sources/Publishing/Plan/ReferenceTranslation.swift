import JSONText
import TagManager
import TagManagerClient

/// Rewrites what refers to entities by id from the ids of a plan to those of a container.
struct ReferenceTranslation {
  private let triggers: [String: EntityKey]
  private let folders: [String: EntityKey]
  private let templates: [String: EntityKey]
  /// The container's ids, `new_1` and so on for what is created in the same request.
  var ids: [EntityKey: String]
  /// The types that the container's templates make.
  var types: [EntityKey: String]

  /// - Parameters:
  ///   - planned: the plan's version.
  ///   - present: the container's entities.
  init(from planned: JSONObject, to present: JSONObject, in containerID: String) {
    func keys(_ kind: EntityKind) -> [String: EntityKey] {
      var keys: [String: EntityKey] = [:]
      for entity in planned.held(kind) {
        if let id = entity.id(kind) { keys[id] = entity.key(kind) }
      }
      return keys
    }
    triggers = keys(.trigger)
    folders = keys(.folder)
    var templates: [String: EntityKey] = [:]
    for template in planned.held(.customTemplate) {
      for type in Self.types(of: template, in: planned.filled("containerId")) {
        templates[type] = template.key(.customTemplate)
      }
    }
    self.templates = templates
    ids = [:]
    types = [:]
    for kind in EntityKind.writable {
      for entity in present.held(kind) {
        ids[entity.key(kind)] = entity.id(kind)
        if kind == .customTemplate { learnType(of: entity, in: containerID) }
      }
    }
  }

  /// Notes the type that a template of the container makes.
  mutating func learnType(of template: JSONObject, in containerID: String) {
    types[template.key(.customTemplate)] = Self.types(of: template, in: containerID).last
  }

  /// The types by which entities can name a template: by its id, and by the gallery's, which then is the one.
  private static func types(of template: JSONObject, in containerID: String?) -> [String] {
    let container = template.filled("containerId") ?? containerID ?? ""
    var types = [
      CustomTemplateType.template(
        containerID: container, templateID: template.filled("templateId") ?? ""
      ).text
    ]
    if let gallery = template["galleryReference"]?["galleryTemplateId"]?.string, !gallery.isEmpty {
      types.append(CustomTemplateType.gallery(templateID: gallery).text)
    }
    return types
  }

  /// The entities that an entity of the plan refers to by id.
  func references(in entity: JSONObject) -> Set<EntityKey> {
    var found: Set<EntityKey> = []
    _ = translated(.object(entity), member: nil) { found.insert($0) }
    return found
  }

  /// An entity of the plan as the container takes it: without what Tag Manager writes itself.
  func translated(_ entity: JSONObject, _ kind: EntityKind) -> JSONObject {
    let result = translated(.object(entity), member: nil) { _ in }.object ?? entity
    let dropped: Set<String> = [
      "path", "accountId", "containerId", "workspaceId", "fingerprint", "tagManagerUrl",
      kind.list?.idMember ?? "",
    ]
    return JSONObject(result.members.filter { !dropped.contains($0.key) })
  }

  private static let triggerMembers: Set<String> = [
    "firingTriggerId", "blockingTriggerId", "enablingTriggerId", "disablingTriggerId",
    "customEvaluationTriggerId",
  ]

  private func translated(
    _ json: JSON, member: String?, found: (EntityKey) -> Void
  ) -> JSON {
    switch json {
    case .array(let elements):
      return .array(elements.map { translated($0, member: member, found: found) })
    case .object(let object):
      let isTriggerReference = object["type"]?.string == "triggerReference"
      return .object(
        JSONObject(
          object.members.map { entry in
            let name = isTriggerReference && entry.key == "value" ? "firingTriggerId" : entry.key
            return .init(entry.key, translated(entry.value, member: name, found: found))
          }))
    case .string(let text):
      guard let member, let key = key(of: text, member) else { return json }
      found(key)
      let isType = key.kind == .customTemplate
      return (isType ? types[key] : ids[key]).map(JSON.string) ?? json
    default: return json
    }
  }

  private func key(of text: String, _ member: String) -> EntityKey? {
    switch member {
    case "parentFolderId": folders[text]
    case "type", "value", "whitelistedTypeId": text.hasPrefix("cvt_") ? templates[text] : nil
    default: Self.triggerMembers.contains(member) ? triggers[text] : nil
    }
  }
}
