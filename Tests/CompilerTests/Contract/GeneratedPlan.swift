import Compiler
import Diagnostics
import TagwrightPlan

/// A plan with both halves, made by chance: layouts, source styles, consent, conditions, one event for two, several
/// destinations of one kind.
struct GeneratedPlan {
  let plan: Plan
  /// What was drawn, for messages.
  let words: String
  /// The events of all destinations, each with the destination's name for it, those of the first one first.
  let mappings: [(event: String, sent: String)]
  let layout: Layout

  private static let codes = ["D6AP4E3C77U3L7SP8O7G", "COQDA8RC77U2TMR44LI0"]

  init(
    using generator: inout RandomHits, layout fixed: Layout? = nil,
    conditions: (inout RandomHits) -> [Drawn<Condition>] = { conditions(using: &$0) }
  ) {
    var words: [String] = []
    layout = fixed ?? (Bool.random(using: &generator) ? .lookupTable : .tagPerEvent)
    let sources: SourceStyle = Bool.random(using: &generator) ? .inline : .visible
    let origin: Pixel.Origin = Bool.random(using: &generator) ? .generated : .installed
    words += ["\(layout)", "\(sources)", "\(origin)"]
    var destinations: [TikTok] = []
    var mappings: [(String, String)] = []
    for index in 0..<Int.random(in: 1...2, using: &generator) {
      let consents: [Consent] = [
        .required(.adStorage), .required(.adStorage, .adUserData), .waived(because: "asked before"),
        .required(.adStorage, whenMissing: .granted),
      ]
      let consent = Int.random(in: consents.indices, using: &generator)
      let events = Self.events(layout, using: &generator, conditions)
      words.append("consent \(consent): \(events.map(\.words).joined(separator: ", "))")
      mappings += events.map { ($0.value.eventName, $0.value.event.payload.name) }
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
          for event in events { event.value }
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
          "Shop", publicID: "GTM-WEB1234", sendingTo: server, at: "https://sgtm.example.com",
          pixel: Pixel(origin))
      ])
    self.words = words.joined(separator: "; ")
    self.mappings = mappings
  }

  /// Something drawn, with words for messages.
  struct Drawn<Value> {
    let words: String
    let value: Value
  }

  // MARK: Events

  private static func events(
    _ layout: Layout, using generator: inout RandomHits,
    _ conditions: (inout RandomHits) -> [Drawn<Condition>]
  ) -> [Drawn<On<TikTok.Event>>] {
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
    var chosen = Array(kinds.prefix(Int.random(in: 1...3, using: &generator)))
    // One event of the site for two of the destination, which a lookup table cannot have.
    if layout == .tagPerEvent, Bool.random(using: &generator) {
      chosen.append((chosen[0].0, .custom("SecondMeaning")))
    }
    return chosen.map { name, event in
      let drawn = conditions(&generator)
      let words = ([name] + drawn.map(\.words)).joined(separator: " where ")
      return Drawn(words: words, value: Self.mapping(name, drawn.map(\.value), event))
    }
  }

  private static func mapping(
    _ name: String, _ conditions: [Condition], _ event: TikTok.Event
  ) -> On<TikTok.Event> {
    switch conditions.count {
    case 0: On(name, send: event)
    case 1: On(name, where: conditions[0], send: event)
    default: On(name, where: conditions[0], conditions[1], send: event)
    }
  }

  // MARK: Conditions

  /// None, one, or two on different things, which cannot contradict each other.
  private static func conditions(using generator: inout RandomHits) -> [Drawn<Condition>] {
    let first = condition(using: &generator)
    var second = condition(using: &generator)
    while !second.subjects.isDisjoint(with: first.subjects) {
      second = condition(using: &generator)
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1: return []
    case 2: return [first.drawn]
    case 3: return [first.drawn, second.drawn]
    default:
      return [
        Drawn(
          words: "\(first.drawn.words) or \(second.drawn.words)",
          value: .anyOf(first.drawn.value, second.drawn.value))
      ]
    }
  }

  private static func condition(
    using generator: inout RandomHits
  ) -> (drawn: Drawn<Condition>, subjects: Set<String>) {
    let value = values[Int.random(in: values.indices, using: &generator)]
    let kind = Source.lookupTable(
      "Kind", of: .eventData("lead_type"), ["paid": "sold", "free": "given"], default: "unknown")
    let all: [(subject: String, words: String, Condition)] = [
      ("value", "value > 100", .eventData("value") > 100),
      ("value", "not value >= 10", !(.eventData("value") >= 10)),
      ("lead", "lead_type == \(value)", .eventData("lead_type") == value),
      ("lead", "not lead_type == \(value)", !(.eventData("lead_type") == value)),
      ("lead", "lead_type matches", .eventData("lead_type").matches("^(paid|free)[0-9]?$")),
      ("lead", "lead_type starts", .eventData("lead_type").starts(with: "pa")),
      ("lead", "kind == sold", kind == "sold"),
      ("page", "page_location contains", .eventData("page_location").contains("/danke")),
      ("page", "not page_location contains", !.eventData("page_location").contains("/danke")),
      ("page", "page_location matches", .eventData("page_location").matches("/danke(/[0-9]+)?$")),
      ("page", "page_path ends", .eventData("page_path").ends(with: "/danke")),
      ("host", "page_hostname", .eventData("page_hostname") == "shop.example.com"),
      ("campaign", "campaign == \(value)", .urlParameter("campaign") == value),
      ("segment", "segment == \(value)", .cookie("segment") == value),
      ("referrer", "page_referrer", .eventData("page_referrer").contains("partner")),
      ("title", "page_title", .eventData("page_title").starts(with: "Th")),
      ("client", "client", .client("GA4")),
    ]
    let drawn = all[Int.random(in: all.indices, using: &generator)]
    // All parts of the address go together: what ends with a path has no parameter behind it.
    let isAddress = ["page", "campaign"].contains(drawn.subject)
    return (Drawn(words: drawn.words, value: drawn.2), [isAddress ? "address" : drawn.subject])
  }

  /// What conditions compare with, and pages push.
  static let values = ["paid", "Paid", "free"]
}
