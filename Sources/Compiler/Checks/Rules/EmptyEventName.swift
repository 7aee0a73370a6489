import TagwrightPlan

extension Rule {
  /// Destinations refuse events without a name.
  static let emptyEventName = Rule(
    error: "empty-event-name",
    "an event is mapped to nothing",
    documentation: """
      '.custom("…")' sends an event under a name of your own. Without a name there is nothing to send; for what the
      destination has a name for, use that: '.lead()', '.purchase(…)'.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .custom(""))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead())
      """),
    check: .eachEvent { event, destination in
      if event.payload.kind == .custom,
        let longest = destination.profile.vocabulary.longestOwnName, event.sentAs.count > longest
      {
        let name = destination.profile.name
        return [
          Finding(
            "'\(event.sentAs)' has \(event.sentAs.count) characters, and \(name) takes \(longest)",
            at: event.payload.place, mend: "shorten the name")
        ]
      }
      guard event.sentAs.isBlank else { return [] }
      return [
        Finding(
          "event '\(event.eventName)' is sent without a name", at: event.payload.place,
          mend:
            "name what \(destination.profile.name) gets, such as '.lead()' or '.custom(\"Newsletter\")'"
        )
      ]
    })
}
