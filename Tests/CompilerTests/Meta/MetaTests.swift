import Compiler
import CustomTemplate
import JSONText
import SandboxedJS
import TagManager
import TagwrightPlan
import Testing

/// Meta is held to its own documents: what it gets of a hit, and what comes of its answers.
@Suite struct MetaTests {
  /// A plan that uses what a plan can say of Meta.
  private static func meta(
    _ arrangement: (layout: Layout, style: SourceStyle) = (.tagPerEvent, .visible),
    consent: Consent = .waived(because: "a test"), limitedDataUse: LimitedDataUse = .off,
    testEventCode: Secret? = nil
  ) -> Meta {
    Meta(
      pixelID: "1234567890123456", accessToken: .secret("TOKEN"), testEventCode: testEventCode,
      consent: consent,
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id")),
      limitedDataUse: limitedDataUse
    ) {
      Email(
        .eventData("user_data.email_address"), sha256: .eventData("user_data.sha256_email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ExternalID(.eventData("user_id"))
      FirstName()
      LastName()
      ZipCode()
      City()
      State()
      Country()
      BirthDate(.eventData("user_data.birth_date"))
      Gender(.eventData("user_data.gender"))
      ClickID(keptInCookieFor: .days(90))
      BrowserID(keptInCookieFor: .days(90))
      IPAddress()
      UserAgent()
    } events: {
      On("page_view", send: .pageView())
      On("view_item", send: .viewContent(contents: .items))
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items,
          orderID: .eventData("transaction_id")))
      On("search", send: .search(query: .eventData("search_term")))
    }.layout(arrangement.layout).sources(arrangement.style)
  }

  private static func container(_ meta: Meta) throws -> RunningContainer {
    try RunningContainer(
      Plan(serverContainers: [
        ServerContainer("Test", publicID: "GTM-ABC1234") {
          GA4Client()
          meta
        }
      ]))
  }

  private static let containers = Result {
    try TestOptions.arrangements.map { try container(meta($0)) }
  }

  private static let page = ServerHit(
    eventData: [
      "event_name": "page_view", "event_id": "id-1", "page_location": "https://shop.example.com/",
      "ip_override": "203.0.113.7", "user_agent": "Mozilla/5.0",
    ])

  private static func person(_ name: String, _ value: JSON) -> ServerHit {
    page.with(("user_data", .object(JSONObject([.init(name, value)]))))
  }

  private static func address(_ name: String, _ value: JSON) -> ServerHit {
    person("address", .object(JSONObject([.init(name, value)])))
  }

  private static func purchase(_ changes: (String, JSON?)...) -> ServerHit {
    var hit = page.with(
      ("event_name", "purchase"), ("transaction_id", "T-1001"), ("currency", "eur"),
      (
        "items",
        [
          ["item_id": "SKU-1", "item_name": "Tee", "price": 19.99, "quantity": 2],
          ["item_id": "SKU-2", "price": 0], ["item_name": "no id"],
        ]
      ))
    for change in changes { hit = hit.with(change) }
    return hit
  }

  /// What Meta gets at a path below the event, in each layout and style.
  private func expect(
    _ path: String, _ cases: [(fact: String, hit: ServerHit, expected: JSON?)],
    _ engine: ContainerRuns.Engine = .native
  ) throws {
    let containers = try Self.containers.get()
    let pairs = cases.flatMap { one in containers.map { (one, $0) } }
    let runs = try ContainerRuns(pairs.map { .init(container: $0.1, hit: $0.0.hit) }, engine)
    for (pair, outcomes) in zip(pairs, runs.outcomes) {
      let outcome = try #require(outcomes.first?.outcome, "\(pair.0.fact)")
      #expect(outcome.thrown == nil, "\(pair.0.fact)")
      let found = outcome.body?.at("data.0.\(path)")
      #expect(found.compactText == pair.0.expected.compactText, "\(pair.0.fact)")
    }
  }

