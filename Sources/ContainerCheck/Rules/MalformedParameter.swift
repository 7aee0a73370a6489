import Diagnostics
import TagManager

extension ContainerRule {
  /// A setting has the value that its kind says.
  static let malformedParameter = ContainerRule(
    "malformed-parameter", .error, "a setting has another kind of value than it says",
    documentation: """
      A setting is a text ('TEMPLATE'), a truth value, a number, a reference, a list without keys or a map with keys, and
      has the member that belongs to it: 'value', 'list' or 'map'. All single values are texts; a truth value is "true",
      "false" or a variable, and a number has digits or is a variable. Tag Manager refuses anything else.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw",
        "parameter": [{"type": "BOOLEAN", "key": "redactVisitorIp", "value": "yes"}]}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw",
        "parameter": [{"type": "BOOLEAN", "key": "redactVisitorIp", "value": "true"}]}]}
      """
  ) { container in
    container.entities.flatMap { entity in
      entity.parameters.compactMap { parameter in
        guard let problem = parameter.problem else { return nil }
        let name = parameter.key.map { "the setting '\($0)'" } ?? "a setting"
        return Breach(
          entity, "has \(name) with \(problem)",
          mend: "give it a value of its type, '\(parameter.type.rawValue)'")
      }
    }
  }
}

extension Parameter {
  /// The problem with the value, for its type.
  fileprivate var problem: String? {
    switch type {
    case .list where value != nil || !map.isEmpty: return "a value that is not a list"
    case .map where value != nil || !list.isEmpty: return "a value that is not a map"
    case .map where map.contains { ($0.key ?? "").isEmpty }: return "an entry without a key"
    case .list, .map: return nil
    case _ where !list.isEmpty || !map.isEmpty: return "a list or a map instead of a single value"
    case .boolean:
      guard let value, value != "true", value != "false", !value.contains("{{") else { return nil }
      return "'\(value)' instead of a truth value"
    case .integer:
      guard let value, Int(value) == nil, !value.contains("{{") else { return nil }
      return "'\(value)' instead of a whole number"
    default: return nil
    }
  }
}
