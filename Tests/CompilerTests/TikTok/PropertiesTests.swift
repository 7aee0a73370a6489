import JSONText
import TagwrightPlan
import Testing

@Suite struct PropertiesTests {
  private static let purchase = ServerHit.named("purchase")

  private static func check(
    _ member: String, _ key: String, of hit: ServerHit = purchase, _ cases: [(JSON, JSON?)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var table = MemberCases(member)
    for (given, expected) in cases {
      table.add(given.text(.compact), hit.with((key, given)), expected)
    }
    table.add("nothing", hit, nil)
    try table.check(sourceLocation: sourceLocation)
  }

  private static func number(_ text: String) -> JSON { .number(JSONNumber(unchecked: text)) }

  /// What no member takes.
  private static let rubbish: [(JSON, JSON?)] = [
    ("", nil), (" ", nil), (.null, nil), (true, nil), (false, nil), ([], nil), ([:], nil),
    (["x": 1], nil),
  ]

  @Test(arguments: ["value", "predicted_ltv", "a_number"])
  func aNumberIsFiniteAndZeroIsKept(member: String) throws {
    try Self.check(
      "properties.\(member)", member,
      [
        (0, 0), (59.98, 59.98), ("59.98", 59.98), (" 7 ", 7), ("0", 0), ("0.00", 0), ("-5", -5),
        (".5", 0.5),
        ("1e3", 1000), (Self.number("1e2"), 100), ("1,000.50", 1000.5), ("€5", nil),
        ("5 EUR", nil),
        ("1 000", nil), ("abc", nil), ("NaN", nil), ("Infinity", nil), ("1e999", nil),
        (Self.number("1e999"), nil),
        ("\u{E001}", nil), ("1.2.3", nil), ([5], nil), (["0": 5], nil),
      ] + Self.rubbish)
  }

  @Test func aCommaIsReadWhereItCanOnlyBeADecimalMark() throws {
    try Self.check(
      "properties.value", "value",
      [
        ("17,99", 17.99), (" 17,9 ", 17.9), ("-5,25", -5.25), ("0,999", 0.999), (",5", 0.5),
        ("1234,567", 1234.567), ("1,2345", 1.2345), ("1.234,56", 1234.56),
        ("1.234.567,8", 1_234_567.8), ("1 234,56", 1234.56), ("1\u{a0}234,56", 1234.56),
        ("1\u{202f}234,56", 1234.56), ("1,234", nil), ("12,345", nil), ("-123,456", nil),
        ("1,2,3", nil), ("1.23,45", nil), ("17,", nil), (",", nil), ("17,99 €", nil),
        ("1,234.56", 1234.56), ("12,345,678", 12_345_678), ("-1,234,567.8", -1_234_567.8),
        ("1,234.5.6", nil), ("12,34,567.00", nil), ("1234,567.8", nil), ("1.234,5,6", nil),
      ])
  }

  @Test func anIntegerIsWhole() throws {
    for (member, key) in [("num_items", "num_items"), ("an_integer", "an_integer")] {
      try Self.check(
        "properties.\(member)", key,
        [
          (2, 2), ("2", 2), (0, 0), (2.5, nil), ("2.5", nil), ("2.0", 2),
          (Self.number("1e999"), nil),
        ] + Self.rubbish)
    }
  }

  @Test(arguments: [
    "description", "shop_id", "content_category", "delivery_category", "status", "a_text",
  ])
  func aTextIsTrimmedAndANumberBecomesOne(member: String) throws {
    try Self.check(
      "properties.\(member)", member,
      [
        (" in_store ", "in_store"), (7, "7"), (0, "0"), (1.5, "1.5"),
        (Self.number("12345678901"), "12345678901"),
        (Self.number("1e999"), nil), (["a"], nil),
      ] + Self.rubbish)
  }

  @Test func idsAreText() throws {
    try Self.check(
      "properties.order_id", "transaction_id",
      [(12345, "12345"), ("T-1", "T-1"), (0, "0")] + Self.rubbish)
    try Self.check(
      "event_id", "event_id", [(12345, "12345"), (" e-1 ", "e-1"), (0, "0")] + Self.rubbish)
  }

  @Test func aListOfTextsHasTextsOnly() throws {
    for member in ["content_ids", "some_texts"] {
      try Self.check(
        "properties.\(member)", member,
        [
          (["SKU-1", 2], ["SKU-1", "2"]), (["0": "SKU-1", "1": "SKU-2"], ["SKU-1", "SKU-2"]),
          ("SKU-1", ["SKU-1"]),
          (7, ["7"]), (#"["SKU-1", 2]"#, ["SKU-1", "2"]), (["", .null, [], "SKU-1"], ["SKU-1"]),
          (["", .null], nil),
        ] + Self.rubbish)
    }
  }

  @Test func aCurrencyIsACodeThatTikTokAccepts() throws {
    let accepted = RequestRules.currencies.map {
      (JSON.string($0), JSON.string($0)) as (JSON, JSON?)
    }
    #expect(accepted.count == 62)
    try Self.check(
      "properties.currency", "currency",
      accepted + [
        ("eur", "EUR"), (" Usd ", "USD"), ("$", nil), ("dollars", nil), ("EURO", nil), ("EU", nil),
        ("BGN", nil),
        ("EUR USD", nil), ("EUR|USD", nil), (978, nil), (["EUR"], nil),
      ] + Self.rubbish)
  }

  @Test func searchTermsGoUnderBothNames() throws {
    let search = ServerHit.named("search")
    for member in ["query", "search_string"] {
      try Self.check(
        "properties.\(member)", "search_term", of: search,
        [("red shoes", "red shoes"), (7, "7"), ("", nil)])
      try Self.check("properties.\(member)", "query", of: search, [("red shoes", "red shoes")])
    }
  }

  @Test func thePageIsTheBrowsers() throws {
    try Self.check(
      "page.url", "page_location",
      [("https://shop.example.com/?a=1#b", "https://shop.example.com/?a=1#b"), (7, "7")]
        + Self.rubbish)
    try Self.check(
      "page.referrer", "page_referrer",
      [("https://shop.example.com/", "https://shop.example.com/")] + Self.rubbish)
  }

  // MARK: Event ids

  @Test func onlyAPurchaseIsKnownByItsOrder() throws {
    var table = MemberCases("event_id")
    table.add(
      "the event's own id first",
      ServerHit.named("purchase").with(("event_id", "e1"), ("transaction_id", "T1")), "e1")
    table.add(
      "an order's id for a purchase", ServerHit.named("purchase").with(("transaction_id", 17)), "17"
    )
    table.add(
      "an order's id where the event's is rubbish",
      ServerHit.named("purchase").with(("event_id", [:]), ("transaction_id", "T1")), "T1")
    table.add(
      "no other event takes it", ServerHit.named("add_to_cart").with(("transaction_id", "T1")), nil)
    table.add(
      "a tag's own source",
      ServerHit.named("generate_lead").with(("event_id", "e1"), ("lead_id", 7)), "7"
    )
    table.add("and no other", ServerHit.named("generate_lead").with(("event_id", "e1")), nil)
    try table.check()
  }

  // MARK: Contents

  private static func contents(_ key: String, _ given: JSON) -> ServerHit {
    ServerHit.named("add_to_cart").with((key, given))
  }
  private static let tee: JSON = ["item_id": "SKU-1", "price": 15.25, "quantity": 1]
  private static let teeSent: JSON = [
    "content_type": "product", "content_id": "SKU-1", "price": 15.25, "quantity": 1,
  ]
  private static let cap: JSON = ["item_id": 2, "price": "33.33", "quantity": "2"]
  private static let capSent: JSON = [
    "content_type": "product", "content_id": "2", "price": 33.33, "quantity": 2,
  ]

  @Test func contentsComeInAnyShape() throws {
    var table = MemberCases("properties.contents")
    let both: JSON = [Self.teeSent, Self.capSent]
    let text = JSON.array([Self.tee, Self.cap]).text(.compact)
    table.add("GA4 items", Self.contents("items", [Self.tee, Self.cap]), both)
    table.add(
      "an index-keyed object", Self.contents("items", ["0": Self.tee, "1": Self.cap]), both)
    table.add("JSON text", Self.contents("items", .string(text)), both)
    table.add("JSON text between spaces", Self.contents("items", .string(" \(text)\n")), both)
    table.add("one item", Self.contents("items", Self.tee), [Self.teeSent])
    table.add(
      "JSON text of one item", Self.contents("items", .string(Self.tee.text(.compact))),
      [Self.teeSent])
    table.add("TikTok's own shape", Self.contents("tt_contents", [Self.teeSent]), [Self.teeSent])
    table.add(
      "its parameter outweighs the items",
      Self.contents("tt_contents", [Self.tee]).with(("items", [Self.cap])), [Self.teeSent])
    table.add(
      "rubbish in a list is passed over",
      Self.contents("items", [.null, "x", 7, [], [:], Self.tee]), [Self.teeSent])
    table.add("an item without id or name is none", Self.contents("items", [["price": 5]]), nil)
    for given: JSON in [
      "rubbish", "[broken", "{\"a\":", 7, true, [], [:], .null, "", "null", [["item_id": ""]],
    ] {
      table.add(given.text(.compact), Self.contents("items", given), nil)
    }
    try table.check()
  }

  @Test func eachContentHasTheDocumentedTypes() throws {
    var table = MemberCases("properties.contents.0")
    func add(_ item: JSON, _ sent: JSON?) {
      table.add(item.text(.compact), Self.contents("items", [item]), sent)
    }
    func sent(_ members: (String, JSON)...) -> JSON {
      .object(JSONObject([.init("content_type", "product")] + members.map { .init($0.0, $0.1) }))
    }
    add(
      [
        "item_id": 12345, "item_name": " Tee ", "item_brand": "Example", "item_category": "Apparel",
        "item_category3": "Shirts", "item_category5": 7,
      ],
      sent(
        ("content_id", "12345"), ("content_name", "Tee"), ("content_category", "Apparel,Shirts,7"),
        ("brand", "Example"), ("quantity", 1)))
    add(
      ["item_id": "a", "price": 0, "quantity": 0], sent(("content_id", "a"), ("price", 0)))
    add(
      ["item_id": "a", "price": "0.00", "quantity": "0.5"],
      sent(("content_id", "a"), ("price", 0), ("quantity", 0.5)))
    add(["item_id": "a", "price": "ten", "quantity": "two"], sent(("content_id", "a")))
    add(
      ["item_id": "a", "price": Self.number("1e999")], sent(("content_id", "a"), ("quantity", 1)))
    add(["item_id": "a", "quantity": .null], sent(("content_id", "a"), ("quantity", 1)))
    add(["item_id": "a", "quantity": ""], sent(("content_id", "a"), ("quantity", 1)))
    add(["item_name": "Tee"], sent(("content_name", "Tee"), ("quantity", 1)))
    add(["item_id": [], "item_name": "Tee"], sent(("content_name", "Tee"), ("quantity", 1)))
    add(["item_id": true, "item_name": .null], nil)
    add(
      [
        "content_id": 5, "content_name": "Tee", "content_category": "Apparel", "brand": "Example",
        "price": "5", "quantity": 2,
      ],
      sent(
        ("content_id", "5"), ("content_name", "Tee"), ("content_category", "Apparel"),
        ("brand", "Example"), ("price", 5), ("quantity", 2)))
    add(
      ["id": "a", "name": "Tee"],
      sent(("content_id", "a"), ("content_name", "Tee"), ("quantity", 1)))
    try table.check()
  }

  @Test func contentTypeIsOneOfTwo() throws {
    var table = MemberCases("properties.content_type")
    let hit = Self.contents("items", [Self.tee])
    table.add(
      "as the parameter says", hit.with(("tt_content_type", "product_group")), "product_group")
    table.add("product where it says nothing", hit, "product")
    for other: JSON in ["other", "", 7, .null, []] {
      table.add(
        "product for \(other.text(.compact))", hit.with(("tt_content_type", other)), "product")
    }
    try table.check()
    var inside = MemberCases("properties.contents.0.content_type")
    inside.add("inside too", hit.with(("tt_content_type", "product_group")), "product_group")
    try inside.check()
    var alone = MemberCases("properties.content_type")
    alone.add("nothing without contents", ServerHit.named("add_to_cart"), nil)
    alone.add(
      "whatever the parameter says",
      ServerHit.named("add_to_cart").with(("tt_content_type", "product_group")), nil)
    alone.add("nor by itself", ServerHit.named("view_item").with(("items", [[:]])), nil)
    try alone.check()
  }

  @Test func totalAndCurrencyComeFromTheContents() throws {
    let hit = Self.contents("items", [Self.tee, Self.cap])
    func changed(_ cap: (String, JSON?)) -> ServerHit {
      var item = Self.cap.object ?? JSONObject()
      item[cap.0] = cap.1
      return Self.contents("items", [Self.tee, .object(item)])
    }
    var value = MemberCases("properties.value")
    value.add("15.25 + 2 · 33.33", hit, 81.91)
    value.add("an own value outweighs it", hit.with(("value", 5)), 5)
    value.add("zero too", hit.with(("value", 0)), 0)
    value.add("an unreadable one is not replaced", hit.with(("value", "abc")), nil)
    value.add("nor one that may be two numbers", hit.with(("value", "1,234")), nil)
    value.add("a word for nothing is none", hit.with(("value", "undefined")), 81.91)
    value.add("a price of zero counts", changed(("price", 0)), 15.25)
    value.add("without quantity there is one", changed(("quantity", nil)), 48.58)
    value.add("without a price there is no total", changed(("price", nil)), nil)
    for quantity: JSON in ["two", 0, -1] {
      value.add("nor without a usable quantity", changed(("quantity", quantity)), nil)
    }
    value.add("nor without contents", ServerHit.named("add_to_cart"), nil)
    value.add("nor beyond what is finite", changed(("price", Self.number("1e308"))), nil)
    value.add(
      "an event without a value of its own",
      ServerHit.named("view_item").with(("items", [Self.tee])),
      15.25)
    try value.check()

    var currency = MemberCases("properties.currency")
    currency.add("the first item that has one", changed(("currency", "eur")), "EUR")
    currency.add(
      "an own currency outweighs it", changed(("currency", "eur")).with(("currency", "usd")), "USD")
    currency.add(
      "an unreadable one is not replaced", changed(("currency", "eur")).with(("currency", "$")), nil
    )
    currency.add(
      "a word for nothing is none", changed(("currency", "eur")).with(("currency", "(not set)")),
      "EUR")
    currency.add("nothing is made up", hit, nil)
    currency.add(
      "in JSON text", Self.contents("items", #"[7, {"item_id": "a", "currency": "EUR"}]"#), "EUR")
    try currency.check()

    var options = TestOptions()
    options.missingValue = .leaveOut
    var without = MemberCases("properties.value", options)
    without.add("only if the plan says so", hit, nil)
    try without.check()
  }

  // MARK: Further members

  @Test func clientHintsBecomeTheDevice() throws {
    let hints: JSON = [
      "architecture": "arm", "bitness": "64", "brands": [["brand": "A", "version": "1"]],
      "full_version_list": [["brand": "A", "version": "1.2"]], "mobile": false, "model": "",
      "platform": "\"macOS\"",
      "platform_version": 15, "wow64": false,
    ]
    let device: JSON = [
      "architecture": "arm", "bitness": "64", "platform": "macOS", "platform_version": "15",
      "mobile": false,
      "browser_version_list": [["brand": "A", "version": "1.2"]],
    ]
    try Self.check(
      "device", "client_hints",
      [
        (hints, device),
        (
          ["mobile": "true", "model": ["x"], "brands": "x", "platform": 0],
          ["platform": "0", "mobile": true]
        ), (7, nil), ("x", nil),
      ])
  }

  @Test func limitedDataUseStandsOnTheEvent() throws {
    var options = TestOptions()
    options.limitedDataUse = .from(.eventData("ldu"))
    var table = MemberCases("limited_data_use", options)
    let cases: [(JSON, JSON?)] = [
      (true, true), (false, false), ("true", true), ("FALSE", false), (1, true), (0, false),
      ("1", true), ("0", false), ("yes", nil),
      ("", nil), (.null, nil), ([], nil), ([:], nil), (2, nil),
    ]
    for (given, expected) in cases {
      table.add(given.text(.compact), Self.purchase.with(("ldu", given)), expected)
    }
    try table.check()
    options.limitedDataUse = .on
    var always = MemberCases("limited_data_use", options)
    always.add("always", Self.purchase, true)
    try always.check()
    var never = MemberCases("limited_data_use")
    never.add("never", Self.purchase, nil)
    try never.check()
  }

  @Test func everyKindOfSourceIsRead() throws {
    let start = ServerHit.named("sources")
    func check(_ member: String, _ cases: [(ServerHit, JSON?)]) throws {
      var table = MemberCases("properties.\(member)")
      for (place, one) in cases.enumerated() { table.add("\(member) \(place)", one.0, one.1) }
      try table.check()
    }
    try check(
      "looked_up",
      [
        (start.with(("plan", "basic")), "Basic plan"), (start.with(("plan", 7)), "Seven"),
        (start.with(("plan", "Basic")), "Other"),
        (start, "Other"),
      ])
    func page(_ query: String) -> ServerHit {
      start.with(("page_location", .string("https://shop.example.com/?\(query)")))
    }
    try check(
      "matched",
      [
        (page("campaign=SUMMER24"), "Summer"), (page("campaign=winter"), "Winter"),
        (page("campaign=wintery"), nil), (start, nil),
      ])
    try check(
      "case_matters",
      [
        (start.with(("plan", "Basic")), "upper"), (start.with(("plan", "basic")), "part"),
        (start.with(("plan", "BASIC")), "none"),
      ])
    var cookie = start
    cookie.cookies["first"] = "from%20the%20cookie"
    try check(
      "first",
      [
        (start.with(("deep", [["key": "deep"]])), "deep"), (cookie, "from the cookie"),
        (start, "it's a constant"),
        (cookie.with(("deep", [["key": ""]])), "from the cookie"),
        (start.with(("deep", [["key": 0]])), "0"),
      ])
    var request = start
    request.headers["x-test"] = "from the header"
    request.query["id"] = "from the query"
    try check("header", [(request, "from the header"), (start, nil)])
    try check("query_parameter", [(request, "from the query"), (start, nil)])
    try check("constant", [(start, "fixed")])
    try check("name", [(start, "sources")])
  }
}
