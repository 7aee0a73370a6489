// Made from the examples of the rules: 'RECORD=1 swift test' writes this file anew.
// swift-format-ignore-file
import Diagnostics
import TagwrightPlan

extension RuleExamples {
  static let all: [RuleExamples] = [
    RuleExamples(id: "ambiguous-mapping", wrong: wrongAmbiguousMapping, right: rightAmbiguousMapping),
    RuleExamples(id: "bad-pattern", wrong: wrongBadPattern, right: rightBadPattern),
    RuleExamples(id: "braces-in-name", wrong: wrongBracesInName, right: rightBracesInName),
    RuleExamples(id: "broken-template", wrong: wrongBrokenTemplate, right: rightBrokenTemplate),
    RuleExamples(id: "circular-reference", wrong: wrongCircularReference, right: rightCircularReference),
    RuleExamples(id: "condition-alternatives", wrong: wrongConditionAlternatives, right: rightConditionAlternatives),
    RuleExamples(id: "constant-condition", wrong: wrongConstantCondition, right: rightConstantCondition),
    RuleExamples(id: "constant-event-id", wrong: wrongConstantEventId, right: rightConstantEventId),
    RuleExamples(id: "constant-too-long", wrong: wrongConstantTooLong, right: rightConstantTooLong),
    RuleExamples(id: "container-size", wrong: wrongContainerSize, right: rightContainerSize),
    RuleExamples(id: "cookie-domain", wrong: wrongCookieDomain, right: rightCookieDomain),
    RuleExamples(id: "cookie-lifetime", wrong: wrongCookieLifetime, right: rightCookieLifetime),
    RuleExamples(id: "country-code", wrong: wrongCountryCode, right: rightCountryCode),
    RuleExamples(id: "digest-of-another-form", wrong: wrongDigestOfAnotherForm, right: rightDigestOfAnotherForm),
    RuleExamples(id: "duplicate-name", wrong: wrongDuplicateName, right: rightDuplicateName),
    RuleExamples(id: "duplicate-public-id", wrong: wrongDuplicatePublicId, right: rightDuplicatePublicId),
    RuleExamples(id: "empty-comparison", wrong: wrongEmptyComparison, right: rightEmptyComparison),
    RuleExamples(id: "empty-event-map", wrong: wrongEmptyEventMap, right: rightEmptyEventMap),
    RuleExamples(id: "empty-event-name", wrong: wrongEmptyEventName, right: rightEmptyEventName),
    RuleExamples(id: "empty-first-of", wrong: wrongEmptyFirstOf, right: rightEmptyFirstOf),
    RuleExamples(id: "empty-name", wrong: wrongEmptyName, right: rightEmptyName),
    RuleExamples(id: "empty-plan", wrong: wrongEmptyPlan, right: rightEmptyPlan),
    RuleExamples(id: "empty-table", wrong: wrongEmptyTable, right: rightEmptyTable),
    RuleExamples(id: "ending-api-version", wrong: wrongEndingApiVersion, right: rightEndingApiVersion),
    RuleExamples(id: "environment-name", wrong: wrongEnvironmentName, right: rightEnvironmentName),
    RuleExamples(id: "event-data-path", wrong: wrongEventDataPath, right: rightEventDataPath),
    RuleExamples(id: "event-filter", wrong: wrongEventFilter, right: rightEventFilter),
    RuleExamples(id: "event-id-required", wrong: wrongEventIdRequired, right: rightEventIdRequired),
    RuleExamples(id: "event-name", wrong: wrongEventName, right: rightEventName),
    RuleExamples(id: "events-that-occur-together", wrong: wrongEventsThatOccurTogether, right: rightEventsThatOccurTogether),
    RuleExamples(id: "failed-example", wrong: wrongFailedExample, right: rightFailedExample),
    RuleExamples(id: "first-of-in-variable", wrong: wrongFirstOfInVariable, right: rightFirstOfInVariable),
    RuleExamples(id: "foreign-path", wrong: wrongForeignPath, right: rightForeignPath),
    RuleExamples(id: "form-submit-as-lead", wrong: wrongFormSubmitAsLead, right: rightFormSubmitAsLead),
    RuleExamples(id: "hashed-source-into-hashing-field", wrong: wrongHashedSourceIntoHashingField, right: rightHashedSourceIntoHashingField),
    RuleExamples(id: "hidden-field", wrong: wrongHiddenField, right: rightHiddenField),
    RuleExamples(id: "impossible-event-name", wrong: wrongImpossibleEventName, right: rightImpossibleEventName),
    RuleExamples(id: "invalid-value", wrong: wrongInvalidValue, right: rightInvalidValue),
    RuleExamples(id: "legacy-event-name", wrong: wrongLegacyEventName(), right: rightLegacyEventName),
    RuleExamples(id: "long-cookie-lifetime", wrong: wrongLongCookieLifetime, right: rightLongCookieLifetime),
    RuleExamples(id: "long-parameter-name", wrong: wrongLongParameterName, right: rightLongParameterName),
    RuleExamples(id: "match-key-not-taken", wrong: wrongMatchKeyNotTaken, right: rightMatchKeyNotTaken),
    RuleExamples(id: "match-key-without-source", wrong: wrongMatchKeyWithoutSource, right: rightMatchKeyWithoutSource),
    RuleExamples(id: "measurement-id", wrong: wrongMeasurementId, right: rightMeasurementId),
    RuleExamples(id: "missing-client", wrong: wrongMissingClient, right: rightMissingClient),
    RuleExamples(id: "missing-contents", wrong: wrongMissingContents, right: rightMissingContents),
    RuleExamples(id: "missing-currency", wrong: wrongMissingCurrency, right: rightMissingCurrency),
    RuleExamples(id: "missing-event-id", wrong: wrongMissingEventId, right: rightMissingEventId),
    RuleExamples(id: "missing-field", wrong: wrongMissingField, right: rightMissingField),
    RuleExamples(id: "missing-match-key", wrong: wrongMissingMatchKey, right: rightMissingMatchKey),
    RuleExamples(id: "missing-reason", wrong: wrongMissingReason, right: rightMissingReason),
    RuleExamples(id: "missing-value", wrong: wrongMissingValue, right: rightMissingValue),
    RuleExamples(id: "misspelt-event", wrong: wrongMisspeltEvent, right: rightMisspeltEvent),
    RuleExamples(id: "nested-folder", wrong: wrongNestedFolder, right: rightNestedFolder),
    RuleExamples(id: "not-a-number", wrong: wrongNotANumber, right: rightNotANumber),
    RuleExamples(id: "numeric-id", wrong: wrongNumericId, right: rightNumericId),
    RuleExamples(id: "personal-data-as-property", wrong: wrongPersonalDataAsProperty, right: rightPersonalDataAsProperty),
    RuleExamples(id: "plain-source-as-digest", wrong: wrongPlainSourceAsDigest, right: rightPlainSourceAsDigest),
    RuleExamples(id: "public-id", wrong: wrongPublicId, right: rightPublicId),
    RuleExamples(id: "raw-member", wrong: wrongRawMember, right: rightRawMember),
    RuleExamples(id: "reference-in-constant", wrong: wrongReferenceInConstant, right: rightReferenceInConstant),
    RuleExamples(id: "repeated-key", wrong: wrongRepeatedKey, right: rightRepeatedKey),
    RuleExamples(id: "repeated-row", wrong: wrongRepeatedRow, right: rightRepeatedRow),
    RuleExamples(id: "reused-event-id", wrong: wrongReusedEventId, right: rightReusedEventId),
    RuleExamples(id: "same-pixel-twice", wrong: wrongSamePixelTwice, right: rightSamePixelTwice),
    RuleExamples(id: "secret-name", wrong: wrongSecretName, right: rightSecretName),
    RuleExamples(id: "server-only-condition", wrong: wrongServerOnlyCondition, right: rightServerOnlyCondition),
    RuleExamples(id: "several-purchase-events", wrong: wrongSeveralPurchaseEvents, right: rightSeveralPurchaseEvents),
    RuleExamples(id: "shared-access-token", wrong: wrongSharedAccessToken, right: rightSharedAccessToken),
    RuleExamples(id: "shared-container", wrong: wrongSharedContainer, right: rightSharedContainer),
    RuleExamples(id: "space-around-name", wrong: wrongSpaceAroundName, right: rightSpaceAroundName),
    RuleExamples(id: "standard-event-as-custom", wrong: wrongStandardEventAsCustom, right: rightStandardEventAsCustom),
    RuleExamples(id: "tag-without-trigger", wrong: wrongTagWithoutTrigger, right: rightTagWithoutTrigger),
    RuleExamples(id: "template-size", wrong: wrongTemplateSize, right: rightTemplateSize),
    RuleExamples(id: "test-code-in-production", wrong: wrongTestCodeInProduction, right: rightTestCodeInProduction),
    RuleExamples(id: "token-literal", wrong: wrongTokenLiteral, right: rightTokenLiteral),
    RuleExamples(id: "transaction-id-as-event-id", wrong: wrongTransactionIdAsEventId, right: rightTransactionIdAsEventId),
    RuleExamples(id: "trigger-without-condition", wrong: wrongTriggerWithoutCondition, right: rightTriggerWithoutCondition),
    RuleExamples(id: "underscore-parameter", wrong: wrongUnderscoreParameter, right: rightUnderscoreParameter),
    RuleExamples(id: "unknown-choice", wrong: wrongUnknownChoice, right: rightUnknownChoice),
    RuleExamples(id: "unknown-currency", wrong: wrongUnknownCurrency, right: rightUnknownCurrency),
    RuleExamples(id: "unknown-destination", wrong: wrongUnknownDestination, right: rightUnknownDestination),
    RuleExamples(id: "unknown-field", wrong: wrongUnknownField, right: rightUnknownField),
    RuleExamples(id: "unknown-trigger", wrong: wrongUnknownTrigger, right: rightUnknownTrigger),
    RuleExamples(id: "unknown-type", wrong: wrongUnknownType, right: rightUnknownType),
    RuleExamples(id: "unknown-variable", wrong: wrongUnknownVariable, right: rightUnknownVariable),
    RuleExamples(id: "unlisted-currency", wrong: wrongUnlistedCurrency, right: rightUnlistedCurrency),
    RuleExamples(id: "unreadable-template", wrong: wrongUnreadableTemplate, right: rightUnreadableTemplate),
    RuleExamples(id: "unsent-part", wrong: wrongUnsentPart, right: rightUnsentPart),
    RuleExamples(id: "unsupported-pixel", wrong: wrongUnsupportedPixel, right: rightUnsupportedPixel),
    RuleExamples(id: "unused-allowance", wrong: wrongUnusedAllowance, right: rightUnusedAllowance),
    RuleExamples(id: "unused-trigger", wrong: wrongUnusedTrigger, right: rightUnusedTrigger),
    RuleExamples(id: "web-container", wrong: wrongWebContainer, right: rightWebContainer),
    RuleExamples(id: "web-operator", wrong: wrongWebOperator, right: rightWebOperator),
    RuleExamples(id: "wrong-field-value", wrong: wrongWrongFieldValue, right: rightWrongFieldValue),
    RuleExamples(id: "wrong-template-kind", wrong: wrongWrongTemplateKind, right: rightWrongTemplateKind),
    RuleExamples(id: "meta-field-name", wrong: wrongMetaFieldName, right: rightMetaFieldName),
    RuleExamples(id: "pixel-code", wrong: wrongPixelCode, right: rightPixelCode),
    RuleExamples(id: "tiktok-name-as-trigger", wrong: wrongTiktokNameAsTrigger, right: rightTiktokNameAsTrigger),
    RuleExamples(id: "unusual-pixel-code", wrong: wrongUnusualPixelCode, right: rightUnusualPixelCode),
  ]
}

