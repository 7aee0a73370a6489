import CustomTemplate
import JSONText
import SandboxedJS

/// What goes wrong in the server templates that others use, each with a hit by which it does; ours does right.
struct MetaDefect: Sendable {
  /// `F` for the template that Meta publishes, `S` for the one that most shops use.
  let number: String
  let elsewhere: String
  var hit = ServerHit.visit
  var answer = TestedDestination.meta.accepted
  /// Whether the plan asks for consent.
  var isGated = false
  var isSent = true
  /// What has to stand at paths below the event; `nil` for nothing.
  var expected: [String: JSON?] = [:]
  /// What else has to hold of a run, and of the template.
  var holds: @Sendable (ScriptOutcome) -> Bool = { _ in true }
  var template: @Sendable (CustomTemplate) -> Bool = { _ in true }

  static let all = official + popular

  private static func order(_ item: JSON, _ changes: (String, JSON?)...) -> ServerHit {
    var hit = ServerHit.order(("items", [item]))
    for change in changes { hit = hit.with(change) }
    return hit
  }

  private static func clicked(_ query: String, _ cookie: String? = nil) -> ServerHit {
    .landing(query, cookie: cookie.map { ("_fbc", $0) })
  }

  private static func list(_ text: String) -> JSON { [.digest(of: text)] }
  private static let phone = list("491713920012")
  private static let alice = list("alice@example.com")
  private static let pass: @Sendable (ScriptOutcome) -> Bool = { $0.successes == 1 }
  private static let fail: @Sendable (ScriptOutcome) -> Bool = { $0.failures == 1 }
  private static let noTestCode: @Sendable (ScriptOutcome) -> Bool = {
    $0.body?.object.map { $0["test_event_code"] == nil } ?? false
  }
  private static let nothingPersonal: @Sendable (ScriptOutcome) -> Bool = {
    !($0.requests.first?.body.contains("@") ?? true)
  }

