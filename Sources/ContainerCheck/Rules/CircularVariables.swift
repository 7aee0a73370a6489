import Diagnostics
import TagManager

extension ContainerRule {
  /// Variables that need each other never have a value.
  static let circularVariables = ContainerRule(
    "circular-variables", .error, "variables refer to each other in a circle",
    documentation: """
      A variable may refer to other variables, but not to itself, whether directly or through others: none of them would
      ever have a value. Break the circle at one of them.
      """,
    wrong: """
      {"variable": [{"variableId": "1", "name": "Total", "type": "c",
        "parameter": [{"type": "TEMPLATE", "key": "value", "value": "{{Total}}"}]}]}
      """,
    right: """
      {"variable": [{"variableId": "1", "name": "Total", "type": "c",
        "parameter": [{"type": "TEMPLATE", "key": "value", "value": "100"}]}]}
      """
  ) { container in
    let variables = Array(container.all(.variable))
    let graph = VariableGraph(
      names: variables.map(\.name),
      references: Dictionary(variables.map { ($0.name, $0.variableNames) }) { first, _ in first })
    return graph.circles.compactMap { names in
      guard let entity = variables.first(where: { $0.name == names.first }) else { return nil }
      let way = (names.dropFirst() + names.prefix(1)).map { "'\($0)'" }.joined(separator: " → ")
      return Breach(
        entity, names.count == 1 ? "refers to itself" : "refers to itself by way of \(way)",
        mend: "take the reference out of one of them")
    }
  }
}
