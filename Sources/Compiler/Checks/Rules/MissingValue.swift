import TagwrightPlan

extension Rule {
  /// TikTok cannot optimise for value.
  static let missingValue = Rule(
    warning: .missingValue,
    "a conversion has no value",
    documentation: """
      Orders, subscriptions, trials and products have a value: without it TikTok counts them and cannot optimise for value.
      Add 'value:' and 'currency:'; with 'missingValue: .fromContents' the sum of the products stands in for a value that
      does not arrive.
      """,
    wrong: .events(
      """
      On("subscribe", send: .subscribe())
      """),
    right: .events(
      """
      On("subscribe", send: .subscribe(value: .eventData("value"), currency: .eventData("currency")))
      """),
    check: .eachTikTokEvent { mapping, tikTok in
      let event = mapping.event
      let isInContents = event.contents != nil && tikTok.missingValue == .fromContents
      let names = ["PlaceAnOrder", "StartTrial", "Subscribe", "ViewContent"]
      let isExpected = names.contains(event.name) || event.currency != nil
      guard isExpected, event.value == nil, !isInContents else { return [] }
      return [
        Finding(
          "event '\(mapping.eventName)' is sent as '\(event.name)' without a value",
          at: event.place,
          mend: "add 'value: .eventData(\"value\"), currency: .eventData(\"currency\")'")
      ]
    })
}
