// The list, in the order of the guides: the shape of the project, the twelve steps, then the article.

extension Requirement {
  static let shape = [
    Requirement(1, "a package without dependencies", .test("thePackageHasNoDependencies")),
    Requirement(
      2, "events, user data, triggers and consent are declared",
      .test("everyDeclarationRemembersItsLine"), .test("aPlanTakesConditionsLoopsAndFunctions")),
    Requirement(
      3, "a container that Tag Manager imports", .test("everyExportHasOnlyWhatRealExportsHave"),
      .test("everyOperatorAndDefaultIsOneOfTheAPI")),
    Requirement(
      4, "a template for the tags", .test("everyScenarioPasses"),
      .test("theCodeIsWhatTagManagersEditorAccepts")),
    Requirement(
      5, "a tag per event, or one with a lookup table",
      .test("eachLayoutAndStyleSendsTheSameRequest"), .rule("ambiguous-mapping")),
    Requirement(
      6, "generated anew at every commit, and checked to be current",
      .test("checkListsWhatIsOutOfDateAndWritesNothing"),
      .test("aCommitOfThePlanBringsWhatItLeadsTo")),
  ]

  static let steps = [
    Requirement(
      7, "steps rely on each other: the first broken one is named",
      .test("theFirstBrokenStepIsPointedAt"),
      .test("whatARuleFindsBreaksExactlyOneStep")),
    Requirement(8, "create a pixel", .leftToYou("in Events Manager")),
    Requirement(9, "generate an access token", .leftToYou("in Events Manager")),
    Requirement(
      10, "the pixel code, of 20 characters as they are seen", .rule("pixel-code"),
      .rule("unusual-pixel-code"), .type("a destination without pixel")),
    Requirement(
      11, "a template that the container has, and tags that are made from it",
      .test("everyReferenceLeadsSomewhere"), .test("everyTypeOfACustomTemplateHasItsTemplate")),
    Requirement(
      12, "pixel, token and, for tests, a test code", .type("a destination without token"),
      .type("a destination without pixel"), .rule("test-code-in-production")),
    Requirement(
      13, "triggers compare with the names that arrive, not with TikTok's",
      .rule("tiktok-name-as-trigger"), .rule("impossible-event-name")),
    Requirement(
      14, "every event has a mapping, and misspelt ones a suggestion", .rule("misspelt-event"),
      .rule("standard-event-as-custom"), .type("an event that TikTok does not have"),
      .type("a mapping to nothing")),
    Requirement(
      15, "at least e-mail, phone, click id and browser id", .rule("missing-match-key"),
      .rule("match-key-without-source")),
    Requirement(16, "from the places where they arrive", .test("everyKindOfSourceIsRead")),
    Requirement(
      17, "contents, value and currency", .type("a purchase without contents"),
      .rule("missing-contents"), .rule("missing-value"), .rule("missing-currency")),
    Requirement(18, "TikTok's names of contents, not Meta's", .rule("meta-field-name")),
    Requirement(
      19, "an event id that pixel and server share", .type("a destination without deduplication"),
      .rule("missing-event-id")),
    Requirement(
      20, "a test code for trying out", .test("aTestEventCodeIsSentOnceItIsFilledIn"),
      .leftToYou("looking at Test Events")),
    Requirement(
      21, "no test code in production", .rule("test-code-in-production"),
      .test("onlyATestHasATestCode"), .type("a test code as a text")),
    Requirement(
      22, "the match keys of each event are listed", .test("theGuideOfASmallPlan"),
      .leftToYou("TikTok shows the score after a day or two")),
    Requirement(
      23, "what is skipped most is said at once: user data beyond e-mail, the event id",
      .rule("missing-match-key"), .rule("missing-event-id")),
  ]

