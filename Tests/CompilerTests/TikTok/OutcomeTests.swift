import CustomTemplate
import JSONText
import TagManager
import TagwrightPlan
import Testing

@Suite struct OutcomeTests {
  @Test func aMemberThatAPlanNamesTwiceIsMissedOnce() throws {
    let plan = CompiledPlan(templates: [:], line: #line) {
      TikTok(
        "TikTok", pixelCode: "PIXEL00000000000TEST", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("email"))
      } events: {
        On(
          "purchase",
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items,
            orderID: .eventData("transaction_id"),
            properties: [.orderID(.eventData("order_number"))]))
      }
    }
    let container = try plan.file("server-container.json")
    #expect(container.contains("'currency', 'order_id']);"))
    #expect(!container.contains("'order_id', 'order_id'"))
  }

  private static let usualHit = ServerHit.purchase

  private static func outcomes(
    of hits: [ServerHit], answers: [Answer] = [.accepted], _ options: TestOptions? = nil,
    _ engine: ContainerRuns.Engine = .native
  ) throws -> [ScriptOutcome] {
    let containers = try options.map(RunningContainer.arranged) ?? RunningContainer.usual.get()
    let cases = hits.flatMap { hit in
      answers.flatMap { answer in
        containers.map { ContainerRuns.Case(container: $0, hit: hit, answer: answer) }
      }
    }
    return try ContainerRuns(cases, engine).outcomes.map { try #require($0.first).outcome }
  }

  /// An answer, whether the tag succeeds, and what the log says of it.
  private static let answers: [(answer: Answer, isAccepted: Bool, log: String)] = [
    (.accepted, true, "0 OK"),
    (Answer(status: 204, body: #"{"code":0}"#), true, "0"),
    (Answer(body: #" {"code":0,"data":null,"message":"OK"} "#), true, "0 OK"),
    (
      Answer(
        body:
          #"{"code":40002,"message":"Batch.0.properties.contents.0.content_id: Not a valid string"}"#
      ), false,
      "40002 Batch.0.properties.contents.0.content_id: Not a valid string"
    ),
    (Answer(body: #"{"code":20001,"message":"PARTIAL_OK"}"#), false, "20001 PARTIAL_OK"),
    (
      Answer(body: #"{"code":40100,"message":"Too many requests. Please retry in some time."}"#),
      false, "40100 Too many"
    ),
    (Answer(body: #"{"code":40105,"message":"Access token is incorrect"}"#), false, "40105"),
    (Answer(body: #"{"code":"0","message":"OK"}"#), false, "0 OK"),
    (Answer(body: #"{"message":"OK"}"#), false, "OK"),
    (Answer(status: 500, body: #"{"code":0,"message":"OK"}"#), false, "0 OK"),
    (Answer(status: 302, body: #"{"code":0,"message":"OK"}"#), false, "0 OK"),
    (Answer(status: 502, body: "<html><body>Bad gateway</body></html>"), false, "502"),
    (Answer(body: ""), false, "200"),
    (Answer(body: "[]"), false, "200"),
    (Answer(body: "null"), false, "200"), (Answer(body: "0"), false, "200"),
    (Answer(body: "true"), false, "200"),
    (Answer(body: #"{"code":0"#), false, "200"),
    (Answer(body: #"{"code":null,"message":{"a":[1]}}"#), false, "200"),
    (.timedOut, false, "timed_out"), (.failed, false, "failed"),
  ]

  /// What the API does not promise.
  private static let oddAnswers: [(answer: Answer, isAccepted: Bool, log: String)] = [
    (Answer(json: ["statusCode": 200]), false, "200"),
    (Answer(json: ["statusCode": 200, "body": 7]), false, "200"),
    (Answer(json: ["body": "{}"]), false, ""), (Answer(json: ["reason": [:]]), false, ""),
  ]

  @Test func theAnswersBodyDecides() throws {
    try check(Self.answers, .native)
  }

  @Test(.enabled(if: NodeSandbox.isInstalled, "node is not on PATH"))
  func theAnswersBodyDecidesInAnotherEngineToo() throws {
    try check(Self.answers + Self.oddAnswers, .node)
  }

  private func check(
    _ answers: [(answer: Answer, isAccepted: Bool, log: String)], _ engine: ContainerRuns.Engine
  ) throws {
    let outcomes = try Self.outcomes(
      of: [Self.usualHit], answers: answers.map(\.answer), nil, engine)
    let rows = answers.flatMap { Array(repeating: $0, count: 4) }
    for (row, outcome) in zip(rows, outcomes) {
      let fact = row.answer.json.text(.compact)
      #expect(outcome.thrown == nil, "\(fact)")
      #expect(outcome.successes == (row.isAccepted ? 1 : 0), "\(fact)")
      #expect(outcome.failures == (row.isAccepted ? 0 : 1), "\(fact)")
      #expect(
        outcome.log.last?.contains(row.log) == true, "\(fact): \(outcome.log.last ?? "no log")")
    }
  }

  @Test func anOptimisticTagSucceedsAtOnce() throws {
    var options = TestOptions()
    options.outcome = .optimistic
    let outcomes = try Self.outcomes(
      of: [Self.usualHit], answers: Self.answers.map(\.answer), options)
    for outcome in outcomes {
      #expect(outcome.thrown == nil && outcome.requests.count == 1)
      #expect(outcome.successes == 1 && outcome.failures == 0)
      #expect(outcome.log.last?.contains(#""Type":"Response""#) == true)
    }
  }

  @Test func theRequestHasTheDocumentedAddressAndHeaders() throws {
    for outcome in try Self.outcomes(of: [Self.usualHit]) {
      let request = try #require(outcome.requests.first)
      #expect(request.url == "https://business-api.tiktok.com/open_api/v1.3/event/track/")
      #expect(request.method == "POST")
      #expect(
        request.headers
          == ["content-type": "application/json", "access-token": RunningContainer.token])
      let body = try #require(outcome.body)
      #expect(body["event_source"] == "web" && body["event_source_id"] == "D6AP4E3C77U3L7SP8O7G")
      #expect(body["partner_name"] == "GoogleTagManagerServer")
      #expect(body["test_event_code"] == nil)
      #expect(body.at("data.0.event_time") == 1_767_225_600)
      #expect(body["data"]?.array?.count == 1)
    }
  }

  // MARK: The log

  @Test func theTokenIsNeverLogged() throws {
    let token = RunningContainer.token
    let echoes: [Answer] = [
      Answer(body: #"{"code":40105,"message":"token \#(token) is incorrect, \#(token)"}"#),
      Answer(body: #"{"code":"\#(token)","message":"\#(token)"}"#),
      Answer(body: #"{"code":["\#(token)"],"message":["\#(token)"]}"#),
      Answer(body: token),
    ]
    let hit = Self.usualHit.with(
      ("event_name", "purchase"), ("value", .string(token)), ("items", .string(token)))
    for outcome in try Self.outcomes(of: [hit], answers: echoes) {
      #expect(outcome.log.allSatisfy { !$0.contains(token) }, "\(outcome.log)")
      let body = outcome.requests.first?.body ?? token
      #expect(!body.contains(token))
    }
  }

  /// A person's data, each of which is known by its text.
  private static let canaries = [
    "canary@example.com", "+491555canary", "Canarymann", "canary-id-7",
  ]

  /// A purchase with a person's data in every field, of every shape.
  private static let canaryHits: [ServerHit] = canaries.flatMap { canary -> [ServerHit] in
    let shapes: [JSON] = [
      .string(canary), [.string(canary)], ["0": .string(canary)], ["x": .string(canary)],
      .string("{\"\(canary)\": 1"),
    ]
    return shapes.map { shape in
      ServerHit(
        eventData: [
          "event_name": "purchase", "event_id": shape, "transaction_id": shape, "value": shape,
          "currency": shape,
          "user_id": shape, "items": shape, "num_items": shape, "ip_override": shape,
          "language": shape,
          "user_data": [
            "email_address": shape, "phone_number": shape, "sha256_email_address": shape,
            "sha256_phone_number": shape,
            "address": ["first_name": shape, "last_name": shape, "postal_code": shape],
          ],
          "predicted_ltv": shape, "an_integer": shape, "client_hints": shape,
        ])
    }
  }

  @Test func noPersonsDataIsLoggedOrSentPlain() throws {
    for outcome in try Self.outcomes(of: Self.canaryHits) {
      #expect(outcome.thrown == nil && outcome.requests.count == 1)
      for canary in Self.canaries {
        #expect(outcome.log.allSatisfy { !$0.contains(canary) }, "\(outcome.log)")
        for member in ["email", "phone", "external_id", "first_name", "last_name", "zip_code"] {
          let sent = outcome.body?.at("data.0.user.\(member)")
          #expect(sent.compactText.contains(canary) == false, "\(member)")
        }
      }
    }
  }

  @Test func theLogNamesWhatHasNoUsableValue() throws {
    let hit = Self.usualHit.with(
      ("value", "ten"), ("currency", "$"), ("ip_override", "10.0.0.1"), ("status", true),
      (
        "items",
        [
          ["item_id": "a", "price": "x", "quantity": 1],
          ["item_id": "b", "price": 5, "quantity": 1], ["item_id": "c", "price": "y"],
        ]
      ))
    for outcome in try Self.outcomes(of: [hit, Self.usualHit]).prefix(4) {
      let lines = outcome.log.filter { $0.contains("without a usable value") }
      #expect(lines.count == 1)
      let names = lines.first?.split(separator: "value: ").last?.prefix { $0 != "\"" }.split(
        separator: ", "
      ).map(String.init)
      #expect(Set(names ?? []) == ["value", "currency", "ip", "status", "price"])
      #expect(names?.count == 5)
    }
    for outcome in try Self.outcomes(of: [Self.usualHit]) {
      #expect(outcome.log.count == 2, "\(outcome.log)")
    }
  }

  @Test func eachLineHasTheUsualKeys() throws {
    var hit = Self.usualHit.with(("event_id", nil), ("transaction_id", nil))
    hit.headers["trace-id"] = "trace-7"
    for outcome in try Self.outcomes(of: [hit]) {
      let lines = try outcome.log.map { try JSON.read(Array($0.utf8)) }
      #expect(lines.map { $0["Type"] } == ["Message", "Message", "Request", "Response"])
      #expect(
        lines.allSatisfy {
          $0["Name"] == "TikTok" && $0["EventName"] == "Purchase" && $0["TraceId"] == "trace-7"
        })
      #expect(lines[0]["Message"] == "no event_id: cannot be deduplicated")
      #expect(lines[1]["Message"] == "missing: order_id")
      #expect(lines[2]["RequestMethod"] == "POST")
      #expect(
        lines[2]["RequestUrl"] == "https://business-api.tiktok.com/open_api/v1.3/event/track/")
      #expect(lines[3]["ResponseStatusCode"] == 200)
      #expect(lines[3]["ResponseMessage"] == "0 OK")
    }
  }

  @Test func loggingIsForPreviewAlwaysOrNever() throws {
    for (logging, environments) in [
      (ConsoleLogging.preview, "debug"), (.always, "all"), (.never, nil),
    ] as [(ConsoleLogging, String?)] {
      var options = TestOptions()
      options.logging = logging
      for container in try RunningContainer.arranged(options) {
        for template in container.templates.values where template.info.kind == .tag {
          let permission = template.permissions.first { $0.publicID == "logging" }
          #expect(permission?["environments"]?.text == environments)
          #expect(template.code.contains("logToConsole") == (environments != nil))
        }
      }
      for outcome in try Self.outcomes(
        of: [Self.usualHit.with(("value", "x"))], answers: [.accepted, .failed], options)
      {
        #expect(outcome.thrown == nil)
        #expect(outcome.log.isEmpty == (environments == nil))
      }
    }
  }

  // MARK: What is not sent

  @Test func previewPagesAreSkipped() throws {
    func hit(_ address: JSON) -> ServerHit { Self.usualHit.with(("page_location", address)) }
    let skipped = hit("https://gtm-msr.appspot.com/render2?id=GTM-ABC1234")
    for outcome in try Self.outcomes(of: [skipped]) {
      #expect(outcome.requests.isEmpty && outcome.cookies.isEmpty && outcome.successes == 1)
    }
    let others = [
      hit("https://shop.example.com/?from=https://gtm-msr.appspot.com/"), hit(.null), hit(["x"]),
      hit([:]),
    ]
    for outcome in try Self.outcomes(of: others) { #expect(outcome.requests.count == 1) }
  }

  @Test func aTestEventCodeIsSentOnceItIsFilledIn() throws {
    var options = TestOptions()
    options.testEventCode = .secret("TOKEN")
    for outcome in try Self.outcomes(of: [Self.usualHit], options) {
      #expect(outcome.body?["test_event_code"] == .string(RunningContainer.token))
    }
    let hit = Self.usualHit.with(("test_event_code", "TEST12345"))
    for container in try RunningContainer.arranged(options) {
      let unfilled = try container.withTags { tag in
        Self.set("test_event_code", "\(Secret.placeholderPrefix)TOKEN", of: &tag)
      }
      let outcome = try Self.outcome(of: hit, in: unfilled)
      #expect(outcome.requests.count == 1)
      #expect(outcome.body?["test_event_code"] == nil)
    }
  }

  @Test func nothingIsSentWithoutAToken() throws {
    let tikTok = TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"),
      consent: .waived(because: "a test"),
      deduplication: .notNeeded(because: "a test")
    ) {
      BrowserID(.cookie("_ttp"), keptInCookieFor: .days(1))
    } events: {
      On("purchase", send: .lead())
    }
    for token in ["\(Secret.placeholderPrefix)TOKEN", "", " "] {
      let container = try RunningContainer(tikTok).withTags { tag in
        Self.set("access_token", token, of: &tag)
      }
      let outcome = try Self.outcome(of: Self.usualHit, in: container)
      #expect(outcome.requests.isEmpty && outcome.cookies.isEmpty)
      #expect(outcome.successes == 0 && outcome.failures == 1)
      #expect(outcome.log.last?.contains("no access token") == true)
    }
  }

  @Test(arguments: [
    "scroll", "user_engagement", "purchase2", "my_purchase", "Purchase", "PURCHASE", "",
  ])
  func anEventThatIsNotMappedFiresNothing(name: String) throws {
    for container in try RunningContainer.usual.get() {
      #expect(
        try ContainerRuns([.init(container: container, hit: .named(name))]).outcomes[0].isEmpty)
    }
  }

  @Test func anEventOutsideTheLookupTableIsNotSent() throws {
    let container = try RunningContainer.usual.get()[2].withTags { tag in
      tag.firingTriggerIDs = [ReservedTrigger.allEvents.id]
    }
    let outcome = try Self.outcome(of: .named("scroll"), in: container)
    #expect(outcome.requests.isEmpty && outcome.failures == 1 && outcome.successes == 0)
    #expect(outcome.log.last?.contains("not in the lookup table") == true)
  }

  /// What becomes of the one tag that a hit fires.
  private static func outcome(
    of hit: ServerHit, in container: RunningContainer
  ) throws -> ScriptOutcome {
    try #require(ContainerRuns([.init(container: container, hit: hit)]).outcomes[0].first?.outcome)
  }

  /// Gives a field of a tag another text.
  private static func set(_ field: String, _ text: String, of tag: inout TagManager.Tag) {
    tag.parameters = tag.parameters.map { $0.key == field ? .template(field, text) : $0 }
  }
}