  /// Digests that Meta publishes, and those of texts in the forms that it asks for.
  @Test func personalDataIsHashedInMetasForms() throws {
    func hashed(_ text: String) -> JSON { [.digest(of: text)] }
    try expect(
      "user_data.em",
      [
        (
          "published", Self.person("email_address", "John_Smith@gmail.com"),
          ["62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f"]
        ),
        (
          "a digest passes in lower case",
          Self.person(
            "sha256_email_address",
            "62A14E44F765419D10FEA99367361A727C12365E2520F32218D505ED9AA0F62F"),
          ["62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f"]
        ), ("not an address", Self.person("email_address", "not an email"), nil),
        ("an object", Self.person("email_address", ["a": 1]), nil),
      ])
    try expect(
      "user_data.ph",
      [
        (
          "published", Self.person("phone_number", "+1 (650)555-1212"),
          ["e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176"]
        ), ("without +", Self.person("phone_number", "01713920012"), hashed("491713920012")),
        (
          "a trunk prefix in brackets", Self.person("phone_number", "+49 (0)171 392-0012"),
          hashed("491713920012")
        ), ("nothing is hashed of no number", Self.person("phone_number", "n/a"), nil),
      ])
    try expect(
      "user_data.fn",
      [
        (
          "published", Self.address("first_name", "Mary"),
          ["6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec"]
        ),
        (
          "published, another script", Self.address("first_name", "정"),
          ["8fa8cd9c440be61d0151429310034083132b35975c4bea67fdd74158eb51db14"]
        ),
        (
          "published, an accent", Self.address("first_name", "Valéry"),
          ["08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c"]
        ), ("punctuation", Self.address("first_name", "Jean-Luc"), hashed("jeanluc")),
      ])
    try expect(
      "user_data.ln", [("an apostrophe", Self.address("last_name", "O'Neil"), hashed("oneil"))])
    try expect(
      "user_data.ct",
      [
        ("a space", Self.address("city", "New York"), hashed("newyork")),
        ("an umlaut stays", Self.address("city", "Zürich"), hashed("zürich")),
      ])
    try expect(
      "user_data.st",
      [
        ("a state's name", Self.address("region", "California"), hashed("ca")),
        ("of two words", Self.address("region", "New York"), hashed("ny")),
        ("its letters", Self.address("region", "AZ"), hashed("az")),
        ("elsewhere the whole name", Self.address("region", "Bayern"), hashed("bayern")),
      ])
    try expect(
      "user_data.zp",
      [
        ("five of nine digits", Self.address("postal_code", "94035-1234"), hashed("94035")),
        ("British", Self.address("postal_code", "M1 1AE"), hashed("m11ae")),
        ("Polish", Self.address("postal_code", "00-950"), hashed("00950")),
      ])
    try expect(
      "user_data.country",
      [
        (
          "published", Self.address("country", "United States"),
          ["79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621"]
        ), ("three letters", Self.address("country", "AUT"), hashed("at")),
        ("not the code", Self.address("country", "UK"), hashed("gb")),
        ("unknown", Self.address("country", "Atlantis"), nil),
      ])
    try expect(
      "user_data.db",
      [
        (
          "published", Self.person("birth_date", "2/16/1997"),
          ["01acdbf6ec7b4f478a225f1a246e5d6767eeab1a7ffa17f025265b5b94f40f0c"]
        ), ("the year first", Self.person("birth_date", "1997-02-16"), hashed("19970216")),
        ("dots", Self.person("birth_date", "16.2.1997"), hashed("19970216")),
        ("no such month", Self.person("birth_date", "1997-13-45"), nil),
        ("two digits of a year", Self.person("birth_date", "970216"), nil),
      ])
    try expect(
      "user_data.ge",
      [
        (
          "f", Self.person("gender", "Female"),
          ["252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111"]
        ), ("another word", Self.person("gender", "divers"), nil),
      ])
    try expect(
      "user_data.external_id",
      [("lower case", Self.page.with(("user_id", "User-4711X ")), hashed("user-4711x"))])
  }