private func wrongAmbiguousMapping() -> ExamplePlan {
  .events {
    On("purchase", where: .eventData("shop") == "de", send: .lead())
    On("purchase", where: .eventData("shop") == "ch", send: .lead())
  }
}

private func rightAmbiguousMapping() -> ExamplePlan {
  .events {
    On("purchase", where: .eventData("shop") == "de", send: .lead(), name: "TikTok lead, Germany")
    On("purchase", where: .eventData("shop") == "ch", send: .lead(), name: "TikTok lead, Switzerland")
  }
}

private func wrongBadPattern() -> ExamplePlan {
  .container {
    Trigger("Checkout", on: .events(matching: "^(begin_checkout|purchase"))
    RawTag("Partner", type: "partner", firing: [.named("Checkout")])
  }
}

private func rightBadPattern() -> ExamplePlan {
  .container {
    Trigger("Checkout", on: .events(matching: "^(begin_checkout|purchase)$"))
    RawTag("Partner", type: "partner", firing: [.named("Checkout")])
  }
}

private func wrongBracesInName() -> ExamplePlan {
  .container {
    RawVariable("{Shop}", type: "c", parameters: [.text("value", "EU")])
  }
}

private func rightBracesInName() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
  }
}

private func wrongBrokenTemplate() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("broken.tpl"), fields: [.text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func rightBrokenTemplate() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func wrongCircularReference() -> ExamplePlan {
  .container {
    RawVariable("Total", type: "c", parameters: [.text("value", "{{Sum}}")])
    RawVariable("Sum", type: "c", parameters: [.text("value", "{{Total}}")])
  }
}

private func rightCircularReference() -> ExamplePlan {
  .container {
    RawVariable("Total", type: "c", parameters: [.text("value", "{{Sum}}")])
    RawVariable("Sum", type: "c", parameters: [.text("value", "100")])
  }
}

private func wrongConditionAlternatives() -> ExamplePlan {
  .events {
    On(
      "generate_lead",
      where: .anyOf((1...40).map { .eventData("form_id") == "form-\($0)" }),
      send: .lead())
  }
}

private func rightConditionAlternatives() -> ExamplePlan {
  .events {
    On("generate_lead", where: .eventData("form_id").matches("^form-[0-9]+$"), send: .lead())
  }
}

private func wrongConstantCondition() -> ExamplePlan {
  .container {
    Trigger("Purchase", on: .event("purchase"), where: Source.constant("de") == "de")
    RawTag("Partner", type: "partner", firing: [.named("Purchase")])
  }
}

private func rightConstantCondition() -> ExamplePlan {
  .container {
    Trigger("Purchase", on: .event("purchase"), where: .eventData("shop") == "de")
    RawTag("Partner", type: "partner", firing: [.named("Purchase")])
  }
}

private func wrongConstantEventId() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(), eventID: .constant("lead"))
  }
}

