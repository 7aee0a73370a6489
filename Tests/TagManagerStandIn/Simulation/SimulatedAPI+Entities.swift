import CustomTemplate
import JSONText

/// Entities of a workspace, one by one and several at once.
extension SimulatedAPI {
  private static let collections: [String: (kind: String, member: String)] = [
    "tags": ("tag", "tag"), "triggers": ("trigger", "trigger"),
    "variables": ("variable", "variable"), "folders": ("folder", "folder"),
    "zones": ("zone", "zone"), "templates": ("customTemplate", "template"),
    "clients": ("client", "client"), "gtag_config": ("gtagConfig", "gtagConfig"),
    "transformations": ("transformation", "transformation"),
  ]

  mutating func entities(_ request: Request, _ index: Int, _ rest: String) -> Reply {
    let parts = rest.split(separator: "/", maxSplits: 1).map(String.init)
    guard let collection = parts.first.flatMap({ Self.collections[$0] }) else { return .notFound }
    let kind = collection.kind
    guard parts.count > 1 else {
      if request.method == "GET" {
        let all = workspaces[index].entities[kind].map(JSON.object)
        let token = request.value("pageToken").flatMap { Int($0.dropFirst("p+/".count)) } ?? 0
        let end = min(token + behaviour.pageSize, all.count)
        var members: [JSONObject.Member] = []
        if token < end {
          members.append(.init(collection.member, .array(Array(all[token..<end]))))
        }
        if end < all.count { members.append(.init("nextPageToken", .string("p+/\(end)"))) }
        return Reply(200, JSON.object(JSONObject(members)).text(.compact))
      }
      guard request.method == "POST", let entity = request.body?.object else { return .notFound }
      var entities = workspaces[index].entities
      defer { workspaces[index].entities = entities }
      return reply(create(entity, kind, &entities, known: [:]))
    }
    let target = parts[1].split(separator: ":", maxSplits: 1).map(String.init)
    let id = target[0]
    if target.count > 1 { return revert(id, kind, index) }
    guard let present = workspaces[index].entities.entity(id, kind) else { return .notFound }
    switch request.method {
    case "GET": return Reply(200, JSON.object(present).text(.compact))
    case "DELETE":
      if let refusal = refusal(ofDeleting: id, kind, workspaces[index].entities) { return refusal }
      workspaces[index].entities.remove(id, kind)
      return Reply(200, "")
    case "PUT":
      guard var entity = request.body?.object else {
        return .refused(400, "Returned an error response for your request.")
      }
      if let given = request.value("fingerprint"), given != present["fingerprint"]?.string {
        return stale
      }
      entity[SimulatedEntities.idMember(kind)] = .string(id)
      var entities = workspaces[index].entities
      defer { workspaces[index].entities = entities }
      return reply(update(entity, kind, &entities, known: [:]))
    default: return .notFound
    }
  }

  private func reply(_ result: Result<JSONObject, Refused>) -> Reply {
    switch result {
    case .success(let entity): Reply(200, JSON.object(entity).text(.compact))
    case .failure(let refused): .refused(400, refused.message)
    }
  }

  private mutating func revert(_ id: String, _ kind: String, _ index: Int) -> Reply {
    let base = version(workspaces[index].base)?.entities.entity(id, kind)
    guard base != nil || workspaces[index].entities.entity(id, kind) != nil else {
      return .notFound
    }
    if let base {
      workspaces[index].entities.put(base, kind)
    } else {
      workspaces[index].entities.remove(id, kind)
    }
    return Reply(200, "{}")
  }

  struct Refused: Error { let message: String }

