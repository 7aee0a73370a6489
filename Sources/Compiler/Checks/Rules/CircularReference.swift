import ContainerCheck
import TagManager
import TagwrightPlan

extension Rule {
  /// Variables that need each other never have a value.
  static let circularReference = Rule(
    error: "circular-reference",
    "variables refer to each other in a circle",
    documentation: """
      A variable may refer to other variables, but not to itself, whether directly or through others: Tag Manager
      gives all of them no value, and says so only in preview. Break the circle at one of them.
      """,
    wrong: .container(
      """
      RawVariable("Total", type: "c", parameters: [.text("value", "{{Sum}}")])
      RawVariable("Sum", type: "c", parameters: [.text("value", "{{Total}}")])
      """),
    right: .container(
      """
      RawVariable("Total", type: "c", parameters: [.text("value", "{{Sum}}")])
      RawVariable("Sum", type: "c", parameters: [.text("value", "100")])
      """),
    check: .lowered { container in
      container.draft.variableGraph.circles.map { circle in
        Finding(
          circle.count == 1
            ? "variable '\(circle.first)' refers to itself"
            : "variables refer to each other in a circle: '\(circle.first)' → \(circle.way)",
          at: container.place(of: .variable, circle.first),
          mend: "take the reference out of one of them, or read the value from the event data")
      }
    })
}

extension ContainerDraft {
  fileprivate var variableGraph: ReferenceGraph {
    ReferenceGraph(
      names: variables.map(\.name),
      references: Dictionary(
        variables.map { ($0.name, $0.parameters.flatMap(\.variableNames)) },
        uniquingKeysWith: { first, _ in first }))
  }
}
