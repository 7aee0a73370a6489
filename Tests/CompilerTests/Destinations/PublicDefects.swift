import JSONText

/// What public templates for Pinterest, Snapchat, Reddit and LinkedIn do wrong, and what ours does instead.
struct PublicDefect: Sendable {
  /// The template's letter and the defect's number: `P` Pinterest, `S` Snapchat, `N` Snapchat's own, `R` Reddit, `L` LinkedIn.
  let number: String
  let elsewhere: String
  let destination: TestedDestination
  let hit: ServerHit
  /// What ours sends below the event; `nil` for what is not there. Without any, nothing is sent.
  let expected: [(path: String, value: JSON?)]

  private init(
    _ number: String, _ elsewhere: String, _ hit: ServerHit, _ expected: [(String, JSON?)]
  ) {
    self.number = number
    self.elsewhere = elsewhere
    self.hit = hit
    self.expected = expected
    destination =
      switch number.prefix(1) {
      case "P": .pinterest
      case "S", "N": .snapchat
      case "R": .reddit
      default: .linkedIn
      }
  }

  static let all = pinterest + snapchat + reddit + linkedIn

  private static func event(_ name: String) -> ServerHit {
    .visit.with(("event_name", .string(name)))
  }

  private static let pinterest = [
    PublicDefect(
      "P1", "the name is in lower case before it is looked up", event("sign_up"),
      [("event_name", "custom")]),
    PublicDefect(
      "P2", "a product page is a custom event", event("view_item"),
      [("event_name", "view_content")]),
    PublicDefect("P3", "scrolling is a custom event", event("scroll"), []),
    PublicDefect(
      "P4", "a list of addresses is one text, and an object throws",
      .person("email_address", ["a@example.com", ["b": 1], "b@example.com"]),
      [("user_data.em", [.digest(of: "a@example.com"), .digest(of: "b@example.com")])]),
    PublicDefect(
      "P5", "a phone number keeps dots, letters and zeros in front",
      .person("phone_number", "0049/171.392 0012"),
      [("user_data.ph", [.digest(of: "491713920012")])]),
    PublicDefect(
      "P6", "a city keeps its punctuation", .address("city", "St. John's"),
      [("user_data.ct", [.digest(of: "stjohns")])]),
    PublicDefect(
      "P7", "contents have no id and lose a price of zero", .order(),
      [
        ("custom_data.contents.0.id", "SKU-1"), ("custom_data.contents.0.item_name", "Tee"),
        ("custom_data.contents.0.item_brand", "Acme"), ("custom_data.contents.1.item_price", "0"),
      ]),
    PublicDefect(
      "P8", "a value of zero is lost, and a sum has the noise of fractions",
      .order(
        ("value", nil), ("items", [["item_id": "A", "price": 0.1, "quantity": 3]])),
      [("custom_data.value", "0.3")]),
    PublicDefect(
      "P9", "the landing page's own click has no id", .landing("epik=dj0yJnU9"),
      [("user_data.click_id", "dj0yJnU9")]),
    PublicDefect(
      "P10", "a hit without a page throws", ServerHit.visit.with(("page_location", nil)),
      [("event_source_url", nil)]),
    PublicDefect(
      "P11", "the required id is missing", ServerHit.visit.with(("event_id", nil)), []),
    PublicDefect(
      "P12", "a list of IP addresses is passed on",
      ServerHit.visit.with(("ip_override", "203.0.113.7:443, 10.0.0.1")),
      [("user_data.client_ip_address", "203.0.113.7")]),
    PublicDefect(
      "P13", "a partner is named for everybody", .visit,
      [("partner_name", nil), ("custom_data.np", nil)]),
    PublicDefect(
      "P14", "times and lists become text", .order(),
      [("event_time", 1_767_225_600), ("custom_data.content_ids", ["SKU-1", "SKU-2"])]),
    PublicDefect(
      "P15", "an order's number is the id of every event",
      event("add_to_cart").with(("event_id", nil), ("transaction_id", "T-1")), []),
  ]

