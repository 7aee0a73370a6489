import JSONText
import TagwrightPlan
import Testing

extension TestedDestination {
  static let reddit = TestedDestination(
    name: "Reddit",
    plan: { options in
      Reddit(
        pixelID: "a2_abc123def456", accessToken: .secret("TOKEN"),
        testEventCode: options.isTest ? .secret("TOKEN") : nil, consent: options.consent,
        deduplication: .sharedEventID(.eventData("event_id")),
        limitedDataUse: options.limitedDataUse, region: .unitedStates(state: "CA")
      ) {
        everyMatchKey()
        BrowserID()
      } events: {
        On("page_view", send: .pageVisit())
        On("view_item", send: .viewContent(contents: .items))
        On("add_to_cart", send: .addToCart(value: value, currency: currency, contents: .items))
        On("purchase", send: .purchase(value: value, currency: currency, contents: .items))
        On("search", send: .search())
        On("begin_checkout", send: .custom("Begin Checkout"))
      }.layout(options.layout).sources(options.style)
    },
    eventPath: "data.events.0",
    address: "https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events",
    token: .authorization,
    permitted: "https://ads-api.reddit.com/api/v3/pixels/*/conversion_events",
    accepted: Answer(body: #"{"data":{"message":"Successfully processed 1 conversion events."}}"#),
    answers: [
      (Answer(body: #"{"data":{"message":"Successfully processed 1 conversion events."}}"#), true),
      (Answer(body: ""), true), (Answer(body: #"{"data":{}}"#), true),
      (Answer(body: #"{"data":{"message":"Successfully processed 0 conversion events."}}"#), false),
      (Answer(body: #"{"invalid_events":[{"error_message":"bad"}]}"#), false),
      (Answer(body: #"{"error":{"code":400,"message":"bad"}}"#), false),
      (Answer(status: 401, body: #"{"error":{"code":401}}"#), false),
    ], body: body)

  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")

  private static let body = BodyForm.object(
    ["data": .object(["events": .list(event)], required: ["events"])], required: ["data"])

  private static let event = BodyForm.object(
    [
      "event_at": .integer, "action_source": .constant("WEBSITE"), "event_source_url": .text,
      "type": .object(
        [
          "tracking_type": .oneOf([
            "PAGE_VISIT", "VIEW_CONTENT", "SEARCH", "ADD_TO_CART", "PURCHASE", "CUSTOM",
          ]), "custom_event_name": .constant("Begin Checkout"),
        ], required: ["tracking_type"]), "click_id": .text,
      "user": .object([
        "email": .digest, "phone_number": .digest, "external_id": .digest, "ip_address": .address,
        "user_agent": .text, "uuid": .text,
        "screen_dimensions": .object(
          ["width": .integer, "height": .integer], required: ["width", "height"]),
        "data_processing_options": .constant(
          ["modes": ["LDU"], "country": "US", "region": "US-CA"]),
      ]),
      "metadata": .object([
        "conversion_id": .text, "currency": .text, "value": .number, "item_count": .number,
        "products": .list(
          .object([
            "id": .text, "name": .text, "category": .text, "quantity": .integer,
            "item_price": .number,
          ])),
      ]),
    ], required: ["event_at", "action_source", "type", "user", "metadata"])
}

/// Reddit is held to its own documents: what it gets of a hit.
@Suite struct RedditTests {
  private let reddit = TestedDestination.reddit

  @Test func personalDataIsHashedInRedditsForms() throws {
    try reddit.expect(
      "user.email",
      [
        (
          "published", .person("email_address", "Al.ice$+Apple@Example.Com"),
          "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"
        ),
        (
          "dots go", .person("email_address", "alice.smith@example.com"),
          "9d63781364696b34c614b9f0b02558707f62a88332a0dd39cb20d8fbaf0f34bc"
        ),
        (
          "the first of several", .person("email_address", ["alice@example.com", "b@example.com"]),
          "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"
        ), ("nothing is left of the name", .person("email_address", "+a@example.com"), nil),
        (
          "GA4's own digest",
          .person(
            "sha256_email_address",
            "FF8D9819FC0E12BF0D24892E45987E249A28DCE836A85CAD60E28EAAA8C6D976"),
          "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"
        ),
      ])
    try reddit.expect(
      "user.phone_number",
      [
        (
          "published", .person("phone_number", "+1 555 444-1234"),
          "e5b124c58580eb16bd959b8d0cac12b12c952e2ceae0203d416cff94f10b994a"
        ),
        (
          "a national number", .person("phone_number", "0171 3920012"),
          "dd1441360ced4b51b7b8452626df2789a0d5a2ace34dfe90e4d5372e0dece70d"
        ),
      ])
    try reddit.expect(
      "user.external_id",
      [
        (
          "hashed", ServerHit.visit.with(("user_id", "user-4711x")),
          "aa0acf0dfa3daff130c91a9efefbafd8282c6c87b82c2fc7a2e6322fedca336a"
        )
      ])
  }

  @Test func idsOfClickAndBrowserAreWhole() throws {
    try reddit.expect(
      "click_id",
      [
        ("a new click", .landing("rdt_cid=318474", cookie: ("_rdt_cid", "old")), "318474"),
        ("not decoded twice", .landing("rdt_cid=a%252Bb"), "a%2Bb"),
        ("the cookie", .landing("", cookie: ("_rdt_cid", "old")), "old"),
      ])
    for outcome in try reddit.outcomes([.landing("rdt_cid=318474")])[0] {
      #expect(outcome.cookies.map(\.name) == ["_rdt_cid"])
      #expect(outcome.cookies.first?.attributes["max-age"] == "2592000")
    }
    let uuid = "1677712978045.b8f7eb7d-b357-437b-8bd3-e1c8166c7132"
    try reddit.expect(
      "user.uuid",
      [("the whole cookie", .landing("", cookie: ("_rdt_uuid", uuid)), .string(uuid))])
    try reddit.expect(
      "user.screen_dimensions",
      [
        (
          "GA4's screen", ServerHit.visit.with(("screen_resolution", "1920x1080")),
          ["width": 1920, "height": 1080]
        ), ("a viewport is none", ServerHit.visit.with(("viewport_size", "800x600")), nil),
        ("rubbish", ServerHit.visit.with(("screen_resolution", "wide")), nil),
      ])
  }

  @Test func timesAreMillisecondsAndNamesAreReddits() throws {
    try reddit.expect("event_at", [("13 digits", .visit, 1_767_225_600_123)])
    try reddit.expect(
      "type",
      [
        ("a page", .visit, ["tracking_type": "PAGE_VISIT"]),
        (
          "one's own is never a lead", ServerHit.visit.with(("event_name", "begin_checkout")),
          ["tracking_type": "CUSTOM", "custom_event_name": "Begin Checkout"]
        ),
      ])
    try reddit.expect(
      "event_source_url", [("the page", .visit, "https://shop.example.com/")])
  }

  @Test func moneyAndProductsAreNumbers() throws {
    try reddit.expect(
      "metadata",
      [
        (
          "an order", .order(),
          [
            "products": [
              [
                "id": "SKU-1", "name": "Tee", "category": "Apparel", "quantity": 2,
                "item_price": 19.99,
              ], ["id": "SKU-2", "quantity": 1, "item_price": 0],
            ], "value": 59.98, "currency": "EUR", "item_count": 3, "conversion_id": "id-1",
          ]
        )
      ])
    try reddit.expect("metadata.value", [("zero", .order(("value", 0)), 0)])
    try reddit.expect(
      "metadata.conversion_id", [("no order's number", .order(("event_id", nil)), nil)])
  }

  @Test func limitedDataUseHasACountryAndComesOnlyWhenAsked() throws {
    let limited: JSON = ["modes": ["LDU"], "country": "US", "region": "US-CA"]
    try reddit.expect(
      "user.data_processing_options",
      [
        ("yes", ServerHit.visit.with(("ldu", true)), limited),
        ("somebody's data alone", .person("email_address", "a@example.com"), nil),
        ("no", ServerHit.visit.with(("ldu", "0")), nil),
      ], .init(limitedDataUse: .from(.eventData("ldu"))))
  }

  @Test func requestsNameTheirUserAgentAndTests() throws {
    for outcome in try reddit.outcomes([.visit], .init(isTest: true), in: [0])[0] {
      let agent = outcome.requests.first?.headers["user-agent"] ?? ""
      #expect(agent.contains("tagwright"))
      #expect(outcome.body?.at("data.test_id")?.string == RunningContainer.token)
    }
    for outcome in try reddit.outcomes([.visit])[0] {
      #expect(outcome.body?.at("data.test_id") == nil)
    }
  }

  @Test func anOwnNameHasUpTo64Characters() {
    func rules(_ name: String) -> [String] {
      CompiledPlan {
        GA4Client()
        Reddit(
          pixelID: "a2_abc123def456", accessToken: .secret("TOKEN"),
          consent: .waived(because: "a test"), deduplication: .notNeeded(because: "a test")
        ) {
        } events: {
          On("quiz", send: .custom(name))
        }
      }.rules.filter { $0 == "empty-event-name" }
    }
    #expect(rules(String(repeating: "a", count: 64)) == [])
    #expect(rules(String(repeating: "a", count: 65)) == ["empty-event-name"])
  }

  @Test func whomNothingIdentifiesIsNotSent() throws {
    let nobody = ServerHit.visit.with(("ip_override", nil))
    try reddit.expectSent([
      ("an address", .visit, true), ("a browser's name", nobody, false),
      ("an id", nobody.with(("user_id", "1")), true),
    ])
  }
}
