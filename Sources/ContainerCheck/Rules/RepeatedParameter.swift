import Diagnostics
import TagManager

extension ContainerRule {
  /// A setting has one value.
  static let repeatedParameter = ContainerRule(
    "repeated-parameter", .error, "a setting stands twice",
    documentation: """
      Each key stands once among the settings of an entity, among the operands of a condition, and among the entries of a
      map: no real export repeats one. Take one of them out.
      """,
    wrong: """
      {"variable": [{"variableId": "1", "name": "Shop", "type": "c",
        "parameter": [{"type": "TEMPLATE", "key": "value", "value": "EU"},
          {"type": "TEMPLATE", "key": "value", "value": "US"}]}]}
      """,
    right: """
      {"variable": [{"variableId": "1", "name": "Shop", "type": "c",
        "parameter": [{"type": "TEMPLATE", "key": "value", "value": "EU"}]}]}
      """
  ) { container in
    container.entities.flatMap { entity in
      let lists =
        entity.parameterLists + entity.conditions.map(\.parameters)
        + entity.parameters.lazy.map(\.map).filter { !$0.isEmpty }
      return lists.compactMap(\.repeatedKey).map { key in
        Breach(entity, "has the setting '\(key)' twice", mend: "take one of them out")
      }
    }
  }
}

extension [Parameter] {
  /// The first key that stands twice.
  fileprivate var repeatedKey: String? {
    var seen: Set<String> = []
    return lazy.compactMap(\.key).first { !seen.insert($0).inserted }
  }
}
