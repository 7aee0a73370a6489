import TagwrightPlan

extension Rule {
  /// A value without a currency cannot be used.
  static let missingCurrency = Rule(
    warning: .missingCurrency,
    "a value has no currency",
    documentation: """
      A destination optimises for value only where it knows the currency: an ISO 4217 code such as EUR. GA4 sends it as the
      parameter 'currency'.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(value: .eventData("value")))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(value: .eventData("value"), currency: .eventData("currency")))
      """),
    check: .eachEvent { mapped, destination in
      let event = mapped.payload
      let isInContents =
        event.contents != nil && destination.declaration.missingValue == .fromContents
      guard event.value != nil, event.currency == nil, !isInContents else { return [] }
      return [
        Finding(
          "event '\(mapped.eventName)' has a value and no currency", at: event.place,
          mend: "add 'currency: .eventData(\"currency\")'")
      ]
    })
}
