import TagwrightPlan

extension Rule {
  /// The destination cannot optimise for value.
  static let missingValue = Rule(
    warning: .missingValue,
    "a conversion has no value",
    documentation: """
      Orders, subscriptions, trials and products have a value: without it a destination counts them and cannot optimise for
      value. Add 'value:' and 'currency:'; with 'missingValue: .fromContents' the sum of the products stands in for a value
      that does not arrive.
      """,
    wrong: .events(
      """
      On("subscribe", send: .subscribe())
      """),
    right: .events(
      """
      On("subscribe", send: .subscribe(value: .eventData("value"), currency: .eventData("currency")))
      """),
    check: .eachEvent { mapped, destination in
      let event = mapped.payload
      let isInContents =
        event.contents != nil && destination.declaration.missingValue == .fromContents
      let needsValue = mapped.role.map(destination.profile.vocabulary.needValue.contains) ?? false
      let isExpected = needsValue || event.currency != nil
      guard isExpected, event.value == nil, !isInContents else { return [] }
      return [
        Finding(
          "event '\(mapped.eventName)' is sent as '\(event.name)' without a value",
          at: event.place,
          mend: "add 'value: .eventData(\"value\"), currency: .eventData(\"currency\")'")
      ]
    })
}
