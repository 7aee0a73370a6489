import JSONText
import SandboxedJS
import TagwrightPlan
import Templates

extension Pinterest: CompiledDestination {
  /// The address of v5 names the advertising account; the tag's id is the browser's alone. The objects of a request are
  /// closed: nothing else is sent, not even the name of a partner, which is for those whom Pinterest asked for it.
  static let profile = DestinationProfile(
    name: "Pinterest", api: "Conversions API",
    account: [
      AccountField(
        field: "tag_id", label: "Tag id", shownName: "Tag", variable: "Tag ID",
        example: "2612345678901", isNumeric: true, isSent: false, planLabel: "tagID",
        planExample: "2612345678901",
        place: "The digits of the Pinterest tag, as Ads Manager shows them under Conversions."),
      AccountField(
        field: "ad_account_id", label: "Ad account id", shownName: "Ad account",
        variable: "Ad Account ID", example: "549755885175", isNumeric: true,
        planLabel: "adAccountID", planExample: "549755885175",
        place: "The digits of the ad account, which the addresses of Ads Manager have, too."),
    ],
    delivery: delivery, objects: ["user", "custom"],
    pairs: [(MemberPlace("custom", "value"), other: "currency")],
    event: .record([
      "event_name": .eventName, "action_source": .text("web"), "event_time": .seconds,
      "user_data": .object("user"), "custom_data": .object("custom"),
    ]),
    body: .record(["data": .list([.object(Envelope.event)])]),
    vocabulary: vocabulary, person: (object: "user", forms: person), commerce: commerce,
    page: (url: .event("event_source_url"), referrer: nil),
    eventID: .event("event_id"),
    // Pinterest prefers the cookie that its tag wrote to the address; one of its pages calls it 'ptk', all code '_epik'.
    click: IdentifierForm(
      urlParameter: "epik", cookie: "_epik", eventData: "epik", origin: .cookie(name: "_epik"),
      isRenewed: false, prefersCookie: true),
    browser: nil, pixel: pixel, testing: testing,
    needs: [
      (
        "(user.em || user.client_ip_address && user.client_user_agent)",
        "neither an e-mail address nor an IP address with a user agent"
      ), ("event.event_id", "no event_id, without which Pinterest takes no event"),
    ], needsEventID: true, modules: TemplateSources.pinterest, openQuestions: openQuestions,
    setUp: setUp)

  /// A status of 200 may tell of a failure. Whether one that failed is answered with 200 or 422 is not settled: neither
  /// counts as taken.
  private static let delivery = Delivery(
    address: [.text("https://api.pinterest.com/v5/ad_accounts/"), .account(1), .text("/events")],
    authentication: .header("Authorization", prefix: "Bearer "),
    message: [
      "answer.code", "answer.message", "(items(answer.events)[0] || {}).error_message",
      "(items(answer.events)[0] || {}).warning_message",
    ],
    accepted: """
      response.statusCode < 300 && answer.num_events_processed > 0 && \
      answer.num_events_processed === answer.num_events_received && \
      items(answer.events).every((event) => event.status === 'processed')
      """,
    acceptedAnswer:
      #"{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed","error_message":"","warning_message":""}]}"#,
    refusal: (
      words: "that an event failed, whatever the status", status: 200,
      body:
        #"{"num_events_received":1,"num_events_processed":0,"events":[{"status":"failed","error_message":"no user data"}]}"#
    ))

  /// A product page is one view of content and no second page visit, although Pinterest's text allows both.
  private static let vocabulary = EventVocabulary(
    [
      "add_payment_info": .addPaymentInfo, "add_to_cart": .addToCart,
      "add_to_wishlist": .addToWishlist, "app_install": nil, "checkout": .purchase, "custom": nil,
      "initiate_checkout": .checkout, "lead": .lead, "page_visit": .pageView, "search": .search,
      "signup": .registration, "subscribe": .subscribe, "view_category": .listView,
      "view_content": .viewContent, "watch_video": .videoStart,
    ], substitute: ".custom()")

  /// The members of `user_data`; what is hashed is a list. Names keep their inner spaces and external ids their case,
  /// since Pinterest's text asks for lower case and for nothing else.
  private static let person: [MatchKey.Kind: PersonForm] = [
    .email: PersonForm("em", "E-mail", .email, isHashed: true, arity: .list, pixelName: "em"),
    .phone: PersonForm("ph", "Phone", isHashed: true, arity: .list, takesDigests: false) {
      .digits(countryCode: $0.defaultCountryCode)
    },
    .externalID: PersonForm(
      "external_id", "External id", .externalID, isHashed: true, arity: .list),
    .firstName: PersonForm("fn", "First name", .lower, isHashed: true, arity: .list),
    .lastName: PersonForm("ln", "Last name", .lower, isHashed: true, arity: .list),
    .zipCode: PersonForm("zp", "Postal code", .zip, isHashed: true, arity: .list),
    .city: PersonForm("ct", "City", .hashedName, isHashed: true, arity: .list),
    .state: PersonForm("st", "State", .twoLetters, isHashed: true, arity: .list),
    .country: PersonForm("country", "Country", .alpha2, isHashed: true, arity: .list),
    .birthDate: PersonForm("db", "Date of birth", .birthday, isHashed: true, arity: .list),
    .gender: PersonForm("ge", "Gender", .genderOrNone, isHashed: true, arity: .list),
    .clickID: PersonForm("click_id", "Click id", .identifier),
    .ipAddress: PersonForm("client_ip_address", "IP address", .address),
    .userAgent: PersonForm("client_user_agent", "User agent", .text),
  ]

  private static let commerce = CommerceForm(
    object: "custom", hasContentType: false, hasTextMoney: true,
    fields: [
      .init("id", "impersonal", "item.id, item.item_id", "12345", "SKU-2"),
      .init("item_name", "impersonal", "item.item_name, item.name", "Tee", nil),
      .init("item_category", "impersonal", "item.item_category", "Apparel", nil),
      .init("item_brand", "impersonal", "item.item_brand, item.brand", "Example", nil),
      .init("item_price", "amount", "item.item_price, item.price", "29.99", "0"),
      .init("quantity", "count", "item.quantity, missing(item.quantity) && 1", 2, 1),
    ],
    hasTypedContents: false, identifies: ["id"], id: "id", price: "item_price",
    orderID: ["order_id"], query: ["search_string"],
    derived: [
      .ids, .pieces("num_items", roles: nil),
    ])

  private static let setUp = SetUpForm(
    pixelProof: "Ads Manager lists it as a tag, with conversions by the API allowed",
    tokenProof: "it is kept where secrets are kept: a conversion access token of Ads Manager",
    accountTitle: "note the ids of tag and ad account",
    accountProof: "the plan has the digits of both, which differ",
    accountRules: [.numericID], eventRules: [], contentsRules: [],
    testProof: "'test' passes, and 'send' shows in Ads Manager while its test view is open",
    qualityProof: "after two days Ads Manager shows it for each event")

  func ownMembers(of event: On<EventPayload>) -> [Member] {
    Member.option("opt_out_type", "LDP", in: "custom", declaration.limitedDataUse)
      + [optOut.map { .option("opt_out", $0, .truth) }].compactMap(\.self)
  }
}

extension Conversion {
  fileprivate static let genderOrNone = hashed("genderOrNone", example: "n") { $0 }
  fileprivate static let zip = hashed("zip", example: "94035-1234") { $0.filter(\.isNumber) }
}
