import JSONText
import TestSupport

/// Hits of every shape, the same on every run: right values, wrong ones and rubbish in every place that a tag reads.
struct RandomHits: RandomNumberGenerator {
  private var generator: SeededGenerator
  /// Whether texts may hold halves of surrogate pairs, for which `\u{E000}` stands.
  private let hasLoneSurrogates: Bool

  init(seed: UInt64, hasLoneSurrogates: Bool = false) {
    generator = SeededGenerator(seed: seed)
    self.hasLoneSurrogates = hasLoneSurrogates
  }

  mutating func next() -> UInt64 { generator.next() }

  private mutating func isOne(in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &self) == 0
  }

  private mutating func one<Element>(of elements: [Element], or fallback: Element) -> Element {
    elements.randomElement(using: &self) ?? fallback
  }

  private static let names = [
    "page_view", "view_item", "add_to_cart", "purchase", "search", "generate_lead", "sources",
  ]

  /// A hit of one of the mapped events.
  mutating func hit() -> ServerHit {
    let name = one(of: Self.names, or: "purchase")
    var object = JSONObject([.init("event_name", .string(name))])
    for (key, usual) in Self.usual where !isOne(in: 4) {
      object[key] = isOne(in: 3) ? value(depth: 3) : one(of: usual, or: .null)
    }
    if !isOne(in: 4) { object["user_data"] = userData() }
    if !isOne(in: 4) { object["items"] = items() }
    if isOne(in: 4) { object["tt_contents"] = items() }
    if isOne(in: 8) { object = JSONObject([.init("event_name", .string(name))]) }
    var hit = ServerHit(eventData: .object(object))
    for name in ["ttclid", "_ttp", "first"] where isOne(in: 2) { hit.cookies[name] = plainText() }
    for name in ["_fbc", "_fbp"] where isOne(in: 2) {
      hit.cookies[name] = one(of: Self.composites, or: "")
    }
    if isOne(in: 2) { hit.headers["x-test"] = plainText() }
    if isOne(in: 2) { hit.query["id"] = plainText() }
    return hit
  }

  private mutating func plainText() -> String {
    one(of: ["a", "E.C.P.click", "01K0T8BYGJH63785W68YS5NN1R_.tt.1", "7", "with%20space"], or: "a")
  }

  /// Click and browser ids in the form of Meta's cookies, some of them malformed.
  private static let composites = [
    "fb.1.1767225000000.IwAR1", "fb.1.1767225000000.IwAR1.AQECAQMB", "fb.1.1759000000000.IwAR1",
    "fb.1.1699.", "fb.1.1767225000000.1116446470", "IwAR1", "fb.",
  ]

  private mutating func userData() -> JSON {
    if isOne(in: 6) { return value(depth: 3) }
    var object = JSONObject()
    for (key, usual) in Self.usualPerson where !isOne(in: 4) {
      object[key] = isOne(in: 3) ? value(depth: 2) : many(one(of: usual, or: .null))
    }
    if !isOne(in: 4) {
      var address = JSONObject()
      for key in ["first_name", "last_name", "postal_code", "city", "region", "country"]
      where !isOne(in: 4) {
        address[key] =
          isOne(in: 3)
          ? value(depth: 2)
          : one(of: ["Jane", " New York ", 94043, "US", "AUT", "O’Neil-Doe & Co"], or: .null)
      }
      object["address"] = many(.object(address))
    }
    return .object(object)
  }

  /// A value alone, in a list or in an index-keyed object.
  private mutating func many(_ value: JSON) -> JSON {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: [value]
    case 1: ["0": value]
    case 2: [value, self.value(depth: 1)]
    case 3: ["0": value, "1": self.value(depth: 1)]
    default: value
    }
  }

  private mutating func items() -> JSON {
    let list = (0..<Int.random(in: 0..<4, using: &self)).map { _ in item() }
    switch Int.random(in: 0..<7, using: &self) {
    case 0: return value(depth: 3)
    case 1: return .object(JSONObject(list.enumerated().map { .init("\($0)", $1) }))
    case 2: return .string(JSON.array(list).text(.compact))
    case 3: return list.first ?? .null
    default: return .array(list)
    }
  }

  private mutating func item() -> JSON {
    if isOne(in: 8) { return value(depth: 2) }
    let keys = [
      "item_id", "item_name", "item_brand", "item_category", "item_category2", "item_category5",
      "price", "quantity",
      "currency", "content_id", "content_name", "content_category", "brand", "id", "name",
    ]
    var object = JSONObject()
    for key in keys where isOne(in: 2) {
      object[key] =
        isOne(in: 3)
        ? value(depth: 2)
        : one(of: ["SKU-1", 12345, "29.99", 0, "0", 3, "EUR", "usd", ""], or: .null)
    }
    return .object(object)
  }

  /// Any value of JSON.
  private mutating func value(depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &self) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &self))
    case 2, 3: return .number(JSONNumber(unchecked: one(of: Self.numbers, or: "0")))
    case 4, 5, 6: return .string(text())
    case 7: return .string("\u{E001}")
    case 8:
      return .array((0..<Int.random(in: 0..<4, using: &self)).map { _ in value(depth: depth - 1) })
    case 9:
      let values = (0..<Int.random(in: 0..<4, using: &self)).map { _ in value(depth: depth - 1) }
      return .object(JSONObject(values.enumerated().map { .init("\($0)", $1) }))
    case 10: return .string(value(depth: depth - 1).text(.compact))
    default:
      let keys = ["x", "0", "item_id", "constructor", "toString", "length", ""]
      return .object(JSONObject([.init(one(of: keys, or: "x"), value(depth: depth - 1))]))
    }
  }

  private mutating func text() -> String {
    if hasLoneSurrogates && isOne(in: 4) {
      return one(of: ["\u{E000}", "a\u{E000}@b.c", "\u{E000}\u{E000}"], or: "")
    }
    if isOne(in: 12) {
      return String(repeating: one(of: ["a", "1", "ä", "[", "🙂"], or: "a"), count: 2_000)
    }
    return one(of: Self.texts, or: "")
  }

  /// Somebody's address and number, which no request may have as they are.
  static let people = ["jane.doe@example.com", "+49 1555 000123"]

  private static let numbers = [
    "0", "-0", "1", "-1", "0.1", "1e21", "1e-7", "1e999", "-1e999", "9007199254740993",
    "4915550100123", "978", "1.5",
  ]

  private static let texts = [
    "", " ", "a", "undefined", "null", "true", "0", "-1", "1e3", "10,99", "Infinity", "NaN", "[",
    "{", "[1", "[]", "{}",
    "[null]", #"{"item_id":"a"}"#, "\u{0}", "\u{feff}", "\u{2028}", "ﬀ", "İ", "ẞ", "🙂@example.com",
    "a@b", "A@B.C",
    people[0], people[1], "mail \(people[0]) to me", "+4915550100123", "(0)", "+", "00", "'", "\\",
    "</script>", "%", "%zz", "https://", "//",
    "10.0.0.1", "::ffff:1.2.3.4",
    "2001:db8::1", "G111", "13t3t3t3t5l1", "product_group", "€", "EUR ", "  x  ", "a\nb",
    "__proto__", "{{x}}",
    "f660ab912ec121d1b1e928a0bb4bc61b15f5ad44d5efdc4e1c92a25e99b8e44a",
    "F660AB912EC121D1B1E928A0BB4BC61B15F5AD44D5EFDC4E1C92A25E99B8E44A",
  ]

  /// What each place usually holds.
  private static let usual: [(String, [JSON])] = [
    ("event_id", ["event-1", 17]), ("transaction_id", ["T1", 12345]),
    ("value", [59.98, "59.98", 0]),
    ("currency", ["EUR", "usd"]),
    ("ip_override", ["203.0.113.7", "203.0.113.7, 10.0.0.1", "2001:db8::1"]), ("ip", ["10.0.0.1"]),
    ("user_agent", ["Mozilla/5.0"]), ("language", ["en-gb"]), ("user_id", ["user_123", 7]),
    ("tt_external_id", ["user_123"]),
    (
      "page_location",
      [
        "https://shop.example.com/?ttclid=E.C.P.1&campaign=summer", "https://shop.example.com/",
        .string("https://shop.example.com/\(people[0])?tel=\(people[1])#a=\(people[0])"),
        "https://shop.example.com/?a=%zz&ttclid=%2B&fbclid=IwAR1",
        "https://gtm-msr.appspot.com/render2",
      ]
    ),
    (
      "page_referrer",
      ["https://shop.example.com/?ttclid=E.C.P.2", "https://elsewhere.example.org/?ttclid=E.C.P.3"]
    ),
    ("fbc", ["fb.1.1767225000000.IwAR1"]), ("fbp", ["fb.1.1767225000000.7"]),
    ("opt_out", [true, "no"]), ("ttclid", ["E.C.P.4"]), ("ttp", ["2F7h37YkS1j57AYSKTI7IHhJPYH"]),
    ("search_term", ["shoes", .string(people[0])]),
    ("query", ["red shoes", 7]),
    ("tt_content_type", ["product_group", "product"]), ("num_items", [2, "2"]),
    ("content_ids", [["a", 1], "[\"a\"]"]),
    ("description", ["text"]), ("shop_id", [1]), ("content_category", ["Apparel"]),
    ("delivery_category", ["in_store"]),
    ("predicted_ltv", [12.5]), ("status", ["done"]), ("a_text", ["x"]), ("a_number", ["1.5"]),
    ("an_integer", ["3"]),
    ("some_texts", [["x"]]), ("lead_id", ["lead-1", 5]), ("lead_email", ["bob@example.com"]),
    ("lead_user", ["bob"]),
    ("plan", ["basic", "Basic", 7]), ("deep", [[["key": "deep"]], ["0": ["key": 0]]]),
    ("ldu", [true, "false"]),
    (
      "client_hints",
      [
        [
          "architecture": "arm", "mobile": true, "platform": "\"macOS\"",
          "brands": [["brand": "A", "version": "1"]],
        ]
      ]
    ),
    ("x-ga-gcs", ["G111", "G100", "G110"]),
    ("x-ga-gcd", ["13t3t3t3t5l1", "13p3p3p3p5l1", "13l3l3R3l5l1"]),
    ("x-ga-mp2-gcd", ["13t3t3t3t5l1"]),
    ("consent_state", [["ad_storage": true], ["ad_storage": "denied"]]),
    (
      "x-sst-system_properties",
      [["consent": ["consentGrantedState": ["ad_storage": true, "ad_user_data": false]]]]
    ),
  ]

  private static let usualPerson: [(String, [JSON])] = [
    ("email_address", ["alice@example.com", " Alice@Example.com "]), ("email", ["bob@example.com"]),
    ("phone_number", ["+1 (213) 373-4253", 4_915_550_100_123, "05550 100123"]),
    ("sha256_email_address", ["f660ab912ec121d1b1e928a0bb4bc61b15f5ad44d5efdc4e1c92a25e99b8e44a"]),
    ("birth_date", ["1997-02-16", "2/16/1997"]), ("gender", ["Female", "m"]),
    ("sha256_phone_number", ["F660AB912EC121D1B1E928A0BB4BC61B15F5AD44D5EFDC4E1C92A25E99B8E44A"]),
  ]
}
