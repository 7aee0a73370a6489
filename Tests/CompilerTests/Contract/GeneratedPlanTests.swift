import Compiler
import Diagnostics
import SandboxedJS
import Simulator
import TagwrightPlan
import Testing

/// A plan that compiles without a warning and whose events all meet is one that the contract has nothing against, and the
/// other way round.
@Suite struct GeneratedPlanTests {
  private static func value(_ generator: inout RandomHits) -> ScriptValue {
    let values = GeneratedPlan.values.map { ScriptValue.string($0) } + [.undefined, "", 0, 5, 250]
    return values[Int.random(in: values.indices, using: &generator)]
  }

  /// A visit in which something is pushed that a plan may be about.
  private static func visit(_ number: Int, using generator: inout RandomHits) -> BrowserVisit {
    let paths = ["/", "/danke", "/danke/2", "/Danke"]
    let path = paths[Int.random(in: paths.indices, using: &generator)]
    let query = ["", "?campaign=paid", "?campaign=Paid&ttclid=E.C.P.1"]
    var visit = BrowserVisit(
      url:
        "https://www.example.com\(path)\(query[Int.random(in: query.indices, using: &generator)])",
      referrer: Bool.random(using: &generator) ? "https://partner.example.org/" : "",
      title: "Page", cookies: [NamedText("_ttp", "01A")],
      headers: [NamedText("user-agent", "Mozilla/5.0")])
    if Bool.random(using: &generator) { visit.cookies.append(NamedText("segment", "paid")) }
    let isGranted = Int.random(in: 0..<4, using: &generator) > 0
    visit.consent = .object(
      ["ad_storage", "analytics_storage", "ad_user_data", "ad_personalization"].map {
        .init($0, isGranted ? "granted" : "denied")
      })
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
    arguments: [UInt64(11), 12, 13])
  func silence(seed: UInt64) throws {
    var generator = RandomHits(seed: seed)
    var (silent, tried, counted) = (0, 0, 0)
    for _ in 0..<4 {
      let generated = GeneratedPlan(using: &generator)
      let compilation = Compilation(generated.plan, name: "Test")
      let pair = try #require(compilation.pairs.first, "\(compilation.diagnostics.map(\.message))")
      let contract = Contract(pair)
      let halves = try BothHalves(web: pair.web, server: pair.server)
      let visits = (0..<8).map { Self.visit($0, using: &generator) }
      let verdicts = halves.run(visits).flatMap(\.verdicts)
      let allMeet = verdicts.allSatisfy { $0.isShared && $0.count == 1 }
      tried += 1
      counted += verdicts.count
      if contract.findings.isEmpty { silent += 1 }
      #expect(
        contract.findings.isEmpty == allMeet,
        """
        \(generated.words): \(contract.findings.map { "\($0.rule): \($0.message)" }) \
        \(verdicts.filter { !$0.isShared }.map(\.text).prefix(2))
        """)
      for finding in contract.findings { #expect(finding.place != nil) }
      #expect(contract.gaps.isEmpty)
    }
    #expect(counted > 20)
    #expect(silent == tried)
  }
}
