import JSONText
import SandboxedJS
import TagwrightPlan
import Templates

extension TikTok: CompiledDestination {
  static let profile = DestinationProfile(
    name: "TikTok", api: "Events API",
    account: [
      AccountField(
        field: "pixel_code", label: "Pixel code", shownName: "Pixel", variable: "Pixel Code",
        example: "EXAMPLE0000000000000", planLabel: "pixelCode",
        planExample: "D6AP4E3C77U3L7SP8O7G",
        place: "The pixel's code, as TikTok's Events Manager shows it.")
    ],
    delivery: delivery, objects: ["user", "properties", "page"],
    event: .record([
      "event": .eventName, "event_time": .seconds, "user": .object("user"),
      "properties": .object("properties"), "page": .object("page"),
    ]),
    body: .record([
      "event_source": .text(EventSource.web.rawValue), "event_source_id": .account(0),
      "partner_name": .text("GoogleTagManagerServer"), "data": .list([.object(Envelope.event)]),
    ]),
    vocabulary: vocabulary, person: (object: "user", forms: person), commerce: commerce,
    page: (url: MemberPlace("page", "url"), referrer: MemberPlace("page", "referrer")),
    eventID: .event("event_id"),
    click: IdentifierForm(
      urlParameter: "ttclid", cookie: "ttclid", eventData: "ttclid",
      origin: .urlParameter(name: "ttclid"), isRenewed: false),
    browser: IdentifierForm(
      cookie: "_ttp", eventData: "ttp", origin: .cookie(name: "_ttp"),
      isRenewed: true),
    pixel: pixel, testing: testing, tokenPatterns: tokenPatterns, modules: TemplateSources.tikTok,
    setUp: setUp)

  static var rules: [Rule] {
    [.metaFieldName, .pixelCode, .tikTokNameAsTrigger, .unusualPixelCode]
  }

  /// TikTok answers errors with HTTP 200 too: the code inside the body decides.
  private static let delivery = Delivery(
    address: [.text("https://business-api.tiktok.com/open_api/v1.3/event/track/")],
    authentication: .header("Access-Token"), message: ["answer.code", "answer.message"],
    accepted: "answer.code === 0 && response.statusCode < 300",
    acceptedAnswer:
      #"{"code":0,"message":"OK","request_id":"20260101000000SIMULATED","data":{}}"#,
    refusal: (
      words: "with another code than 0", status: 200,
      body: #"{"code":40002,"message":"content_id: Not a valid string"}"#
    ))