  mutating func bulk(_ request: Request, _ index: Int) -> Reply {
    guard behaviour.hasBulk else { return .notFound }
    guard let changes = request.body?["changes"]?.array, request.body?.object?.members.count == 1
    else {
      return .refused(400, "Invalid JSON payload received. Unknown name: Cannot find field.")
    }
    guard changes.count <= behaviour.bulkLimit else {
      return .refused(400, "Returned an error response for your request.")
    }
    var entities = workspaces[index].entities
    var known: [String: String] = [:]
    if behaviour.bulkAllowsForwardReferences {
      for change in changes {
        guard let (kind, entity) = Self.entity(in: change) else { continue }
        let id = SimulatedEntities.id(entity, kind)
        if id.hasPrefix("new_") { known[id] = newID() }
      }
    }
    var answers: [JSON] = []
    for change in changes {
      guard let (kind, entity) = Self.entity(in: change) else {
        return .refused(400, "Returned an error response for your request.")
      }
      if kind == "customTemplate", !behaviour.bulkTakesTemplates {
        return .refused(400, "Returned an error response for your request.")
      }
      let id = SimulatedEntities.id(entity, kind)
      let result: Result<JSONObject, Refused>
      switch change["changeStatus"]?.string {
      case "added":
        if id.hasPrefix("new_"), known[id] == nil { known[id] = newID() }
        result = create(entity, kind, &entities, known: known)
      case "updated":
        if let given = entity["fingerprint"]?.string,
          given != entities.entity(id, kind)?["fingerprint"]?.string
        {
          return stale
        }
        result = update(entity, kind, &entities, known: known)
      case "deleted":
        guard entities.entity(id, kind) != nil else { return .notFound }
        if let refusal = refusal(ofDeleting: id, kind, entities) { return refusal }
        entities.remove(id, kind)
        if !behaviour.bulkIsAtomic { workspaces[index].entities = entities }
        continue
      default:
        return .refused(400, "Invalid value at 'changes[0].change_status'")
      }
      switch result {
      case .success(let entity):
        answers.append(
          .object(
            JSONObject([
              .init("changeStatus", change["changeStatus"] ?? .null), .init(kind, .object(entity)),
            ])))
        if !behaviour.bulkIsAtomic { workspaces[index].entities = entities }
      case .failure(let refused): return .refused(400, refused.message)
      }
    }
    workspaces[index].entities = entities
    return Reply(
      200,
      JSON.object(JSONObject(answers.isEmpty ? [] : [.init("changes", .array(answers))]))
        .text(.compact))
  }

  private static func entity(in change: JSON) -> (String, JSONObject)? {
    for kind in SimulatedEntities.kinds {
      if let entity = change[kind]?.object { return (kind, entity) }
    }
    return nil
  }

  private mutating func create(
    _ entity: JSONObject, _ kind: String, _ entities: inout SimulatedEntities,
    known: [String: String]
  ) -> Result<JSONObject, Refused> {
    let given = SimulatedEntities.id(entity, kind)
    var entity = entity
    entity[SimulatedEntities.idMember(kind)] = .string(known[given] ?? newID())
    return store(entity, kind, &entities, known: known)
  }

  private mutating func update(
    _ entity: JSONObject, _ kind: String, _ entities: inout SimulatedEntities,
    known: [String: String]
  ) -> Result<JSONObject, Refused> {
    guard entities.entity(SimulatedEntities.id(entity, kind), kind) != nil else {
      return .failure(Refused(message: "Not found or permission denied."))
    }
    return store(entity, kind, &entities, known: known)
  }

