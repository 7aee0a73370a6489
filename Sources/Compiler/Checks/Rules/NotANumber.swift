import TagwrightPlan

extension Rule {
  /// Only finite numbers can be compared.
  static let notANumber = Rule(
    error: "not-a-number",
    "a condition compares with something that is no number",
    documentation: """
      '<', '<=', '>' and '>=' compare numbers. Infinity and what is not a number fit nothing.
      """,
    wrong: .events(
      """
      On("page_view", where: .eventData("value") > .infinity, send: .pageview())
      """),
    right: .events(
      """
      On("page_view", where: .eventData("value") > 100, send: .pageview())
      """),
    check: .each(\.conditions) { condition, _ in
      switch condition.value.comparison {
      case .greater, .greaterOrEquals, .less, .lessOrEquals: break
      default: return []
      }
      let number = Double(condition.value.value)
      if condition.value.value.isEmpty || number?.isFinite == true { return [] }
      return [
        Finding(
          "'\(condition.value.value)' is no number to compare with", at: condition.place,
          mend: "name a finite number")
      ]
    })
}
