import TagwrightPlan

extension Rule {
  /// Tag Manager says "or" by several triggers of one tag.
  static let conditionAlternatives = Rule(
    error: "condition-alternatives",
    "conditions with too many alternatives, or with none",
    documentation: """
      A trigger fires if all of its conditions hold, and a tag fires on any of its triggers: '.anyOf' becomes a trigger
      for each alternative. Several '.anyOf' beside each other are multiplied, and a tag with more than 32 triggers is
      one that nobody can read. A list without any condition never holds.
      """,
    wrong: .events(
      """
      On(
        "generate_lead",
        where: .anyOf((1...40).map { .eventData("form_id") == "form-\\($0)" }),
        send: .lead())
      """),
    right: .events(
      """
      On("generate_lead", where: .eventData("form_id").matches("^form-[0-9]+$"), send: .lead())
      """),
    check: .each(\.conditionLists) { conditions, _ in
      let count = conditions.value.alternativeCount
      let limit = ConditionAlternatives.limit
      if count == 0 {
        return [
          Finding(
            "'anyOf' names no condition, so that it never holds", at: conditions.place,
            mend: "name at least one condition")
        ]
      }
      guard count > limit else { return [] }
      return [
        Finding(
          "the conditions have \(count == .max ? "countless" : String(count)) alternatives, "
            + "and each is a trigger", at: conditions.place,
          mend: "\(limit) are the most; one pattern says 'or', too: 'matches(\"^(a|b|c)$\")'")
      ]
    })
}
