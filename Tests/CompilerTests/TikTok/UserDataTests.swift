import JSONText
import TagwrightPlan
import Testing

@Suite struct UserDataTests {
  private static let page = ServerHit.named("page_view")

  private static func hit(_ path: String, _ value: JSON) -> ServerHit {
    page.with(("user_data", .object(JSONObject([.init(path, value)]))))
  }

  @Test func anEmailIsTrimmedLowerCasedAndHashed() throws {
    var table = MemberCases("user.email")
    let alice = JSON.digest(of: "alice@example.com")
    let documented: JSON = "848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f"
    func add(_ fact: String, _ value: JSON, _ expected: JSON?) {
      table.add(fact, Self.hit("email_address", value), expected)
    }
    add("TikTok's own example", " ALICE_abc@gmail.com ", documented)
    add("white space of every kind", "\t\u{a0}Alice@Example.com\r\n", alice)
    add("a tag stays", "alice+tag@example.com", .digest(of: "alice+tag@example.com"))
    add("beyond ASCII", "ÄLICE@EXAMPLE.COM", .digest(of: "älice@example.com"))
    add("a digest passes", alice, alice)
    add("an upper-case digest is lowered", .string((alice.string ?? "").uppercased()), alice)
    add("a digest between spaces", .string(" \(alice.string ?? "") "), alice)
    add("63 digits are no digest", .string(String(repeating: "a", count: 63)), nil)
    add(
      "a list of two", ["alice@example.com", "bob@example.com"],
      [alice, .digest(of: "bob@example.com")])
    add("a list of one", ["Alice@example.com"], alice)
    add("the same twice is one", ["Alice@example.com", "alice@example.com"], alice)
    add(
      "an index-keyed object", ["0": "alice@example.com", "1": "bob@example.com"],
      [alice, .digest(of: "bob@example.com")])
    add("an index-keyed object of one", ["0": "alice@example.com"], alice)
    add(
      "rubbish in a list is passed over", ["", .null, "alice@example.com", 7, [], ["x": 1]], alice)
    add("an object of other keys is no list", ["mode": "alice@example.com"], nil)
    add("an empty text", "", nil)
    add("white space alone", " \t ", nil)
    add("no @", "alice", nil)
    add("two @", "a@b@c", nil)
    add("nothing before the @", "@example.com", nil)
    add("a space inside", "alice smith@example.com", nil)
    add("a no-break space inside", "alice\u{a0}smith@example.com", nil)
    add("a number", 7, nil)
    add("true", true, nil)
    add("null", .null, nil)
    add("an empty list", [], nil)
    add("an empty object", [:], nil)
    table.add(
      "the second source, where the first has none", Self.hit("email", "alice@example.com"), alice)
    table.add(
      "the second source, where the first has no address",
      Self.page.with(("user_data", ["email_address": "none", "email": "alice@example.com"])), alice)
    table.add("the digest's source", Self.hit("sha256_email_address", alice), alice)
    table.add(
      "what is no digest is not hashed from the digest's source",
      Self.hit("sha256_email_address", "alice@example.com"), nil)
    table.add(
      "the address outweighs the digest",
      Self.page.with(
        ("user_data", ["email_address": "bob@example.com", "sha256_email_address": alice])),
      .digest(of: "bob@example.com"))
    try table.check()
  }

