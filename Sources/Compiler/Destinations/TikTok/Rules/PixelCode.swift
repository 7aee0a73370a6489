import TagwrightPlan

extension Rule {
  /// TikTok knows a pixel by its code.
  static let pixelCode = Rule(
    error: "pixel-code",
    "an invalid pixel code",
    documentation: """
      The pixel code stands in TikTok's Events Manager: 20 capital letters and digits. Other parts of TikTok's interfaces
      show a numeric id of the same pixel, which the Events API does not accept.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "7012345678901234567", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
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
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      """),
    check: .eachDestination(of: TikTok.self) { destination, _ in
      let code = destination.pixel
      let isNumeric = code.unicodeScalars.allSatisfy(\.isASCIIDigit)
      let problem =
        if code.isEmpty || code.contains("{{") {
          "'\(code)' is not a pixel code"
        } else if code.unicodeScalars.contains(where: \.properties.isWhitespace) {
          "the pixel code '\(code)' has a space in it"
        } else if isNumeric {
          "'\(code)' looks like the numeric id of the pixel, not like its code"
        } else {
          ""
        }
      guard !problem.isEmpty else { return [] }
      return [
        Finding(
          problem, at: destination.place,
          mend: "copy the 20 characters that Events Manager shows")
      ]
    })
}
