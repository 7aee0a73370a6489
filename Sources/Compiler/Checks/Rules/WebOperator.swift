import TagwrightPlan

extension Rule {
  /// Hits have no elements.
  static let webOperator = Rule(
    warning: .webOperator,
    "a condition that only works in a web container",
    documentation: """
      A CSS selector compares with elements of a page. A server container has requests: compare a value of the event data,
      such as 'page_location'.
      """,
    wrong: .events(
      """
      On("page_view", where: .eventData("page_location").matchesSelector("#shop"), send: .pageview())
      """),
    right: .events(
      """
      On("page_view", where: .eventData("page_location").contains("/shop/"), send: .pageview())
      """),
    check: .each(\.comparisons) { comparison, _ in
      guard comparison.value.operation == .cssSelector else { return [] }
      return [
        Finding(
          "a CSS selector selects nothing in a server container", at: comparison.place,
          mend:
            "pages have elements, hits have none; compare event data with 'contains' or 'matches'")
      ]
    })
}
