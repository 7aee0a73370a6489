import CustomTemplate
import Foundation
import JSONText
import SandboxedJS
import Simulator
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// What holds for each destination, whatever a hit brings.
@Suite struct DestinationTests {
  private static let isThorough = TestRun.isThorough

  private static func hits(_ count: Int, seed: UInt64) -> [ServerHit] {
    var random = RandomHits(seed: seed)
    return (0..<count).map { _ in random.hit() }
  }

  /// Checks that nothing is thrown, that each body is as documented, that nobody's data leaves as it is, and that the
  /// token stands where it belongs alone.
  private static func check(
    _ destination: TestedDestination, _ hits: [ServerHit], _ engine: ContainerRuns.Engine
  ) throws {
    // Starting another engine takes long: the two that differ most stand for all.
    let containers = try destination.containers(
      in: engine == .native || isThorough ? nil : [0, 3])
    let cases = hits.flatMap { hit in
      containers.map { ContainerRuns.Case(container: $0, hit: hit, answer: destination.accepted) }
    }
    var runs = try ContainerRuns(cases, engine).outcomes[...]
    for hit in hits {
      let facts = String(hit.eventData.text(.compact).prefix(1_000))
      var bodies: Set<String> = []
      for outcomes in runs.prefix(containers.count) {
        guard let outcome = outcomes.first?.outcome else { continue }
        #expect(outcome.thrown == nil, "\(facts)")
        #expect(outcome.successes + outcome.failures == 1, "\(facts)")
        bodies.insert(outcome.requests.first?.body ?? "")
        guard let request = outcome.requests.first else {
          #expect(outcome.cookies.isEmpty, "\(facts)")
          continue
        }
        let breaches = outcome.body.map { destination.body.breaches(of: $0) }
        #expect(breaches == [], "\(facts)")
        #expect(!RandomHits.people.contains { request.body.contains($0) }, "\(facts)")
        #expect(outcome.log.allSatisfy { !$0.contains("@") }, "\(facts)")
        #expect(isTokenInPlace(outcome, of: destination), "\(facts)")
      }
      runs = runs.dropFirst(containers.count)
      #expect(bodies.count <= 1, "the layouts differ: \(facts)")
    }
  }

  private static func isTokenInPlace(
    _ outcome: ScriptOutcome, of destination: TestedDestination
  ) -> Bool {
    let token = RunningContainer.token
    guard let request = outcome.requests.first,
      !outcome.log.contains(where: { $0.contains(token) })
    else { return false }
    var expected = ScriptOutcome.Request(
      url: destination.address, method: "POST", headers: [:], body: request.body)
    var isInBody = false
    switch destination.token {
    case .authorization: expected.headers["authorization"] = "Bearer \(token)"
    case .header(let name): expected.headers[name] = token
    case .address: expected.url += "?access_token=\(token)"
    case .body(let member): isInBody = outcome.body?[member]?.string == token
    }
    return request.url == expected.url
      && request.headers.filter { $0.value.contains(token) } == expected.headers
      && request.body.split(separator: token, omittingEmptySubsequences: false).count
        == (isInBody ? 2 : 1)
  }

  @Test(arguments: TestedDestination.all)
  func everyBodyIsAsDocumentedWhateverAHitBrings(_ destination: TestedDestination) throws {
    try Self.check(destination, Self.hits(Self.isThorough ? 2_000 : 8, seed: 11), .native)
  }

  @Test(
    .enabled(if: NodeSandbox.isInstalled, "node is not on PATH"), arguments: TestedDestination.all)
  func theSameHoldsInAnotherEngine(_ destination: TestedDestination) throws {
    let hits = [ServerHit.order(), .visit]
    try Self.check(destination, hits + Self.hits(Self.isThorough ? 500 : 4, seed: 12), .node)
  }

