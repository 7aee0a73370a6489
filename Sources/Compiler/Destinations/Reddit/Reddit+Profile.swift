import JSONText
import SandboxedJS
import TagwrightPlan
import Templates

extension Reddit: CompiledDestination {
  static let profile = DestinationProfile(
    name: "Reddit", api: "Conversions API",
    account: [
      AccountField(
        field: "pixel_id", label: "Pixel id", shownName: "Pixel", variable: "Pixel ID",
        example: "a2_abc123def456", planLabel: "pixelID", planExample: "a2_abc123def456",
        place: "The pixel's id, as Reddit's Events Manager shows it.")
    ],
    delivery: delivery, objects: ["user", "metadata"],
    pairs: [(MemberPlace("metadata", "value"), other: "currency")],
    event: .record([
      "event_at": .milliseconds, "action_source": .text("WEBSITE"),
      "type": .listed(
        .record(["tracking_type": .eventName]),
        own: .record(["tracking_type": .text("CUSTOM"), "custom_event_name": .eventName])),
      "user": .object("user"), "metadata": .object("metadata"),
    ]),
    body: .record(["data": .record(["events": .list([.object(Envelope.event)])])]),
    vocabulary: vocabulary, person: (object: "user", forms: person), commerce: commerce,
    page: (url: .event("event_source_url"), referrer: nil),
    // Raw on both sides: whether Reddit's pixel hashes the id on its way is not settled, and both have to be alike.
    eventID: MemberPlace("metadata", "conversion_id"),
    click: IdentifierForm(
      urlParameter: "rdt_cid", cookie: "_rdt_cid", eventData: "rdt_cid",
      origin: .urlParameter(name: "rdt_cid"), isRenewed: false),
    browser: IdentifierForm(
      cookie: "_rdt_uuid", eventData: "rdt_uuid",
      origin: .cookie(name: "_rdt_uuid"), isRenewed: true),
    pixel: pixel, testing: testing,
    needs: [
      (
        "(event.click_id || user.uuid || user.email || user.phone_number || user.external_id || user.ip_address)",
        "nothing that Reddit identifies a person by"
      )
    ], modules: TemplateSources.reddit, openQuestions: openQuestions,
    setUp: setUp)

  /// Reddit slows down requests of a user agent that says nothing. An answer of 200 may name events that it did not take.
  private static let delivery = Delivery(
    address: [
      .text("https://ads-api.reddit.com/api/v3/pixels/"), .account(0), .text("/conversion_events"),
    ],
    authentication: .header("Authorization", prefix: "Bearer "),
    headers: [NamedText("User-Agent", "server:tagwright:v1 (server-side Google Tag Manager)")],
    message: [
      "(answer.error || {}).code", "(answer.error || {}).message", "(answer.data || {}).message",
    ],
    accepted: """
      response.statusCode < 300 && !answer.error && \
      !occupied(answer.invalid_events) && !occupied((answer.data || {}).invalid_events) && \
      shown((answer.data || {}).message).indexOf('processed 0 ') < 0
      """,
    acceptedAnswer: #"{"data":{"message":"Successfully processed 1 conversion events."}}"#,
    refusal: (
      words: "with an error, or that it did not take an event", status: 200,
      body: #"{"invalid_events":[{"error_message":"no user data"}]}"#
    ))

  /// The start of a checkout, payment details and lists of products have no standard event: they are one's own, and never
  /// leads.
  static let vocabulary = EventVocabulary(
    [
      "ADD_TO_CART": .addToCart, "ADD_TO_WISHLIST": .addToWishlist, "LEAD": .lead,
      "PAGE_VISIT": .pageView, "PURCHASE": .purchase, "SEARCH": .search, "SIGN_UP": .registration,
      "VIEW_CONTENT": .viewContent,
    ], longestOwnName: 64)

  /// The members of `user`, each a text; Reddit takes plain values, too, and advises to hash them. The address and the
  /// whole `_rdt_uuid` go out plain, as its examples have them.
  private static let person: [MatchKey.Kind: PersonForm] = [
    .email: PersonForm(
      "email", "E-mail", .mailbox, isHashed: true, arity: .first, pixelName: "email"),
    .phone: PersonForm(
      "phone_number", "Phone", isHashed: true, arity: .first, pixelName: "phoneNumber"
    ) {
      .phone(countryCode: $0.defaultCountryCode)
    },
    .externalID: PersonForm(
      "external_id", "External id", .externalID, isHashed: true, arity: .first,
      pixelName: "externalId"),
    .clickID: PersonForm("click_id", "Click id", .identifier, in: Envelope.event),
    .browserID: PersonForm("uuid", "Browser id", .identifier),
    .ipAddress: PersonForm("ip_address", "IP address", .address),
    .userAgent: PersonForm("user_agent", "User agent", .text),
  ]

  private static let commerce = CommerceForm(
    object: "metadata", contents: "products", hasContentType: false,
    fields: [
      .init("id", "impersonal", "item.id, item.item_id", "12345", "SKU-2"),
      .init("name", "impersonal", "item.name, item.item_name", "Tee", nil),
      .init("category", "impersonal", "item.category, item.item_category", "Apparel", nil),
      .init("quantity", "count", "item.quantity, missing(item.quantity) && 1", 2, 1),
      .init("item_price", "number", "item.item_price, item.price", CommerceForm.examplePrice, 0),
    ],
    hasTypedContents: false, identifies: ["id", "name"], id: "id", price: "item_price",
    orderID: [], query: [],
    derived: [.pieces("item_count", roles: nil)])

  private static let setUp = SetUpForm(
    pixelProof: "Events Manager lists it, with the Conversions API as a source",
    tokenProof: "it is kept where secrets are kept: Reddit shows it once",
    accountTitle: "note the pixel id",
    accountProof: "the plan has the id that Events Manager shows",
    accountRules: [], eventRules: [], contentsRules: [],
    testProof: "'test' passes, and a real conversion shows under Event Testing",
    qualityProof: "after two days Events Manager shows it for each event")

  func ownMembers(of event: On<EventPayload>) -> [Member] {
    var options = JSONObject([.init("modes", ["LDU"]), .init("country", .string(region.country))])
    if let state = region.region { options["region"] = .string(state) }
    return [
      .option(
        "screen_dimensions", .eventData("screen_resolution"), .dimensions,
        field: "screen_resolution", in: "user")
    ]
      + Member.option(
        "data_processing_options", .object(options), in: "user", declaration.limitedDataUse,
        isOfPixel: true)
  }
}

extension Conversion {
  fileprivate static let mailbox = hashed("mailbox", example: " Al.Ice+shop@Example.com ") {
    _ in "alice@example.com"
  }
  fileprivate static let dimensions = Conversion("dimensions", example: "1920x1080") { _ in
    ["width": 1920, "height": 1080]
  }
}
