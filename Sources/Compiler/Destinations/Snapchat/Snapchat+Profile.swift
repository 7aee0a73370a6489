import JSONText
import SandboxedJS
import TagwrightPlan
import Templates

extension Snapchat: CompiledDestination {
  /// Seconds and 'WEB' are what the documents show; milliseconds and other spellings are in code of others only.
  static let profile = DestinationProfile(
    name: "Snapchat", api: "Conversions API",
    account: [
      AccountField(
        field: "pixel_id", label: "Pixel id", shownName: "Pixel", variable: "Pixel ID",
        example: "bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11", planLabel: "pixelID",
        planExample: "bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11",
        place: "The pixel's id, as Snapchat's Events Manager shows it.")
    ],
    delivery: delivery, objects: ["user", "custom"],
    pairs: [(MemberPlace("custom", "value"), other: "currency")],
    event: .record([
      "event_name": .eventName, "action_source": .text("WEB"), "event_time": .seconds,
      "user_data": .object("user"), "custom_data": .object("custom"),
    ]),
    body: .record(["data": .list([.object(Envelope.event)])]),
    vocabulary: vocabulary, person: (object: "user", forms: person), commerce: commerce,
    page: (url: .event("event_source_url"), referrer: nil),
    eventID: .event("event_id"),
    click: IdentifierForm(
      urlParameter: "ScCid", cookie: "_scclid", eventData: "ScCid",
      origin: .urlParameter(name: "ScCid"), isRenewed: false),
    browser: IdentifierForm(
      cookie: "_scid", eventData: "scid", origin: .cookie(name: "_scid"),
      isRenewed: true),
    pixel: pixel, testing: testing,
    needs: [
      (
        "(user.em || user.ph || user.client_ip_address && user.client_user_agent)",
        "neither an e-mail address nor a phone number nor an IP address with a user agent"
      )
    ], modules: [], openQuestions: openQuestions,
    setUp: setUp)

  /// The documents and the SDK have the token in the address, others in a header. What a good answer says beside its
  /// status is not settled: whatever does not tell of a failure counts as taken.
  private static let delivery = Delivery(
    address: [.text("https://tr.snapchat.com/v3/"), .account(0), .text("/events")],
    authentication: .query("access_token"), message: ["answer.status", "answer.reason"],
    accepted: """
      response.statusCode < 300 && \
      ['INVALID', 'FAILED'].indexOf(answer.status) < 0 && \
      !occupied(answer.errors) && !occupied(answer.error_records)
      """,
    acceptedAnswer: #"{"status":"VALID","reason":"","errors":{"codes":[],"error_msgs":[]}}"#,
    refusal: (
      words: "that the event is invalid, whatever the status", status: 200,
      body: #"{"status":"INVALID","reason":"no user data"}"#
    ))

  /// There is no event for a lead: 'SIGN_UP', which others take, would mix two goals. The currencies are those of
  /// Segment's list; Snapchat's own says that there is one.
  private static let vocabulary = EventVocabulary(
    [
      "ACHIEVEMENT_UNLOCKED": nil, "ADD_BILLING": .addPaymentInfo, "ADD_CART": .addToCart,
      "ADD_TO_WISHLIST": .addToWishlist, "AD_CLICK": nil, "AD_VIEW": nil, "APP_INSTALL": nil,
      "APP_OPEN": nil, "COMPLETE_TUTORIAL": nil, "CUSTOM_EVENT_1": nil, "CUSTOM_EVENT_2": nil,
      "CUSTOM_EVENT_3": nil, "CUSTOM_EVENT_4": nil, "CUSTOM_EVENT_5": nil, "INVITE": nil,
      "LEVEL_COMPLETE": nil, "LIST_VIEW": .listView, "LOGIN": .login, "PAGE_VIEW": .pageView,
      "PURCHASE": .purchase, "RATE": nil, "RESERVE": nil, "SAVE": nil, "SEARCH": .search,
      "SHARE": .share, "SIGN_UP": .registration, "SPENT_CREDITS": nil,
      "START_CHECKOUT": .checkout, "START_TRIAL": .startTrial, "SUBSCRIBE": .subscribe,
      "VIEW_CONTENT": .viewContent,
    ],
    currencies: """
      AED ALL AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP GHS GIP HKD HRK HUF IDR ILS
      INR IQD ISK JOD JPY KES KRW KWD KZT LBP MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RUB
      SAR SEK SGD THB TRY TWD TZS UAH USD VND XOF ZAR
      """.split(whereSeparator: \.isWhitespace).map(String.init), substitute: ".customEvent1()")