private func rightConstantEventId() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(), eventID: .eventData("event_id"))
  }
}

private func wrongConstantTooLong() -> ExamplePlan {
  .container {
    RawVariable(
      "Terms", type: "c",
      parameters: [.text("value", String(repeating: "long ", count: 300))])
  }
}

private func rightConstantTooLong() -> ExamplePlan {
  .container {
    RawVariable("Terms", type: "c", parameters: [.text("value", "short")])
  }
}

private func wrongContainerSize() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
    }
    .sizeBudget(container: .kilobytes(1))
  }
}

private func rightContainerSize() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
    }
    .sizeBudget(container: .kilobytes(200))
  }
}

private func wrongCookieDomain() -> ExamplePlan {
  .container {
    GA4Client("GA4 shop", cookieDomain: "")
  }
}

private func rightCookieDomain() -> ExamplePlan {
  .container {
    GA4Client("GA4 shop", cookieDomain: "auto")
  }
}

private func wrongCookieLifetime() -> ExamplePlan {
  .userData {
    ClickID(.urlParameter("ttclid"), keptInCookieFor: .days(0))
  }
}

private func rightCookieLifetime() -> ExamplePlan {
  .userData {
    ClickID(.urlParameter("ttclid"), keptInCookieFor: .days(30))
  }
}

private func wrongCountryCode() -> ExamplePlan {
  .userData {
    Phone(.eventData("user_data.phone_number"), defaultCountryCode: "DE")
  }
}

private func rightCountryCode() -> ExamplePlan {
  .userData {
    Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
  }
}

private func wrongDigestOfAnotherForm() -> ExamplePlan {
  .container {
    Meta(
      pixelID: "1234567890123456", accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(sha256: .eventData("user_data.sha256_phone_number"), defaultCountryCode: "49")
      ClickID()
      BrowserID()
    } events: {
      On("page_view", send: .pageView())
    }
  }
}

