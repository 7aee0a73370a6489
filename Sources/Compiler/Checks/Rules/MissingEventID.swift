import TagwrightPlan

extension Rule {
  /// The rule that events need an id where a pixel runs.
  static let missingEventID = Rule(
    warning: .missingEventID,
    "the pixel runs in the browser, and events carry no id",
    documentation: """
      'BrowserID' reads the cookie of the pixel, so the pixel runs on the site: browser and server send the same
      event, and without a shared id it counts twice. That goes unnoticed for weeks. 'deduplication: .notNeeded' is
      for sites without a pixel; where the pixel sends other events than the server, allow the rule and say so.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .notNeeded(because: "server only")
        ) {
          BrowserID(.cookie("_ttp"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          BrowserID(.cookie("_ttp"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      """),
    check: .eachDestination { destination, _ in
      guard case .none = destination.declaration.deduplication.kind else { return [] }
      let without = destination.events.filter { event in
        event.eventID == nil && event.matchKeys.contains { $0.kind == .browserID }
      }
      guard let first = without.first else { return [] }
      return [
        Finding(
          without.count == 1
            ? "event '\(first.eventName)' has no event id, and the pixel runs in the browser"
            : "\(without.count) events have no event id, and the pixel runs in the browser",
          at: destination.declaration.deduplication.place,
          mend: "share one: 'deduplication: .sharedEventID(.eventData(\"event_id\"))'")
      ]
    })
}