  @Test(arguments: TestedDestination.all)
  func aWordThatStandsForNothingIsSentNowhere(_ destination: TestedDestination) throws {
    var random = RandomHits(seed: 13)
    let hits = (0..<(Self.isThorough ? 500 : 4)).map { _ in
      MissingWordTests.hit(&random).with(
        ("ip_override", "203.0.113.7"), ("user_agent", "Mozilla/5.0"), ("user_id", "7"),
        ("page_location", "https://shop.example.com/"))
    }
    let containers = try destination.containers()
    let cases = hits.flatMap { hit in
      containers.map { ContainerRuns.Case(container: $0, hit: hit, answer: destination.accepted) }
    }
    for (one, outcomes) in zip(cases, try ContainerRuns(cases).outcomes) {
      let facts = one.hit.eventData.text(.compact)
      for outcome in outcomes.map(\.outcome) {
        #expect(outcome.thrown == nil, "\(facts)")
        #expect(Self.texts(outcome.body).filter(MissingText.isMissing) == [], "\(facts)")
        #expect(outcome.cookies.isEmpty, "\(facts)")
      }
    }
  }

  /// All texts within a body.
  private static func texts(_ json: JSON?) -> [String] {
    switch json {
    case .string(let text)?: [text]
    case .array(let elements)?: elements.flatMap(texts)
    case .object(let object)?: object.members.flatMap { texts($0.value) }
    default: []
    }
  }

  @Test(arguments: TestedDestination.all)
  func permissionsAreNoWiderThanTheRequests(_ destination: TestedDestination) throws {
    for container in try destination.containers() {
      let tags = container.version.tags.filter { $0.name.hasPrefix(destination.name) }
      #expect(!tags.isEmpty)
      for tag in tags {
        let template = try container.template(ofTag: tag.name)
        let send = try #require(template.permissions.first { $0.publicID == "send_http" })
        #expect(send.texts("urls") == [destination.permitted])
      }
    }
  }

