import TagwrightPlan

extension Rule {
  /// No variable of Tag Manager tries several sources.
  static let firstOfInVariable = Rule(
    error: "first-of-in-variable",
    "several sources stand where only one variable can",
    documentation: """
      A destination's fields try several sources one after another. A condition, a table's input or a raw parameter
      becomes one variable of Tag Manager, which reads one place.
      """,
    wrong: .container(
      """
      RawTag(
        "Partner", type: "partner",
        parameters: [.source("shop", .firstOf(.eventData("shop"), .cookie("shop")))],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      RawTag(
        "Partner", type: "partner", parameters: [.source("shop", .eventData("shop"))],
        firing: [.allEvents()])
      """),
    check: .each(\.sources) { used, _ in
      guard used.value.needsVariable, case .firstOf = used.value.source.kind else { return [] }
      return [
        Finding(
          "no single variable can stand for several sources", at: used.place,
          mend: "name one source here; 'firstOf' works in the fields of a destination")
      ]
    })
}