private func rightDigestOfAnotherForm() -> ExamplePlan {
  .container {
    Meta(
      pixelID: "1234567890123456", accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID()
      BrowserID()
    } events: {
      On("page_view", send: .pageView())
    }
  }
}

private func wrongDuplicateName() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
    RawVariable("Shop", type: "c", parameters: [.text("value", "US")])
  }
}

private func rightDuplicateName() -> ExamplePlan {
  .container {
    RawVariable("Shop EU", type: "c", parameters: [.text("value", "EU")])
    RawVariable("Shop US", type: "c", parameters: [.text("value", "US")])
  }
}

private func wrongDuplicatePublicId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
    ServerContainer("Blog", publicID: "GTM-ABC1234") { GA4Client() }
  }
}

private func rightDuplicatePublicId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
    ServerContainer("Blog", publicID: "GTM-DEF5678") { GA4Client() }
  }
}

private func wrongEmptyComparison() -> ExamplePlan {
  .events {
    On("page_view", where: .eventData("page_location").contains(""), send: .pageview())
  }
}

private func rightEmptyComparison() -> ExamplePlan {
  .events {
    On("page_view", where: .eventData("page_location").contains("/shop/"), send: .pageview())
  }
}

private func wrongEmptyEventMap() -> ExamplePlan {
  .container {
    TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
    } events: {
    }
  }
}

private func rightEmptyEventMap() -> ExamplePlan {
  .container {
    TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
    } events: {
      On("page_view", send: .pageview())
    }
  }
}

private func wrongEmptyEventName() -> ExamplePlan {
  .events {
    On("generate_lead", send: .custom(""))
  }
}

private func rightEmptyEventName() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead())
  }
}

private func wrongEmptyFirstOf() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .firstOf()))
  }
}

private func rightEmptyFirstOf() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .firstOf(.eventData("search_term"), .eventData("query"))))
  }
}

private func wrongEmptyName() -> ExamplePlan {
  .container {
    RawVariable("", type: "c", parameters: [.text("value", "EU")])
  }
}

private func rightEmptyName() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
  }
}

private func wrongEmptyPlan() -> ExamplePlan {
  .plan {
    if false { ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() } }
  }
}

private func rightEmptyPlan() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
  }
}

private func wrongEmptyTable() -> ExamplePlan {
  .events {
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"),
        currency: .lookupTable("Currency", of: .eventData("shop"), [:]),
        contents: .items))
  }
}

private func rightEmptyTable() -> ExamplePlan {
  .events {
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"),
        currency: .lookupTable("Currency", of: .eventData("shop"), ["de": "EUR"]),
        contents: .items))
  }
}

private func wrongEndingApiVersion() -> ExamplePlan {
  .container {
    LinkedIn(
      partnerID: "1234567", accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      ClickID()
    } events: {
      On("generate_lead", send: .lead(rule: "104013"))
    }
  }
}

private func rightEndingApiVersion() -> ExamplePlan {
  .container {
    LinkedIn(
      partnerID: "1234567", accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      ClickID()
    } events: {
      On("generate_lead", send: .lead(rule: "104013"))
    }.allowing(.endingAPIVersion, because: "the container is switched off in June")
  }
}

private enum wrongEnvironmentNamePlan {
  struct Shop: TrackingPlan {
    enum Environment: String, PlanEnvironment {
      case production
      case staging = "shop/staging"
      var isTest: Bool { self == .staging }
    }

    var environment = Environment.production

    var plan: Plan {
      ServerContainer("Shop", publicID: environment.isTest ? "GTM-DEF5678" : "GTM-ABC1234") {
        GA4Client()
      }
    }
  }
}
private func wrongEnvironmentName() -> ExamplePlan { .file(wrongEnvironmentNamePlan.Shop.self) }

private enum rightEnvironmentNamePlan {
  struct Shop: TrackingPlan {
    enum Environment: String, PlanEnvironment {
      case production
      case staging = "shop-staging"
      var isTest: Bool { self == .staging }
    }

    var environment = Environment.production

    var plan: Plan {
      ServerContainer("Shop", publicID: environment.isTest ? "GTM-DEF5678" : "GTM-ABC1234") {
        GA4Client()
      }
    }
  }
}
private func rightEnvironmentName() -> ExamplePlan { .file(rightEnvironmentNamePlan.Shop.self) }

private func wrongEventDataPath() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .eventData("items[0].item_id")))
  }
}

private func rightEventDataPath() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .eventData("items.0.item_id")))
  }
}

private func wrongEventFilter() -> ExamplePlan {
  .container {
    RawTrigger("Purchase", type: "CUSTOM_EVENT")
    RawTag("Partner", type: "partner", firing: [.named("Purchase")])
  }
}

private func rightEventFilter() -> ExamplePlan {
  .container {
    RawTrigger("Purchase", type: "CUSTOM_EVENT", where: .variable("_event") == "purchase")
    RawTag("Partner", type: "partner", firing: [.named("Purchase")])
  }
}

private func wrongEventIdRequired() -> ExamplePlan {
  .container {
    Pinterest(
      tagID: "2612345678901", adAccountID: "549755885175",
      accessToken: .secret("PINTEREST_ACCESS_TOKEN"), consent: .required(.adStorage),
      deduplication: .notNeeded(because: "server only")
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID()
    } events: {
      On("page_view", send: .pageVisit())
    }
  }
}