  /// Names since May 2025, the pixel's page view, and names that TikTok still accepts; the currencies of Events API v1.3,
  /// `properties.currency`.
  private static let vocabulary = EventVocabulary(
    [
      "AddPaymentInfo": .addPaymentInfo, "AddToCart": .addToCart, "AddToWishlist": .addToWishlist,
      "ApplicationApproval": nil, "CompleteRegistration": .registration, "Contact": .contact,
      "CustomizeProduct": .customizeProduct, "Download": .download,
      "FindLocation": .findLocation, "InitiateCheckout": .checkout, "Lead": .lead,
      "Purchase": .purchase, "Schedule": .schedule, "Search": .search, "StartTrial": .startTrial,
      "SubmitApplication": .submitApplication, "Subscribe": .subscribe,
      "ViewContent": .viewContent, "Pageview": .pageView, "ClickButton": nil,
      "CompletePayment": .purchase, "PlaceAnOrder": .purchase, "SubmitForm": .lead,
    ],
    currencies: """
      AED ARS AUD BDT BHD BIF BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DZD EGP EUR GBP GTQ HKD HNL HUF
      IDR ILS INR ISK JPY KES KHR KRW KWD KZT MAD MOP MXN MYR NGN NIO NOK NZD OMR PEN PHP PKR PLN PYG
      QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VES VND ZAR
      """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The members of `user`.
  private static let person: [MatchKey.Kind: PersonForm] = [
    .email: PersonForm("email", "E-mail", .email, isHashed: true, pixelName: "email"),
    .phone: PersonForm("phone", "Phone", isHashed: true, pixelName: "phone_number") {
      .phone(countryCode: $0.defaultCountryCode)
    },
    .externalID: PersonForm(
      "external_id", "External id", .externalID, isHashed: true, pixelName: "external_id"),
    .clickID: PersonForm("ttclid", "Click id", .identifier),
    .browserID: PersonForm("ttp", "Browser id", .identifier),
    .ipAddress: PersonForm("ip", "IP address", .address),
    .userAgent: PersonForm("user_agent", "User agent", .text),
    .firstName: PersonForm("first_name", "First name", .hashedName, isHashed: true, arity: .first),
    .lastName: PersonForm("last_name", "Last name", .hashedName, isHashed: true, arity: .first),
    .zipCode: PersonForm("zip_code", "Postal code", .hashedName, isHashed: true, arity: .first),
    .city: PersonForm("city", "City", .plain),
    .state: PersonForm("state", "State", .plain),
    .country: PersonForm("country", "Country", .plain),
    .locale: PersonForm("locale", "Language", .text),
  ]

  private static let commerce = CommerceForm(
    object: "properties",
    fields: [
      .init(
        "content_id", "impersonal", "item.content_id, item.item_id, item.id", "12345", "SKU-2"),
      .init(
        "content_name", "impersonal", "item.content_name, item.item_name, item.name", "Tee", nil),
      .init(
        "content_category", "impersonal", "item.content_category, categories(item)", "Apparel",
        nil),
      .init("brand", "impersonal", "item.brand, item.item_brand", "Example", nil),
      .init("price", "number", "item.price", CommerceForm.examplePrice, 0),
      .init("quantity", "positive(number)", "item.quantity, missing(item.quantity) && 1", 2, 1),
    ],
    hasTypedContents: true, identifies: ["content_id", "content_name"], id: "content_id",
    price: "price", orderID: ["order_id"], query: ["query", "search_string"])

  /// `ttq.track(event, properties, {event_id, pixel_code})`.
  ///
  /// TikTok's help on event deduplication: two events are the same if pixel, name and id are. The second of a pixel's and
  /// a server's is merged into the first within 5 minutes and dropped within 48 hours; of two from the same side, the
  /// second is dropped within 48 hours. Older texts: a server's event without an id is compared by `_ttp`.
  private static let pixel = PixelForm(
    script: PixelScript(
      installed: TemplateSources.ttqInstalled, generated: TemplateSources.ttqGenerated,
      functions: ["ttq.track", "ttq.identify", "ttq.page"],
      pageCalls: ["ttq.page()", "ttq.track()"],
      calls: [.init(function: "ttq.track", event: 0, properties: 1, options: 2)]),
    personCall: .init(function: "ttq.identify", person: 0), tellsInstalledPixel: true,
    idMember: "event_id", pixelMember: "pixel_code",
    digestMembers: ["email": "sha256_email", "phone_number": "sha256_phone_number"],
    counting: EventCounting.Rule(mergesWithin: 5 * 60_000, dropsWithin: 48 * 3_600_000))

  private static let tokenPatterns = [
    TokenPattern("an access token of TikTok", secret: "TIKTOK_ACCESS_TOKEN") {
      $0.count == 40 && $0.allSatisfy(TokenPattern.isLowerHex)
    },
    TokenPattern("a test event code of TikTok", secret: "TIKTOK_TEST_EVENT_CODE", isTestCode: true)
    { word in
      (8...10).contains(word.count) && word.starts(with: "TEST".utf8)
        && word.dropFirst(4).allSatisfy(TokenPattern.isDigit)
    },
  ]

  private static let setUp = SetUpForm(
    pixelProof: "Events Manager lists it, with the connection method Events API",
    tokenProof:
      "it is kept where secrets are kept: TikTok shows it once, and nothing here holds it",
    accountTitle: "note the pixel code",
    accountProof: "the plan has the 20 characters that Events Manager shows",
    accountRules: [.pixelCode, .unusualPixelCode], eventRules: [.tikTokNameAsTrigger],
    contentsRules: [.metaFieldName],
    testProof: "'test' passes, and a real conversion shows under Test Events within 30 seconds",
    qualityProof: "after one or two days Events Manager shows it")

  /// `limited_data_use` of an event, a boolean, and `device`.
  func ownMembers(of event: On<EventPayload>) -> [Member] {
    var members: [Member] = []
    switch declaration.limitedDataUse {
    case .off: break
    case .on: members.append(.option("limited_data_use", true))
    case .from(let source): members.append(.option("limited_data_use", source, .truth))
    }
    if let clientHints {
      members.append(.option("device", clientHints, .device, field: "client_hints", rank: 2))
    }
    return members
  }
}

extension Conversion {
  /// The browser's client hints in the shape of TikTok's `device`.
  fileprivate static let device = Conversion(
    "device", example: ["platform": "Linux", "mobile": false])
}
