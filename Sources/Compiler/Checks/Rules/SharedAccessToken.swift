import Diagnostics
import TagwrightPlan

extension Rule {
  /// A token belongs to one pixel.
  static let sharedAccessToken = Rule(
    warning: .sharedAccessToken,
    "two pixels share an access token",
    documentation: """
      An access token is for one pixel; with another pixel's token a destination answers that the pixel may not be used, and
      nothing arrives. Generate a token for each pixel and name a secret for each.
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
        "TikTok blog", pixelCode: "D8KU48BC77U7CO3SHUSG",
        accessToken: .secret("TIKTOK_ACCESS_TOKEN"), consent: .required(.adStorage),
        deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("blog_view", send: .pageview())
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
        On("blog_view", send: .pageview())
      }
      """),
    check: .plan { plan in
      var first: [String: ResolvedDestination] = [:]
      return plan.serverContainers.flatMap { container in
        container.destinations.compactMap { destination -> Finding? in
          let token = destination.declaration.accessToken
          let earlier = first[token.name, default: destination]
          first[token.name] = earlier
          guard earlier.pixel != destination.pixel else { return nil }
          return Finding(
            "pixels '\(earlier.pixel)' and '\(destination.pixel)' share an access token",
            at: token.place,
            notes: [
              .init("also used here", at: earlier.declaration.accessToken.place),
              .init("generate a token for each pixel, and name a secret for each"),
            ], allowances: destination.declaration.allowances + container.declaration.allowances)
        }
      }
    })
}