  static let claims = [
    Requirement(24, "blocked pixels", .leftToYou("nothing to generate")),
    Requirement(
      25, "a cookie that outlives the browser's cap", .test("newClickIDsAndBrowserIDsAreKept"),
      .rule("long-cookie-lifetime"), .rule("cookie-lifetime")),
    Requirement(
      26, "consent is an explicit choice", .type("a destination without consent"),
      .type("consent that is waived without a word"), .rule("missing-reason")),
    Requirement(27, "slow pages", .leftToYou("nothing to generate")),
    Requirement(28, "more match keys, better rates", .rule("missing-match-key")),
    Requirement(
      29, "the server does not need the pixel",
      .test("everyHitEndsATagOnceAndEveryBodyIsAsDocumented")),
    Requirement(
      30, "complete data for optimisation", .rule("missing-value"), .rule("missing-contents")),
    Requirement(31, "what to expect of it", .leftToYou("no promise is made")),
    Requirement(
      32, "a server container", .test("everyExportHasOnlyWhatRealExportsHave"),
      .rule("unknown-type"), .rule("wrong-template-kind")),
    Requirement(33, "access to the account", .leftToYou("in Business Center")),
    Requirement(
      34, "where a pixel runs, deduplication is needed", .rule("missing-event-id"),
      .type("no deduplication without a word")),
    Requirement(35, "a client that makes events of hits", .rule("missing-client")),
  ]

  static let account = [
    Requirement(36, "a lost token is a new token", .leftToYou("in Events Manager")),
    Requirement(37, "tokens do not expire", .leftToYou("in Events Manager")),
    Requirement(
      38, "no token in code, files, logs or git", .type("a token as a text"),
      .rule("token-literal"), .rule("secret-name"), .test("aSecretIsNeverShown"),
      .test("theTokenIsNeverLogged")),
    Requirement(39, "a token for each pixel", .rule("shared-access-token")),
    Requirement(
      40, "which template a tag is made from", .test("everyTypeOfACustomTemplateHasItsTemplate"),
      .test("toATemplateGoByItsIdsOrTheGallerys")),
    Requirement(
      41, "the type of a tag is that of a template in the container",
      .test("everyReferenceLeadsSomewhere")),
    Requirement(
      42, "one variable holds the token, all tags refer to it",
      .test("aSecretBecomesAConstantWithAPlaceholder"), .type("a token as a text")),
    Requirement(43, "a pixel code is not a number", .rule("pixel-code")),
    Requirement(
      44, "which event becomes which", .type("a mapping to nothing"), .rule("empty-event-name"),
      .rule("empty-event-map")),
    Requirement(
      45, "how complete the user data is", .test("theGuideOfASmallPlan"),
      .rule("missing-match-key")),
  ]

  static let userData = [
    Requirement(46, "the e-mail address", .test("anEmailIsTrimmedLowerCasedAndHashed")),
    Requirement(
      47, "the phone number with its country code", .test("aPhoneNumberIsBroughtToE164AndHashed"),
      .rule("country-code"), .type("a phone number without a word on its country")),
    Requirement(48, "the site's own id", .test("anExternalIDIsTrimmedAndItsCaseKept")),
    Requirement(
      49, "the browser id, and the click id beside it",
      .test("theClickIDIsTakenFromTheFirstPlaceThatHasIt"),
      .test("theBrowserIDComesFromTheCookieOrTheEventData"), .test("browserIDChain")),
    Requirement(50, "address and browser", .test("anAddressIsTheFirstPublicOneOfAListWithoutPort")),
    Requirement(
      51, "user data that the site sends where it knows the person", .test("theGuideOfASmallPlan"),
      .rule("missing-match-key")),
  ]