private func rightEventIdRequired() -> ExamplePlan {
  .container {
    Pinterest(
      tagID: "2612345678901", adAccountID: "549755885175",
      accessToken: .secret("PINTEREST_ACCESS_TOKEN"), consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID()
    } events: {
      On("page_view", send: .pageVisit())
    }
  }
}

private func wrongEventName() -> ExamplePlan {
  .events {
    On("page_view ", send: .pageview())
  }
}

private func rightEventName() -> ExamplePlan {
  .events {
    On("page_view", send: .pageview())
  }
}

private func wrongEventsThatOccurTogether() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .eventData("search_term")))
    On("view_search_results", send: .search(query: .eventData("search_term")))
  }
}

private func rightEventsThatOccurTogether() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .eventData("search_term")))
  }
}

private func wrongFailedExample() -> ExamplePlan {
  .container {
    Example("A visitor who refused") {
      Hit("page_view", consent: .denied)
      Expect.request(.tikTok)
    }
  }
}

private func rightFailedExample() -> ExamplePlan {
  .container {
    Example("A visitor who refused") {
      Hit("page_view", consent: .denied)
      Expect.nothingSent
    }
  }
}

private func wrongFirstOfInVariable() -> ExamplePlan {
  .container {
    RawTag(
      "Partner", type: "partner",
      parameters: [.source("shop", .firstOf(.eventData("shop"), .cookie("shop")))],
      firing: [.allEvents()])
  }
}

private func rightFirstOfInVariable() -> ExamplePlan {
  .container {
    RawTag(
      "Partner", type: "partner", parameters: [.source("shop", .eventData("shop"))],
      firing: [.allEvents()])
  }
}

private func wrongForeignPath() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .eventData("ecommerce.value"), currency: .eventData("currency")))
  }
}

private func rightForeignPath() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .eventData("value"), currency: .eventData("currency")))
  }
}

private func wrongFormSubmitAsLead() -> ExamplePlan {
  .events {
    On("form_submit", send: .lead())
  }
}

private func rightFormSubmitAsLead() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead())
  }
}

private func wrongHashedSourceIntoHashingField() -> ExamplePlan {
  .userData {
    Email(.eventData("user_data.sha256_email_address"))
  }
}

private func rightHashedSourceIntoHashingField() -> ExamplePlan {
  .userData {
    Email(
      .eventData("user_data.email_address"),
      sha256: .eventData("user_data.sha256_email_address"))
  }
}

private func wrongHiddenField() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .boolean("linked", false)],
      firing: [.allEvents()])
  }
}

private func rightHiddenField() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .boolean("linked", true), .text("address", "/")],
      firing: [.allEvents()])
  }
}

private func wrongImpossibleEventName() -> ExamplePlan {
  .events {
    On(
      "add to cart",
      send: .addToCart(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items))
  }
}

private func rightImpossibleEventName() -> ExamplePlan {
  .events {
    On(
      "add_to_cart",
      send: .addToCart(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items))
  }
}

private func wrongInvalidValue() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .constant("50 €"), currency: .constant("EUR")))
  }
}

private func rightInvalidValue() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .constant(50), currency: .constant("EUR")))
  }
}

private protocol OldWrongLegacyEventNameRuleExample { static func plan() -> ExamplePlan }
private enum OldWrongLegacyEventName: OldWrongLegacyEventNameRuleExample {
  @available(*, deprecated)
  static func plan() -> ExamplePlan {
    .events {
      On("generate_lead", send: .submitForm())
    }
  }
}
private func wrongLegacyEventName() -> @Sendable () -> ExamplePlan {
  { (OldWrongLegacyEventName.self as any OldWrongLegacyEventNameRuleExample.Type).plan() }
}

private func rightLegacyEventName() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead())
  }
}

private func wrongLongCookieLifetime() -> ExamplePlan {
  .userData {
    BrowserID(.cookie("_ttp"), keptInCookieFor: .days(1000))
  }
}

private func rightLongCookieLifetime() -> ExamplePlan {
  .userData {
    BrowserID(.cookie("_ttp"), keptInCookieFor: .days(390))
  }
}

private func wrongLongParameterName() -> ExamplePlan {
  .events {
    On(
      "generate_lead",
      send: .lead(properties: [
        .description(.eventData("the_description_of_the_form_as_the_visitor_sees_it"))
      ]))
  }
}

private func rightLongParameterName() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(properties: [.description(.eventData("form_description"))]))
  }
}

private func wrongMatchKeyNotTaken() -> ExamplePlan {
  .userData {
    Gender(.eventData("user_data.gender"))
  }
}

private func rightMatchKeyNotTaken() -> ExamplePlan {
  .userData {
    Email(.eventData("user_data.email_address"))
  }
}

private func wrongMatchKeyWithoutSource() -> ExamplePlan {
  .userData {
    Email()
  }
}

private func rightMatchKeyWithoutSource() -> ExamplePlan {
  .userData {
    Email(.eventData("user_data.email_address"))
  }
}

private func wrongMeasurementId() -> ExamplePlan {
  .container {
    GA4Tag(measurementID: "UA-1234567-1")
  }
}

private func rightMeasurementId() -> ExamplePlan {
  .container {
    GA4Tag(measurementID: "G-ABC1234567")
  }
}

private func wrongMissingClient() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Tag(measurementID: "G-ABC1234567")
    }
  }
}

private func rightMissingClient() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
    }
  }
}

private func wrongMissingContents() -> ExamplePlan {
  .events {
    On("add_to_wishlist", send: .addToWishlist())
  }
}

