import JSONText
import TagwrightPlan
import Testing

extension TestedDestination {
  static let snapchat = TestedDestination(
    name: "Snapchat",
    plan: { options in
      Snapchat(
        pixelID: "bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11", accessToken: .secret("TOKEN"),
        onlyTests: options.isTest, consent: options.consent,
        deduplication: .sharedEventID(.eventData("event_id")),
        limitedDataUse: options.limitedDataUse
      ) {
        everyMatchKey()
        BrowserID()
      } events: {
        On("page_view", send: .pageView())
        On("view_item", send: .viewContent(contents: .items))
        On("add_to_cart", send: .addCart(value: value, currency: currency, contents: .items))
        On(
          "purchase",
          send: .purchase(
            value: value, currency: currency, contents: .items,
            orderID: .eventData("transaction_id")))
        On("search", send: .search(query: .eventData("search_term")))
        On("generate_lead", send: .customEvent1())
      }.layout(options.layout).sources(options.style)
    },
    eventPath: "data.0",
    address: "https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events",
    token: .address, permitted: "https://tr.snapchat.com/v3/*/events?access_token=*",
    accepted: Answer(body: #"{"status":"VALID"}"#),
    answers: [
      (Answer(body: #"{"status":"VALID","errors":{"codes":[],"error_msgs":[]}}"#), true),
      (Answer(body: ""), true), (Answer(body: #"{"status":"INVALID"}"#), false),
      (Answer(body: #"{"status":"FAILED"}"#), false),
      (Answer(body: #"{"status":"VALID","errors":{"codes":["E1"],"error_msgs":[]}}"#), false),
      (Answer(body: #"{"error_records":[{"reason":"bad"}]}"#), false),
      (Answer(status: 401, body: #"{"reason":"token"}"#), false),
    ], body: body)

  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")

  private static let body = BodyForm.object(
    [
      "data": .list(
        .object(
          [
            "event_name": .text, "action_source": .constant("WEB"), "event_time": .integer,
            "event_id": .text, "event_source_url": .text, "user_data": person,
            "data_processing_options": .constant(["LDU"]),
            "custom_data": .object([
              "currency": .text, "value": .number, "content_ids": .texts, "num_items": .integer,
              "content_type": .oneOf(["product", "product_group"]), "order_id": .text,
              "search_string": .text,
              "contents": .list(
                .object(
                  [
                    "id": .text, "quantity": .decimal, "item_price": .decimal, "brand": .text,
                    "delivery_category": .text,
                  ], required: ["id"])),
            ]),
          ], required: ["event_name", "action_source", "event_time", "user_data"]))
    ], required: ["data"])

  private static let person = BodyForm.object([
    "em": .digests, "ph": .digests, "fn": .digests, "ln": .digests, "ct": .digests,
    "st": .digests, "zp": .digests, "country": .digests, "ge": .digests, "db": .digest,
    "external_id": .digests, "client_ip_address": .address, "client_user_agent": .text,
    "sc_click_id": .text, "sc_cookie1": .text,
  ])
}

/// Snapchat is held to its own documents: what it gets of a hit.
@Suite struct SnapchatTests {
  private let snapchat = TestedDestination.snapchat

  @Test func personalDataIsHashedInSnapchatsForms() throws {
    try snapchat.expect(
      "user_data.em",
      [
        (
          "published", .person("email_address", " Person@Example.com"),
          "542d240129883c019e106e3b1b2d3f3cb3537c43c425364de8e951d5a3083345"
        ),
        (
          "several", .person("email_address", ["a@example.com", "b@example.com"]),
          [.digest(of: "a@example.com"), .digest(of: "b@example.com")]
        ), ("a number", .person("email_address", 7), nil),
      ])
    try snapchat.expect(
      "user_data.ph",
      [
        (
          "published", .person("phone_number", "+44 844 412 4653"),
          "dc008fda46e2e64002cf2f82a4906236282d431c4f75e5b60bfe79fc48546383"
        ),
        (
          "a double zero and a zero of the number", .person("phone_number", "0049 (0)171 3920012"),
          .digest(of: "491713920012")
        ),
      ])
    try snapchat.expect(
      "user_data.fn",
      [
        (
          "published", .address("first_name", "John"),
          "96d9632f363564cc3032521409cf22a852f2032eec099ed5967c0d000cec607a"
        ),
        (
          "published, an accent", .address("first_name", "Raphaël"),
          "e74bb89e718fe1e19c422a48382870399f8bf7ca8dfa008739e75b0be76627b7"
        ),
      ])
    try snapchat.expect(
      "user_data.external_id",
      [
        (
          "hashed", ServerHit.visit.with(("user_id", "user-4711x")),
          "aa0acf0dfa3daff130c91a9efefbafd8282c6c87b82c2fc7a2e6322fedca336a"
        )
      ])
    try snapchat.expect(
      "user_data.db", [("a date", .person("birth_date", "16.2.1997"), .digest(of: "19970216"))])
  }

  @Test func theClickKeepsItsCaseAndNoBrowserIDIsInvented() throws {
    try snapchat.expect(
      "user_data.sc_click_id",
      [
        ("the address", .landing("ScCid=aBcD-1"), "aBcD-1"),
        ("a new click", .landing("ScCid=new", cookie: ("_scclid", "old")), "new"),
        ("the cookie", .landing("", cookie: ("_scclid", "old")), "old"),
        ("another spelling is another parameter", .landing("sccid=aBcD"), nil),
        ("a click of another platform", ServerHit.visit.with(("click_id", "x")), nil),
      ])
    for outcome in try snapchat.outcomes([.landing("ScCid=aBcD-1"), .visit]).flatMap(\.self) {
      #expect(outcome.cookies.allSatisfy { $0.name == "_scclid" && $0.value == "aBcD-1" })
    }
    try snapchat.expect(
      "user_data.sc_cookie1",
      [
        ("the pixel's cookie", .landing("", cookie: ("_scid", "8f0e-1")), "8f0e-1"),
        ("none", .visit, nil),
      ])
  }

  /// Snapchat wants a value and a currency for each purchase.
  @Test func aPurchaseWithoutMoneyIsNotSent() throws {
    try snapchat.expectSent([
      ("both", .order(), true), ("nothing to pay", .order(("value", 0)), true),
      ("no currency", .order(("currency", nil)), false),
      ("a currency that is not listed", .order(("currency", "XAU")), false),
      ("no value", .order(("value", nil), ("items", nil)), false),
      ("a page", .visit, true),
    ])
  }

  @Test func moneyIsANumberAndItemsAreText() throws {
    try snapchat.expect(
      "custom_data",
      [
        (
          "an order", .order(),
          [
            "contents": [
              ["id": "SKU-1", "quantity": "2", "item_price": "19.99", "brand": "Acme"],
              ["id": "SKU-2", "quantity": "1", "item_price": "0"],
            ], "content_type": "product", "value": 59.98, "currency": "EUR",
            "content_ids": ["SKU-1", "SKU-2"],
            "num_items": 3, "order_id": "T-1001",
          ]
        )
      ])
    try snapchat.expect(
      "custom_data.value",
      [
        ("of several items", .order(("value", nil)), 39.98), ("zero", .order(("value", 0)), 0),
      ])
  }

  @Test func namesAndTimesAreSnapchats() throws {
    try snapchat.expect(
      "event_name",
      [
        ("a page", .visit, "PAGE_VIEW"), ("an order", .order(), "PURCHASE"),
        ("a cart", ServerHit.visit.with(("event_name", "add_to_cart")), "ADD_CART"),
        (
          "a lead is no sign-up", ServerHit.visit.with(("event_name", "generate_lead")),
          "CUSTOM_EVENT_1"
        ),
      ])
    try snapchat.expect("event_time", [("seconds", .visit, 1_767_225_600)])
    try snapchat.expect("event_id", [("no order's number", .order(("event_id", nil)), nil)])
    try snapchat.expect(
      "test_event_code",
      [("no client can set it", ServerHit.visit.with(("test_event_code", "T")), nil)])
  }

  @Test func whatSnapchatRefusesIsNotSent() throws {
    try snapchat.expectSent([
      ("an address and a browser", .visit, true),
      ("an address alone", ServerHit.visit.with(("user_agent", nil)), false),
      ("an address that is no text", ServerHit.visit.with(("ip_override", 7)), false),
      (
        "a phone number",
        ServerHit.person("phone_number", "0171 3920012").with(("user_agent", nil)), true
      ),
    ])
  }

  @Test func limitedDataUseAndTestsAreSaidAsSnapchatWantsThem() throws {
    let options = DestinationTestOptions(limitedDataUse: .on, isTest: true)
    for outcomes in try snapchat.outcomes([.visit], options, in: [0]) {
      for outcome in outcomes {
        let token = RunningContainer.token
        #expect(
          outcome.requests.first?.url == "\(snapchat.address)/validate?access_token=\(token)")
        #expect(!outcome.log.contains { $0.contains(token) })
        #expect(outcome.body?.at("data.0.data_processing_options") == ["LDU"])
      }
    }
  }
}
