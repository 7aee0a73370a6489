package import JSONText

/// The entities of a workspace or a version, by kind.
package struct SimulatedEntities: Sendable, Hashable {
  /// The members of a version that hold entities.
  package static let kinds = [
    "tag", "trigger", "variable", "folder", "builtInVariable", "zone", "customTemplate", "client",
    "gtagConfig", "transformation",
  ]

  private var byKind: [String: [JSONObject]] = [:]

  package init() {}

  package subscript(kind: String) -> [JSONObject] {
    get { byKind[kind] ?? [] }
    set { byKind[kind] = newValue.isEmpty ? nil : newValue }
  }

  /// The member that tells entities of a kind apart.
  package static func idMember(_ kind: String) -> String {
    switch kind {
    case "builtInVariable": "type"
    case "customTemplate": "templateId"
    default: kind + "Id"
    }
  }

  package static func id(_ entity: JSONObject, _ kind: String) -> String {
    entity[idMember(kind)]?.string ?? ""
  }

  package func entity(_ id: String, _ kind: String) -> JSONObject? {
    self[kind].first { Self.id($0, kind) == id }
  }

  /// Puts an entity in the place of the one with its id, or behind the others.
  package mutating func put(_ entity: JSONObject, _ kind: String) {
    let id = Self.id(entity, kind)
    if let index = self[kind].firstIndex(where: { Self.id($0, kind) == id }) {
      self[kind][index] = entity
    } else {
      self[kind].append(entity)
    }
  }

  package mutating func remove(_ id: String, _ kind: String) {
    self[kind].removeAll { Self.id($0, kind) == id }
  }

  /// What differs from other entities: by kind, the id and both states.
  package func changes(
    from base: SimulatedEntities
  ) -> [(kind: String, before: JSONObject?, after: JSONObject?)] {
    var changes: [(kind: String, before: JSONObject?, after: JSONObject?)] = []
    for kind in Self.kinds {
      for entity in self[kind] {
        let before = base.entity(Self.id(entity, kind), kind)
        if before != entity { changes.append((kind, before, entity)) }
      }
      for entity in base[kind] where self.entity(Self.id(entity, kind), kind) == nil {
        changes.append((kind, entity, nil))
      }
    }
    return changes
  }

  /// A tag, a trigger and a variable of somebody else, with an id that the counter does not give.
  package mutating func addForeign() {
    put(
      JSONObject([
        .init("tagId", "2"), .init("name", "Theirs"), .init("type", "html"),
        .init("firingTriggerId", ["2"]), .init("fingerprint", "5"),
      ]), "tag")
    put(
      JSONObject([
        .init("triggerId", "2"), .init("name", "Theirs"), .init("type", "always"),
        .init("fingerprint", "5"),
      ]), "trigger")
    put(
      JSONObject([
        .init("variableId", "2"), .init("name", "Theirs"), .init("type", "v"),
        .init("fingerprint", "5"),
      ]), "variable")
  }
}
