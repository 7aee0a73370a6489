import Compiler
import CustomTemplate
import Diagnostics
import Simulator
import TagwrightPlan
import Testing

/// A small shop's server container, with what a change of its plan may touch.
struct ChangedShop: CustomTestStringConvertible, Sendable {
  var testDescription: String { name }
  let name: String
  var value = Source.eventData("value")
  var consent = Consent.required(.adStorage)
  var hasPhone = true
  var sendsViews = true
  var condition: Condition?
  var isTwice = false
  var pixelCode = "D6AP4E3C77U3L7SP8O7G"

  static let original = ChangedShop(name: "nothing")

  /// One change each, and two that change no request.
  static let changes: [ChangedShop] = [
    ChangedShop(name: "value", value: .eventData("total")),
    ChangedShop(name: "constant value", value: .constant("1")),
    ChangedShop(name: "consent", consent: .required(.adStorage, .analyticsStorage)),
    ChangedShop(
      name: "consent when missing", consent: .required(.adStorage, whenMissing: .granted)),
    ChangedShop(name: "match key", hasPhone: false),
    ChangedShop(name: "event", sendsViews: false),
    ChangedShop(name: "condition", condition: .eventData("value") > 40),
    ChangedShop(name: "twice", isTwice: true),
    ChangedShop(name: "pixel", pixelCode: "D8KU48BC77U7CO3SHUSG"),
    .original,
  ]

  var simulation: Simulation {
    get throws {
      let compilation = Compilation(plan, name: "Test", isTest: true)
      let container = try #require(
        compilation.containers.first, "\(compilation.diagnostics.map { $0.text() })")
      return Simulation(
        try CompiledContainer(container.version, for: .server), endpoints: Endpoint.known)
    }
  }

  private var plan: Plan {
    Plan(serverContainers: [
      ServerContainer("Test", publicID: "GTM-TEST") {
        GA4Client()
        tikTok("TikTok")
        if isTwice { tikTok("Again") }
      }
    ])
  }

  private func tikTok(_ name: String) -> TikTok {
    TikTok(
      name, pixelCode: pixelCode, accessToken: .secret("TIKTOK_ACCESS_TOKEN"), consent: consent,
      deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      if hasPhone { Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49") }
    } events: {
      if sendsViews { On("page_view", send: .pageview()) }
      if let condition {
        On("purchase", where: condition, send: purchase)
      } else {
        On("purchase", send: purchase)
      }
    }
  }

  private var purchase: TikTok.Event {
    .purchase(
      value: value, currency: .eventData("currency"), contents: .items,
      orderID: .eventData("transaction_id"))
  }
}

/// Hits as a shop's visitors have them.
struct RandomHits {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A line of a log.
  mutating func line() -> String {
    var parts = ["v=2", "tid=G-ABC1234567", "cid=1.\(Int.random(in: 0..<40, using: &random))"]
    if let consent = ["G111", "G100", "G110", nil].randomElement(using: &random) ?? nil {
      parts.append("gcs=\(consent)")
    }
    let name = ["page_view", "purchase", "purchase", "scroll"].randomElement(using: &random) ?? ""
    parts.append("en=\(name)")
    if Bool.random(using: &random) {
      parts.append("ep.event_id=e\(UInt32.random(in: 0...999, using: &random))")
    }
    if name == "purchase" {
      parts += [
        "cu=EUR", "epn.value=\(Int.random(in: 1..<90, using: &random))", "ep.transaction_id=T1",
      ]
      if Bool.random(using: &random) { parts.append("epn.total=7") }
      parts.append("pr1=idSKU-1~nmTee~pr29.99~qt2")
    }
    if Bool.random(using: &random) {
      parts.append(
        "ep.user_data.phone_number=%2B49171392001\(Int.random(in: 0...9, using: &random))")
    }
    return "https://sgtm.example.com/g/collect?" + parts.joined(separator: "&")
  }
}