  static let eventMap = [
    Requirement(
      52, "page_view is Pageview", .rule("misspelt-event"), .rule("tiktok-name-as-trigger")),
    Requirement(53, "view_item is ViewContent", .type("a view of content without contents")),
    Requirement(54, "add_to_cart has a value", .type("an addition to the cart without value")),
    Requirement(55, "begin_checkout is InitiateCheckout", .rule("tiktok-name-as-trigger")),
    Requirement(56, "purchase is Purchase", .rule("legacy-event-name")),
    Requirement(
      57, "a lead is counted once", .rule("form-submit-as-lead"),
      .rule("events-that-occur-together"), .rule("legacy-event-name")),
    Requirement(58, "search is Search", .test("searchTermsGoUnderBothNames")),
    Requirement(
      59, "both layouts", .test("aTagPerEventFiresForItsNameAndNoOther"),
      .test("aLookupTableFiresForItsNamesAndNoOther")),
    Requirement(
      60, "separate tags unless asked", .test("whatThePlanShowsIsTickedAndTheRestIsLeftToYou")),
    Requirement(
      61, "names are compared with the list, in their case", .rule("misspelt-event"),
      .rule("standard-event-as-custom"), .type("an event's name as a text")),
  ]

  static let purchase = [
    Requirement(
      62, "a purchase has a value", .type("a purchase without value"), .rule("invalid-value"),
      .test("aNumberIsFiniteAndZeroIsKept")),
    Requirement(
      63, "and a currency of ISO 4217", .type("a purchase without currency"),
      .rule("unknown-currency"), .test("aCurrencyIsACodeThatTikTokAccepts")),
    Requirement(64, "and a content type", .test("contentTypeIsOneOfTwo")),
    Requirement(
      65, "and contents", .type("a purchase without contents"),
      .test("eachContentHasTheDocumentedTypes"), .test("contentsComeInAnyShape")),
    Requirement(
      66, "all four of them", .type("a purchase without contents"),
      .rule("standard-event-as-custom"), .test("totalAndCurrencyComeFromTheContents")),
  ]

  static let deduplication = [
    Requirement(
      67, "one id for each single event", .rule("missing-event-id"), .rule("constant-event-id"),
      .rule("reused-event-id"), .test("differentIDs"), .test("clickedPitfalls")),
    Requirement(
      68, "a fresh id in the browser", .rule("reused-event-id"), .test("eventIDs"),
      .test("unsuitableIDs"), .test("clickedPitfalls")),
    Requirement(
      69, "with each event", .rule("reused-event-id"), .rule("transaction-id-as-event-id"),
      .test("staleID"), .test("clickedPitfalls")),
    Requirement(
      70, "as a parameter of the hit", .test("theGuideOfASmallPlan"), .rule("underscore-parameter"),
      .rule("long-parameter-name"), .test("idNotPassedOn"), .test("clickedPitfalls")),
    Requirement(
      71, "the pixel's call has the same id, as its third argument", .test("thirdArgument"),
      .test("oneID"), .test("browser"), .test("clickedPitfalls")),
    Requirement(
      72, "the tag takes it from the hit", .type("a destination without deduplication"),
      .type("deduplication as a text"), .test("onlyAPurchaseIsKnownByItsOrder"),
      .test("serverWithoutID"), .test("clickedPitfalls")),
    Requirement(
      73, "what TikTok keeps of two", .rule("reused-event-id"), .rule("same-pixel-twice"),
      .test("whatTikTokKeepsOfTwo"), .test("clickedPitfalls")),
    Requirement(
      74, "a missing id is no hint", .type("a destination without deduplication"),
      .rule("missing-reason"), .rule("missing-event-id"), .test("clickedPitfalls")),
    Requirement(
      75, "one event shows, not two", .leftToYou("in Test Events"), .rule("same-pixel-twice"),
      .test("everyEventIsCountedOnce")),
  ]

