import SandboxedJS
import Simulator
import Testing

/// Hits and the event data that they become; people and shops are invented.
struct EventDataTests {
  /// The event data of one hit.
  private func eventData(
    _ query: String, headers: [NamedText] = [], reading: EventDataReading = EventDataReading()
  ) throws -> ScriptValue {
    let hit = try IncomingHit(url: "https://sgtm.example.com/g/collect?\(query)", headers: headers)
    return try #require(try reading.events(of: hit.request).first)
  }

  /// A parameter on the wire, the key that it becomes, the value there.
  static let pairs: [(String, String, ScriptValue)] = [
    ("v=2", "x-ga-protocol_version", "2"),
    ("tid=G-ABC1234567", "x-ga-measurement_id", "G-ABC1234567"),
    ("gtm=45je5bi1", "x-ga-gtm_version", "45je5bi1"),
    ("_p=1704857853989", "x-ga-page_id", 1_704_857_853_989),
    ("_s=3", "x-ga-request_count", 3),
    ("cid=1307714608.1760043792", "client_id", "1307714608.1760043792"),
    ("sid=1704867229", "ga_session_id", "1704867229"),
    ("sct=9", "ga_session_number", 9),
    ("seg=0", "x-ga-mp2-seg", "0"),
    ("ul=en-us", "language", "en-us"),
    ("sr=1920x1080", "screen_resolution", "1920x1080"),
    (
      "dl=https%3A%2F%2Fwww.example.com%2F%3Fa%3Db", "page_location", "https://www.example.com/?a=b"
    ),
    ("dr=https%3A%2F%2Fwww.example.com%2F", "page_referrer", "https://www.example.com/"),
    ("dt=Home+page%20one", "page_title", "Home page one"),
    ("en=generate_lead", "event_name", "generate_lead"),
    ("_et=3110", "engagement_time_msec", 3110),
    ("uid=user_123", "user_id", "user_123"),
    ("cu=EUR", "currency", "EUR"),
    ("epn.value=72.05", "value", 72.05),
    ("epn.value=-1e3", "value", -1000),
    ("ep.value=7630", "value", "7630"),
    ("ep.debug_mode=true", "debug_mode", "true"),
    ("ep.event_id=1760044298197_1", "event_id", "1760044298197_1"),
    ("gcs=G111", "x-ga-gcs", "G111"),
    ("gcd=13t3t3t3t5l1", "x-ga-gcd", "13t3t3t3t5l1"),
    ("npa=0", "x-ga-npa", "0"), ("dma=0", "x-ga-dma", "0"),
    ("ecid=2122688280", "x-ga-ecid", "2122688280"),
    ("tfd=2135", "x-ga-tfd", 2135),
    ("gcu=1", "x-ga-gcu", "1"), ("dma_cps=a", "x-ga-dma_cps", "a"), ("did=d", "x-ga-did", "d"),
    ("gdid=g", "x-ga-gdid", "g"), ("edid=e", "x-ga-edid", "e"), ("em=tv.1", "x-ga-em", "tv.1"),
    ("lps=1", "x-ga-lps", "1"),
    ("are=1", "x-ga-are", "1"), ("pscdl=noapi", "x-ga-pscdl", "noapi"),
    ("ir=1", "x-ga-mp2-ir", "1"), ("frm=0", "x-ga-mp2-frm", "0"),
    ("tag_exp=103116026~103200004", "x-ga-mp2-tag_exp", "103116026~103200004"),
    ("richsstsse", "x-ga-mp2-richsstsse", ""),
    ("ur=BR-SP", "event_location.country", "BR"), ("ur=BR-SP", "event_location.region", "SP"),
    ("ur=HK", "event_location.country", "HK"),
    ("uaa=arm", "client_hints.architecture", "arm"), ("uab=64", "client_hints.bitness", "64"),
    ("uamb=1", "client_hints.mobile", true), ("uam=", "client_hints.model", ""),
    ("uap=macOS", "client_hints.platform", "macOS"),
    ("uapv=15.7.1", "client_hints.platform_version", "15.7.1"),
    ("uaw=0", "client_hints.wow64", false),
    (
      "uafvl=Chromium%3B142.0%7CMicrosoft%2520Edge%3B142.1", "client_hints.full_version_list",
      [
        ["brand": "Chromium", "version": "142.0"], ["brand": "Microsoft Edge", "version": "142.1"],
      ]
    ),
    ("_eu=EAAAAAQ", "x-ga-system_properties.eu", "EAAAAAQ"),
    ("_ss=1", "x-ga-system_properties.ss", "1"), ("_c=1", "x-ga-system_properties.c", "1"),
    ("_tu=DAg", "x-ga-system_properties.tu", "DAg"), ("_fv=1", "x-ga-system_properties.fv", "1"),
    ("_z=1", "x-ga-system_properties.z", "1"), ("_ee=1", "x-ga-system_properties.ee", true),
    ("_dbg=1", "x-ga-system_properties.dbg", "1"),
    ("sst.tft=1764340309313", "x-sst-system_properties.tft", "1764340309313"),
    ("sst.uc=US", "x-sst-system_properties.request_start_time_ms", 1_767_225_600_000),
    ("up.cookie_level=best", "x-ga-mp2-user_properties.cookie_level", "best"),
    ("upn.orders=3", "x-ga-mp2-user_properties.orders", 3),
    ("ep.user_data.email=alice%40example.com", "user_data.email", "alice@example.com"),
    ("ep.user_data.address.first_name=John", "user_data.address.first_name", "John"),
    ("ep.user_data._tag_metadata.*.mode=m", "user_data._tag_metadata.*.mode", "m"),
  ]