  /// Checks an entity as Tag Manager does, and keeps it as Tag Manager does: without `false` and empty lists.
  private mutating func store(
    _ entity: JSONObject, _ kind: String, _ entities: inout SimulatedEntities,
    known: [String: String]
  ) -> Result<JSONObject, Refused> {
    let id = SimulatedEntities.id(entity, kind)
    guard let name = entity["name"]?.string, !name.isEmpty else {
      return .failure(Refused(message: "name: The value must not be empty."))
    }
    let isTaken = entities[kind].contains {
      $0["name"]?.string?.lowercased() == name.lowercased() && SimulatedEntities.id($0, kind) != id
    }
    let isBuiltIn =
      kind == "variable"
      && entities["builtInVariable"].contains {
        $0["name"]?.string?.lowercased() == name.lowercased()
      }
    guard !isTaken, !isBuiltIn else {
      return .failure(Refused(message: "Found entity with duplicate name."))
    }
    var stored = Self.resolved(.object(entity), known).object ?? entity
    if let fault = fault(in: stored, kind, entities) { return .failure(Refused(message: fault)) }
    stored["accountId"] = .string(Self.account)
    stored["containerId"] = .string(containerID)
    stored["fingerprint"] = .string(tick())
    stored["path"] = .string("\(path)/workspaces/0/\(kind)/\(id)")
    stored["tagManagerUrl"] = .string(
      "https://tagmanager.google.com/#/container/\(path)/\(kind)/\(id)")
    if kind == "variable" { stored["formatValue"] = .object(JSONObject()) }
    // Neither `false` nor an empty list is ever answered, and this filter is lost, as users report.
    stored.members.removeAll {
      $0.value == .bool(false) || $0.value == .array([]) || $0.key == "autoEventFilter"
    }
    entities.put(stored, kind)
    return .success(stored)
  }

  private func refusal(
    ofDeleting id: String, _ kind: String, _ entities: SimulatedEntities
  ) -> Reply? {
    guard !behaviour.deletesWhatIsUsed, let entity = entities.entity(id, kind) else { return nil }
    let name = entity["name"]?.string ?? ""
    let isUsed = SimulatedEntities.kinds.contains { other in
      entities[other].contains { user in
        switch kind {
        case "trigger": user["firingTriggerId"]?.array?.contains(.string(id)) == true
        case "folder": user["parentFolderId"]?.string == id
        case "customTemplate": user["type"]?.string == "cvt_\(containerID)_\(id)"
        case "variable": JSON.object(user).text(.compact).contains("{{\(name)}}")
        default: false
        }
      }
    }
    return isUsed ? .refused(400, "Returned an error response for your request.") : nil
  }

  private func fault(
    in entity: JSONObject, _ kind: String, _ entities: SimulatedEntities
  ) -> String? {
    if kind == "customTemplate" {
      guard let text = entity["templateData"]?.string,
        (try? TemplateDocument.read(text, file: "template")) != nil
      else {
        return "Returned an error response for your request."
      }
      return nil
    }
    if let type = entity["type"]?.string {
      if type.hasPrefix("cvt_") {
        let known = entities["customTemplate"].map {
          "cvt_\(containerID)_\(SimulatedEntities.id($0, "customTemplate"))"
        }
        let gallery = entities["customTemplate"].compactMap {
          $0["galleryReference"]?["galleryTemplateId"]?.string.map { "cvt_\($0)" }
        }
        guard (known + gallery).contains(type) else {
          return
            "vendorTemplate.key: Unknown entity type (template public ID: \(type))"
        }
      }
      if type.contains("_") && type == type.uppercased() {
        return "Invalid value at '\(kind).type' \"\(type)\""
      }
    }
    for member in ["firingTriggerId", "blockingTriggerId", "enablingTriggerId"] {
      for case .string(let id) in entity[member]?.array ?? [] {
        guard id.hasPrefix("21474795") || entities.entity(id, "trigger") != nil else {
          return "\(member)[0]: Tag references an unknown trigger."
        }
      }
    }
    if let folder = entity["parentFolderId"]?.string, entities.entity(folder, "folder") == nil {
      return "Not found or permission denied."
    }
    return nil
  }

  /// Replaces ids of the request by those that they got.
  private static func resolved(_ json: JSON, _ known: [String: String]) -> JSON {
    switch json {
    case .string(let text): .string(known[text] ?? text)
    case .array(let elements): .array(elements.map { resolved($0, known) })
    case .object(let object):
      .object(JSONObject(object.members.map { .init($0.key, resolved($0.value, known)) }))
    default: json
    }
  }
}
