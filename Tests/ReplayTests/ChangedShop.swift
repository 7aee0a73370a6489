import Compiler
import CustomTemplate
import Diagnostics
import Simulator
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// A small shop's server container, with what a change of its plan may touch.
struct ChangedShop: CustomTestStringConvertible, Sendable {
  var testDescription: String { name }
  let name: String
  var value = Source.eventData("value")
  var consent = Consent.required(.adStorage)
  var hasPhone = true
  var sendsViews = true
  var condition: TagwrightPlan.Condition?
  var isTwice = false
  var pixelCode = "D6AP4E3C77U3L7SP8O7G"
  var layout = Layout.tagPerEvent
  var sources = SourceStyle.visible
  var country = "49"
  var currency = Source.eventData("currency")
  /// So long the browser's id is kept in a cookie.
  var cookieDays = 390
  /// A text in the code of the templates, and what stands there instead.
  var edit: (old: String, new: String)?

  static let original = ChangedShop(name: "nothing")

  /// One change each, and some that change no request.
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
    ChangedShop(name: "template", edit: ("partner_name", "partner")),
    ChangedShop(name: "method", edit: ("method: 'POST'", "method: 'PUT'")),
    ChangedShop(name: "cookie", cookieDays: 30),
    ChangedShop(name: "header", edit: ("application/json", "text/plain")),
    .original,
  ]

  /// What changes how the container is built, and no request.
  static let rearrangements: [ChangedShop] = [
    .original, ChangedShop(name: "layout", layout: .lookupTable),
    ChangedShop(name: "sources", sources: .inline),
  ]

  init(
    name: String, value: Source = .eventData("value"), consent: Consent = .required(.adStorage),
    hasPhone: Bool = true, sendsViews: Bool = true, condition: TagwrightPlan.Condition? = nil,
    isTwice: Bool = false, pixelCode: String = "D6AP4E3C77U3L7SP8O7G",
    layout: Layout = .tagPerEvent, sources: SourceStyle = .visible,
    cookieDays: Int = 390, edit: (old: String, new: String)? = nil
  ) {
    self.name = name
    self.value = value
    self.consent = consent
    self.hasPhone = hasPhone
    self.sendsViews = sendsViews
    self.condition = condition
    self.isTwice = isTwice
    self.pixelCode = pixelCode
    self.layout = layout
    self.sources = sources
    self.cookieDays = cookieDays
    self.edit = edit
  }

  /// Any of the changes, and any number of them together.
  init(_ random: inout SeededGenerator) {
    name = "random"
    func pick<Value>(_ usual: Value, _ others: Value...) -> Value {
      Int.random(in: 0..<3, using: &random) > 0
        ? usual : others.randomElement(using: &random) ?? usual
    }
    value = pick(value, .eventData("total"), .constant("1"))
    consent = pick(
      consent, .required(.adStorage, .analyticsStorage),
      .required(.adStorage, whenMissing: .granted))
    hasPhone = pick(true, false)
    sendsViews = pick(true, false)
    condition = pick(
      nil, .eventData("value") > 40, !(.eventData("value") > 40),
      .eventData("currency").matches("^E"), .client("GA4"))
    isTwice = pick(false, true)
    pixelCode = pick(pixelCode, "D8KU48BC77U7CO3SHUSG")
    layout = pick(.tagPerEvent, .lookupTable)
    sources = pick(.visible, .inline)
    country = pick("49", "43")
    cookieDays = pick(390, 30)
    currency = pick(currency, .constant("EUR"), .constant("USD"))
    edit = pick(
      nil, ("partner_name", "partner"), ("'E-mail'", "'Mail'"), ("toLowerCase", "toUpperCase"),
      ("event_source: 'web'", "event_source: 'app'"))
  }

  /// That of the original, which most tests compare with.
  private static let known = Result { try original.compiled }

  var simulation: Simulation {
    get throws { name == Self.original.name ? try Self.known.get() : try compiled }
  }

  private var compiled: Simulation {
    get throws {
      let compilation = Compilation(plan, name: "Test", isTest: true)
      let container = try #require(
        compilation.containers.first, "\(compilation.diagnostics.map { $0.text() })")
      var version = container.version
      if let edit {
        version.customTemplates = version.customTemplates.map { template in
          var template = template
          template.templateData = template.templateData.replacing(edit.old, with: edit.new)
          return template
        }
      }
      return Simulation(
        try ContainerProgram(version, for: .server), endpoints: RequestForm.known)
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
      deduplication: .sharedEventID(.eventData("event_id")), layout: layout, sources: sources
    ) {
      Email(.eventData("user_data.email_address"))
      BrowserID(.eventData("ttp"), keptInCookieFor: .days(cookieDays))
      if hasPhone { Phone(.eventData("user_data.phone_number"), defaultCountryCode: country) }
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
      value: value, currency: currency, contents: .items,
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
    if Bool.random(using: &random) { parts.append("ep.ttp=2AbCdEf") }
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