  @Test("a parameter becomes the key that event data has for it", arguments: pairs)
  func pair(_ pair: (wire: String, key: String, value: ScriptValue)) throws {
    let needed = ["v=2", "en=page_view"].filter { !pair.wire.hasPrefix($0.prefix(2)) }
    let data = try eventData((needed + [pair.wire]).joined(separator: "&"))
    let name = String(pair.wire.prefix { $0 != "=" })
    let source = GA4Parameter.all.first { $0.name == name }?.source
    #expect(data.value(at: pair.key) == pair.value, "known from: \(source ?? "recorded hits")")
  }

  @Test("every rule says where it is known from, and every name has one rule")
  func rulesHaveEvidence() {
    #expect(GA4Parameter.all.allSatisfy { !$0.source.isEmpty })
    #expect(Set(GA4Parameter.all.map(\.name)).count == GA4Parameter.all.count)
    let tested = Set(Self.pairs.map { $0.0.prefix { $0 != "=" } })
    #expect(GA4Parameter.all.map(\.name).filter { !tested.contains($0[...]) } == [])
  }

  @Test("the event of a session's start has the keys that a server wrote down for such a hit")
  func sessionStart() throws {
    let data = try eventData(
      "v=2&tid=G-ABC1234567&gtm=45je41&_p=1704857853989&gcd=11l1l1l1l1&dma=0&cid=1.2&ul=en-us&sr=1920x1080&ur=US-CA&uaa=arm&sst.uc=US&sst.gcd=11t1t1p1t1&sst.tft=17&_s=3&sid=1704867229&sct=9&seg=0&dl=https%3A%2F%2Fwww.example.com%2F&dt=Example&en=user_engagement&_ss=1&tfd=99",
      headers: [
        NamedText("X-Forwarded-For", "203.0.113.7, 10.0.0.1"),
        NamedText("User-Agent", "Mozilla/5.0"),
      ])
    guard case .object(let members) = data else { return #expect(Bool(false), "no object") }
    #expect(
      members.map(\.key) == [
        "x-ga-protocol_version", "x-ga-measurement_id", "x-ga-gtm_version", "x-ga-page_id",
        "x-ga-gcd",
        "x-ga-dma", "client_id", "language", "screen_resolution", "event_location",
        "x-ga-request_count", "ga_session_id", "ga_session_number", "x-ga-mp2-seg", "page_location",
        "page_title", "event_name", "x-ga-tfd", "client_hints", "x-ga-system_properties",
        "x-sst-system_properties", "ip_override", "user_agent",
      ])
    #expect(data["ip_override"] == "203.0.113.7")
    #expect(
      data.value(at: "x-sst-system_properties.consent.consentGrantedState") == [
        "ad_storage": true, "analytics_storage": true, "ad_user_data": false,
        "ad_personalization": true,
      ])
  }

  @Test("no key that only other clients make is in the event data of GA4")
  func absentKeys() throws {
    let data = try eventData("v=2&en=page_view&dl=https%3A%2F%2Fwww.example.com%2F")
    for key in ["page_hostname", "page_path", "page_encoding", "viewport_size", "page_referrer"] {
      #expect(data[key] == nil)
    }
  }

  // MARK: Items

  @Test("an item's fields get their names, prices and quantities as numbers")
  func itemFields() throws {
    let data = try eventData(
      "v=2&en=add_to_cart&pr1=idSKU_12345~nmStan%20and%20Friends~afStore~cpSUMMER~ds2.22~lp0~brGoogle~caApparel~c2Adult~c3Shirts~c4Crew~c5Short~lirelated~lnRelated~vagreen~loChIJ~pr10.01~qt3~pip1~pnpromo~cncreative~csslot"
    )
    #expect(
      data["items"] == [
        [
          "item_id": "SKU_12345", "item_name": "Stan and Friends", "affiliation": "Store",
          "coupon": "SUMMER", "discount": 2.22, "index": 0, "item_brand": "Google",
          "item_category": "Apparel", "item_category2": "Adult", "item_category3": "Shirts",
          "item_category4": "Crew", "item_category5": "Short", "item_list_id": "related",
          "item_list_name": "Related", "item_variant": "green", "location_id": "ChIJ",
          "price": 10.01, "quantity": 3, "promotion_id": "p1", "promotion_name": "promo",
          "creative_name": "creative", "creative_slot": "slot",
        ]
      ])
  }

  @Test("items stand in the order of their numbers, not in that of the wire")
  func itemOrder() throws {
    let data = try eventData("v=2&en=purchase&pr10=idj&pr2=idb&pr1=ida")
    #expect(data["items"] == [["item_id": "a"], ["item_id": "b"], ["item_id": "j"]])
  }

  @Test(
    "a doubled tilde is a tilde of the value",
    arguments: [
      ("ida~~b~nmc", ["item_id": "a~b", "item_name": "c"]),
      ("ida~~~nmc", ["item_id": "a~", "item_name": "c"]),
      ("ida~~", ["item_id": "a~"]),
      ("ida~nm~~", ["item_id": "a", "item_name": "~"]),
      ("id%7E%7Eb", ["item_id": "~b"]),
    ] as [(String, ScriptValue)])
  func tildes(_ pair: (wire: String, item: ScriptValue)) throws {
    let data = try eventData("v=2&en=purchase&pr1=\(pair.wire)")
    #expect(data["items"] == [pair.item])
  }

  @Test("custom fields of an item get the names that come before their values")
  func customItemFields() throws {
    let data = try eventData(
      "v=2&en=purchase&pr1=ida~k0region~v0EU~k1size~v1XL~zzodd&pr2=k0region~v0US")
    #expect(
      data["items"] == [
        ["item_id": "a", "region": "EU", "size": "XL", "zz": "odd"], ["region": "US"],
      ])
  }

  // MARK: Nested parameters, several events

  @Test("members with dots are put together, also with indexes, and a text in the way gives way")
  func nesting() throws {
    let data = try eventData(
      "v=2&en=purchase&ep.user_data=x&ep.user_data.email.0=a%40example.com&ep.user_data.email.1=b%40example.com&ep.user_data.address.region=NY&ep.user_data.address.postal_code=10001"
    )
    #expect(
      data["user_data"] == [
        "email": ["0": "a@example.com", "1": "b@example.com"],
        "address": ["region": "NY", "postal_code": "10001"],
      ])
  }

  @Test("a name with more dots than any object has stays one name")
  func deepNames() throws {
    let name = Array(repeating: "a", count: 20_000).joined(separator: ".")
    let data = try eventData("v=2&en=purchase&ep.\(name)=1")
    #expect(data[name] == "1")
  }

  @Test("a body has an event for each line, which outweighs the address; empty lines are none")
  func lines() throws {
    let hit = try IncomingHit(
      url: "/g/collect?v=2&tid=G-ABC1234567&cid=1.2&ul=en-us", method: "POST",
      body: "en=page_view&_et=5\r\n\nen=scroll&ul=de&epn.percent=90\n")
    let events = try EventDataReading().events(of: hit.request)
    #expect(events.map { $0["event_name"] } == ["page_view", "scroll"])
    #expect(events.map { $0["language"] } == ["en-us", "de"])
    #expect(events.map { $0["percent"] } == [nil, 90])
    #expect(events.map { $0["client_id"] } == ["1.2", "1.2"])
  }

  // MARK: What the request adds

  @Test("a hit without hints has those of the headers, the platform with its quotes")
  func headerHints() throws {
    let data = try eventData(
      "v=2&en=page_view",
      headers: [
        NamedText("sec-ch-ua", #""Chromium";v="142", "Not_A Brand";v="99""#),
        NamedText("sec-ch-ua-mobile", "?0"), NamedText("sec-ch-ua-platform", #""macOS""#),
      ])
    #expect(
      data["client_hints"] == [
        "brands": [
          ["brand": "Chromium", "version": "142"], ["brand": "Not_A Brand", "version": "99"],
        ], "mobile": false, "platform": #""macOS""#,
      ])
  }

  @Test("the visitor's id comes from the server's cookie only where the client keeps it there")
  func serverCookie() throws {
    let cookie = [NamedText("cookie", "_ga=GA1.1.1.2; FPID=FPID2.2.abc%2Bd%3D.1700000000")]
    let query = "v=2&en=page_view&cid=11.22"
    let kept = try eventData(
      query, headers: cookie, reading: EventDataReading(keepsIDInCookie: true))
    #expect(kept["client_id"] == "abc+d=.1700000000")
    #expect(kept["x-ga-js_client_id"] == "11.22")
    let own = try eventData(query, headers: cookie)
    #expect(own["client_id"] == "11.22")
    #expect(own["x-ga-js_client_id"] == nil)
  }

  // MARK: Consent

  @Test(
    "a code of consent says granted, denied or nothing of each type",
    arguments: [
      ("13r3r1t1r5l1", [true, true, true, true]),
      ("11t1t1t1t5", [true, true, true, true]),
      ("13p3p3p2p5l1", [false, false, false, false]),
      ("13l3l3R3l5l1", [nil, nil, nil, nil]),
      ("13q3u3v3m5l1", [false, false, true, false]),
      ("13n3l3n3l5l1", [true, nil, true, nil]),
      ("13r3", [nil, nil, nil, nil]), ("", [nil, nil, nil, nil]), ("XX11", [nil, nil, nil, nil]),
    ])
  func consentCodes(_ pair: (code: String, states: [Bool?])) {
    #expect(ConsentCode.states(gcd: pair.code) == pair.states)
  }

  @Test("the short code of consent knows two types")
  func shortConsentCodes() {
    #expect(ConsentCode.states(gcs: "G110") == [true, false, nil, nil])
    #expect(ConsentCode.states(gcs: "G1--") == [nil, nil, nil, nil])
    #expect(ConsentCode.states(gcs: "G11") == [nil, nil, nil, nil])
  }
}
