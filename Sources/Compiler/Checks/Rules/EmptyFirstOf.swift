import TagwrightPlan

extension Rule {
  /// A source that never has a value.
  static let emptyFirstOf = Rule(
    error: "empty-first-of",
    "'firstOf' names no source",
    documentation: """
      '.firstOf(…)' gives the value of the first source that has one. Without a source it never has a value.
      """,
    wrong: .events(
      """
      On("search", send: .search(query: .firstOf()))
      """),
    right: .events(
      """
      On("search", send: .search(query: .firstOf(.eventData("search_term"), .eventData("query"))))
      """),
    check: .each(\.sources) { used, _ in
      guard !used.value.needsVariable, case .firstOf = used.value.source.kind else { return [] }
      return [Finding("'firstOf' names no source", at: used.place, mend: "name one or more")]
    })
}
