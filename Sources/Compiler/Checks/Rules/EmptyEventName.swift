import TagwrightPlan

extension Rule {
  /// TikTok refuses events without a name.
  static let emptyEventName = Rule(
    error: "empty-event-name",
    "an event is mapped to nothing",
    documentation: """
      '.custom("…")' sends an event under a name of your own. Without a name there is nothing to send; for what TikTok has
      a name for, use that: '.lead()', '.purchase(…)'.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .custom(""))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead())
      """),
    check: .eachTikTokEvent { mapping, _ in
      guard mapping.event.name.isBlank else { return [] }
      return [
        Finding(
          "event '\(mapping.eventName)' is sent without a name", at: mapping.event.place,
          mend: "name what TikTok gets, such as '.lead()' or '.custom(\"Newsletter\")'")
      ]
    })
}
