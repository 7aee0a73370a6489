import TagwrightPlan

extension Rule {
  /// Standard events have functions that ask for what TikTok needs.
  static let standardEventAsCustom = Rule(
    error: "standard-event-as-custom",
    "a standard event is written as a custom one",
    documentation: """
      '.custom("Purchase")' would be sent as a purchase without value, currency and contents, which TikTok accepts and
      cannot use. Every event of TikTok's list has a function that asks for what it needs.
      """,
    wrong: .events(
      """
      On("purchase", send: .custom("Purchase"))
      """),
    right: .events(
      """
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items))
      """),
    check: .eachTikTokEvent { mapping, _ in
      guard case .custom = mapping.event.kind, TikTok.ownEventNames.contains(mapping.event.name)
      else { return [] }
      return [
        Finding(
          "'\(mapping.event.name)' is an event of TikTok's list, not a custom one",
          at: mapping.event.place,
          mend:
            "write '\(TikTok.Event.function(for: mapping.event.name))', which asks for what TikTok needs"
        )
      ]
    })
}
