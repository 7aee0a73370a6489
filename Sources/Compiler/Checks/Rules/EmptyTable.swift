import TagwrightPlan

extension Rule {
  /// A table without rows never has a value.
  static let emptyTable = Rule(
    error: "empty-table",
    "a table has no row",
    documentation: """
      A Lookup Table or RegEx Table puts out what stands in its rows. For a text that is always the same write '.constant'.
      """,
    wrong: .events(
      """
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"),
          currency: .lookupTable("Currency", of: .eventData("shop"), [:]),
          contents: .items))
      """),
    right: .events(
      """
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"),
          currency: .lookupTable("Currency", of: .eventData("shop"), ["de": "EUR"]),
          contents: .items))
      """),
    check: .each(\.sources) { used, _ in
      guard let table = used.value.source.table, table.rows.isEmpty else { return [] }
      return [Finding("table '\(table.name)' has no row", at: used.place, mend: "add one or more")]
    })
}
