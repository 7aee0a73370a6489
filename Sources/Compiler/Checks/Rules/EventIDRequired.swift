import TagwrightPlan

extension Rule {
  /// Some destinations refuse an event that has no id.
  static let eventIDRequired = Rule(
    error: "event-id-required",
    "events without an id, and the destination takes none of them",
    documentation: """
      Pinterest, for example, refuses every event without an id, also of a site on which its tag does not run. Name where
      the id of each event arrives: a web container of Tagwright makes one, and GA4 can send it as a parameter.
      """,
    wrong: .container(example(#".notNeeded(because: "server only")"#)),
    right: .container(example(#".sharedEventID(.eventData("event_id"))"#)),
    check: .eachDestination { destination, _ in
      guard destination.profile.needsEventID,
        destination.events.contains(where: { $0.eventID == nil })
      else { return [] }
      return [
        Finding(
          "\(destination.profile.name) refuses events without an id",
          at: destination.declaration.deduplication.place,
          mend: "name where it arrives: 'deduplication: .sharedEventID(.eventData(\"event_id\"))'")
      ]
    })

  private static func example(_ deduplication: String) -> String {
    """
    Pinterest(
      tagID: "2612345678901", adAccountID: "549755885175",
      accessToken: .secret("PINTEREST_ACCESS_TOKEN"), consent: .required(.adStorage),
      deduplication: \(deduplication)
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID()
    } events: {
      On("page_view", send: .pageVisit())
    }
    """
  }
}
