import JSONText
import TagwrightPlan
import Testing

extension TestedDestination {
  static let pinterest = TestedDestination(
    name: "Pinterest",
    plan: { options in
      Pinterest(
        tagID: "2612345678901", adAccountID: "549755885175", accessToken: .secret("TOKEN"),
        onlyTests: options.isTest, consent: options.consent,
        deduplication: .sharedEventID(
          .eventData("event_id"), purchase: .eventData("transaction_id")),
        limitedDataUse: options.limitedDataUse, userData: everyMatchKey
      ) {
        On("page_view", send: .pageVisit())
        On("view_item", send: .viewContent(contents: .items))
        On("add_to_cart", send: .addToCart(value: value, currency: currency, contents: .items))
        On(
          "purchase",
          send: .checkout(
            value: value, currency: currency, contents: .items,
            orderID: .eventData("transaction_id")))
        On("search", send: .search(query: .eventData("search_term")))
        On("sign_up", send: .custom(properties: [.predictedLifetimeValue(.eventData("ltv"))]))
      }.layout(options.layout).sources(options.style)
    },
    eventPath: "data.0", address: "https://api.pinterest.com/v5/ad_accounts/549755885175/events",
    token: .authorization, permitted: "https://api.pinterest.com/v5/ad_accounts/*/events",
    accepted: Answer(
      body:
        #"{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed","error_message":"","warning_message":"no click_id"}]}"#
    ),
    answers: [
      (
        Answer(
          body:
            #"{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed"}]}"#
        ), true
      ),
      (
        Answer(
          body:
            #"{"num_events_received":1,"num_events_processed":1,"events":[{"status":"failed"}]}"#),
        false
      ), (Answer(body: #"{"num_events_received":1,"num_events_processed":0,"events":[]}"#), false),
      (Answer(body: ""), false), (Answer(body: "{}"), false), (Answer(body: "<html>"), false),
      (Answer(body: #"{"num_events_received":1,"num_events_processed":1,"events":7}"#), true),
      (Answer(status: 422, body: #"{"code":4196,"message":"bad"}"#), false),
    ], body: body)

  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")

  /// Every object of Pinterest's description is closed.
  private static let body = BodyForm.object(
    [
      "data": .list(
        .object(
          [
            "event_name": .text, "action_source": .constant("web"), "event_time": .integer,
            "event_id": .text, "event_source_url": .text, "user_data": person,
            "custom_data": .object([
              "currency": .text, "value": .decimal, "content_ids": .texts, "num_items": .integer,
              "order_id": .text, "search_string": .text, "predicted_ltv": .decimal,
              "opt_out_type": .constant("LDP"),
              "contents": .list(
                .object(
                  [
                    "id": .text, "item_name": .text, "item_category": .text, "item_brand": .text,
                    "item_price": .decimal, "quantity": .integer,
                  ], required: ["id"])),
            ]),
          ], required: ["event_name", "action_source", "event_time", "event_id", "user_data"]))
    ], required: ["data"])

  private static let person = BodyForm.object([
    "em": .list(.digest), "ph": .list(.digest), "fn": .list(.digest), "ln": .list(.digest),
    "ct": .list(.digest), "st": .list(.digest), "zp": .list(.digest), "country": .list(.digest),
    "ge": .list(.digest), "db": .list(.digest), "external_id": .list(.digest),
    "client_ip_address": .address, "client_user_agent": .text, "click_id": .text,
  ])
}

/// Pinterest is held to its own documents: what it gets of a hit.
@Suite struct PinterestTests {
  private let pinterest = TestedDestination.pinterest

  private func hashed(_ texts: String...) -> JSON { .array(texts.map(JSON.digest(of:))) }

  @Test func personalDataIsHashedInPinterestsFormsAndInLists() throws {
    try pinterest.expect(
      "user_data.em",
      [
        (
          "a digest that is known", .person("email_address", " Alice.Smith@Example.com "),
          ["7dcd3a39ad3a8d2145645ec612ed4f6fa3f297b47bdcf7e0aeb76040f5e24e89"]
        ),
        (
          "a list", .person("email_address", ["a@example.com", "b@example.com"]),
          hashed("a@example.com", "b@example.com")
        ), ("an object", .person("email_address", ["mode": "a@example.com"]), nil),
        (
          "GA4's own digest",
          .person(
            "sha256_email_address",
            "7DCD3A39AD3A8D2145645EC612ED4F6FA3F297B47BDCF7E0AEB76040F5E24E89"),
          ["7dcd3a39ad3a8d2145645ec612ed4f6fa3f297b47bdcf7e0aeb76040f5e24e89"]
        ), ("nothing is hashed of nothing", .person("email_address", " "), nil),
      ])
    try pinterest.expect(
      "user_data.ph",
      [
        (
          "digits alone", .person("phone_number", "+49 (0)171.392/0012"),
          ["31855eb9e14ed636379cb23278117407757b2308e6994443d884ad216128d5b5"]
        ), ("a national number", .person("phone_number", "0171 3920012"), hashed("491713920012")),
        ("two zeros in front", .person("phone_number", "0049 171 3920012"), hashed("491713920012")),
        ("letters", .person("phone_number", "call me"), nil),
      ])
    try pinterest.expect(
      "user_data.ct",
      [
        (
          "no spaces", .address("city", "New York"),
          ["350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5"]
        ), ("no punctuation", .address("city", "St. John's"), hashed("stjohns")),
      ])
    try pinterest.expect(
      "user_data.zp",
      [
        (
          "digits", .address("postal_code", "10115"),
          ["ac7bb74de6884ffce919c15fef4193749d4588026c643973946713ac46da540d"]
        ), ("of nine digits all", .address("postal_code", "94035-1234"), hashed("940351234")),
      ])
    try pinterest.expect(
      "user_data.country",
      [
        (
          "two letters", .address("country", "DE"),
          ["959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"]
        ), ("not those of ISO 3166-1", .address("country", "UK"), hashed("gb")),
      ])
    try pinterest.expect(
      "user_data.fn",
      [("inner spaces stay", .address("first_name", " Mary Ann "), hashed("mary ann"))])
    try pinterest.expect(
      "user_data.db", [("a date", .person("birth_date", "1997-02-16"), hashed("19970216"))])
    try pinterest.expect(
      "user_data.ge",
      [
        ("f", .person("gender", "Female"), hashed("f")), ("n", .person("gender", "N"), hashed("n")),
        ("another word", .person("gender", "divers"), nil),
      ])
    try pinterest.expect(
      "user_data.external_id",
      [
        (
          "as it is", ServerHit.visit.with(("user_id", "user-4711x")),
          ["aa0acf0dfa3daff130c91a9efefbafd8282c6c87b82c2fc7a2e6322fedca336a"]
        ), ("its case stays", ServerHit.visit.with(("user_id", "User-1 ")), hashed("User-1")),
      ])
    try pinterest.expect(
      "user_data.client_ip_address",
      [
        (
          "the first of a list", ServerHit.visit.with(("ip_override", "203.0.113.7:443, 10.0.0.1")),
          "203.0.113.7"
        ), ("no address", ServerHit.visit.with(("ip_override", "0.0.0.0"), ("user_id", "1")), nil),
      ].filter { $0.0 != "no address" })
  }

  @Test func theTagsCookieIsAskedBeforeTheAddress() throws {
    try pinterest.expect(
      "user_data.click_id",
      [
        ("the address of a landing page", .landing("epik=dj0yJnU9"), "dj0yJnU9"),
        ("the cookie", .landing("", cookie: ("_epik", "dj0kept")), "dj0kept"),
        ("both", .landing("epik=dj0new", cookie: ("_epik", "dj0kept")), "dj0kept"),
        ("event data", ServerHit.visit.with(("epik", "dj0sent")), "dj0sent"),
      ])
    for outcome in try pinterest.outcomes([.landing("epik=dj0yJnU9")])[0] {
      let cookie = try #require(outcome.cookies.first)
      #expect(cookie.name == "_epik" && cookie.value == "dj0yJnU9")
      #expect(cookie.attributes["max-age"] == "2592000")
    }
    try pinterest.expect(
      "event_source_url",
      [
        (
          "the query stays", .landing("epik=dj0yJnU9&a=1"),
          "https://shop.example.com/?epik=dj0yJnU9&a=1"
        )
      ])
  }

  private static func signUp(_ amount: JSON) -> ServerHit {
    .visit.with(("event_name", "sign_up"), ("ltv", amount))
  }

  @Test func anExpectedAmountIsTextOfANumber() throws {
    try pinterest.expect(
      "custom_data.predicted_ltv",
      [
        ("a comma", Self.signUp("12,5"), "12.5"), ("a number", Self.signUp(100), "100"),
        ("a word", Self.signUp("abc"), nil), ("nothing", Self.signUp(""), nil),
      ])
  }

  @Test func moneyIsTextAndNothingIsLost() throws {
    try pinterest.expect(
      "custom_data",
      [
        (
          "an order", .order(),
          [
            "contents": [
              [
                "id": "SKU-1", "item_name": "Tee", "item_category": "Apparel",
                "item_brand": "Acme", "item_price": "19.99", "quantity": 2,
              ], ["id": "SKU-2", "item_price": "0", "quantity": 1],
            ], "value": "59.98", "currency": "EUR", "content_ids": ["SKU-1", "SKU-2"],
            "num_items": 3, "order_id": "T-1001",
          ]
        )
      ])
    try pinterest.expect(
      "custom_data.value",
      [
        ("zero", .order(("value", 0)), "0"),
        ("summed up where none comes", .order(("value", nil)), "39.98"),
        ("without the noise of fractions", .order(("value", 0.30000000000000004)), "0.3"),
        ("not without a currency", .order(("currency", "€")), nil),
        ("not a number", .order(("value", "n/a"), ("items", nil)), nil),
      ])
  }

  @Test func namesAreThoseOfTheListAndEverythingElseIsCustom() throws {
    try pinterest.expect(
      "event_name",
      [
        ("a page", .visit, "page_visit"), ("an order", .order(), "checkout"),
        ("a product", ServerHit.visit.with(("event_name", "view_item")), "view_content"),
        ("something else", ServerHit.visit.with(("event_name", "sign_up")), "custom"),
      ])
  }

  @Test func whatPinterestRefusesIsNotSent() throws {
    try pinterest.expectSent([
      ("an address and a browser", .visit, true),
      (
        "an e-mail alone",
        ServerHit.person("email_address", "a@example.com").with(
          ("ip_override", nil), ("user_agent", nil)), true
      ),
      ("an address alone", ServerHit.visit.with(("user_agent", nil)), false),
      (
        "a phone alone",
        ServerHit.person("phone_number", "0171 3920012").with(("ip_override", nil)), false
      ),
      (
        "an unusable e-mail", ServerHit.person("email_address", "none").with(("ip_override", nil)),
        false
      ),
      ("no id", ServerHit.visit.with(("event_id", nil)), false),
      ("an order's number stands in", .order(("event_id", nil)), true),
      ("neither page nor referrer", ServerHit.visit.with(("page_location", nil)), true),
    ])
  }

  @Test func limitedDataUseAndTestsAreSaidAsPinterestWantsThem() throws {
    let options = DestinationTestOptions(limitedDataUse: .on, isTest: true)
    for outcomes in try pinterest.outcomes([.visit], options, in: [0]) {
      for outcome in outcomes {
        #expect(outcome.requests.first?.url == "\(pinterest.address)?test=true")
        #expect(outcome.body?.at("data.0.custom_data.opt_out_type") == "LDP")
      }
    }
    try pinterest.expect(
      "custom_data.opt_out_type",
      [
        ("yes", ServerHit.visit.with(("ldu", "true")), "LDP"),
        ("no", ServerHit.visit.with(("ldu", false)), nil), ("nothing", .visit, nil),
      ], .init(limitedDataUse: .from(.eventData("ldu"))))
  }
}
