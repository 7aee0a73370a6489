import Diagnostics
import TagManager

extension ContainerRule {
  /// An id means one entity.
  static let repeatedID = ContainerRule(
    "repeated-id", .error, "an id is missing or stands twice",
    documentation: """
      Tags name triggers, folders and templates by id: a decimal number, unique among its kind. With an id that stands twice
      nobody can tell which entity is meant. Give the second another number.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw"},
        {"tagId": "1", "name": "Linker", "type": "sgtmadscl"}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw"},
        {"tagId": "2", "name": "Linker", "type": "sgtmadscl"}]}
      """
  ) { container in
    var seen: [EntityKind: [String: String]] = [:]
    return container.entities.compactMap { entity in
      guard entity.kind != .builtInVariable else { return nil }
      if entity.id.isEmpty { return Breach(entity, "has no id", mend: "give it a decimal number") }
      if let first = seen[entity.kind]?[entity.id] {
        return Breach(
          entity, "has the id \(entity.id) of \(entity.kind.word) '\(first)'",
          mend: "give one of them another number")
      }
      seen[entity.kind, default: [:]][entity.id] = entity.name
      return nil
    }
  }
}