  @Test(arguments: TestedDestination.all)
  func itsOwnScenariosPass(_ destination: TestedDestination) throws {
    // All reads are in the first, all events in the last.
    for place in Self.isThorough ? [0, 1, 2, 3] : [0, 3] {
      let container = try destination.containers(.gated, in: [place])[0]
      let own = container.version.tags.filter { $0.name.hasPrefix(destination.name) }
      for tag in Self.isThorough || place == 3 ? own : own.filter({ $0.name.contains("purchase") })
      {
        let template = try container.template(ofTag: tag.name)
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

  @Test(arguments: TestedDestination.all)
  func itsAnswerDecides(_ destination: TestedDestination) throws {
    for (answer, isAccepted) in destination.answers
      + [(.timedOut, false), (.failed, false), (Answer(status: 502, body: "<html>"), false)]
    {
      for outcome in try destination.outcomes([.visit], answer: answer, in: [0, 3])[0] {
        #expect(outcome.thrown == nil, "\(answer.json.text(.compact))")
        #expect((outcome.successes == 1) == isAccepted, "\(answer.json.text(.compact))")
        #expect((outcome.failures == 1) == !isAccepted)
      }
    }
  }

  @Test(arguments: TestedDestination.all)
  func nothingLeavesWithoutConsent(_ destination: TestedDestination) throws {
    let cases: [(JSON?, JSON?, Bool)] = [
      (nil, nil, false), ("G100", nil, false), ("G111", nil, true),
      (nil, ["ad_storage": "denied"], false), (nil, ["ad_storage": "granted"], true),
      ("G111", ["ad_storage": "denied"], false),
    ]
    let hits = cases.map { ServerHit.visit.with(("x-ga-gcs", $0.0), ("consent_state", $0.1)) }
    for (one, outcomes) in zip(cases, try destination.outcomes(hits, .gated, in: [0, 3])) {
      for outcome in outcomes {
        #expect(outcome.requests.isEmpty != one.2, "\(one.0.compactText), \(one.1.compactText)")
        #expect(outcome.cookies.isEmpty || one.2)
      }
    }
  }

  /// Where each destination's contents stand, and the quantities that it gets of those given.
  private static let quantities:
    [(TestedDestination, place: String, [(given: JSON, sent: JSON?)])] = [
      (.tikTok, "properties.contents", [(2, 2), ("2.0", 2), (1.5, 1.5)]),
      (.meta, "custom_data.contents", [(2, 2), ("2.0", 2), (1.5, nil)]),
      (.pinterest, "custom_data.contents", [(2, 2), ("2.0", 2), (1.5, nil)]),
      (.snapchat, "custom_data.contents", [(2, "2"), ("2.0", "2"), (1.5, "1.5")]),
      (.reddit, "metadata.products", [(2, 2), ("2.0", 2), (1.5, nil)]),
    ]

  @Test func aQuantityThatNobodyCanOrderIsLeftOutAndLogged() throws {
    let impossible: [JSON] = [0, "0", -1, "-2", "−1", 0.0, "two", [2], "0,0"]
    for (destination, place, cases) in Self.quantities {
      let all = cases + impossible.map { ($0, nil) } + [("２", cases[0].sent)]
      for (given, sent) in all {
        let items: JSON = [["item_id": "A", "price": 5, "quantity": given]]
        for outcome in try destination.outcomes([.order(("items", items))], in: [0, 3])[0] {
          let way = "\(destination.eventPath).\(place).0.quantity"
          let facts = "\(destination.name): \(given.text(.compact))"
          #expect((outcome.body?.at(way)).compactText == sent.compactText, "\(facts)")
          let isLogged = outcome.log.contains { $0.contains("usable value: quantity") }
          #expect(isLogged == (sent == nil), "\(facts)")
        }
      }
    }
  }

  /// What a form or a database leaves around an address is no part of it: its digest would match nobody.
  @Test(arguments: TestedDestination.all)
  func whatIsNoEMailAddressIsNotHashed(_ destination: TestedDestination) throws {
    let broken = [
      "mailto:jane@x.de", "jane@x.de;", "jane@x.de.", "\"jane@x.de\"", "<jane@x.de>", "jane@x,de",
      "Jane <jane@x.de>", "a@b@c.de", "jane@", "@x.de", "jane@.",
      "jane(1)@x.de",
    ]
    let hits = (broken + [" "]).map { ServerHit.person("email_address", .string($0)) }
    let bodies = try destination.outcomes(hits, in: [0, 3]).map { $0.map(\.body) }
    for (given, found) in zip(broken, bodies) { #expect(found == bodies.last, "\(given)") }
    let whole = ["o'neil+1@x.de", "jörg@müller.de", "a@b", "j..d@x.co.uk"].map {
      ServerHit.person("email_address", .string($0))
    }
    for found in try destination.outcomes(whole, in: [0, 3]).map({ $0.map(\.body) }) {
      #expect(found != bodies.last)
    }
  }

  /// JavaScript reads texts as numbers that no shop means.
  @Test(arguments: TestedDestination.all)
  func numbersOfOtherBasesAreNoMoney(_ destination: TestedDestination) throws {
    let hits = ["0x10", "0X1F", "0b11", "0o17", "ten"].map {
      ServerHit.order(("value", .string($0)))
    }
    let bodies = try destination.outcomes(hits, in: [0, 3]).map { $0.map(\.body) }
    for found in bodies { #expect(found == bodies.last) }
  }

  /// People in East Asia type digits and signs as wide as their letters.
  @Test func wideDigitsAndSignsAreThoseOfNumbers() throws {
    let wide: [(String, String)] = [
      ("＋４９　１７１　３９２００１２", "+49 171 3920012"), ("（０１７１）３９２－００１２", "(0171)392-0012"),
      ("+49−171−3920012", "+49-171-3920012"),
    ]
    for destination in TestedDestination.all {
      for (given, usual) in wide {
        let hits = [given, usual].map { ServerHit.person("phone_number", .string($0)) }
        let bodies = try destination.outcomes(hits, in: [0, 3]).map { $0.map(\.body) }
        #expect(bodies[0] == bodies[1], "\(destination.name): \(given)")
      }
      for (given, usual) in [("１９．９９", "19.99"), ("１９，９９", "19,99"), ("−５", "-5")] {
        let hits = [given, usual].map { ServerHit.order(("value", .string($0))) }
        let bodies = try destination.outcomes(hits, in: [0, 3]).map { $0.map(\.body) }
        #expect(bodies[0] == bodies[1], "\(destination.name): \(given)")
        #expect(bodies[0][0] != nil)
      }
    }
  }

  @Test(arguments: TestedDestination.all)
  func whatIsNotMappedIsNotSent(_ destination: TestedDestination) throws {
    for container in try destination.containers() {
      let runs = try ContainerRuns([
        .init(container: container, hit: .visit.with(("event_name", "scroll")))
      ])
      #expect(runs.outcomes[0].isEmpty)
    }
  }
}