  @Test func aPhoneNumberIsBroughtToE164AndHashed() throws {
    var table = MemberCases("user.phone")
    let documented: JSON = "9f7ec22d72092cd3c0b58726ed9c2d91b92e51a3f29837508fb2948bb22dd2fd"
    func add(_ given: JSON, _ number: String?, _ fact: String = "") {
      table.add(
        "\(given.text(.compact)) \(fact)", Self.hit("phone_number", given),
        number.map { .digest(of: $0) })
    }
    table.add("TikTok's own example", Self.hit("phone_number", "(+1)2133734253"), documented)
    add("+1 (213) 373-4253", "+12133734253")
    add("+1.213.373.4253", "+12133734253")
    add(" +12133734253\n", "+12133734253")
    add("0012133734253", "+12133734253", "00 is +")
    add("+49 (0)5550 100123", "+495550100123", "a zero in brackets is not dialled")
    add("+49 05550 100123", "+495550100123", "nor is one behind the country code")
    add("0049 5550 100123", "+495550100123")
    add("05550 100123", "+495550100123", "a national number")
    add("05550/100-123", "+495550100123")
    add("5550100123", "+495550100123", "without its zero")
    add("495550100123", "+495550100123", "without its +")
    add(5_550_100_123, "+495550100123", "a number of JSON")
    add(495_550_100_123, "+495550100123")
    add("+8613800000000", "+8613800000000", "China keeps its code")
    add("+123456789012345", "+123456789012345", "15 digits")
    add("+1234567890123456", nil, "16 digits")
    add("+12345", nil, "too short")
    add("12345", nil, "too short for a national number")
    add("0555010012345678", nil, "too long for a national number")
    add("+0123456789", nil, "no country code begins with 0")
    add("000012345678", nil)
    add("0000000000", nil)
    add("", nil)
    add("+", nil)
    add("+49\u{a0}5550\u{a0}100123", "+495550100123", "no-break spaces")
    add("05550\u{202f}100\u{2009}123", "+495550100123", "narrow ones")
    add("05550\u{3000}100123\u{2028}", "+495550100123", "wide ones and line breaks")
    add("+49 5550\u{2013}100\u{2011}123", "+495550100123", "dashes")
    add("\u{202a}+49 5550 100123\u{202c}", "+495550100123", "marks of direction")
    add("05550 CALL ME", nil, "letters")
    add("05550 100123 ext 5", "+495550100123", "an extension is not dialled")
    add("tel:+49-5550-100123;ext=5", "+495550100123", "a link")
    add("05550 100123 x", nil)
    add("alice@example.com", nil)
    add("unknown", nil)
    add("٠٥٥٥٠١٠٠١٢٣", nil, "digits of another script")
    add(true, nil)
    add(.null, nil)
    add(["mode": "05550 100123"], nil)
    add(1.5, nil)
    let two: JSON = [.digest(of: "+495550100123"), .digest(of: "+12133734253")]
    table.add("a list", Self.hit("phone_number", ["05550 100123", "+12133734253"]), two)
    table.add(
      "an index-keyed object",
      Self.hit("phone_number", ["0": "05550 100123", "1": "+12133734253"]), two)
    table.add(
      "a list of numbers", Self.hit("phone_number", [5_550_100_123, "rubbish"]),
      .digest(of: "+495550100123"))
    table.add("a digest passes", Self.hit("phone_number", documented), documented)
    table.add(
      "a digest is lowered",
      Self.hit("sha256_phone_number", .string((documented.string ?? "").uppercased())), documented)
    try table.check()
  }

  private static let dialled: [(country: String?, given: String, number: String?)] = [
    ("1", "(213) 373-4253", "+12133734253"), ("1", "1 213 373 4253", "+12133734253"),
    ("1", "213-373-425", nil), ("1", "113 373 4253", nil), ("1", "+2133734253", "+2133734253"),
    ("7", "8 916 555-01-23", "+79165550123"), ("7", "79165550123", "+79165550123"),
    ("7", "812 555-01-23", "+78125550123"), ("7", "+7 812 5550123", "+78125550123"),
    ("36", "06 1 555 0123", "+3615550123"), ("36", "+36 06 1 555 0123", "+3615550123"),
    ("39", "06 5550 0123", "+390655500123"), ("39", "393 555 0123", "+393935550123"),
    ("39", "+39 06 55500123", "+390655500123"), ("39", "0039 06 55500123", "+390655500123"),
    ("33", "06 55 50 01 23", "+33655500123"), ("33", "33655500123", "+33655500123"),
    ("44", "020 7946 0123", "+442079460123"), ("44", "+44 (0)20 7946 0123", "+442079460123"),
    ("45", "45 12 34 56", "+4545123456"), ("45", "4545123456", "+4545123456"),
    ("47", "22 12 34 56", "+4722123456"), ("65", "6591234567", "+6591234567"),
    ("65", "9123 4567", "+6591234567"), ("55", "55 99955-0123", "+5555999550123"),
    ("55", "(011) 95550-1234", "+5511955501234"), ("55", "5511955501234", "+5511955501234"),
    ("91", "9123456789", "+919123456789"), ("91", "919123456789", "+919123456789"),
    ("91", "09123456789", "+919123456789"), ("225", "07 55 50 01 23", "+2250755500123"),
    ("86", "138 0000 0000", "+8613800000000"), ("852", "5550 1234", "+85255501234"),
    ("49", "+12133734253", "+12133734253"), ("49", "0033655500123", "+33655500123"),
    (nil, "05550 100123", nil), (nil, "495550100123", nil), (nil, "+495550100123", "+495550100123"),
    (nil, "00495550100123", "+495550100123"), (nil, "", nil),
  ]