  @Test func aClickKeepsItsTimeAndAnotherClickMakesANewOne() throws {
    let landing = Self.page.with(("page_location", "https://shop.example.com/?fbclid=IwAR_x-1"))
    func with(_ cookie: String, _ hit: ServerHit) -> ServerHit {
      var hit = hit
      hit.cookies["_fbc"] = cookie
      return hit
    }
    let known: JSON = "fb.1.1767225000000.IwAR_x-1"
    try expect(
      "user_data.fbc",
      [
        ("a click", landing, "fb.1.1767225600123.IwAR_x-1"),
        ("the same click", with("fb.1.1767225000000.IwAR_x-1", landing), known),
        (
          "the same with an appendix", with("fb.1.1767225000000.IwAR_x-1.AQECAQMB", landing),
          "fb.1.1767225000000.IwAR_x-1.AQECAQMB"
        ),
        ("another click", with("fb.1.1767225000000.other", landing), "fb.1.1767225600123.IwAR_x-1"),
        ("the cookie alone", with("fb.1.1767225000000.IwAR_x-1", Self.page), known),
        ("event data alone", Self.page.with(("fbc", known)), known),
        ("a cookie without a click", with("fb.1.1699.", Self.page), nil),
        ("older than 90 days", with("fb.1.1759000000000.IwAR_x-1", Self.page), nil),
      ])
    let runs = try ContainerRuns(
      try Self.containers.get().flatMap { container in
        [landing, with("fb.1.1767225000000.IwAR_x-1", landing)].map {
          .init(container: container, hit: $0)
        }
      })
    for (index, outcomes) in runs.outcomes.enumerated() {
      let cookies = try #require(outcomes.first?.outcome).cookies.filter { $0.name == "_fbc" }
      #expect(cookies.count == (index.isMultiple(of: 2) ? 1 : 0))
    }
  }

  @Test func moneyAndProductsAreInMetasForm() throws {
    try expect(
      "custom_data",
      [
        (
          "a purchase", Self.purchase(("value", 0)),
          [
            "contents": [
              ["id": "SKU-1", "quantity": 2, "item_price": 19.99, "title": "Tee"],
              ["id": "SKU-2", "quantity": 1, "item_price": 0],
            ], "content_type": "product", "value": 0, "currency": "EUR",
            "content_ids": ["SKU-1", "SKU-2"], "num_items": 3,
            "order_id": "T-1001",
          ]
        )
      ].map { ($0.0, $0.1, $0.2 as JSON) })
    try expect(
      "custom_data.value",
      [
        ("summed up where none comes", Self.purchase(), 39.98),
        ("left out without a currency", Self.purchase(("value", 5), ("currency", "€")), nil),
        ("a decimal comma", Self.purchase(("value", "10,99")), 10.99),
        ("not replaced where it is not a number", Self.purchase(("value", "ten")), nil),
      ])
    try expect(
      "custom_data.search_string",
      [
        (
          "search terms", Self.page.with(("event_name", "search"), ("search_term", "tee")), "tee"
        )
      ])
  }

  @Test func theTokenStandsInTheBodyAlone() throws {
    for engine in ContainerRuns.Engine.allCases {
      let runs = try ContainerRuns(
        try Self.containers.get().map { .init(container: $0, hit: Self.purchase(("value", 5))) },
        engine)
      for outcomes in runs.outcomes {
        let outcome = try #require(outcomes.first?.outcome)
        let request = try #require(outcome.requests.first)
        #expect(request.url == "https://graph.facebook.com/v26.0/1234567890123456/events")
        #expect(outcome.body?["access_token"]?.string == RunningContainer.token)
        #expect(!request.headers.values.contains { $0.contains(RunningContainer.token) })
        #expect(!outcome.log.contains { $0.contains(RunningContainer.token) })
        #expect(outcome.body?.at("data.0.action_source") == "website")
        #expect(outcome.body?.at("data.0.event_time") == 1_767_225_600)
        #expect(outcome.body?.at("data.0.event_id") == "id-1")
      }
    }
  }

