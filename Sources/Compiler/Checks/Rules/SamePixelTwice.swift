import Diagnostics
import TagwrightPlan

extension Rule {
  /// One event would reach one pixel twice.
  static let samePixelTwice = Rule(
    warning: .samePixelTwice,
    "two destinations send one event to one pixel",
    documentation: """
      Two destinations with one pixel code are fine for different events. Where both map the same event of the site to the
      same event, it is sent twice.
      """,
    wrong: .container(
      """
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
      TikTok(
        "TikTok blog", pixelCode: "D6AP4E3C77U3L7SP8O7G",
        accessToken: .secret("TIKTOK_ACCESS_TOKEN"), consent: .required(.adStorage),
        deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
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
      TikTok(
        "TikTok blog", pixelCode: "D8KU48BC77U7CO3SHUSG",
        accessToken: .secret("TIKTOK_BLOG_ACCESS_TOKEN"), consent: .required(.adStorage),
        deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
      """),
    check: .container { container in
      var first: [[String]: ResolvedEvent] = [:]
      let destinations = container.destinations
      guard destinations.count > 1 else { return [] }
      return destinations.flatMap { destination in
        let mapped = destination.events.filter(\.mapping.conditions.isEmpty)
        func key(_ event: ResolvedEvent) -> [String] {
          [destination.profile.name, destination.pixel, event.eventName, event.currentName]
        }
        let findings = mapped.compactMap { event -> Finding? in
          guard let earlier = first[key(event)] else { return nil }
          return Finding(
            "'\(event.eventName)' is sent to pixel '\(destination.pixel)' by two destinations",
            at: event.place,
            notes: [
              .init("also sent here", at: earlier.place),
              .init("take it out of one, or give each destination its own pixel code"),
            ], allowances: event.mapping.allowances + destination.declaration.allowances)
        }
        for event in mapped { first[key(event)] = event }
        return findings
      }
    })
}