  @Test func aNationalNumberIsReadAsItIsDialledThere() throws {
    var containers: [String?: RunningContainer] = [:]
    for country in Set(Self.dialled.map(\.country)) {
      containers[country] = try RunningContainer(
        TestPlan.small(.page, sources: .inline) {
          Phone(.eventData("phone"), defaultCountryCode: country)
        })
    }
    let runs = try ContainerRuns(
      Self.dialled.map { row in
        .init(
          container: try #require(containers[row.country]),
          hit: Self.page.with(("phone", .string(row.given))))
      })
    for (row, outcomes) in zip(Self.dialled, runs.outcomes) {
      let found = outcomes.first?.outcome.body?.at("data.0.user.phone")
      let expected = row.number.map { JSON.digest(of: $0) }
      #expect(
        found.compactText == expected.compactText, "\(row.given) in \(row.country ?? "no country")")
    }
  }

  @Test func anExternalIDIsTrimmedAndItsCaseKept() throws {
    var table = MemberCases("user.external_id")
    let documented: JSON = "80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b"
    func add(_ fact: String, _ value: JSON, _ expected: JSON?) {
      table.add(fact, Self.page.with(("user_id", value)), expected)
    }
    add("TikTok's own example", "user_123", documented)
    add("case is kept", " UserABC ", .digest(of: "UserABC"))
    add("a number is a text", 123, .digest(of: "123"))
    add("a long number keeps its digits", 123_456_789_012_345, .digest(of: "123456789012345"))
    add(
      "a digest passes in lower case", .string((documented.string ?? "").uppercased()), documented)
    add("a list", ["user_123", 7], [documented, .digest(of: "7")])
    add("nothing empty is hashed", " ", nil)
    add("nor the words for nothing", "undefined", nil)
    add("nor null's", "null", nil)
    add("nor null", .null, nil)
    add("nor an object", ["id": "user_123"], nil)
    add("nor true", true, nil)
    table.add(
      "the first source that has one",
      Self.page.with(("tt_external_id", "user_123"), ("user_id", "other")), documented)
    try table.check()
  }

  @Test func namesAndPostalCodesAreSqueezedAndHashed() throws {
    func table(_ member: String, _ key: String, _ cases: [(JSON, String?)]) throws {
      var table = MemberCases("user.\(member)")
      for (given, normal) in cases {
        let expected = normal.map { JSON.digest(of: $0) }
        let address: JSON = .object(JSONObject([.init(key, given)]))
        table.add("\(given.text(.compact)) in an object", Self.hit("address", address), expected)
        table.add(
          "\(given.text(.compact)) in a list", Self.hit("address", [address, [:]]), expected)
      }
      try table.check()
    }
    let jane = "81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"
    #expect(Digest.hexadecimal("jane") == jane)
    let names: [(JSON, String?)] = [
      ("Jane", "jane"), (" JANE ", "jane"), ("Mary Ann", "maryann"),
      ("O'Brien-Smith Jr.", "obriensmithjr"), ("Mary\u{a0}Ann", "maryann"),
      ("Müller", "müller"), ("李", "李"), (["Jane", "Other"], "jane"), (["0": "Jane"], "jane"),
      ("", nil), ("-", nil),
      (.null, nil), (["x": "Jane"], nil), (false, nil),
    ]
    try table("first_name", "first_name", names)
    try table("last_name", "last_name", names)
    try table(
      "zip_code", "postal_code",
      [
        ("94043", "94043"), (94043, "94043"), ("SW1A 2AA", "sw1a2aa"), ("94043-1234", "940431234"),
        ("", nil),
      ])
    var digest = MemberCases("user.first_name")
    digest.add(
      "a digest passes", Self.hit("address", ["first_name": .string(jane.uppercased())]),
      .string(jane))
    try digest.check()
  }

  @Test func citiesStatesAndCountriesAreSqueezedAndPlain() throws {
    for (member, key) in [("city", "city"), ("state", "region"), ("country", "country")] {
      var table = MemberCases("user.\(member)")
      let cases: [(JSON, JSON?)] = [
        ("New York", "newyork"), (" BERLIN ", "berlin"), ("St. Gallen", "stgallen"),
        (["NY", "X"], "ny"), ("", nil),
        (" . ", nil), (.null, nil), (["x": "NY"], nil), (true, nil),
      ]
      for (given, expected) in cases {
        let address: JSON = .object(JSONObject([.init(key, given)]))
        table.add("\(given.text(.compact)) in an object", Self.hit("address", address), expected)
        table.add("\(given.text(.compact)) in a list", Self.hit("address", [address]), expected)
      }
      try table.check()
    }
  }

  @Test func anAddressIsTheFirstPublicOneOfAListWithoutPort() throws {
    var table = MemberCases("user.ip")
    let cases: [(JSON, JSON?)] = [
      ("203.0.113.7", "203.0.113.7"), (" 203.0.113.7 ", "203.0.113.7"),
      ("203.0.113.7, 198.51.100.2", "203.0.113.7"), ("203.0.113.7,10.0.0.1", "203.0.113.7"),
      ("2001:db8::1", "2001:db8::1"),
      ("2A00:1450:4001:082a:0000:0000:0000:200e", "2A00:1450:4001:082a:0000:0000:0000:200e"),
      ("172.15.0.1", "172.15.0.1"), ("172.32.0.1", "172.32.0.1"), ("100.63.0.1", "100.63.0.1"),
      ("11.0.0.1", "11.0.0.1"),
      ("192.169.0.1", "192.169.0.1"), ("10.0.0.1", nil), ("172.16.0.1", nil),
      ("10.0.0.1, 203.0.113.7", "203.0.113.7"), ("unknown, 192.168.0.1,203.0.113.7", "203.0.113.7"),
      ("203.0.113.7:55123", "203.0.113.7"), ("10.0.0.1:80, 203.0.113.7:443", "203.0.113.7"),
      ("::ffff:203.0.113.7", "203.0.113.7"), ("::FFFF:10.0.0.1", nil),
      ("::FFFF:203.0.113.7", "203.0.113.7"), ("::ffff:c000:201", "192.0.2.1"),
      ("[::FFFF:CB00:7107]:443", "203.0.113.7"), ("::ffff:c0a8:101", nil),
      ("::ffff:c0000:201", nil),
      ("[::ffff:203.0.113.7]:443", "203.0.113.7"), ("[2001:db8::1]:443", "2001:db8::1"),
      ("[2001:db8::1]", "2001:db8::1"), ("\"[2001:db8::1]:443\"", "2001:db8::1"),
      ("[fe80::1]:443, 2001:db8::1", "2001:db8::1"), ("203.0.113.7:", nil),
      ("[203.0.113.7", "203.0.113.7"),
      ("172.31.255.255", nil), ("192.168.1.1", nil), ("127.0.0.1", nil), ("169.254.1.1", nil),
      ("0.0.0.0", nil),
      ("100.64.0.1", nil), ("100.127.0.1", nil), ("::1", nil), ("::", nil), ("fe80::1", nil),
      ("fd00::1", nil), ("fc00::1", nil), ("2001:db8::", "2001:db8::"),
      ("2001:db8:0:0:0:0:0:1", "2001:db8:0:0:0:0:0:1"), ("2001:db8:1", nil),
      ("2001:db8:0:0:0:0:1", nil), ("2001:db8::1::2", nil), ("2001:db8:::1", nil),
      ("2001:db8:0:0:0:0:0:", nil), ("2001:db8::1%eth0", nil),
      ("256.1.1.1", nil), ("1.2.3", nil), ("1.2.3.4.5", nil), ("1.2.3.4.", nil), ("12:30", nil),
      ("unknown", nil), ("", nil),
      (",", nil), (2130706433, nil), (true, nil), (["203.0.113.7"], nil), (.null, nil),
    ]
    for (given, expected) in cases {
      table.add(given.text(.compact), Self.page.with(("ip_override", given)), expected)
    }
    table.add(
      "the next source, where the first is private",
      Self.page.with(("ip_override", "10.0.0.1"), ("ip", "203.0.113.7")), "203.0.113.7")
    try table.check()
  }

  @Test func eachEventOfALookupTableAsksItsOwnSourcesInTheirOrder() throws {
    let container = try RunningContainer(
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"),
        consent: .waived(because: "a test"), deduplication: .notNeeded(because: "a test"),
        layout: .lookupTable
      ) {
        UserAgent()
      } events: {
        On("generate_lead", send: .lead()) { ExternalID(.eventData("a"), .eventData("c")) }
        On("contact", send: .contact()) { ExternalID(.eventData("b"), .eventData("c")) }
      })
    let hits = ["generate_lead", "contact"].map {
      ServerHit(eventData: ["event_name": .string($0), "a": "A", "b": "B", "c": "C"])
    }
    let runs = try ContainerRuns(hits.map { .init(container: container, hit: $0) })
    let found = runs.outcomes.map { $0.first?.outcome.body?.at("data.0.user.external_id") }
    #expect(found == [.digest(of: "A"), .digest(of: "B")])
  }

  @Test func plainTextIsTrimmedAndNeverAnythingElse() throws {
    for (member, key) in [("user_agent", "user_agent"), ("locale", "language")] {
      var table = MemberCases("user.\(member)")
      let cases: [(JSON, JSON?)] = [
        (" A b/c ", "A b/c"), (7, "7"), ("", nil), (" ", nil), (["a"], nil), (["0": "a"], nil),
        (true, nil), (.null, nil),
      ]
      for (given, expected) in cases {
        table.add(given.text(.compact), Self.page.with((key, given)), expected)
      }
      try table.check()
    }
  }
}
