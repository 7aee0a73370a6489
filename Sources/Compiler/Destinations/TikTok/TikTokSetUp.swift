import Diagnostics
import TagwrightPlan

extension TikTok {
  package static let service = "TikTok Events API"

  /// From the pixel to its match quality; a step relies on those before it.
  package static var setUp: [SetUpStep] { account + tag + values + verification }

  private static let account = [
    SetUpStep(
      "create a pixel", proof: "Events Manager lists it, with the connection method Events API",
      isLeftToAPerson: true),
    SetUpStep(
      "generate an access token",
      proof: "it is kept where secrets are kept: TikTok shows it once, and nothing here holds it",
      isLeftToAPerson: true,
      brokenBy: .these([.secretName, .sharedAccessToken, .tokenLiteral]),
      shows: eachTikTok { ["pixel \($0.pixelCode) has the secret \($0.accessToken.name)"] }),
    SetUpStep(
      "note the pixel code", proof: "the plan has the 20 characters that Events Manager shows",
      brokenBy: .these([.pixelCode, .unusualPixelCode]), shows: eachTikTok { [$0.pixelCode] }),
  ]

  private static let tag = [
    SetUpStep(
      "add the tag template", proof: "'generate' makes a container that Tag Manager imports",
      brokenBy: .allOthers,
      shows: eachTikTok {
        [
          $0.layout == .tagPerEvent
            ? "a template of its own for each of \($0.events.count) events"
            : "one template for \($0.events.count) events"
        ]
      }),
    SetUpStep(
      "configure the tag",
      proof: "pixel, token and consent are given, by reference and not by copy",
      brokenBy: .these([.missingReason, .samePixelTwice]),
      shows: eachTikTok { ["consent: \($0.consent.shownText)"] }),
    SetUpStep(
      "set the triggers", proof: "each event of the site is sent as an event that TikTok knows",
      brokenBy: .these([
        .ambiguousMapping, .emptyEventMap, .emptyEventName, .eventFilter, .eventName,
        .eventsThatOccurTogether, .formSubmitAsLead, .impossibleEventName, .legacyEventName,
        .misspeltEvent, .severalPurchaseEvents, .standardEventAsCustom, .tagWithoutTrigger,
        .tikTokNameAsTrigger, .triggerWithoutCondition, .unknownTrigger, .unusedTrigger,
      ]),
      shows: eachTikTok { $0.events.map { "\($0.eventName) → \($0.event.name)" } }),
  ]

  private static let values = [
    SetUpStep(
      "map the user data",
      proof:
        "e-mail, phone number, click id and browser id have sources, each hashed once or not at all",
      brokenBy: .these([
        .cookieLifetime, .countryCode, .hashedSourceIntoHashingField, .longCookieLifetime,
        .longParameterName, .matchKeyWithoutSource, .missingMatchKey, .personalDataAsProperty,
        .plainSourceAsDigest, .underscoreParameter,
      ]),
      shows: eachTikTok { tikTok in
        let names = tikTok.userData.map { TikTokUserField.field(for: $0).name }
        return names.isEmpty ? [] : [names.joined(separator: ", ")]
      }),
    SetUpStep(
      "map contents, value and currency",
      proof:
        "what belongs to products has contents; what is worth something, a value and its currency",
      brokenBy: .these([
        .invalidValue, .metaFieldName, .missingContents, .missingCurrency, .missingValue,
        .unknownCurrency, .unlistedCurrency,
      ]),
      shows: eachTikTok { tikTok in
        tikTok.events.compactMap { mapping in
          let parts = [
            mapping.event.contents.map { _ in "contents" },
            mapping.event.value.map { _ in "value" },
            mapping.event.currency.map { _ in "currency" },
          ].compactMap(\.self)
          return parts.isEmpty
            ? nil : "\(mapping.event.name): \(parts.joined(separator: ", "))"
        }
      }),
    SetUpStep(
      "share an event id with the pixel",
      proof: "browser and server send the same id for one event, and a new one for the next",
      brokenBy: .these([.constantEventID, .missingEventID, .reusedEventID, .transactionIDAsEventID]
      ),
      shows: eachTikTok { tikTok in
        switch tikTok.deduplication.kind {
        case .sharedEventID(let source, let purchase):
          [source.shownText] + (purchase.map { ["of a purchase: \($0.shownText)"] } ?? [])
        case .none(let reason): ["not needed: \(reason)"]
        }
      }),
  ]

  private static let verification = [
    SetUpStep(
      "test",
      proof: "'test' passes, and a real conversion shows under Test Events within 30 seconds",
      isLeftToAPerson: true,
      shows: { container in
        container.isTest ? ["container \(container.declaration.publicID) is for tests"] : []
      }),
    SetUpStep(
      "take the test code out and publish",
      proof: "no test event code stands where events are real, and the new version is published",
      isLeftToAPerson: true, brokenBy: .these([.testCodeInProduction])),
    SetUpStep(
      "look at the match quality", proof: "after one or two days Events Manager shows it",
      isLeftToAPerson: true),
  ]

  /// What each of a container's destinations shows.
  private static func eachTikTok(
    _ lines: @escaping @Sendable (TikTok) -> [String]
  ) -> @Sendable (ResolvedContainer) -> [String] {
    { container in container.destinations(of: TikTok.self).flatMap(lines) }
  }
}
