import JSONText
import TagManager

/// One change that a push makes.
package struct EntityChange: Sendable {
  /// The actions on an entity.
  package enum Action: Hashable, Sendable {
    /// It is created.
    case add
    /// It is replaced.
    case update
    /// It is replaced, and gets its name by that.
    case rename(from: String)
    /// It is deleted.
    case remove
  }

  /// The entity, under its new name.
  package let key: EntityKey
  /// The action on the entity.
  package let action: Action
  /// The entity as the plan has it, in the plan's ids; as the container has it where it is removed.
  let entity: JSONObject
  /// Its state in the container; `nil` where it is created.
  let present: JSONObject?

  /// The fingerprint of the state that is replaced or removed.
  package var fingerprint: String? { present?.filled("fingerprint") }
  /// The entity's id in the container; `nil` where it is created, and for built-in variables.
  var id: String? { present?.id(key.kind) }
  /// The type by which the API names a built-in variable.
  var builtInType: String? { key.kind == .builtInVariable ? entity.filled("type") : nil }
}
