import TagwrightPlan

extension Rule {
  /// TikTok finds fewer of the people.
  static let missingMatchKey = Rule(
    warning: .missingMatchKey,
    "e-mail, phone, click id or browser id has no source",
    documentation: """
      TikTok finds the person behind an event by what it is told: e-mail address, phone number, the id of the click
      ('ttclid') and of the browser ('_ttp') find most of them. Push e-mail and phone to the data layer where they are
      known, at checkout and login, and send them with GA4's user_data; a key without a value in a hit is left out.
      """,
    wrong: .plan(
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
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
          Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
          ClickID(.urlParameter("ttclid"), .cookie("ttclid"))
          BrowserID(.cookie("_ttp"), .eventData("ttp"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      """),
    check: .each(TikTok.self) { tikTok, _ in
      let shared = Set(tikTok.userData.map(\.kind))
      return expectedKeys.filter { !shared.contains($0.kind) }.flatMap { key -> [Finding] in
        let without = tikTok.events.filter { mapping in
          !mapping.userData.contains { $0.kind == key.kind }
        }
        if without.count == tikTok.events.count {
          return [
            Finding(
              "'\(tikTok.name)' sends no \(key.name)", at: tikTok.place,
              mend: "add '\(key.example)'")
          ]
        }
        return without.map { mapping in
          Finding(
            "event '\(mapping.eventName)' is sent without \(key.name)", at: mapping.place,
            mend: "add '\(key.example)' to the destination's user data"
          ).allowed(by: mapping.allowances)
        }
      }
    })
}

/// A match key that TikTok finds most people by.
private struct ExpectedKey {
  let kind: MatchKey.Kind
  let name: String
  let example: String
}

private let expectedKeys = [
  ExpectedKey(
    kind: .email, name: "e-mail address",
    example: #"Email(.eventData("user_data.email_address"))"#),
  ExpectedKey(
    kind: .phone, name: "phone number",
    example: #"Phone(.eventData("user_data.phone_number"), defaultCountryCode: …)"#),
  ExpectedKey(
    kind: .clickID, name: "click id",
    example: #"ClickID(.urlParameter("ttclid"), .cookie("ttclid"))"#),
  ExpectedKey(
    kind: .browserID, name: "browser id",
    example: #"BrowserID(.cookie("_ttp"), .eventData("ttp"))"#),
]
