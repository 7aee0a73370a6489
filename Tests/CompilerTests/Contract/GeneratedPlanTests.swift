import Compiler
import Diagnostics
import Foundation
import SandboxedJS
import Simulator
import TagwrightPlan
import TestSupport
import Testing

/// A plan that compiles without a warning and whose events all meet is one that the contract has nothing against, and the
/// other way round.
@Suite struct GeneratedPlanTests {
  /// Hundreds where `TAGWRIGHT_THOROUGH` is set.
  static let seeds: ClosedRange<UInt64> =
    TestRun.isThorough ? 1...150 : 1...2

  private static func value(_ generator: inout RandomHits) -> ScriptValue {
    let values = GeneratedPlan.values.map { ScriptValue.string($0) } + [.undefined, "", 0, 5, 250]
    return values[Int.random(in: values.indices, using: &generator)]
  }

  /// A visit in which something is pushed that a plan may be about.
  private static func visit(_ number: Int, using generator: inout RandomHits) -> BrowserVisit {
    let paths = ["/", "/danke", "/danke/2", "/Danke"]
    let path = paths[Int.random(in: paths.indices, using: &generator)]
    let query = ["", "?campaign=paid", "?campaign=Paid&ttclid=E.C.P.1"]
    let host = Bool.random(using: &generator) ? "www" : "shop"
    var visit = BrowserVisit(
      url:
        "https://\(host).example.com\(path)\(query[Int.random(in: query.indices, using: &generator)])",
      referrer: Bool.random(using: &generator) ? "https://partner.example.org/" : "",
      title: Bool.random(using: &generator) ? "Thanks" : "Page",
      cookies: [NamedText("_ttp", "01A")], headers: [NamedText("user-agent", "Mozilla/5.0")])
    if Bool.random(using: &generator) { visit.cookies.append(NamedText("segment", "paid")) }
    let isGranted = Int.random(in: 0..<4, using: &generator) > 0
    visit.consent = .object(
      ConsentCode.types.map { .init($0, isGranted ? "granted" : "denied") })
    visit.time = 1_767_225_600_000 + Double(number) * 60_000
    let names = ["search", "generate_lead", "sign_up", "purchase"]
    for place in 0..<3 {
      let ecommerce: ScriptValue = [
        "transaction_id": .string("T-\(number)-\(place)"), "value": value(&generator),
        "currency": "EUR", "items": [["item_id": "A", "price": 5, "quantity": 1]],
      ]
      visit.pushes += [
        .object([.init("ecommerce", .null)]),
        .object([
          .init("event", .string(names[Int.random(in: names.indices, using: &generator)])),
          .init("lead_type", value(&generator)),
          .init("search_term", "tee"),
          .init("ecommerce", ecommerce),
        ]),
      ]
    }
    return visit
  }

  @Test(
    "a plan without warnings whose pushes all meet is one that the contract is silent about",
    arguments: seeds)
  func silence(seed: UInt64) throws {
    var generator = RandomHits(seed: seed)
    let generated = GeneratedPlan(using: &generator)
    let compilation = Compilation(generated.plan, name: "Test")
    #expect(compilation.diagnostics.isEmpty, "\(compilation.diagnostics.map(\.message))")
    let pair = try #require(compilation.pairs.first)
    let contract = Contract(pair)
    let halves = try BrowserAndServer(web: pair.web, server: pair.server)
    let visits = (0..<8).map { Self.visit($0, using: &generator) }
    let verdicts = halves.run(visits).flatMap(\.verdicts)
    let words = "\(generated.words): \(contract.findings.map { "\($0.rule): \($0.message)" })"
    #expect(verdicts.allSatisfy { $0.isShared && $0.count == 1 }, "\(words)")
    #expect(contract.findings.isEmpty, "\(words)")
    #expect(contract.gaps.isEmpty, "\(generated.words)")
    #expect(contract.agreedCount >= generated.mappings.count, "\(generated.words)")
  }

  @Test(
    "whatever the conditions, what the contract says never fires never does, and it says nothing else of a right plan",
    arguments: seeds)
  func anyCondition(seed: UInt64) throws {
    var random = RandomConditions(seed: seed)
    var generator = RandomHits(seed: seed)
    var mappings: [On<TikTok.Event>] = []
    let events = ["page_view", "purchase", "sign_up"]
    for number in 0..<3 {
      let (one, other) = (random.condition(line: 1), random.condition(line: 1))
      let condition = Bool.random(using: &generator) ? one : .allOf(one, other)
      mappings.append(On(events[number], where: condition, send: .custom("Case\(number)")))
    }
    let compilation = Compilation(Self.plan(mappings), name: "Test")
    guard let pair = compilation.pairs.first, compilation.diagnostics.isEmpty else { return }
    let contract = Contract(pair)
    let halves = try BrowserAndServer(web: pair.web, server: pair.server)
    let played = halves.run((0..<6).map { _ in random.visit(events: events) })
    let verdicts = played.flatMap(\.verdicts)
    let words = "\(mappings.map(\.conditions)) \(contract.findings.map(\.message)) \(contract.gaps)"
    #expect(verdicts.allSatisfy { $0.isShared && $0.count == 1 }, "\(words)")
    let held = Set(
      played.flatMap { $0.event.page.tags + $0.event.hits.flatMap(\.events).flatMap(\.tags) }
        .filter(\.isFired).map(\.name))
    for finding in contract.findings {
      #expect(finding.rule == "trigger-never-true" && finding.place != nil, "\(words)")
      #expect(
        !held.contains(finding.name) || finding.message.contains("' on '"), "\(words)")
    }
  }

  private static func plan(_ mappings: [On<TikTok.Event>]) -> Plan {
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID(.urlParameter("ttclid"), .eventData("ttclid"))
        BrowserID(.cookie("_ttp"), .eventData("ttp"))
      } events: {
        mappings
      }
    }
    let web = WebContainer(
      "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(.generated))
    return Plan(serverContainers: [server], webContainers: [web])
  }
}
