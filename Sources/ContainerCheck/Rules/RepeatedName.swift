import Diagnostics
import TagManager

extension ContainerRule {
  /// A name means one entity of its kind.
  static let repeatedName = ContainerRule(
    "repeated-name", .error, "two things of one kind have one name",
    documentation: """
      Tag Manager keeps one tag, trigger, variable, client, folder and template per name, and references go by names: of two
      variables of one name only one can be meant. A variable also shares its names with the built-in variables that are
      enabled. Rename one of them.
      """,
    wrong: """
      {"variable": [{"variableId": "1", "name": "Shop", "type": "c"},
        {"variableId": "2", "name": "Shop", "type": "c"}]}
      """,
    right: """
      {"variable": [{"variableId": "1", "name": "Shop EU", "type": "c"},
        {"variableId": "2", "name": "Shop US", "type": "c"}]}
      """
  ) { container in
    var seen: Set<Key> = []
    return container.entities.compactMap { entity in
      guard entity.kind != .gtagConfig, !entity.name.isEmpty else { return nil }
      let isNew = seen.insert(Key(kind: entity.kind, name: entity.name)).inserted
      if isNew {
        guard entity.kind == .builtInVariable,
          seen.contains(Key(kind: .variable, name: entity.name))
        else { return nil }
        return Breach(
          entity, "has the name of a variable of this container", mend: "rename the variable")
      }
      return Breach(
        entity, "has the name of another \(entity.kind.word)", mend: "rename one of them")
    }
  }

  private struct Key: Hashable {
    let kind: EntityKind
    let name: String
  }
}
