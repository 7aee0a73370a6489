import TagwrightPlan

extension Rule {
  /// Tag Manager compares with a text.
  static let emptyComparison = Rule(
    error: "empty-comparison",
    "a condition compares with an empty text",
    documentation: """
      Tag Manager takes no empty value in a condition. To see whether a value is there, compare with a pattern: '.+' fits
      where there is one, '^$' where it is empty.
      """,
    wrong: .events(
      """
      On("page_view", where: .eventData("page_location").contains(""), send: .pageview())
      """),
    right: .events(
      """
      On("page_view", where: .eventData("page_location").contains("/shop/"), send: .pageview())
      """),
    check: .each(\.comparisons) { comparison, _ in
      guard comparison.value.value.isEmpty else { return [] }
      return [
        Finding(
          "a condition compares with an empty text", at: comparison.place,
          mend: "Tag Manager takes none; 'matches(\"^$\")' fits where a value is empty")
      ]
    })
}