  private static let official: [MetaDefect] = [
    .init(
      number: "F1", elsewhere: "a version of the Graph API that ended in 2025",
      holds: { $0.requests.first?.url.hasPrefix("https://graph.facebook.com/v26.0/") ?? false }),
    .init(
      number: "F2", elsewhere: "the token in the address",
      holds: { !($0.requests.first?.url.contains(RunningContainer.token) ?? true) },
      template: { $0.code.contains("encodeUriComponent(text(data.pixel_id)") }),
    .init(
      number: "F3", elsewhere: "only the first sign of each kind leaves a number",
      hit: .person("phone_number", "+49 171 392 0012"), expected: ["user_data.ph": phone]),
    .init(
      number: "F4", elsewhere: "throws on a number", hit: .person("phone_number", 491_713_920_012),
      expected: ["user_data.ph": phone]),
    .init(
      number: "F4", elsewhere: "throws on a list of numbers",
      hit: .person("phone_number", ["+491713920012"]), expected: ["user_data.ph": phone]),
    .init(
      number: "F4", elsewhere: "throws on a list of addresses",
      hit: .person("email_address", ["alice@example.com"]), expected: ["user_data.em": alice]),
    .init(
      number: "F4", elsewhere: "throws on an object", hit: .person("email_address", ["a": 1]),
      expected: ["user_data.em": nil]),
    .init(
      number: "F5", elsewhere: "hashes a city with its space", hit: .address("city", "Menlo Park"),
      expected: ["user_data.ct": list("menlopark")]),
    .init(
      number: "F5", elsewhere: "hashes a country of three letters",
      hit: .address("country", "usa"), expected: ["user_data.country": list("us")]),
    .init(
      number: "F5", elsewhere: "hashes an apostrophe", hit: .address("last_name", "O’Neil"),
      expected: ["user_data.ln": list("oneil")]),
    .init(
      number: "F5", elsewhere: "hashes a hyphen", hit: .address("first_name", "Jean-Luc"),
      expected: ["user_data.fn": list("jeanluc")]),
    .init(
      number: "F5", elsewhere: "hashes all nine digits", hit: .address("postal_code", "94035-1234"),
      expected: ["user_data.zp": list("94035")]),
    .init(
      number: "F6", elsewhere: "ignores digests",
      hit: .person("sha256_email_address", .digest(of: "alice@example.com")),
      expected: ["user_data.em": alice]),
    .init(
      number: "F7", elsewhere: "sends parameters of its own unhashed",
      hit: ServerHit.visit.with(
        ("x-fb-ud-em", "plain@example.com"), ("x-fb-ud-ge", "f"), ("x-fb-ud-db", "19970216")),
      expected: ["user_data.em": nil, "user_data.ge": nil, "user_data.db": nil],
      holds: nothingPersonal),
    .init(
      number: "F7", elsewhere: "sends gender and birth date unhashed",
      hit: ServerHit.visit.with(("user_data", ["gender": "f", "birth_date": "1997-02-16"])),
      expected: ["user_data.ge": list("f"), "user_data.db": list("19970216")]),
    .init(
      number: "F8", elsewhere: "loses a list of addresses",
      hit: .person("address", [["city": "Paris"], ["city": "Rome"]]),
      expected: ["user_data.ct": list("paris")]),
    .init(
      number: "F9", elsewhere: "leaves a digest in upper case",
      hit: .person(
        "sha256_email_address", .string(Digest.hexadecimal("alice@example.com").uppercased())),
      expected: ["user_data.em": alice]),
    .init(
      number: "F10", elsewhere: "drops a price of zero, and takes no piece for one",
      hit: order(["item_id": "A", "price": 0, "quantity": 0]),
      expected: ["custom_data.contents": [["id": "A", "item_price": 0]]]),
    .init(
      number: "F10", elsewhere: "takes a name for an id", hit: order(["item_name": "Tee"]),
      expected: ["custom_data.contents": nil]),
    .init(
      number: "F11", elsewhere: "sends a value as it came", hit: .order(("value", "10,99")),
      expected: ["custom_data.value": 10.99, "custom_data.currency": "EUR"]),
    .init(
      number: "F11", elsewhere: "sends a purchase without a value",
      hit: .order(("value", nil)), expected: ["custom_data.value": 39.98]),
    .init(
      number: "F12", elsewhere: "throws on contents that are an object",
      hit: .order(
        ("x-fb-cd-contents", ["id": "B"]),
        ("items", ["0": ["item_id": "A", "price": 1]])),
      expected: ["custom_data.contents": [["id": "A", "quantity": 1, "item_price": 1]]]),
    .init(
      number: "F12", elsewhere: "sends the text of an object",
      hit: .order(("items", "[object Object]")), expected: ["custom_data.contents": nil]),
    .init(
      number: "F13", elsewhere: "a visitor's parameter replaces the value",
      hit: .order(("custom_properties", #"{"value":1,"currency":"USD","num_items":9}"#)),
      expected: [
        "custom_data.value": 59.98, "custom_data.currency": "EUR", "custom_data.num_items": 3,
      ]),
    .init(
      number: "F14", elsewhere: "no ids of the contents and no type", hit: .order(),
      expected: [
        "custom_data.content_ids": ["SKU-1", "SKU-2"], "custom_data.content_type": "product",
      ]),
    .init(
      number: "F15", elsewhere: "sends any event under GA4's name",
      hit: ServerHit.visit.with(("event_name", "scroll")), isSent: false),
    .init(
      number: "F16", elsewhere: "any visitor can switch to tests",
      hit: ServerHit.visit.with(("test_event_code", "TEST1")), holds: noTestCode),
    .init(
      number: "F17", elsewhere: "takes milliseconds for seconds",
      hit: ServerHit.visit.with(("event_time", 1_763_683_200_000)),
      expected: ["event_time": 1_767_225_600]),
    .init(
      number: "F18", elsewhere: "takes the source of the action from a visitor",
      hit: ServerHit.visit.with(("action_source", "physical_store")),
      expected: ["action_source": "website"]),
    .init(
      number: "F19", elsewhere: "sends without consent",
      hit: ServerHit.visit.with(("x-ga-gcs", "G100")), isGated: true, isSent: false),
    .init(
      number: "F20", elsewhere: "makes the same click anew",
      hit: clicked("fbclid=IwAR1", "fb.1.1767225000000.IwAR1"),
      expected: ["user_data.fbc": "fb.1.1767225000000.IwAR1"],
      holds: { !$0.cookies.contains { $0.name == "_fbc" } }),
    .init(
      number: "F20", elsewhere: "joins two click ids", hit: clicked("fbclid=AAA&fbclid=BBB"),
      expected: ["user_data.fbc": "fb.1.1767225600123.BBB"]),
    .init(
      number: "F20", elsewhere: "a parameter beats the newer cookie",
      hit: clicked("", "fb.1.1767225000000.new").with(
        ("x-fb-ck-fbc", "fb.1.1767220000000.old"), ("fbc", "fb.1.1767220000000.old")),
      expected: ["user_data.fbc": "fb.1.1767225000000.new"]),
    .init(
      number: "F21", elsewhere: "an error loses the click", hit: clicked("fbclid=IwAR1"),
      answer: Answer(status: 400, body: #"{"error":{"code":190}}"#),
      holds: { $0.failures == 1 && $0.cookies.contains { $0.name == "_fbc" } }),
    .init(
      number: "F22", elsewhere: "sends a list of addresses with ports",
      hit: ServerHit.visit.with(("ip_override", "203.0.113.7:443, 10.0.0.1")),
      expected: ["user_data.client_ip_address": "203.0.113.7"]),
    .init(
      number: "F23", elsewhere: "the user's id is never the external id",
      hit: ServerHit.visit.with(("user_id", "user-4711x")),
      expected: ["user_data.external_id": list("user-4711x")]),
    .init(
      number: "F24", elsewhere: "an error with status 200 is a success, and nothing is logged",
      answer: Answer(body: #"{"error":{"code":190,"fbtrace_id":"AbCdEf"}}"#),
      holds: { $0.failures == 1 && $0.log.contains { $0.contains("190") && $0.contains("AbCdEf") } }
    ),
    .init(
      number: "F25", elsewhere: "waits for as long as the server lets it",
      template: { $0.code.contains("timeout: 1500") }),
    .init(
      number: "F26", elsewhere: "keeps plain personal data in a cookie",
      hit: ServerHit.visit.with(
        ("user_id", "user-4711x"), ("user_data", ["gender": "f", "birth_date": "1997-02-16"])),
      holds: { $0.cookies.allSatisfy { ["_fbc", "_fbp"].contains($0.name) } },
      template: { $0.permissions.filter { $0.publicID == "set_cookies" }.count == 1 }),
    .init(
      number: "F28", elsewhere: "a template that does not import",
      template: { template in
        (try? TemplateDocument.read(template.text, file: "a.tpl")).map { $0.template == template }
          ?? false
      }),
    .init(
      number: "F29", elsewhere: "may read all event data",
      template: { template in
        let read = template.permissions.first { $0.publicID == "read_event_data" }
        return read.map { $0["eventDataAccess"]?.text == "specific" } ?? true
      }),
    .init(
      number: "F30", elsewhere: "a visitor says how data is processed",
      hit: ServerHit.visit.with(
        ("data_processing_options", ["LDU"]), ("data_processing_options_country", "1")),
      expected: ["data_processing_options": nil, "data_processing_options_country": nil]),
  ]

  private static let popular: [MetaDefect] = [
    .init(
      number: "S1", elsewhere: "logs the token",
      holds: { !$0.log.contains { $0.contains(RunningContainer.token) } && !$0.log.isEmpty }),
    .init(
      number: "S2", elsewhere: "hashes '[object Object]'",
      hit: .person("email_address", ["0": "alice@example.com"]), expected: ["user_data.em": alice]),
    .init(
      number: "S2", elsewhere: "keeps empty elements of a list",
      hit: .person("email_address", ["", "alice@example.com", "ALICE@example.com"]),
      expected: ["user_data.em": alice]),
    .init(
      number: "S3", elsewhere: "hashes the empty text", hit: .person("phone_number", "n/a"),
      expected: ["user_data.ph": nil]),
    .init(
      number: "S4", elsewhere: "leaves a digest of a name in upper case",
      hit: .address("sha256_first_name", .string(Digest.hexadecimal("mary").uppercased())),
      expected: ["user_data.fn": list("mary")]),
    .init(
      number: "S5", elsewhere: "hashes words for a gender", hit: .person("gender", "male"),
      expected: ["user_data.ge": list("m")]),
    .init(
      number: "S5", elsewhere: "hashes a date as it is", hit: .person("birth_date", "1997-02-16"),
      expected: ["user_data.db": list("19970216")]),
    .init(
      number: "S5", elsewhere: "leaves zeros before a number",
      hit: .person("phone_number", "0049171 3920012"), expected: ["user_data.ph": phone]),
    .init(
      number: "S6", elsewhere: "a free order has the price of its items",
      hit: .order(("value", 0)), expected: ["custom_data.value": 0]),
    .init(
      number: "S7", elsewhere: "invents a currency",
      hit: .order(("event_name", "add_to_cart"), ("currency", nil)),
      expected: ["custom_data.currency": nil]),
    .init(
      number: "S8", elsewhere: "an item without an id costs the event",
      hit: .order(("items", [["item_name": "Tee", "price": 5], ["item_id": "A", "price": 5]])),
      expected: ["custom_data.contents": [["id": "A", "quantity": 1, "item_price": 5]]]),
    .init(
      number: "S9", elsewhere: "a decimal comma makes a price null",
      hit: order(["item_id": "A", "price": "10,99"]),
      expected: ["custom_data.contents": [["id": "A", "quantity": 1, "item_price": 10.99]]]),
    .init(
      number: "S9", elsewhere: "a value is text", hit: .order(("value", "0.00")),
      expected: ["custom_data.value": 0]),
    .init(
      number: "S10", elsewhere: "a cart has the id of the order",
      hit: .order(("event_name", "add_to_cart"), ("event_id", nil)), expected: ["event_id": nil]),
    .init(
      number: "S10", elsewhere: "a purchase has no id without one of its own",
      hit: .order(("event_id", nil)), expected: ["event_id": "T-1001"]),
    .init(
      number: "S11", elsewhere: "an appendix makes a click anew",
      hit: clicked("fbclid=IwAR1", "fb.1.1767225000000.IwAR1.AQECAQMB"),
      expected: ["user_data.fbc": "fb.1.1767225000000.IwAR1.AQECAQMB"]),
    .init(
      number: "S12", elsewhere: "joins three click ids", hit: clicked("fbclid=A&fbclid=B&fbclid=C"),
      expected: ["user_data.fbc": "fb.1.1767225600123.C"]),
    .init(
      number: "S13", elsewhere: "takes the word 'denied' for consent",
      hit: ServerHit.visit.with(("consent_state", ["ad_storage": "denied"])), isGated: true,
      isSent: false),
    .init(
      number: "S13", elsewhere: "says nothing of a hit without a signal", isGated: true,
      isSent: false, holds: { $0.log.contains { $0.contains("no consent to ad_storage") } }),
    .init(
      number: "S14", elsewhere: "a visitor's test code wins",
      hit: .order(("test_event_code", "TEST1")), holds: noTestCode),
    .init(
      number: "S15", elsewhere: "sends engagement as an event",
      hit: ServerHit.visit.with(("event_name", "user_engagement")), isSent: false),
    .init(
      number: "S16", elsewhere: "writes the click's cookie with every hit",
      hit: clicked("", "fb.1.1767225000000.IwAR1"),
      holds: { !$0.cookies.contains { $0.name == "_fbc" } }),
    .init(
      number: "S17", elsewhere: "one person's data goes with another's events",
      hit: .landing("", cookie: ("_gtmeec", "eyJlbSI6ImFsaWNlQGV4YW1wbGUuY29tIn0=")),
      expected: ["user_data.em": nil],
      template: { !$0.code.contains("_gtmeec") }),
    .init(
      number: "S18", elsewhere: "leaves the port of an address",
      hit: ServerHit.visit.with(("ip_override", "[2001:db8::1]:443")),
      expected: ["user_data.client_ip_address": "2001:db8::1"]),
    .init(
      number: "S18", elsewhere: "throws on an address that is not text",
      hit: ServerHit.visit.with(("ip_override", ["a": 1]), ("user_id", "7")),
      expected: ["user_data.client_ip_address": nil]),
    .init(
      number: "S19", elsewhere: "takes no digest of a city",
      hit: .address("sha256_city", .digest(of: "paris")), expected: ["user_data.ct": list("paris")]),
    .init(
      number: "S20", elsewhere: "no event received is a success",
      answer: Answer(body: #"{"events_received":0,"messages":[]}"#), holds: fail),
    .init(
      number: "S22", elsewhere: "takes what is not the person's",
      hit: ServerHit.visit.with(
        ("country", "DE"), ("region", "Bayern"), ("city", "Berlin"), ("email", "a@example.com")),
      expected: [
        "user_data.country": nil, "user_data.st": nil, "user_data.ct": nil, "user_data.em": nil,
      ], holds: nothingPersonal),
    .init(
      number: "S23", elsewhere: "no ids and no number of items", hit: .order(),
      expected: [
        "custom_data.content_ids": ["SKU-1", "SKU-2"], "custom_data.num_items": 3,
      ]),
    .init(
      number: "S25", elsewhere: "a slow answer holds up the response", answer: .timedOut,
      holds: fail, template: { $0.code.contains("timeout: 1500") }),
    .init(
      number: "S26", elsewhere: "sums have the noise of binary fractions",
      hit: .order(("value", nil), ("items", [["item_id": "A", "price": 0.1, "quantity": 3]])),
      expected: ["custom_data.value": 0.3], holds: pass),
  ]
}
