import Compiler
import JSONText
import TagwrightPlan
import Testing

/// Meta is held to its own documents (Conversions API, Graph v26.0): what it gets of a hit.
@Suite struct MetaTests {
  private let meta = TestedDestination.meta

  private static func list(_ text: String) -> JSON? { [.digest(of: text)] }

  /// What a text becomes at a path; `nil` for nothing, a text for the digest of another text.
  private func expectDigests(
    _ path: String, of field: (JSON) -> ServerHit, _ cases: KeyValuePairs<String, String?>
  ) throws {
    try meta.expect(
      "user_data.\(path)",
      cases.map { ($0.key, field(.string($0.key)), $0.value.flatMap(Self.list)) })
  }

  /// Meta's page of customer information parameters prints these digests.
  @Test func publishedDigestsComeOutOfTheTemplate() throws {
    let published: [(String, ServerHit, String)] = [
      (
        "em", .person("email_address", "John_Smith@gmail.com"),
        "62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f"
      ),
      (
        "ph", .person("phone_number", "+1 (650)555-1212"),
        "e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176"
      ),
      (
        "fn", .address("first_name", "Mary"),
        "6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec"
      ),
      (
        "fn", .address("first_name", "정"),
        "8fa8cd9c440be61d0151429310034083132b35975c4bea67fdd74158eb51db14"
      ),
      (
        "fn", .address("first_name", "Valéry"),
        "08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c"
      ),
      (
        "db", .person("birth_date", "2/16/1997"),
        "01acdbf6ec7b4f478a225f1a246e5d6767eeab1a7ffa17f025265b5b94f40f0c"
      ),
      (
        "country", .address("country", "United States"),
        "79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621"
      ),
      (
        "ge", .person("gender", "f"),
        "252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111"
      ),
      (
        "ct", .address("city", "New York"),
        "350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5"
      ),
      (
        "st", .address("region", "ca"),
        "6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126"
      ),
      (
        "zp", .address("postal_code", "M1 1AE"),
        "1dc694c2070e697769fb959b50671d76cafd430d8ca191fbdd0affcaea344ac5"
      ),
    ]
    for (key, hit, digest) in published {
      try meta.expect("user_data.\(key)", [(key, hit, [.string(digest)])])
    }
  }

  @Test func whoSomebodyIsIsBroughtToMetasFormAndHashed() throws {
    try expectDigests(
      "em", of: { .person("email_address", $0) },
      [
        " Alice.B+x@Example.com ": "alice.b+x@example.com", "not an email": nil, "": nil,
        "5d41402abc4b2a76b9719d911017c592": nil,
      ])
    try expectDigests(
      "ph", of: { .person("phone_number", $0) },
      [
        "01713920012": "491713920012", "+49 (0)171 392-0012": "491713920012",
        "0049171 3920012": "491713920012", "+49\u{a0}171\u{a0}3920012": "491713920012",
        "+1 650 555 1212": "16505551212", "n/a": nil, "+": nil, "call me": nil,
        "+49 171 3920012 ext. 12": "491713920012", "tel:+491713920012;ext=7": "491713920012",
        "0171 3920012 x12": "491713920012", "+1 800 FLOWERS": nil,
      ])
    try expectDigests(
      "fn", of: { .address("first_name", $0) },
      ["Jean-Luc": "jeanluc", " Ann Marie ": "annmarie", "東京": "東京", "Zoë!": "zoë", "-": nil])
    try expectDigests(
      "ln", of: { .address("last_name", $0) },
      [
        "O'Neil": "oneil", "van der Berg": "vanderberg", "Smith & Co*": "smithco",
        "D´Angelo": "dangelo", "李·明": "李明",
      ])
    try expectDigests(
      "ct", of: { .address("city", $0) },
      ["Zürich": "zürich", "São Paulo": "sãopaulo", "St. Gallen 9": "stgallen"])
    try expectDigests(
      "ge", of: { .person("gender", $0) },
      ["Female": "f", "M": "m", "divers": nil, "weiblich": nil]
    )
    try expectDigests(
      "db", of: { .person("birth_date", $0) },
      [
        "1997-02-16": "19970216", "16.2.1997": "19970216", "19970216": "19970216",
        "03/04/1990": "19900304", "970216": nil, "1997-13-45": nil, "1890-01-01": nil,
        "2990-01-01": nil, "1997-02-30": nil, "1997-02-29": nil, "2000-02-29": "20000229",
        "1997-04-31": nil, "1900-02-28": "19000228", "1900-02-29": nil,
        "1997-2-6": "19970206", "1997-02-16T00:00:00.000Z": "19970216", "2026-03-01": nil,
        "１９９７－０２－１６": "19970216",
      ])
    try expectDigests(
      "external_id", of: { ServerHit.visit.with(("user_id", $0)) },
      [
        "User-4711X ": "user-4711x", "a b": "ab", "a\u{A0}b": "ab", "(not set)": nil,
      ])
  }

