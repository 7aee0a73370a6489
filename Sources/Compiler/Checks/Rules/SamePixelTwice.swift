import Diagnostics
import TagwrightPlan

extension Rule {
  /// One event would reach one pixel twice.
  static let samePixelTwice = Rule(
    warning: .samePixelTwice,
    "two destinations send one event to one pixel",
    documentation: """
      Two destinations with one pixel code are fine for different events. Where both map the same event of the site to the
      same event of TikTok, it is sent twice.
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
      var first: [[String]: On<TikTok.Event>] = [:]
      let destinations = container.destinations(of: TikTok.self)
      guard destinations.count > 1 else { return [] }
      return destinations.flatMap { tikTok in
        let mapped = tikTok.events.filter(\.conditions.isEmpty)
        let findings = mapped.compactMap { mapping -> Finding? in
          let key = [tikTok.pixelCode, mapping.eventName, mapping.event.currentName]
          guard let earlier = first[key] else { return nil }
          return Finding(
            "'\(mapping.eventName)' is sent to pixel '\(tikTok.pixelCode)' by two destinations",
            at: mapping.place,
            notes: [
              .init("also sent here", at: earlier.place),
              .init("take it out of one, or give each destination its own pixel code"),
            ], allowances: mapping.allowances + tikTok.allowances)
        }
        for mapping in mapped {
          first[[tikTok.pixelCode, mapping.eventName, mapping.event.currentName]] = mapping
        }
        return findings
      }
    })
}
