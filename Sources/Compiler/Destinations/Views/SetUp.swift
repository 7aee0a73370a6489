import Diagnostics
import TagwrightPlan

/// The parts of the checklist that are about one destination alone.
struct SetUpForm: Sendable {
  let pixelProof: String
  let tokenProof: String
  let accountTitle: String
  let accountProof: String
  /// The rules of its own that break the steps on account, events and contents.
  let accountRules: [Rule]
  let eventRules: [Rule]
  let contentsRules: [Rule]
  let testProof: String
  let qualityProof: String
}

/// The steps of setting up a destination, from the pixel to its match quality; a step relies on those before it.
struct SetUp {
  let kind: any CompiledDestination.Type
  private var form: SetUpForm { kind.profile.setUp }

  var steps: [SetUpStep] {
    [
      SetUpStep(
        "create a pixel", proof: form.pixelProof, isLeftToAPerson: true),
      SetUpStep(
        "generate an access token", proof: form.tokenProof, isLeftToAPerson: true,
        brokenBy: .these([.secretName, .sharedAccessToken, .tokenLiteral]),
        shows: each { ["pixel \($0.pixel) has the secret \($0.declaration.accessToken.name)"] }),
      SetUpStep(
        form.accountTitle, proof: form.accountProof, brokenBy: .these(form.accountRules),
        shows: each { $0.declaration.account }),
      SetUpStep(
        "add the tag template", proof: "'generate' makes a container that Tag Manager imports",
        brokenBy: .allOthers,
        shows: each {
          [
            $0.declaration.layout == .tagPerEvent
              ? "a template of its own for each of \($0.events.count) events"
              : "one template for \($0.events.count) events"
          ]
        }),
      SetUpStep(
        "configure the tag",
        proof: "pixel, token and consent are given, by reference and not by copy",
        brokenBy: .these([.missingReason, .samePixelTwice]),
        shows: each { ["consent: \($0.declaration.consent.shownText)"] }),
      SetUpStep(
        "set the triggers",
        proof: "each event of the site is sent as an event that \(kind.profile.name) knows",
        brokenBy: .these(
          [
            .ambiguousMapping, .emptyEventMap, .emptyEventName, .eventFilter, .eventName,
            .eventsThatOccurTogether, .formSubmitAsLead, .impossibleEventName, .legacyEventName,
            .misspeltEvent, .severalPurchaseEvents, .standardEventAsCustom, .tagWithoutTrigger,
            .triggerWithoutCondition, .unknownTrigger, .unusedTrigger,
          ] + form.eventRules),
        shows: each { $0.events.map { "\($0.eventName) → \($0.shownName)" } }),
      SetUpStep(
        "map the user data",
        proof:
          "e-mail, phone number, click id and browser id have sources, each hashed once or not at all",
        brokenBy: .these([
          .cookieLifetime, .countryCode, .hashedSourceIntoHashingField, .longCookieLifetime,
          .longParameterName, .matchKeyWithoutSource, .missingMatchKey, .personalDataAsProperty,
          .plainSourceAsDigest, .underscoreParameter,
        ]),
        shows: each { destination in
          let forms = destination.profile.person.forms
          let names = destination.userData.compactMap { forms[$0.kind]?.name }
          return names.isEmpty ? [] : [names.joined(separator: ", ")]
        }),
      SetUpStep(
        "map contents, value and currency",
        proof:
          "what belongs to products has contents; what is worth something, a value and its currency",
        brokenBy: .these(
          [
            .invalidValue, .missingContents, .missingCurrency, .missingValue, .unknownCurrency,
            .unlistedCurrency,
          ] + form.contentsRules),
        shows: each { destination in
          destination.events.compactMap { event in
            let parts = [Member.Step.contents, .value, .currency].filter { step in
              event.members.contains { $0.step == step && !$0.sources.isEmpty }
            }.map { "\($0)" }
            return parts.isEmpty ? nil : "\(event.sentAs): \(parts.joined(separator: ", "))"
          }
        }),
      SetUpStep(
        "share an event id with the pixel",
        proof: "browser and server send the same id for one event, and a new one for the next",
        brokenBy: .these([
          .constantEventID, .missingEventID, .reusedEventID, .transactionIDAsEventID,
        ]),
        shows: each { destination in
          switch destination.declaration.deduplication.kind {
          case .sharedEventID(let source, let purchase):
            [source.shownText] + (purchase.map { ["of a purchase: \($0.shownText)"] } ?? [])
          case .none(let reason): ["not needed: \(reason)"]
          }
        }),
      SetUpStep(
        "test", proof: form.testProof, isLeftToAPerson: true,
        shows: { container in
          container.isTest ? ["container \(container.declaration.publicID) is for tests"] : []
        }),
      SetUpStep(
        "take the test code out and publish",
        proof: "no test event code stands where events are real, and the new version is published",
        isLeftToAPerson: true, brokenBy: .these([.testCodeInProduction])),
      SetUpStep(
        "look at the match quality", proof: form.qualityProof, isLeftToAPerson: true),
    ]
  }

  /// Returns a function that collects the lines of each of a container's destinations of this kind.
  private func each(
    _ lines: @escaping @Sendable (ResolvedDestination) -> [String]
  ) -> @Sendable (ResolvedContainer) -> [String] {
    { [kind] container in container.destinations.filter { $0.kind == kind }.flatMap(lines) }
  }
}