  @Test func whereSomebodyLivesIsBroughtToMetasFormAndHashed() throws {
    try expectDigests(
      "st", of: { .address("region", $0) },
      [
        "California": "ca", "New York": "ny", "AZ": "az", "British Columbia": "bc",
        "Northwest Territories": "nt", "Québec": "qc", "Yukon": "yt", "Virginia": "va",
        "Bayern": "bayern", "Île-de-France": "îledefrance",
      ])
    try expectDigests(
      "zp", of: { .address("postal_code", $0) },
      [
        "94035-1234": "94035", "940351234": "94035", "94035 1234": "94035", "00-950": "00950",
        "1000-205": "1000205",
        "01310-100": "01310100", "10115": "10115",
      ])
    try expectDigests(
      "country", of: { .address("country", $0) },
      [
        "DE": "de", "UK": "gb", "DEU": "de", "AUT": "at", "USA": "us", "CHE": "ch", "UKR": "ua",
        "Atlantis": nil, "XYZ": nil, "7": nil,
      ])
  }

  @Test func whatIsNotHashedIsSentAsItIs() throws {
    try meta.expect(
      "user_data",
      [
        (
          "ids",
          .visit.with(
            ("subscription_id", "Sub-1"), ("lead_id", "12345"),
            ("user_data", ["fb_login_id": "1234567890"])),
          [
            "client_ip_address": "203.0.113.7", "client_user_agent": "Mozilla/5.0",
            "subscription_id": "Sub-1", "fb_login_id": 1_234_567_890,
          ]
        ),
        (
          "sixteen digits are no number",
          .visit.with(("lead_id", "1234567890123456")),
          [
            "client_ip_address": "203.0.113.7", "client_user_agent": "Mozilla/5.0",
            "lead_id": "1234567890123456",
          ]
        ),
      ])
    func address(_ text: String) -> ServerHit { .visit.with(("ip_override", .string(text))) }
    try meta.expect(
      "user_data.client_ip_address",
      [
        ("the first public one", address("10.0.0.1, 192.168.1.1, 198.51.100.2"), "198.51.100.2"),
        ("IPv6", address("2001:db8::1"), "2001:db8::1"), ("private", address("fc00::1"), nil),
        ("everybody", address("255.255.255.255"), nil), ("a group", address("224.0.0.1"), nil),
        ("link-local", address("fe80::1"), nil), ("loopback", address("::1"), nil),
      ])
  }

  @Test func aClickKeepsItsTimeAndAnotherClickMakesANewOne() throws {
    let landing = "fbclid=IwAR_x-1"
    func kept(_ cookie: String, _ query: String = "") -> ServerHit {
      .landing(query, cookie: ("_fbc", cookie))
    }
    let known: JSON = "fb.1.1767225000000.IwAR_x-1"
    try meta.expect(
      "user_data.fbc",
      [
        ("a click", .landing(landing), "fb.1.1767225600123.IwAR_x-1"),
        ("the same click", kept("fb.1.1767225000000.IwAR_x-1", landing), known),
        (
          "the same with an appendix", kept("fb.1.1767225000000.IwAR_x-1.AQECAQMB", landing),
          "fb.1.1767225000000.IwAR_x-1.AQECAQMB"
        ),
        (
          "another click", kept("fb.1.1767225000000.other", landing), "fb.1.1767225600123.IwAR_x-1"
        ),
        (
          "another case is another click", kept("fb.1.1767225000000.iwar_x-1", landing),
          "fb.1.1767225600123.IwAR_x-1"
        ),
        ("the cookie alone", kept("fb.1.1767225000000.IwAR_x-1"), known),
        ("event data alone", .visit.with(("fbc", known)), known),
        ("event data without a time", .visit.with(("fbc", "IwAR_x-1")), nil),
        ("a cookie without a time", kept("IwAR_x-1"), nil),
        ("a cookie without a time, and a click", kept("x", landing), "fb.1.1767225600123.IwAR_x-1"),
        ("a cookie without a click", kept("fb.1.1699."), nil),
        (
          "a cookie without a click, and a click", kept("fb.1.1767225000000.", landing),
          "fb.1.1767225600123.IwAR_x-1"
        ),
        ("seconds", kept("fb.1.1767225000.IwAR_x-1"), nil),
        ("older than 90 days", kept("fb.1.1759000000000.IwAR_x-1"), nil),
        ("after the event", kept("fb.1.1767225700000.IwAR_x-1"), nil),
        ("a macro", .landing("fbclid=%7B%7Bfbclid%7D%7D"), nil),
        (
          "a referrer on the same host",
          .visit.with(("page_referrer", "https://shop.example.com/?fbclid=IwAR_x-1")),
          "fb.1.1767225600123.IwAR_x-1"
        ),
        (
          "another site's referrer",
          .visit.with(("page_referrer", "https://example.org/?fbclid=IwAR_x-1")), nil
        ),
      ])
    for outcome in try meta.outcomes([.landing(landing)])[0] {
      let cookie = try #require(outcome.cookies.first { $0.name == "_fbc" })
      #expect(cookie.value == "fb.1.1767225600123.IwAR_x-1")
      #expect(cookie.attributes["max-age"] == "7776000" && cookie.attributes["path"] == "/")
      #expect(cookie.attributes["samesite"]?.lowercased() == "lax")
      #expect(cookie.attributes["httponly"] == nil)
    }
  }