  static let verifying = [
    Requirement(
      76, "each tag has its trigger, each trigger its tag", .rule("tag-without-trigger"),
      .rule("unused-trigger"), .rule("ambiguous-mapping"), .rule("same-pixel-twice")),
    Requirement(
      77, "names are compared exactly", .rule("event-name"), .rule("impossible-event-name"),
      .rule("space-around-name")),
    Requirement(
      78, "a trigger fires for its event and no other",
      .test("aTagPerEventFiresForItsNameAndNoOther"),
      .test("aLookupTableFiresForItsNamesAndNoOther"),
      .test("anEventOutsideTheLookupTableIsNotSent"), .rule("event-filter")),
    Requirement(
      79, "the request is right", .test("everyHitEndsATagOnceAndEveryBodyIsAsDocumented"),
      .test("theRequestHasTheDocumentedAddressAndHeaders")),
    Requirement(80, "events from the server show", .leftToYou("in Test Events")),
    Requirement(
      81, "match quality per event", .leftToYou("in Events Manager"), .rule("missing-match-key")),
  ]

  static let pitfalls = [
    Requirement(
      82, "the browser id reaches the server", .rule("underscore-parameter"),
      .test("theBrowserIDComesFromTheCookieOrTheEventData"), .test("clickedPitfalls")),
    Requirement(
      83, "nothing is hashed twice", .type("a digest that would be hashed again"),
      .type("a plain value as a digest"), .rule("hashed-source-into-hashing-field"),
      .rule("plain-source-as-digest"), .test("hashedTwice"), .test("clickedPitfalls")),
    Requirement(
      84, "no symbol as a currency", .rule("unknown-currency"), .rule("unlisted-currency"),
      .test("aCurrencyIsACodeThatTikTokAccepts"), .test("clickedPitfalls")),
    Requirement(
      85, "no conversion without contents, value and currency", .type("a purchase without value"),
      .rule("missing-contents"), .rule("missing-value"), .rule("missing-currency"),
      .test("clickedPitfalls")),
    Requirement(
      86, "every tag has a consent policy", .type("a destination without consent"),
      .type("consent as a truth value"), .type("consent to nothing"), .rule("missing-reason"),
      .test("everyTypeOfAPolicyCounts"), .test("noCookieIsSetWithoutConsent"),
      .test("clickedPitfalls")),
  ]

  static let frame = [
    Requirement(87, "a further destination has folders of its own", .rule("unknown-destination")),
    Requirement(88, "both of its names are used", .leftToYou("a word in the README")),
    Requirement(89, "one command", .test("generateTellsWhatItDid")),
    Requirement(
      90, "the same bytes every time", .test("aPlanBecomesTheSameBytesInEveryProcess"),
      .test("aSecondRunChangesNothing")),
    Requirement(
      91, "differences without noise", .test("layoutAndIdentityMeanNothing"),
      .test("theOrderOfParametersAndTriggersMeansNothing"),
      .test("idsAreComparedByWhatTheyStandFor")),
    Requirement(
      92, "differences in both directions", .test("whatOneContainerHasIsAddedOrRemoved")),
    Requirement(
      93, "ids that collide with no other's",
      .test("idsAreUniqueOverAllKindsAndBelowTheReservedOnes"),
      .test("otherEventsChangeNoEntitysID")),
    Requirement(
      94, "a test differs from production by its test code",
      .test("aTestEventCodeIsSentOnceItIsFilledIn"), .rule("test-code-in-production")),
    Requirement(
      95, "findings have stable names, severities, places and advice",
      .test("firesOnItsWrongExampleAndIsSilentOnItsRightOne"),
      .test("everyIDIsUniqueAndInKebabCase")),
    Requirement(96, "the match keys of each tag", .test("theGuideOfASmallPlan")),
    Requirement(97, "an answer with an error fails the tag", .test("theAnswersBodyDecides")),
    Requirement(
      98, "both sides use one name", .rule("legacy-event-name"), .rule("misspelt-event"),
      .test("differentNames")),
    Requirement(
      99, "one event counts as a purchase", .rule("several-purchase-events"),
      .test("onlyAPurchaseIsKnownByItsOrder")),
    Requirement(
      100, "where the guides disagree, it is decided once", .rule("pixel-code"),
      .rule("tiktok-name-as-trigger"), .rule("underscore-parameter"), .rule("legacy-event-name")),
  ]
}