  /// The members of `user_data`; several values make a list. The external id is hashed, as Snapchat recommends.
  private static let person: [MatchKey.Kind: PersonForm] = [
    .email: PersonForm("em", "E-mail", .email, isHashed: true, pixelName: "user_email"),
    .phone: PersonForm(
      "ph", "Phone", isHashed: true, takesDigests: false, pixelName: "user_phone_number"
    ) {
      .digits(countryCode: $0.defaultCountryCode)
    },
    .externalID: PersonForm("external_id", "External id", .externalID, isHashed: true),
    .firstName: PersonForm("fn", "First name", .hashedName, isHashed: true),
    .lastName: PersonForm("ln", "Last name", .hashedName, isHashed: true),
    .zipCode: PersonForm("zp", "Postal code", .hashedName, isHashed: true),
    .city: PersonForm("ct", "City", .hashedName, isHashed: true),
    .state: PersonForm("st", "State", .twoLetters, isHashed: true),
    .country: PersonForm("country", "Country", .alpha2, isHashed: true),
    .birthDate: PersonForm("db", "Date of birth", .birthday, isHashed: true, arity: .first),
    .gender: PersonForm("ge", "Gender", .gender, isHashed: true),
    .clickID: PersonForm("sc_click_id", "Click id", .identifier),
    .browserID: PersonForm("sc_cookie1", "Browser id", .identifier),
    .ipAddress: PersonForm("client_ip_address", "IP address", .address),
    .userAgent: PersonForm("client_user_agent", "User agent", .text),
    .subscriptionID: PersonForm("subscription_id", "Subscription id", .text),
    .leadID: PersonForm("lead_id", "Lead id", .text),
  ]

  /// Prices and quantities are text, as the documents show them.
  private static let commerce = CommerceForm(
    object: "custom", needsMoney: true,
    fields: [
      .init("id", "impersonal", "item.id, item.item_id", "12345", "SKU-2"),
      .init(
        "quantity", "positive(amount)", "item.quantity, missing(item.quantity) && 1", "2", "1"),
      .init("item_price", "amount", "item.item_price, item.price", "29.99", "0"),
      .init("brand", "impersonal", "item.brand, item.item_brand", "Example", nil),
      .init("delivery_category", "impersonal", "item.delivery_category", nil, nil),
    ],
    hasTypedContents: false, identifies: ["id"], id: "id", price: "item_price",
    orderID: ["order_id"], query: ["search_string"],
    derived: [
      .ids, .pieces("num_items", roles: nil),
    ])

  private static let setUp = SetUpForm(
    pixelProof: "Events Manager lists it, with the Conversions API as a source",
    tokenProof: "it is kept where secrets are kept: Snapchat shows it in Business Manager",
    accountTitle: "note the pixel id",
    accountProof: "the plan has the id that Events Manager shows",
    accountRules: [], eventRules: [], contentsRules: [],
    testProof: "'test' passes, and 'send' is answered that the event is valid",
    qualityProof: "after two days Events Manager shows it for each event")

  func ownMembers(of event: On<EventPayload>) -> [Member] {
    Member.option("data_processing_options", ["LDU"], declaration.limitedDataUse)
  }
}
