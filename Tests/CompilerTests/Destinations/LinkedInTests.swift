import Compiler
import Diagnostics
import JSONText
import TagwrightPlan
import Testing

extension TestedDestination {
  static let linkedIn = TestedDestination(
    name: "LinkedIn",
    plan: { options in
      LinkedIn(
        partnerID: "1234567", accessToken: .secret("TOKEN"), consent: options.consent,
        deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        everyMatchKey()
        LeadID(.eventData("lead_form_id"))
      } events: {
        On("page_view", send: .keyPageView(rule: "104011"))
        On("purchase", send: .purchase(rule: "104012", value: value, currency: currency))
        On(
          "generate_lead",
          send: .lead(rule: "104013", pixelRule: "77", value: value, currency: currency))
      }.layout(options.layout).sources(options.style)
    },
    eventPath: "", address: "https://api.linkedin.com/rest/conversionEvents",
    token: .authorization, permitted: "https://api.linkedin.com/rest/conversionEvents",
    accepted: Answer(status: 201, body: ""),
    answers: [
      (Answer(status: 201, body: ""), true), (Answer(status: 200, body: "{}"), true),
      (Answer(status: 422, body: #"{"status":422,"message":"Invalid Urn format."}"#), false),
      (Answer(status: 426, body: #"{"code":"NONEXISTENT_VERSION"}"#), false),
      (Answer(status: 401, body: ""), false),
    ], body: body)

  private static let userIDs = BodyForm.anyOf([
    .constant([]),
    .list(
      .object(
        [
          "idType": .oneOf([
            "SHA256_EMAIL", "LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID", "PLAINTEXT_IP_ADDRESS",
          ]), "idValue": .text,
        ], required: ["idType", "idValue"])),
  ])

  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")

  /// LinkedIn refuses every other member.
  private static let body = BodyForm.object(
    [
      "conversion": .oneOf(
        ["104011", "104012", "104013"].map { .string("urn:lla:llaPartnerConversion:\($0)") }),
      "conversionHappenedAt": .integer, "eventId": .text,
      "conversionValue": .object(
        ["currencyCode": .text, "amount": .decimal], required: ["currencyCode", "amount"]),
      "user": .object(
        [
          "userIds": userIDs,
          "userInfo": .object([
            "hashedFirstName": .digest, "hashedLastName": .digest, "countryCode": .text,
          ]), "externalIds": .texts, "lead": .text,
        ], required: ["userIds"]),
    ], required: ["conversion", "conversionHappenedAt", "user"])
}

/// LinkedIn is held to its own documents: what it gets of a hit.
@Suite struct LinkedInTests {
  private let linkedIn = TestedDestination.linkedIn

  private static let address: JSON = [
    "idType": "PLAINTEXT_IP_ADDRESS", "idValue": "203.0.113.7",
  ]

  private func email(_ digest: JSON) -> JSON {
    [["idType": "SHA256_EMAIL", "idValue": digest], Self.address]
  }

  @Test func idsAreAListOfTypes() throws {
    try linkedIn.expect(
      "user.userIds",
      [
        ("an address", .visit, [Self.address]),
        (
          "an e-mail", .person("email_address", " Alice.Smith@Example.com"),
          email("7dcd3a39ad3a8d2145645ec612ed4f6fa3f297b47bdcf7e0aeb76040f5e24e89")
        ),
        (
          "the first of several", .person("email_address", ["a@example.com", "b@example.com"]),
          email(.digest(of: "a@example.com"))
        ), ("the digest of nothing", .person("email_address", ""), [Self.address]),
        (
          "a click", .landing("li_fat_id=df5gf5-1"),
          [
            ["idType": "LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID", "idValue": "df5gf5-1"],
            Self.address,
          ]
        ),
        (
          "the first of a list", ServerHit.visit.with(("ip_override", "203.0.113.7, 10.0.0.1")),
          [Self.address]
        ),
        (
          "no address of IPv6",
          ServerHit.person("email_address", "a@example.com").with(("ip_override", "2001:db8::1")),
          [["idType": "SHA256_EMAIL", "idValue": .digest(of: "a@example.com")]]
        ),
        (
          "no private address",
          ServerHit.person("email_address", "a@example.com").with(("ip_override", "10.0.0.1")),
          [["idType": "SHA256_EMAIL", "idValue": .digest(of: "a@example.com")]]
        ),
      ])
    for outcome in try linkedIn.outcomes([.landing("li_fat_id=df5gf5-1")])[0] {
      let cookie = try #require(outcome.cookies.first)
      #expect(cookie.name == "li_fat_id" && cookie.attributes["max-age"] == "2592000")
      #expect(cookie.attributes["samesite"]?.lowercased() == "lax")
    }
  }

  @Test func namesComeInPairsAndNeverEmpty() throws {
    let both = ServerHit.visit.with(
      ("user_data", ["address": ["first_name": "Jane", "last_name": "O'Neil", "country": "de"]]))
    try linkedIn.expect(
      "user.userInfo",
      [
        ("none", .visit, nil), ("half a name", .address("first_name", "Jane"), nil),
        ("a country without a name", .address("country", "de"), nil),
        (
          "both", both,
          [
            "hashedFirstName": .digest(of: "jane"), "hashedLastName": .digest(of: "oneil"),
            "countryCode": "DE",
          ]
        ),
      ])
    try linkedIn.expect(
      "user.externalIds",
      [
        ("one, plain", ServerHit.visit.with(("user_id", "user-4711x")), ["user-4711x"]),
        ("no e-mail", ServerHit.visit.with(("user_id", "jane.doe@example.com")), nil),
        ("only one is used", ServerHit.visit.with(("user_id", ["a", "b"])), ["a"]),
      ])
    try linkedIn.expect(
      "user.lead",
      [
        (
          "a form's lead", ServerHit.visit.with(("lead_form_id", "a1-b2")),
          "urn:li:leadGenFormResponse:a1-b2"
        )
      ])
  }

  @Test func moneyIsTextWithItsCurrencyOrLeftOut() throws {
    try linkedIn.expect(
      "conversionValue",
      [
        ("an order", .order(), ["amount": "59.98", "currencyCode": "EUR"]),
        ("zero", .order(("value", 0)), ["amount": "0", "currencyCode": "EUR"]),
        ("a currency alone", .order(("value", nil)), nil),
        ("a value alone", .order(("currency", nil)), nil),
        ("a currency that is made up", .order(("currency", "QQQ")), nil),
        (
          "without the noise of fractions", .order(("value", 0.30000000000000004)),
          ["amount": "0.3", "currencyCode": "EUR"]
        ), ("none", .visit, nil),
      ])
  }

  @Test func eventsAreRulesInMilliseconds() throws {
    try linkedIn.expect(
      "conversion",
      [
        ("an order", .order(), "urn:lla:llaPartnerConversion:104012"),
        (
          "a lead", ServerHit.visit.with(("event_name", "generate_lead")),
          "urn:lla:llaPartnerConversion:104013"
        ),
      ])
    let long = String(repeating: "e", count: 64)
    try linkedIn.expect("conversionHappenedAt", [("13 digits", .visit, 1_767_225_600_123)])
    try linkedIn.expect(
      "eventId",
      [
        ("text", ServerHit.visit.with(("event_id", 17)), "17"),
        ("none is left out", ServerHit.visit.with(("event_id", nil)), nil),
        ("64 characters", ServerHit.visit.with(("event_id", .string(long))), .string(long)),
        ("65 are too many", ServerHit.visit.with(("event_id", .string(long + "a"))), nil),
      ])
  }

  @Test func requestsNameTheVersion() throws {
    for outcome in try linkedIn.outcomes([.visit])[0] {
      let headers = try #require(outcome.requests.first).headers
      #expect(headers["linkedin-version"] == "202609")
      #expect(headers["x-restli-protocol-version"] == "2.0.0")
    }
  }

  @Test func whomNothingIdentifiesIsNotSent() throws {
    let nobody = ServerHit.visit.with(("ip_override", nil))
    try linkedIn.expectSent([
      ("an address", .visit, true), ("a browser's name", nobody, false),
      ("an id alone", nobody.with(("user_id", "1")), true),
      ("a lead alone", nobody.with(("lead_form_id", "1")), true),
      ("a country alone", nobody.with(("user_data", ["address": ["country": "DE"]])), false),
      (
        "an address that cannot be read", ServerHit.landing("%zz").with(("ip_override", nil)), false
      ),
    ])
  }

  @Test func aVersionThatEndsIsWarnedOfInTimeAndOnlyThen() {
    func warnings(_ destination: TestedDestination, _ day: CalendarDay?) -> [String] {
      let plan = Plan(serverContainers: [
        ServerContainer("Test", publicID: "GTM-ABC1234") {
          GA4Client()
          destination.plan(.init())
        }
      ])
      return Compilation(
        [PlanVariant(environment: nil, plan: plan)], name: "Test", makesFiles: false, on: day
      ).diagnostics.filter { $0.rule == "ending-api-version" }.map(\.message)
    }
    #expect(warnings(linkedIn, nil) == [])
    #expect(warnings(linkedIn, CalendarDay(2027, 6, 16)) == [])
    #expect(warnings(linkedIn, CalendarDay(2027, 6, 17)).count == 1)
    #expect(warnings(linkedIn, CalendarDay(2028, 1, 1)).count == 1)
    // Where the vendor has named no day, the least that it promises counts.
    let version = "version v26.0 of Meta Conversions API"
    #expect(warnings(.meta, CalendarDay(2028, 1, 28)) == [])
    #expect(
      warnings(.meta, CalendarDay(2028, 1, 29)) == ["\(version) may end from 2028-07-29"])
    #expect(
      warnings(.meta, CalendarDay(2028, 7, 29)) == ["\(version) may have ended since 2028-07-29"])
  }

  @Test func daysAreThoseOfTheCalendar() {
    #expect(CalendarDay(1970, 1, 1).number == 0)
    #expect(CalendarDay(2000, 3, 1).number == 11_017)
    #expect(CalendarDay(2027, 9, 15) == CalendarDay(milliseconds: 1_820_966_400_000))
    #expect(CalendarDay(2024, 2, 29) < CalendarDay(2024, 3, 1))
  }
}
