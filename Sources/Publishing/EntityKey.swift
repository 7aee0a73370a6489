import JSONText
package import TagManager
import TagManagerClient

/// An entity of a container as people know it: ids differ between containers, names do not.
package struct EntityKey: Hashable, Sendable {
  /// The entity's kind.
  package let kind: EntityKind
  /// Its name, for a built-in variable the one that Tag Manager shows; the type of a Google tag setting.
  package let name: String

  /// Names an entity.
  package init(_ kind: EntityKind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// The entity in words: `tag 'TikTok Purchase'`.
  package var words: String { "\(kind.word) '\(ServerText.shown(name))'" }
}

extension EntityKind {
  /// The kinds that a workspace holds, each after those that it refers to.
  static let writable: [EntityKind] = [
    .folder, .customTemplate, .builtInVariable, .variable, .trigger, .tag, .client,
    .transformation, .zone, .gtagConfig,
  ]

  /// The kind's list in the API.
  var list: EntityList? { EntityList.held(in: rawValue) }
}

extension JSONObject {
  /// The entities of a kind, where this is a version.
  func held(_ kind: EntityKind) -> [JSONObject] {
    self[kind.rawValue]?.array?.compactMap(\.object) ?? []
  }

  /// The entities by their keys, where this is a version; of several with one key the first.
  var byKey: [EntityKey: JSONObject] {
    var entities: [EntityKey: JSONObject] = [:]
    for kind in EntityKind.writable {
      for entity in held(kind) where entities[entity.key(kind)] == nil {
        entities[entity.key(kind)] = entity
      }
    }
    return entities
  }

  /// The text of a member; `nil` where it is missing or empty.
  func filled(_ key: String) -> String? {
    self[key]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The key of an entity of this kind.
  func key(_ kind: EntityKind) -> EntityKey {
    let type = self["type"]?.string ?? ""
    switch kind {
    case .builtInVariable:
      return EntityKey(
        kind, BuiltInVariableType(rawValue: Form.exportWord(fromAPI: type)).displayName)
    case .gtagConfig: return EntityKey(kind, type)
    default: return EntityKey(kind, self["name"]?.string ?? "")
    }
  }

  /// The id of an entity of this kind.
  func id(_ kind: EntityKind) -> String? { kind.list?.idMember.flatMap(filled) }
}
