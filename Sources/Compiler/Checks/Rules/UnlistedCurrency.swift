import TagwrightPlan

extension Rule {
  /// TikTok has a list of currencies.
  static let unlistedCurrency = Rule(
    warning: .unlistedCurrency,
    "a currency that TikTok does not list",
    documentation: """
      TikTok takes the currencies of a list of its own, which leaves out some of ISO 4217. A currency that is not on it is
      left out of the request, and the value with it cannot be used. Convert the value to a listed currency.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(value: .constant(50), currency: .constant("BGN")))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(value: .constant(50), currency: .constant("EUR")))
      """),
    check: .eachTikTokEvent { mapping, _ in
      let codes = (mapping.event.currency?.constants ?? []).filter(\.isCurrencyCode)
      return codes.filter { !TikTok.currencies.contains($0.uppercased()) }.map { code in
        Finding(
          "TikTok does not list the currency '\(code)'", at: mapping.event.place,
          mend: "convert the value, and send a currency of TikTok's list such as 'EUR' or 'USD'")
      }
    })
}
