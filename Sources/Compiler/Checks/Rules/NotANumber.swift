import TagwrightPlan

extension Rule {
  /// Only finite numbers can be compared.
  static let notANumber = Rule(
    error: "not-a-number",
    "a condition compares with something that is not a number",
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
    check: .each(\.comparisons) { comparison, _ in
      switch comparison.value.operation {
      case .greater, .greaterOrEquals, .less, .lessOrEquals: break
      default: return []
      }
      let number = Double(comparison.value.value)
      if comparison.value.value.isEmpty || number?.isFinite == true { return [] }
      return [
        Finding(
          "'\(comparison.value.value)' is not a number to compare with", at: comparison.place,
          mend: "name a finite number")
      ]
    })
}
