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
    let variables = container.all(.variable)
    let byName = Dictionary(variables.map { ($0.name, $0) }) { first, _ in first }
    let graph = ReferenceGraph(
      names: variables.map(\.name), references: byName.mapValues(\.variableNames))
    return graph.circles.compactMap { circle in
      guard let entity = byName[circle.first] else { return nil }
      return Breach(
        entity,
        circle.count == 1 ? "refers to itself" : "refers to itself by way of \(circle.way)",
        mend: "take the reference out of one of them")
    }
  }
}
