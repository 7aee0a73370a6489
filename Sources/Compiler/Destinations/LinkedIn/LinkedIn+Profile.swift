import JSONText
import SandboxedJS
import TagwrightPlan
import Templates

extension LinkedIn: CompiledDestination {
  /// Versions are monthly and answered for a year; which one followed this was not seen.
  static let apiVersion = APIVersion(name: "202609", end: CalendarDay(2027, 9, 15), notice: 90)

  /// The body is one event without an envelope, and LinkedIn refuses every member that it does not know: neither the
  /// page nor the number of an order has a place. The tag's partner id is the browser's alone.
  static let profile = DestinationProfile(
    name: "LinkedIn", api: "Conversions API",
    account: [
      AccountField(
        field: "partner_id", label: "Partner id", shownName: "Insight Tag", variable: "Partner ID",
        example: "1234567", isNumeric: true, isSent: false, planLabel: "partnerID",
        planExample: "1234567",
        place:
          "The digits of the Insight Tag, as Campaign Manager shows them; each event has its own rule there."
      )
    ],
    delivery: delivery, objects: ["user", "ids", "info", "money"],
    collected: [
      CollectedMember(
        place: MemberPlace("user", "userIds"), object: "ids",
        form: .entries(name: "idType", value: "idValue")),
      CollectedMember(place: MemberPlace("user", "userInfo"), object: "info"),
      CollectedMember(place: .event("conversionValue"), object: "money"),
    ],
    pairs: [
      (MemberPlace("money", "amount"), other: "currencyCode"),
      (MemberPlace("money", "currencyCode"), other: "amount"),
      (MemberPlace("info", "hashedFirstName"), other: "hashedLastName"),
      (MemberPlace("info", "hashedLastName"), other: "hashedFirstName"),
      (MemberPlace("info", "countryCode"), other: "hashedFirstName"),
    ],
    event: .record([
      "conversion": .eventID(prefix: "urn:lla:llaPartnerConversion:"),
      "conversionHappenedAt": .milliseconds, "user": .object("user"),
    ]),
    body: .object(Envelope.event),
    vocabulary: vocabulary, person: (object: "ids", forms: person), commerce: commerce,
    page: (url: nil, referrer: nil), eventID: .event("eventId"),
    eventIDForm: .shortID,
    click: IdentifierForm(
      urlParameter: "li_fat_id", cookie: "li_fat_id", eventData: "li_fat_id",
      origin: .urlParameter(name: "li_fat_id"), isRenewed: false),
    browser: nil, pixel: pixel, testing: nil,
    needs: [
      (
        "(Object.keys(ids).length || info.hashedFirstName || user.externalIds || user.lead)",
        "nothing that LinkedIn identifies a person by"
      )
    ], modules: TemplateSources.linkedIn, openQuestions: openQuestions,
    setUp: setUp)

  /// A good answer is 201 without a body. The header for the protocol is documented as mandatory, though requests
  /// without it were taken.
  private static let delivery = Delivery(
    address: [.text("https://api.linkedin.com/rest/conversionEvents")],
    authentication: .header("Authorization", prefix: "Bearer "),
    headers: [
      NamedText("LinkedIn-Version", apiVersion.name),
      NamedText("X-Restli-Protocol-Version", "2.0.0"),
    ], version: apiVersion,
    message: ["answer.serviceErrorCode", "answer.code", "answer.message"],
    accepted: "response.statusCode < 300", acceptedAnswer: "",
    acceptedStatus: 201,
    refusal: (
      words: "with an error", status: 422, body: #"{"status":422,"message":"no user data"}"#
    ))