  @Test func aBrowserIDKeepsItsFormAndIsMadeByNobodyElse() throws {
    func kept(_ cookie: String) -> ServerHit { .landing("", cookie: ("_fbp", cookie)) }
    try meta.expect(
      "user_data.fbp",
      [
        ("the cookie", kept("fb.1.1760043840841.1116446470"), "fb.1.1760043840841.1116446470"),
        (
          "many digits", kept("fb.1.1760043840841.908083253440121752"),
          "fb.1.1760043840841.908083253440121752"
        ),
        (
          "an appendix", kept("fb.2.1657051589577.1088522659.AQEAAQMB"),
          "fb.2.1657051589577.1088522659.AQEAAQMB"
        ),
        (
          "event data", .visit.with(("fbp", "fb.1.1760043840841.1")), "fb.1.1760043840841.1"
        ),
        ("malformed", kept("1116446470"), nil), ("none", .visit, nil),
      ])
  }

  /// Best practices of the Conversions API: sets of keys with which an event is refused (error 2804050).
  @Test func whomNothingIdentifiesIsNotSent() throws {
    let anonymous = ServerHit(
      eventData: ["event_name": "page_view", "page_location": "https://shop.example.com/"])
    func person(_ members: JSON) -> ServerHit { anonymous.with(("user_data", members)) }
    let home: JSON = ["city": "Paris", "country": "FR", "region": "Idf", "postal_code": "75001"]
    try meta.expectSent([
      ("nothing", anonymous, false),
      ("a browser", anonymous.with(("user_agent", "Mozilla/5.0")), false),
      (
        "a home", person(["address": home, "gender": "f"]).with(("user_agent", "Mozilla/5.0")),
        false
      ),
      (
        "a birth date", person(["birth_date": "1997-02-16"]).with(("user_agent", "Mozilla/5.0")),
        false
      ),
      ("a first name", person(["gender": "f", "address": ["first_name": "Mary"]]), false),
      ("a last name", person(["gender": "f", "address": ["last_name": "Doe"]]), false),
      ("both", person(["address": ["first_name": "Mary", "last_name": "Doe"]]), true),
      ("a birth date and a gender", person(["birth_date": "1997-02-16", "gender": "f"]), true),
      ("an address of the network", anonymous.with(("ip_override", "203.0.113.7")), true),
      ("an id", anonymous.with(("user_id", "1")), true),
      ("a browser id", anonymous.with(("fbp", "fb.1.1760043840841.1")), true),
    ])
  }

  /// F11: Meta refuses a purchase without a value or a currency (errors 2804009 and 2804010).
  @Test func aPurchaseWithoutMoneyIsNotSent() throws {
    func order(_ value: JSON?, _ currency: JSON?) -> ServerHit {
      ServerHit.order(("value", value), ("currency", currency), ("items", nil))
    }
    try meta.expectSent([
      ("both", order(9.5, "EUR"), true), ("nothing to pay", order(0, "EUR"), true),
      ("no value", order(nil, "EUR"), false), ("no currency", order(9.5, nil), false),
      ("no number", order("free", "EUR"), false), ("no currency's code", order(9.5, "€"), false),
    ])
    for outcome in try meta.outcomes([order(9.5, nil)])[0] {
      #expect(outcome.failures == 1)
      #expect(
        outcome.log.contains { $0.contains("not sent: a purchase without a value in a currency") })
    }
  }

  @Test func aValueHasTheDecimalsOfItsCurrency() throws {
    func order(_ value: JSON, _ currency: JSON) -> ServerHit {
      ServerHit.order(("value", value), ("currency", currency))
    }
    try meta.expect(
      "custom_data.value",
      [
        ("noise", order(0.30000000000000004, "EUR"), 0.3),
        ("cents", order(59.97999999, "usd"), 59.98),
        ("none", order(1999.6, "JPY"), 2000), ("three", order(12.345, "KWD"), 12.345),
        ("zero", order(0, "EUR"), 0),
      ])
  }

  @Test func aDigestOfAnotherTextIsRefused() {
    let plan = CompiledPlan {
      GA4Client()
      Meta(
        pixelID: "1234567890123456", accessToken: .secret("TOKEN"),
        consent: .waived(because: "a test"), deduplication: .notNeeded(because: "a test")
      ) {
        Phone(sha256: .eventData("user_data.sha256_phone_number"), defaultCountryCode: nil)
        City(sha256: .eventData("user_data.address.sha256_city"))
      } events: {
        On("page_view", send: .pageView())
      }
      tikTok {
        City(sha256: .eventData("user_data.address.sha256_city"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
    let found = plan.problems.filter { $0.contains("[digest-of-another-form]") }
    #expect(found.count == 2)
    #expect(found.contains { $0.contains("TikTok takes no digest") })
  }
}