  @Test func permissionsAreNoWiderThanTheRequests() throws {
    for container in try Self.containers.get() {
      let tag = try #require(container.version.tags.first { $0.name.hasPrefix("Meta") })
      let template = try container.template(ofTag: tag.name)
      let send = try #require(template.permissions.first { $0.publicID == "send_http" })
      #expect(send.texts("urls") == ["https://graph.facebook.com/v26.0/*/events"])
    }
  }

  @Test func theAnswersBodyDecides() throws {
    let answers: [(Answer, Bool)] = [
      (Answer(body: #"{"events_received":1,"messages":[],"fbtrace_id":"A"}"#), true),
      (Answer(body: ""), true), (Answer(body: #"{"events_received":0}"#), false),
      (Answer(body: #"{"error":{"code":190}}"#), false),
      (
        Answer(
          status: 400, body: #"{"error":{"code":100,"error_subcode":2804050,"fbtrace_id":"A"}}"#),
        false
      ), (Answer(status: 502, body: "<html>"), false), (.timedOut, false), (.failed, false),
    ]
    let containers = try Self.containers.get()
    let runs = try ContainerRuns(
      answers.flatMap { answer in
        containers.map { .init(container: $0, hit: Self.page, answer: answer.0) }
      })
    for (index, outcomes) in runs.outcomes.enumerated() {
      let outcome = try #require(outcomes.first?.outcome)
      let isAccepted = answers[index / containers.count].1
      #expect(outcome.thrown == nil)
      #expect((outcome.successes == 1) == isAccepted, "\(index / containers.count)")
      #expect((outcome.failures == 1) == !isAccepted)
    }
  }

  @Test func whomNothingIdentifiesIsNotSent() throws {
    let anonymous = ServerHit(
      eventData: ["event_name": "page_view", "page_location": "https://shop.example.com/"])
    let hits: [(ServerHit, Bool)] = [
      (anonymous, false), (anonymous.with(("user_agent", "Mozilla/5.0")), false),
      (anonymous.with(("user_data", ["gender": "f", "address": ["first_name": "Mary"]])), false),
      (anonymous.with(("ip_override", "203.0.113.7")), true),
      (anonymous.with(("user_id", "1")), true),
    ]
    let containers = try Self.containers.get()
    let runs = try ContainerRuns(
      hits.flatMap { hit in containers.map { .init(container: $0, hit: hit.0) } })
    for (index, outcomes) in runs.outcomes.enumerated() {
      let outcome = try #require(outcomes.first?.outcome)
      #expect(outcome.requests.isEmpty != hits[index / containers.count].1)
    }
  }

  @Test func itsOwnScenariosPass() throws {
    for arrangement in TestOptions.arrangements {
      for use in [LimitedDataUse.off, .on, .from(.eventData("limited"))] {
        let container = try Self.container(
          Self.meta(
            arrangement, consent: .required(.adStorage), limitedDataUse: use,
            testEventCode: .secret("TOKEN")))
        for template in container.templates.values where template.info.displayName.hasPrefix("Meta")
        {
          let suite = try ScenarioSuite(
            template: CompiledScript(template: template.code), kind: .tag,
            setup: template.setup ?? "")
          for scenario in template.scenarios {
            let outcome = suite.run(scenario.code).outcome
            #expect(outcome == .passed, "\(template.info.displayName): \(scenario.name)")
          }
        }
      }
    }
  }

  @Test func aDigestOfANumberWithPlusIsRefused() {
    let plan = CompiledPlan {
      GA4Client()
      Meta(
        pixelID: "1234567890123456", accessToken: .secret("TOKEN"),
        consent: .waived(because: "a test"), deduplication: .notNeeded(because: "a test")
      ) {
        Phone(sha256: .eventData("user_data.sha256_phone_number"), defaultCountryCode: nil)
      } events: {
        On("page_view", send: .pageView())
      }
    }
    #expect(plan.problems.contains { $0.contains("[digest-of-another-form]") })
  }
}
