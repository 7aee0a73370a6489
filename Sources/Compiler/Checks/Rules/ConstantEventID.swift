import TagwrightPlan

extension Rule {
  /// A destination keeps one event per id.
  static let constantEventID = Rule(
    error: "constant-event-id",
    "the same event id for every event",
    documentation: """
      Destinations take events with the same pixel, name and id for one event, for 48 hours: a constant id lets them count the
      first conversion and drops all others. The id is new for every event: the web container makes it, gives it to the
      pixel and sends it along as a parameter.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(), eventID: .constant("lead"))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(), eventID: .eventData("event_id"))
      """),
    check: .eachEventIDSource { source, _, destination in
      guard case .constant = source.kind else { return nil }
      return Finding(
        "a constant event id makes \(destination.profile.name) drop all events but the first",
        at: source.place,
        mend: "name where the id of each single event arrives: '.eventData(\"event_id\")'")
    })
}