  /// The types of rules, and what GA4 has for them; requests have a rule's id. LinkedIn takes any three letters for a
  /// currency, so that the list is that of ISO 4217.
  private static let vocabulary = EventVocabulary(
    [
      "ADD_BILLING_INFO": .addPaymentInfo, "ADD_TO_CART": .addToCart,
      "ADD_TO_LIST": .addToWishlist, "BOOK_APPOINTMENT": nil, "COMPLETE_SIGNUP": nil,
      "CONTACT": .contact, "DOWNLOAD": .download, "KEY_PAGE_VIEW": .pageView, "LEAD": .lead,
      "OTHER": nil, "PURCHASE": .purchase, "REQUEST_QUOTE": nil, "SAVE": nil,
      "SCHEDULE": .schedule, "SEARCH": .search, "SIGN_UP": .registration,
      "START_CHECKOUT": .checkout, "START_TRIAL": .startTrial,
      "SUBMIT_APPLICATION": .submitApplication, "SUBSCRIBE": .subscribe,
      "VIEW_CONTENT": .viewContent,
    ],
    currencies: """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
      CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
      GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
      KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
      NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
      SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
      VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
      """.split(whereSeparator: \.isWhitespace).map(String.init),
    substitute: ".other(rule: \"100000\")")

  /// The types of `userIds`; what stands elsewhere says so. LinkedIn takes no phone numbers, and an unknown type, such as
  /// the one of Oracle that older documents had, costs the whole event. Only one external id is used.
  private static let person: [MatchKey.Kind: PersonForm] = [
    .email: PersonForm("SHA256_EMAIL", "E-mail", .email, isHashed: true, arity: .first),
    .clickID: PersonForm("LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID", "Click id", .identifier),
    .ipAddress: PersonForm("PLAINTEXT_IP_ADDRESS", "IP address", .ipv4),
    .externalID: PersonForm("externalIds", "External id", .plainID, in: "user"),
    .firstName: PersonForm(
      "hashedFirstName", "First name", .hashedName, isHashed: true, arity: .first, in: "info"),
    .lastName: PersonForm(
      "hashedLastName", "Last name", .hashedName, isHashed: true, arity: .first, in: "info"),
    .country: PersonForm("countryCode", "Country", .countryCode, in: "info"),
    .leadID: PersonForm("lead", "Lead id", .leadForm, in: "user"),
  ]

  private static let commerce = CommerceForm(
    object: "money", value: "amount", currency: "currencyCode", contents: nil,
    hasContentType: false, hasTextMoney: true, fields: [], hasTypedContents: false, identifies: [],
    id: "", price: "", orderID: [], query: [])

  private static let setUp = SetUpForm(
    pixelProof: "Campaign Manager lists the Insight Tag, and a conversion rule for each event",
    tokenProof: "it is kept where secrets are kept: Signals Manager shows it under Direct API",
    accountTitle: "note the ids of the Insight Tag and of the conversion rules",
    accountProof: "the plan has the digits of a rule for the API in each event",
    accountRules: [.numericID, .endingAPIVersion], eventRules: [], contentsRules: [],
    testProof: "'test' passes; LinkedIn has no test events, so try out a rule of its own",
    qualityProof: "Campaign Manager shows when each rule got its last event")

  func ownMembers(of event: On<EventPayload>) -> [Member] { [] }
}

extension Conversion {
  fileprivate static let ipv4 = Conversion("ipv4", example: "203.0.113.7, 198.51.100.2") { _ in
    "203.0.113.7"
  }
  fileprivate static let plainID = Conversion(
    "oneText", example: "user_123", isText: true
  ) { $0.shownText.map { [.string($0)] } }
  /// An id of more than 64 characters, which LinkedIn does not take, is left out: cut, it might be another event's.
  fileprivate static let shortID = Conversion("shortID", example: "id-1", isText: true) {
    $0.shownText.map(JSON.string)
  }
  fileprivate static let countryCode = Conversion("countryCode", example: "de") { _ in "DE" }
  fileprivate static let leadForm = Conversion("leadForm", example: "a1b2-c3") { _ in
    "urn:li:leadGenFormResponse:a1b2-c3"
  }
}