private func rightMissingContents() -> ExamplePlan {
  .events {
    On("add_to_wishlist", send: .addToWishlist(contents: .items))
  }
}

private func wrongMissingCurrency() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .eventData("value")))
  }
}

private func rightMissingCurrency() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .eventData("value"), currency: .eventData("currency")))
  }
}

private func wrongMissingEventId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .notNeeded(because: "server only")
      ) {
        BrowserID(.cookie("_ttp"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
  }
}

private func rightMissingEventId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        BrowserID(.cookie("_ttp"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
  }
}

private func wrongMissingField() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("colour", "green")],
      firing: [.allEvents()])
  }
}

private func rightMissingField() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func wrongMissingMatchKey() -> ExamplePlan {
  .plan {
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
  }
}

private func rightMissingMatchKey() -> ExamplePlan {
  .plan {
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
  }
}

private func wrongMissingReason() -> ExamplePlan {
  .events {
    On("page_view", send: .pageview(), consent: .waived(because: ""))
  }
}

private func rightMissingReason() -> ExamplePlan {
  .events {
    On("page_view", send: .pageview(), consent: .waived(because: "no personal data is sent"))
  }
}

private func wrongMissingValue() -> ExamplePlan {
  .events {
    On("subscribe", send: .subscribe())
  }
}

private func rightMissingValue() -> ExamplePlan {
  .events {
    On("subscribe", send: .subscribe(value: .eventData("value"), currency: .eventData("currency")))
  }
}

private func wrongMisspeltEvent() -> ExamplePlan {
  .events {
    On("add_to_wishlist", send: .custom("AddToWishList"))
  }
}

private func rightMisspeltEvent() -> ExamplePlan {
  .events {
    On("add_to_wishlist", send: .addToWishlist(contents: .items))
  }
}

private func wrongNestedFolder() -> ExamplePlan {
  .container {
    Folder("Advertising") {
      Folder("Checkout") { Trigger("Purchase", on: .event("purchase")) }
    }
  }
}

private func rightNestedFolder() -> ExamplePlan {
  .container {
    Folder("Advertising: checkout") { Trigger("Purchase", on: .event("purchase")) }
  }
}

private func wrongNotANumber() -> ExamplePlan {
  .events {
    On("page_view", where: .eventData("value") > .infinity, send: .pageview())
  }
}

private func rightNotANumber() -> ExamplePlan {
  .events {
    On("page_view", where: .eventData("value") > 100, send: .pageview())
  }
}

private func wrongNumericId() -> ExamplePlan {
  .container {
    Meta(
      pixelID: "pixel-1", accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID()
      BrowserID()
    } events: {
      On("page_view", send: .pageView())
    }
  }
}

private func rightNumericId() -> ExamplePlan {
  .container {
    Meta(
      pixelID: "1234567890123456", accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID()
      BrowserID()
    } events: {
      On("page_view", send: .pageView())
    }
  }
}

private func wrongPersonalDataAsProperty() -> ExamplePlan {
  .events {
    On("sign_up", send: .completeRegistration(properties: [.custom("email", .eventData("email"))]))
  }
}

private func rightPersonalDataAsProperty() -> ExamplePlan {
  .events {
    On("sign_up", send: .completeRegistration()) { Email(.eventData("email")) }
  }
}

private func wrongPlainSourceAsDigest() -> ExamplePlan {
  .userData {
    Email(sha256: .eventData("user_data.email_address"))
  }
}

private func rightPlainSourceAsDigest() -> ExamplePlan {
  .userData {
    Email(.eventData("user_data.email_address"))
  }
}

private func wrongPublicId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "G-ABC1234567") { GA4Client() }
  }
}

private func rightPublicId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
  }
}

private func wrongRawMember() -> ExamplePlan {
  .container {
    Variable("Currency", .constant("EUR"))
    RawMember("notes", "of the shop", of: .variable, "Currency")
  }
}

private func rightRawMember() -> ExamplePlan {
  .container {
    Variable("Currency", .constant("EUR"), notes: "of the shop")
    RawMember("history", ["changes": 3], of: .variable, "Currency")
  }
}

private func wrongReferenceInConstant() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .constant("{{Search Term}}")))
  }
}

private func rightReferenceInConstant() -> ExamplePlan {
  .events {
    On("search", send: .search(query: .eventData("search_term")))
  }
}

private func wrongRepeatedKey() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU"), .text("value", "US")])
  }
}

private func rightRepeatedKey() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
  }
}

private func wrongRepeatedRow() -> ExamplePlan {
  .events {
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"),
        currency: .lookupTable("Currency", of: .eventData("shop"), ["de": "EUR", "de": "CHF"]),
        contents: .items))
  }
}

private func rightRepeatedRow() -> ExamplePlan {
  .events {
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"),
        currency: .lookupTable("Currency", of: .eventData("shop"), ["de": "EUR", "ch": "CHF"]),
        contents: .items))
  }
}

private func wrongReusedEventId() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(), eventID: .eventData("ga_session_id"))
  }
}

private func rightReusedEventId() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(), eventID: .eventData("event_id"))
  }
}

private func wrongSamePixelTwice() -> ExamplePlan {
  .container {
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
  }
}

private func rightSamePixelTwice() -> ExamplePlan {
  .container {
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
  }
}

private func wrongSecretName() -> ExamplePlan {
  .container {
    RawTag(
      "Partner", type: "partner",
      parameters: [.secret("token", .secret("my token: 0123"))], firing: [.allEvents()])
  }
}