  private static let snapchat = [
    PublicDefect(
      "S1", "a phone number is only trimmed", .person("phone_number", "+49 171 3920012"),
      [("user_data.ph", .digest(of: "491713920012"))]),
    PublicDefect(
      "S2", "a purchase is compared with another name", .order(),
      [("event_name", "PURCHASE"), ("custom_data.order_id", "T-1001")]),
    PublicDefect(
      "S3", "dollars are invented",
      ServerHit.order(("currency", nil)).with(("event_name", "view_item")),
      [("custom_data.currency", nil), ("custom_data.value", nil)]),
    PublicDefect(
      "S4", "lines are counted, not pieces", .order(), [("custom_data.num_items", 3)]),
    PublicDefect(
      "S5", "ids are a text, and of one item alone", .order(),
      [("custom_data.content_ids", ["SKU-1", "SKU-2"])]),
    PublicDefect(
      "S6", "several items without a value have none", .order(("value", nil)),
      [("custom_data.value", 39.98)]),
    PublicDefect(
      "S7", "a lead is a registration", event("generate_lead"), [("event_name", "CUSTOM_EVENT_1")]),
    PublicDefect("S8", "an unknown name goes out as it is", event("user_engagement"), []),
    PublicDefect(
      "S9", "the pixel's cookie is invented", .visit, [("user_data.sc_cookie1", nil)]),
    PublicDefect(
      "S11", "any client makes a test of an event",
      ServerHit.visit.with(("test_event_code", "T")), [("test_event_code", nil)]),
    PublicDefect(
      "S12", "an address that is no text throws",
      ServerHit.person("email_address", "a@example.com").with(("ip_override", 7)),
      [("user_data.client_ip_address", nil)]),
    PublicDefect(
      "S14", "a click of another platform is taken",
      ServerHit.visit.with(("click_id", "x")), [("user_data.sc_click_id", nil)]),
    PublicDefect("S15", "a version that nobody documents is sent", .visit, [("version", nil)]),
    PublicDefect(
      "N1", "a click loses its case", .landing("ScCid=aBcD-1"),
      [("user_data.sc_click_id", "aBcD-1")]),
    PublicDefect(
      "N2", "each plus goes away but for the others",
      .person("phone_number", "++49 171 3920012"), [("user_data.ph", nil)]),
    PublicDefect("N3", "times are milliseconds", .visit, [("event_time", 1_767_225_600)]),
    PublicDefect(
      "N4", "a number throws", .person("email_address", 7), [("user_data.em", nil)]),
    PublicDefect(
      "N5", "ids are joined by commas", .order(),
      [("custom_data.content_ids", ["SKU-1", "SKU-2"])]),
    PublicDefect(
      "N6", "an external id leaves plain", ServerHit.visit.with(("user_id", "user-4711x")),
      [("user_data.external_id", .digest(of: "user-4711x"))]),
  ]

