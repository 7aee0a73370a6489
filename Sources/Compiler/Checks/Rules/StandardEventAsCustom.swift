import TagwrightPlan

extension Rule {
  /// Standard events have functions that ask for what a destination needs.
  static let standardEventAsCustom = Rule(
    error: "standard-event-as-custom",
    "a standard event is written as a custom one",
    documentation: """
      '.custom("Purchase")' would be sent as a purchase without value, currency and contents, which a destination accepts and
      cannot use. Every event of its list has a function that asks for what it needs.
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
    check: .eachEvent { event, destination in
      let vocabulary = destination.profile.vocabulary
      guard case .custom = event.payload.kind, vocabulary.names.contains(event.sentAs)
      else { return [] }
      return [
        Finding(
          "'\(event.sentAs)' is an event of \(destination.profile.name)'s list, not a custom one",
          at: event.payload.place,
          mend:
            "write '\(destination.kind.function(for: event.sentAs))(…)', which asks for what \(destination.profile.name) needs"
        )
      ]
    })
}