private func rightSecretName() -> ExamplePlan {
  .container {
    RawTag(
      "Partner", type: "partner",
      parameters: [.secret("token", .secret("PARTNER_TOKEN"))], firing: [.allEvents()])
  }
}

private func wrongServerOnlyCondition() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
      } events: {
        On("sign_up", where: .requestHeader("x-shop") == "de", send: .completeRegistration())
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.generated))
  }
}

private func rightServerOnlyCondition() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
      } events: {
        On("sign_up", where: .eventData("page_hostname") == "www.example.de", send: .completeRegistration())
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.generated))
  }
}

private func wrongSeveralPurchaseEvents() -> ExamplePlan {
  .events {
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items))
    On(
      "order_completed",
      send: .purchase(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items))
  }
}

private func rightSeveralPurchaseEvents() -> ExamplePlan {
  .events {
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items))
  }
}

private func wrongSharedAccessToken() -> ExamplePlan {
  .container {
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
  }
}

private func rightSharedAccessToken() -> ExamplePlan {
  .container {
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
  }
}

private enum wrongSharedContainerPlan {
  struct Shop: TrackingPlan {
    enum Environment: String, PlanEnvironment {
      case production, staging
      var isTest: Bool { self == .staging }
    }

    var environment = Environment.production

    var plan: Plan {
      ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
    }
  }
}
private func wrongSharedContainer() -> ExamplePlan { .file(wrongSharedContainerPlan.Shop.self) }

private enum rightSharedContainerPlan {
  struct Shop: TrackingPlan {
    enum Environment: String, PlanEnvironment {
      case production, staging
      var isTest: Bool { self == .staging }
    }

    var environment = Environment.production

    var plan: Plan {
      ServerContainer("Shop", publicID: publicID) { GA4Client() }
    }

    var publicID: String {
      switch environment {
      case .production: "GTM-ABC1234"
      case .staging: "GTM-DEF5678"
      }
    }
  }
}
private func rightSharedContainer() -> ExamplePlan { .file(rightSharedContainerPlan.Shop.self) }

private func wrongSpaceAroundName() -> ExamplePlan {
  .container {
    RawVariable("Shop ", type: "c", parameters: [.text("value", "EU")])
  }
}

private func rightSpaceAroundName() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
  }
}

private func wrongStandardEventAsCustom() -> ExamplePlan {
  .events {
    On("purchase", send: .custom("Purchase"))
  }
}

private func rightStandardEventAsCustom() -> ExamplePlan {
  .events {
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items))
  }
}

private func wrongTagWithoutTrigger() -> ExamplePlan {
  .container {
    RawTag("Partner", type: "partner", firing: [])
  }
}

private func rightTagWithoutTrigger() -> ExamplePlan {
  .container {
    RawTag("Partner", type: "partner", firing: [.allEvents()])
  }
}

private func wrongTemplateSize() -> ExamplePlan {
  .plan {
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
    .sizeBudget(template: .kilobytes(1))
  }
}

private func rightTemplateSize() -> ExamplePlan {
  .plan {
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
  }
}

private func wrongTestCodeInProduction() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        testEventCode: .secret("TIKTOK_TEST_EVENT_CODE"), consent: .required(.adStorage),
        deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
  }
}

private enum rightTestCodeInProductionPlan {
  struct Shop: TrackingPlan {
    enum Environment: String, PlanEnvironment {
      case production, staging
      var isTest: Bool { self == .staging }
    }

    var environment = Environment.production

    var plan: Plan {
      ServerContainer("Shop", publicID: environment.isTest ? "GTM-DEF5678" : "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          testEventCode: environment.isTest ? .secret("TIKTOK_TEST_EVENT_CODE") : nil,
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
    }
  }
}
private func rightTestCodeInProduction() -> ExamplePlan { .file(rightTestCodeInProductionPlan.Shop.self) }

private func wrongTokenLiteral() -> ExamplePlan {
  .container {
    RawTag(
      "Partner", type: "partner",
      parameters: [.text("token", "0123456789abcdef0123456789abcdef01234567")],
      firing: [.allEvents()])
  }
}

private func rightTokenLiteral() -> ExamplePlan {
  .container {
    RawTag(
      "Partner", type: "partner",
      parameters: [.secret("token", .secret("PARTNER_TOKEN"))], firing: [.allEvents()])
  }
}

private func wrongTransactionIdAsEventId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(
          .firstOf(.eventData("event_id"), .eventData("transaction_id")))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
  }
}

private func rightTransactionIdAsEventId() -> ExamplePlan {
  .plan {
    ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(
          .eventData("event_id"), purchase: .eventData("transaction_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
  }
}

private func wrongTriggerWithoutCondition() -> ExamplePlan {
  .container {
    Trigger("Everything", on: .anyEvent)
  }
}

private func rightTriggerWithoutCondition() -> ExamplePlan {
  .container {
    Trigger("Everything of value", on: .anyEvent, where: .eventData("value") > 0)
  }
}

private func wrongUnderscoreParameter() -> ExamplePlan {
  .userData {
    BrowserID(.eventData("_ttp"))
  }
}

private func rightUnderscoreParameter() -> ExamplePlan {
  .userData {
    BrowserID(.cookie("_ttp"), .eventData("ttp"))
  }
}

private func wrongUnknownChoice() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("colour", "purple"), .text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func rightUnknownChoice() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("colour", "green"), .text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func wrongUnknownCurrency() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .constant(50), currency: .constant("€")))
  }
}

private func rightUnknownCurrency() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .constant(50), currency: .constant("EUR")))
  }
}

