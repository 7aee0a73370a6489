import TagwrightPlan

extension Rule {
  /// A destination drops a second event with the same id.
  static let reusedEventID = Rule(
    warning: .reusedEventID,
    "an event id that several events share",
    documentation: """
      Destinations drop events with the same pixel, name and id for 48 hours. The id of a visitor, a session, a page or a
      product belongs to many events: all but the first vanish without a word. A random number that only the server knows
      deduplicates nothing.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(), eventID: .eventData("ga_session_id"))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(), eventID: .eventData("event_id"))
      """),
    check: .eachEventIDSource { source, _, _ in
      let isShared =
        switch source.kind {
        case .eventData(let path):
          sharedIDs.contains(path) || path.hasPrefix("items") || path.hasPrefix("user_data")
        case .cookie, .builtIn: true
        default: false
        }
      guard isShared else { return nil }
      return Finding(
        "\(source.shownText) is not new for every event, or only the server knows it",
        at: source.place, mend: "name the id that the pixel sends too: '.eventData(\"event_id\")'")
    })
}

/// Event data of the GA4 client that stays the same over several events.
private let sharedIDs: Set<String> = [
  "client_id", "event_name", "ga_session_id", "ga_session_number", "item_id", "page_location",
  "page_path", "page_referrer", "page_title", "session_id", "user_id",
]
