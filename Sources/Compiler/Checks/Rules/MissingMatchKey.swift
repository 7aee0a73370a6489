import TagwrightPlan

extension Rule {
  /// A destination finds fewer of the people.
  static let missingMatchKey = Rule(
    warning: .missingMatchKey,
    "e-mail, phone, click id or browser id has no source",
    documentation: """
      Destinations find the person behind an event by what they are told: e-mail address, phone number, the id of the click
      and of the browser find most of them. Push e-mail and phone to the data layer where they are
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
    check: .eachDestination { destination, _ in
      let shared = Set(destination.userData.map(\.kind))
      return expectedKeys.filter { key in
        !shared.contains(key.kind) && destination.profile.person.forms[key.kind] != nil
      }.flatMap { key -> [Finding] in
        let without = destination.events.filter { event in
          !event.mapping.userData.contains { $0.kind == key.kind }
        }
        let example = key.example(destination.profile)
        if without.count == destination.events.count {
          return [
            Finding(
              "'\(destination.name)' sends no \(key.name)", at: destination.place,
              mend: "add '\(example)'")
          ]
        }
        return without.map { event in
          Finding(
            "event '\(event.eventName)' is sent without \(key.name)", at: event.place,
            mend: "add '\(example)' to the destination's user data"
          ).allowed(by: event.mapping.allowances)
        }
      }
    })
}

/// A match key that most people are found by.
private struct ExpectedKey {
  let kind: MatchKey.Kind
  let name: String
  let example: @Sendable (DestinationProfile) -> String
}

private let expectedKeys = [
  ExpectedKey(kind: .email, name: "e-mail address") { _ in
    #"Email(.eventData("user_data.email_address"))"#
  },
  ExpectedKey(kind: .phone, name: "phone number") { _ in
    #"Phone(.eventData("user_data.phone_number"), defaultCountryCode: …)"#
  },
  ExpectedKey(kind: .clickID, name: "click id") { profile in
    "ClickID(\(sources(profile.click)))"
  },
  ExpectedKey(kind: .browserID, name: "browser id") { profile in
    "BrowserID(\(sources(profile.browser)))"
  },
]

/// The sources of an id, as a plan names them.
private func sources(_ form: IdentifierForm?) -> String {
  guard let form else { return "" }
  if let parameter = form.urlParameter {
    return #".urlParameter("\#(parameter)"), .cookie("\#(form.cookie)")"#
  }
  return #".cookie("\#(form.cookie)"), .eventData("\#(form.eventData)")"#
}