private func wrongUnknownDestination() -> ExamplePlan {
  .container {
    Elsewhere()
  }
}

private func rightUnknownDestination() -> ExamplePlan {
  .container {
    RawTag("Elsewhere", type: "elsewhere", firing: [.allEvents()])
  }
}

private func wrongUnknownField() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("txt", "Sale"), .text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func rightUnknownField() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func wrongUnknownTrigger() -> ExamplePlan {
  .container {
    Trigger("Purchase", on: .event("purchase"))
    RawTag("Partner", type: "partner", firing: [.named("Purchsae")])
  }
}

private func rightUnknownTrigger() -> ExamplePlan {
  .container {
    Trigger("Purchase", on: .event("purchase"))
    RawTag("Partner", type: "partner", firing: [.named("Purchase")])
  }
}

private func wrongUnknownType() -> ExamplePlan {
  .container {
    RawTag("GA4", type: "gaawe", firing: [.allEvents()])
  }
}

private func rightUnknownType() -> ExamplePlan {
  .container {
    RawTag("GA4", type: "sgtmgaaw", firing: [.allEvents()])
  }
}

private func wrongUnknownVariable() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
    RawTag(
      "Partner", type: "partner", parameters: [.text("shop", "{{Shpo}}")], firing: [.allEvents()])
  }
}

private func rightUnknownVariable() -> ExamplePlan {
  .container {
    RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
    RawTag(
      "Partner", type: "partner", parameters: [.text("shop", "{{Shop}}")], firing: [.allEvents()])
  }
}

private func wrongUnlistedCurrency() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .constant(50), currency: .constant("BGN")))
  }
}

private func rightUnlistedCurrency() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead(value: .constant(50), currency: .constant("EUR")))
  }
}

private func wrongUnreadableTemplate() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("bagde.tpl"), fields: [.text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func rightUnreadableTemplate() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func wrongUnsentPart() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
      } events: {
        On("search", send: .search(query: .eventData("form.topic")))
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.generated))
  }
}

private func rightUnsentPart() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
      } events: {
        On("search", send: .search(query: .eventData("form_topic")))
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.generated))
  }
}

private func wrongUnsupportedPixel() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      LinkedIn(
        partnerID: "1234567", accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID()
      } events: {
        On("generate_lead", send: .lead(rule: "104013"))
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(.generated))
  }
}

private func rightUnsupportedPixel() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      LinkedIn(
        partnerID: "1234567", accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID()
      } events: {
        On("generate_lead", send: .lead(rule: "104013", pixelRule: "104099"))
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(.generated))
  }
}

private func wrongUnusedAllowance() -> ExamplePlan {
  .events {
    On("generate_lead", send: .lead())
      .allowing(.formSubmitAsLead, because: "the site has one form")
  }
}

private func rightUnusedAllowance() -> ExamplePlan {
  .events {
    On("form_submit", send: .lead())
      .allowing(.formSubmitAsLead, because: "the site has one form")
  }
}

private func wrongUnusedTrigger() -> ExamplePlan {
  .container {
    Trigger("Purchase", on: .event("purchase"))
  }
}

private func rightUnusedTrigger() -> ExamplePlan {
  .container {
    Trigger("Purchase", on: .event("purchase"))
    RawTag("Partner", type: "partner", firing: [.named("Purchase")])
  }
}

private func wrongWebContainer() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
    server
    WebContainer("Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "sgtm.example.com", pixel: Pixel(.none))
  }
}

private func rightWebContainer() -> ExamplePlan {
  .plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
    }
    server
    WebContainer("Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.none))
  }
}

private func wrongWebOperator() -> ExamplePlan {
  .events {
    On("page_view", where: .eventData("page_location").matchesSelector("#shop"), send: .pageview())
  }
}

private func rightWebOperator() -> ExamplePlan {
  .events {
    On("page_view", where: .eventData("page_location").contains("/shop/"), send: .pageview())
  }
}

private func wrongWrongFieldValue() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .text("linked", "yes")],
      firing: [.allEvents()])
  }
}

private func rightWrongFieldValue() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .boolean("linked", true), .text("address", "/")],
      firing: [.allEvents()])
  }
}

private func wrongWrongTemplateKind() -> ExamplePlan {
  .container {
    TemplateVariable("Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")])
  }
}

private func rightWrongTemplateKind() -> ExamplePlan {
  .container {
    TemplateTag(
      "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale")],
      firing: [.allEvents()])
  }
}

private func wrongMetaFieldName() -> ExamplePlan {
  .events {
    On(
      "view_item",
      send: .viewContent(
        contents: .items(from: .constant(#"[{"id": "SKU-1", "item_price": 29.99}]"#))))
  }
}

private func rightMetaFieldName() -> ExamplePlan {
  .events {
    On(
      "view_item",
      send: .viewContent(
        contents: .items(from: .constant(#"[{"content_id": "SKU-1", "price": 29.99}]"#))))
  }
}

private func wrongPixelCode() -> ExamplePlan {
  .plan {
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
  }
}

private func rightPixelCode() -> ExamplePlan {
  .plan {
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
  }
}

private func wrongTiktokNameAsTrigger() -> ExamplePlan {
  .events {
    On("PageView", send: .pageview())
  }
}

private func rightTiktokNameAsTrigger() -> ExamplePlan {
  .events {
    On("page_view", send: .pageview())
  }
}

private func wrongUnusualPixelCode() -> ExamplePlan {
  .plan {
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
  }
}

private func rightUnusualPixelCode() -> ExamplePlan {
  .plan {
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
  }
}
