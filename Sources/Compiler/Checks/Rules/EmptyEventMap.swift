import TagwrightPlan

extension Rule {
  /// A destination without events sends nothing.
  static let emptyEventMap = Rule(
    warning: .emptyEventMap,
    "a destination sends no event",
    documentation: """
      Every event that is to reach the destination stands in 'events:'; what is not mapped is not sent.
      """,
    wrong: .container(
      """
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
      }
      """),
    right: .container(
      """
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
      """),
    check: .eachDestination { destination, _ in
      guard destination.events.isEmpty else { return [] }
      return [
        Finding(
          "'\(destination.name)' sends no event", at: destination.place,
          mend: "add On(\"purchase\", send: …) to 'events'")
      ]
    })
}
