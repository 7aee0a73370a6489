import TagwrightPlan

extension Rule {
  /// A code with a typing error reaches no pixel.
  static let unusualPixelCode = Rule(
    warning: .unusualPixelCode,
    "a pixel code that does not look like one",
    documentation: """
      Every pixel code that was seen has 20 capital letters and digits. TikTok answers to another one that it does not
      exist, and nothing arrives.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "CP1234567890", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
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
      let code = destination.pixel.unicodeScalars
      let isPlain = code.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit }
      let isNumeric = code.allSatisfy(\.isASCIIDigit)
      guard !isNumeric, !isPlain || code.count != 20, !destination.pixel.contains("{{"),
        !code.contains(where: \.properties.isWhitespace)
      else { return [] }
      return [
        Finding(
          "'\(destination.pixel)' does not look like a pixel code", at: destination.place,
          mend: "codes have 20 capital letters and digits, such as 'D6AP4E3C77U3L7SP8O7G'")
      ]
    })
}