  private static let reddit = [
    PublicDefect(
      "R1", "any person's data limit its use", .person("email_address", "a@example.com"),
      [("user.data_processing_options", nil)]),
    PublicDefect(
      "R2", "people's data leave plain",
      ServerHit.person("email_address", "alice@example.com").with(("user_id", "user-4711x")),
      [
        ("user.email", .digest(of: "alice@example.com")),
        ("user.external_id", .digest(of: "user-4711x")),
      ]),
    PublicDefect(
      "R3", "the browser's id is cut at its dot",
      .landing("", cookie: ("_rdt_uuid", "1677712978045.b8f7eb7d")),
      [("user.uuid", "1677712978045.b8f7eb7d")]),
    PublicDefect(
      "R4", "the start of a checkout is a lead", event("begin_checkout"),
      [("type", ["tracking_type": "CUSTOM", "custom_event_name": "Begin Checkout"])]),
    PublicDefect(
      "R5", "the page is missing", .visit, [("event_source_url", "https://shop.example.com/")]),
    PublicDefect(
      "R6", "products have neither price nor quantity", .order(),
      [
        ("metadata.products.0.item_price", 19.99), ("metadata.products.0.quantity", 2),
        ("metadata.item_count", 3),
      ]),
    PublicDefect(
      "R7", "the window's size stands for the screen's",
      ServerHit.visit.with(("screen_resolution", "1920x1080"), ("viewport_size", "800x600")),
      [("user.screen_dimensions", ["width": 1920, "height": 1080])]),
    PublicDefect(
      "R8", "a list of IP addresses is passed on",
      ServerHit.visit.with(("ip_override", "203.0.113.7, 10.0.0.1")),
      [("user.ip_address", "203.0.113.7")]),
    PublicDefect(
      "R9", "limits have no country", ServerHit.visit.with(("ldu", true)),
      [
        (
          "user.data_processing_options",
          ["modes": ["LDU"], "country": "US", "region": "US-CA"]
        )
      ]),
    PublicDefect(
      "R10", "a parameter is decoded twice", .landing("rdt_cid=a%252Bb"), [("click_id", "a%2Bb")]),
    PublicDefect("R11", "every unknown event is a custom one", event("scroll"), []),
    PublicDefect(
      "R12", "an old cookie beats a new click",
      .landing("rdt_cid=new", cookie: ("_rdt_cid", "old")), [("click_id", "new")]),
    PublicDefect(
      "R14", "the zone of a time is lost", .visit, [("event_at", 1_767_225_600_123)]),
  ]

  private static let linkedIn = [
    PublicDefect(
      "L1", "empty names are always sent", .visit, [("user.userInfo", nil)]),
    PublicDefect(
      "L2", "an empty id is sent", ServerHit.visit.with(("event_id", "")), [("eventId", nil)]),
    PublicDefect(
      "L3", "seconds are taken for milliseconds", .visit,
      [("conversionHappenedAt", 1_767_225_600_123)]),
    PublicDefect(
      "L4", "zero is replaced, and a currency alone is worth zero", .order(("value", 0)),
      [("conversionValue", ["amount": "0", "currencyCode": "EUR"])]),
    PublicDefect(
      "L5", "an id of Oracle costs the whole event",
      ServerHit.visit.with(("oracle_moat_id", "x")),
      [("user.userIds", [["idType": "PLAINTEXT_IP_ADDRESS", "idValue": "203.0.113.7"]])]),
    PublicDefect(
      "L7", "a list of addresses is dropped",
      .person(
        "address", [["first_name": "Jane", "last_name": "Doe"], ["first_name": "John"]]),
      [
        (
          "user.userInfo",
          ["hashedFirstName": .digest(of: "jane"), "hashedLastName": .digest(of: "doe")]
        )
      ]),
    PublicDefect(
      "L8", "an address that cannot be read throws",
      ServerHit.visit.with(("page_location", "%zz")), [("eventId", "id-1")]),
    PublicDefect(
      "L9", "all external ids are sent", ServerHit.visit.with(("user_id", ["a", "b"])),
      [("user.externalIds", ["a"])]),
    PublicDefect(
      "L10", "an event with an external id alone is refused",
      ServerHit.visit.with(("ip_override", nil), ("user_id", "user_123")),
      [("user", ["externalIds": ["user_123"], "userIds": []])]),
    PublicDefect(
      "L12", "GA4's own digest is ignored",
      ServerHit.person(
        "sha256_email_address", "FF8D9819FC0E12BF0D24892E45987E249A28DCE836A85CAD60E28EAAA8C6D976"
      ).with(("ip_override", nil)),
      [
        (
          "user.userIds",
          [["idType": "SHA256_EMAIL", "idValue": .digest(of: "alice@example.com")]]
        )
      ]),
    PublicDefect(
      "L13", "a number is no id", ServerHit.visit.with(("event_id", 17)), [("eventId", "17")]),
  ]
}
