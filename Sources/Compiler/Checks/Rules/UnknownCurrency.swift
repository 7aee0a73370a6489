import TagwrightPlan

extension Rule {
  /// Only codes of ISO 4217 name a currency.
  static let unknownCurrency = Rule(
    error: "unknown-currency",
    "a currency that is not a code of ISO 4217",
    documentation: """
      Destinations drop events with a currency such as '$' or 'dollars', without a word. A code of ISO 4217 has three letters:
      EUR, USD, GBP.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(value: .constant(50), currency: .constant("€")))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(value: .constant(50), currency: .constant("EUR")))
      """),
    check: .eachEvent { event, _ in
      (event.payload.currency?.constants ?? []).filter { !$0.isCurrencyCode && !$0.isEmpty }.map {
        Finding(
          "'\($0)' is not a currency code", at: event.payload.place,
          mend: "write the three letters of ISO 4217, such as 'EUR' or 'USD'")
      }
    })
}
