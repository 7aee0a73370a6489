import Compiler
import CustomTemplate
import JSONText
import SandboxedJS
import Synchronization
import TagManager
import TagwrightPlan
import Testing

/// What may differ between plans of one destination.
struct DestinationTestOptions: Sendable {
  var layout = Layout.tagPerEvent
  var style = SourceStyle.visible
  var consent = Consent.waived(because: "a test")
  var limitedDataUse = LimitedDataUse.from(.eventData("ldu"))
  /// Whether events are only tried out.
  var isTest = false

  /// What differs most from the usual ones: consent is asked for, and events are only tried out.
  static let gated = DestinationTestOptions(consent: .required(.adStorage), isTest: true)
}

/// A destination as the tests of each look at it: a plan that uses all that it takes, and what it documents.
struct TestedDestination: Sendable, CustomTestStringConvertible {
  /// Where the token stands in a request.
  enum TokenPlace: Sendable {
    case authorization
    case address
    /// A header of the destination's own, in lower case.
    case header(String)
    /// A member of the body.
    case body(String)
  }

  let name: String
  let plan: @Sendable (DestinationTestOptions) -> any Destination
  /// The way from a body to its event, such as `data.0`; empty where the body is the event.
  let eventPath: String
  /// Where requests go to, without a token.
  let address: String
  let token: TokenPlace
  /// The addresses that the template may send to.
  let permitted: String
  let accepted: Answer
  /// Answers, and whether they say that the event was taken.
  let answers: [(answer: Answer, isAccepted: Bool)]
  let body: BodyForm

  var testDescription: String { name }

  static let all: [TestedDestination] = [
    .tikTok, .meta, .pinterest, .snapchat, .reddit, .linkedIn,
  ]

  /// The ways in which the plan can be laid out.
  func containers(
    _ options: DestinationTestOptions = .init(), in places: [Int]? = nil
  ) throws -> [RunningContainer] {
    try (places ?? Array(TestOptions.arrangements.indices)).map { place in
      var arranged = options
      (arranged.layout, arranged.style) = TestOptions.arrangements[place]
      return try container(arranged)
    }
  }

  /// Each plan is compiled once.
  private func container(_ options: DestinationTestOptions) throws -> RunningContainer {
    let key = "\(name) \(options)"
    if let container = Self.compiled.withLock({ $0[key] }) { return container }
    let destination = plan(options)
    let container = try RunningContainer(
      Plan(serverContainers: [
        ServerContainer("Test", publicID: "GTM-ABC1234") {
          GA4Client()
          destination
        }
      ]))
    Self.compiled.withLock { $0[key] = container }
    return container
  }

  private static let compiled = Mutex<[String: RunningContainer]>([:])

  /// What each hit leads to in each layout and style.
  func outcomes(
    _ hits: [ServerHit], _ options: DestinationTestOptions = .init(), answer: Answer? = nil,
    in places: [Int]? = nil
  ) throws -> [[ScriptOutcome]] {
    let containers = try containers(options, in: places)
    let runs = try ContainerRuns(
      hits.flatMap { hit in
        containers.map { .init(container: $0, hit: hit, answer: answer ?? accepted) }
      })
    let outcomes = try runs.outcomes.map { try #require($0.first?.outcome) }
    return stride(from: 0, to: outcomes.count, by: containers.count).map {
      Array(outcomes[$0..<min($0 + containers.count, outcomes.count)])
    }
  }

  /// Holds what the destination gets at a path below the event against a table of facts.
  func expect(
    _ path: String, _ cases: [(fact: String, hit: ServerHit, expected: JSON?)],
    _ options: DestinationTestOptions = .init(), location: SourceLocation = #_sourceLocation
  ) throws {
    let way = [eventPath, path].filter { !$0.isEmpty }.joined(separator: ".")
    for (one, outcomes) in zip(cases, try outcomes(cases.map(\.hit), options)) {
      for outcome in outcomes {
        #expect(outcome.thrown == nil, "\(one.fact)", sourceLocation: location)
        let found = outcome.body?.at(way)
        #expect(
          found.compactText == one.expected.compactText, "\(one.fact)", sourceLocation: location)
      }
    }
  }

  /// Holds which hits are sent at all, and that the log says why others are not.
  func expectSent(
    _ cases: [(fact: String, hit: ServerHit, isSent: Bool)],
    location: SourceLocation = #_sourceLocation
  ) throws {
    for (one, outcomes) in zip(cases, try outcomes(cases.map(\.hit))) {
      for outcome in outcomes {
        #expect(outcome.requests.isEmpty != one.isSent, "\(one.fact)", sourceLocation: location)
        let isLogged = outcome.log.contains { $0.contains("not sent: ") }
        #expect(isLogged != one.isSent, "\(one.fact)", sourceLocation: location)
      }
    }
  }
}

/// Hits that the tests of destinations start from; people, shops and addresses are invented.
extension ServerHit {
  /// A page view of somebody on a known connection.
  static let visit = ServerHit(
    eventData: [
      "event_name": "page_view", "event_id": "id-1", "page_location": "https://shop.example.com/",
      "ip_override": "203.0.113.7", "user_agent": "Mozilla/5.0",
    ])

  /// The same with one member of the user data.
  static func person(_ name: String, _ value: JSON) -> ServerHit {
    visit.with(("user_data", .object(JSONObject([.init(name, value)]))))
  }

  /// The same with one member of the address.
  static func address(_ name: String, _ value: JSON) -> ServerHit {
    person("address", .object(JSONObject([.init(name, value)])))
  }

  /// The same on a page with a query, and with a cookie.
  static func landing(_ query: String, cookie: (String, String)? = nil) -> ServerHit {
    var hit = visit.with(("page_location", .string("https://shop.example.com/?\(query)")))
    if let cookie { hit.cookies[cookie.0] = cookie.1 }
    return hit
  }

  /// A purchase of three pieces.
  static func order(_ changes: (String, JSON?)...) -> ServerHit {
    var hit = visit.with(
      ("event_name", "purchase"), ("transaction_id", "T-1001"), ("value", 59.98),
      ("currency", "eur"),
      (
        "items",
        [
          [
            "item_id": "SKU-1", "item_name": "Tee", "item_brand": "Acme",
            "item_category": "Apparel", "price": 19.99, "quantity": 2,
          ],
          ["item_id": "SKU-2", "price": 0], ["item_variant": "no id"],
        ]
      ))
    for change in changes { hit = hit.with(change) }
    return hit
  }
}

/// The match keys that every destination of these tests is given; it leaves out what it does not take.
@MatchKeyBuilder func everyMatchKey() -> [MatchKey] {
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
  ClickID(keptInCookieFor: .days(30))
  IPAddress()
  UserAgent()
}
