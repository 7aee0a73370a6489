import TagwrightPlan

extension Rule {
  /// Tag Manager refuses two rows for one input.
  static let repeatedRow = Rule(
    error: "repeated-row",
    "a lookup table has two rows for one input",
    documentation: """
      A Lookup Table takes the row whose input is equal: there is one row per input.
      """,
    wrong: .events(
      """
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"),
          currency: .lookupTable("Currency", of: .eventData("shop"), ["de": "EUR", "de": "CHF"]),
          contents: .items))
      """),
    right: .events(
      """
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"),
          currency: .lookupTable("Currency", of: .eventData("shop"), ["de": "EUR", "ch": "CHF"]),
          contents: .items))
      """),
    check: .each(\.sources) { used, _ in
      guard case .lookupTable(let table) = used.value.source.kind else { return [] }
      var inputs: Set<String> = []
      return table.rows.filter { !inputs.insert($0.input).inserted }.map { row in
        Finding(
          "table '\(table.name)' has two rows for '\(row.input)'", at: used.place,
          mend: "leave one of them")
      }
    })
}
