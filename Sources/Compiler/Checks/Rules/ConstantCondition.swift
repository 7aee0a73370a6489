import TagwrightPlan

extension Rule {
  /// A constant is the same for every hit.
  static let constantCondition = Rule(
    error: "constant-condition",
    "a condition compares a constant",
    documentation: """
      A condition decides hit by hit, so its left side is something that comes with the hit: event data, a cookie, a
      header, a variable.
      """,
    wrong: .container(
      """
      Trigger("Purchase", on: .event("purchase"), where: Source.constant("de") == "de")
      RawTag("Partner", type: "partner", firing: [.named("Purchase")])
      """),
    right: .container(
      """
      Trigger("Purchase", on: .event("purchase"), where: .eventData("shop") == "de")
      RawTag("Partner", type: "partner", firing: [.named("Purchase")])
      """),
    check: .each(\.comparisons) { comparison, _ in
      guard case .constant(let text) = comparison.value.source.kind else { return [] }
      return [
        Finding(
          "constant '\(text)' is the same for every hit", at: comparison.place,
          mend: "compare what comes with the hit")
      ]
    })
}
