import TagwrightPlan

extension Rule {
  /// Some destinations have a list of currencies.
  static let unlistedCurrency = Rule(
    warning: .unlistedCurrency,
    "a currency that the destination does not list",
    documentation: """
      TikTok, for example, takes the currencies of a list of its own, which leaves out some of ISO 4217. A currency that is
      not on it is left out of the request, and the value with it cannot be used. Convert the value to a listed currency.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(value: .constant(50), currency: .constant("BGN")))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(value: .constant(50), currency: .constant("EUR")))
      """),
    check: .eachEvent { event, destination in
      let listed = destination.profile.vocabulary.currencies
      guard !listed.isEmpty else { return [] }
      let codes = (event.payload.currency?.constants ?? []).filter(\.isCurrencyCode)
      return codes.filter { !listed.contains($0.uppercased()) }.map { code in
        Finding(
          "\(destination.profile.name) does not list the currency '\(code)'",
          at: event.payload.place,
          mend: "convert the value, and send a currency of its list such as 'EUR' or 'USD'")
      }
    })
}
