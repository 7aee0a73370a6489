import Diagnostics
import TagwrightPlan

extension Rule {
  /// A token belongs to one pixel.
  static let sharedAccessToken = Rule(
    warning: .sharedAccessToken,
    "two pixels share an access token",
    documentation: """
      TikTok gives an access token for one pixel; with another pixel's token it answers that the pixel may not be used, and
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
      var first: [String: TikTok] = [:]
      return plan.serverContainers.flatMap { container in
        container.destinations(of: TikTok.self).compactMap { tikTok -> Finding? in
          let earlier = first[tikTok.accessToken.name, default: tikTok]
          first[tikTok.accessToken.name] = earlier
          guard earlier.pixelCode != tikTok.pixelCode else { return nil }
          return Finding(
            "pixels '\(earlier.pixelCode)' and '\(tikTok.pixelCode)' share an access token",
            at: tikTok.accessToken.place,
            notes: [
              .init("also used here", at: earlier.accessToken.place),
              .init("generate a token for each pixel, and name a secret for each"),
            ], allowances: tikTok.allowances + container.declaration.allowances)
        }
      }
    })
}
