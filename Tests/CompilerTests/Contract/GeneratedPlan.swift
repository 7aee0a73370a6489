import Compiler
import Diagnostics
import TagwrightPlan

/// A plan with both halves, made by chance: layouts, source styles, consent, conditions, one event for two, several
/// destinations of one kind.
struct GeneratedPlan {
  let plan: Plan
  /// What was drawn, for messages.
  let words: String

  private static let codes = ["D6AP4E3C77U3L7SP8O7G", "COQDA8RC77U2TMR44LI0"]

  init(using generator: inout RandomHits) {
    var words: [String] = []
    let layout: Layout = Bool.random(using: &generator) ? .lookupTable : .tagPerEvent
    let sources: SourceStyle = Bool.random(using: &generator) ? .inline : .visible
    let origin: Pixel.Origin = Bool.random(using: &generator) ? .generated : .installed
    words += ["\(layout)", "\(sources)", "\(origin)"]
    var destinations: [TikTok] = []
    for index in 0..<Int.random(in: 1...2, using: &generator) {
      let consents: [Consent] = [
        .required(.adStorage), .required(.adStorage, .adUserData), .waived(because: "asked before"),
        .required(.adStorage, whenMissing: .granted),
      ]
      let consent = Int.random(in: consents.indices, using: &generator)
      let events = Self.events(layout, using: &generator)
      words.append("consent \(consent): \(events.map(\.words).joined(separator: ", "))")
      destinations.append(
        TikTok(
          index == 0 ? "TikTok" : "Second", pixelCode: Self.codes[index],
          accessToken: .secret(index == 0 ? "TIKTOK_ACCESS_TOKEN" : "SECOND_ACCESS_TOKEN"),
          consent: consents[consent],
          deduplication: .sharedEventID(
            .eventData("event_id"), purchase: .eventData("transaction_id")),
          layout: layout, sources: sources
        ) {
          WebPlan.userData()
        } events: {
          for event in events { event.mapping }
        })
    }
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      for destination in destinations { destination }
    }
    plan = Plan(
      serverContainers: [server],
      webContainers: [
        WebContainer(
          "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sgtm.example.com",
          pixel: Pixel(origin))
      ])
    self.words = words.joined(separator: "; ")
  }

  // MARK: Events

  private struct Drawn {
    let words: String
    let mapping: On<TikTok.Event>
  }

  private static func events(_ layout: Layout, using generator: inout RandomHits) -> [Drawn] {
    var kinds: [(String, TikTok.Event)] = [
      ("page_view", .pageview()), ("search", .search(query: .eventData("search_term"))),
      ("generate_lead", .lead()), ("sign_up", .completeRegistration()),
      (
        "purchase",
        .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items,
          orderID: .eventData("transaction_id"))
      ),
    ]
    kinds.shuffle(using: &generator)
    var drawn = kinds.prefix(Int.random(in: 1...3, using: &generator)).map {
      Self.event($0.0, $0.1, using: &generator)
    }
    // One event of the site for two of the destination, which a lookup table cannot have.
    if layout == .tagPerEvent, Bool.random(using: &generator) {
      let name = kinds[0].0
      drawn.append(Self.event(name, .custom("SecondMeaning"), using: &generator))
    }
    return drawn
  }

  private static func event(
    _ name: String, _ event: TikTok.Event, using generator: inout RandomHits
  ) -> Drawn {
    let first = condition(using: &generator)
    var second = condition(using: &generator)
    // Two conditions on one value may contradict each other: then nothing is ever sent.
    while second.subject == first.subject {
      second = condition(using: &generator)
    }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0, 1: return Drawn(words: name, mapping: On(name, send: event))
    case 2:
      return Drawn(
        words: "\(name) where \(first.words)",
        mapping: On(name, where: first.condition, send: event))
    default:
      return Drawn(
        words: "\(name) where \(first.words) and \(second.words)",
        mapping: On(name, where: first.condition, second.condition, send: event))
    }
  }

  // MARK: Conditions

  private static func condition(
    using generator: inout RandomHits
  ) -> (condition: Condition, subject: String, words: String) {
    let value = values[Int.random(in: values.indices, using: &generator)]
    let all: [(Condition, words: String)] = [
      (.eventData("value") > 100, "value > 100"),
      (!(.eventData("value") >= 10), "not value >= 10"),
      (.eventData("lead_type") == value, "lead_type == \(value)"),
      (!(.eventData("lead_type") == value), "not lead_type == \(value)"),
      (.eventData("page_location").contains("/danke"), "page_location contains /danke"),
      (!.eventData("page_location").contains("/danke"), "not page_location contains /danke"),
      (.urlParameter("campaign") == value, "campaign == \(value)"),
      (.cookie("segment") == value, "segment == \(value)"),
      (.eventData("page_referrer").contains("partner"), "page_referrer contains partner"),
    ]
    let drawn = all[Int.random(in: all.indices, using: &generator)]
    let words = drawn.words.split(separator: " ")
    return (drawn.0, String(words[words[0] == "not" ? 1 : 0]), drawn.words)
  }

  /// What conditions compare with, and pages push.
  static let values = ["paid", "Paid", "free"]
}
