import TagwrightPlan

/// A destination for people: its event map, consent and match keys.
struct DestinationSummary: Sendable {
  /// One line of the event map.
  struct Event: Sendable {
    let name: String
    let conditions: [Condition]
    let sentAs: String
    /// The values that are the event's own.
    let values: [Value]
    /// By which the person is found.
    let matchKeys: [Value]
    let consent: Consent
  }

  /// A member of the request and where it comes from.
  struct Value: Hashable, Sendable {
    let name: String
    let sources: [Source]
    /// Sources whose value is a SHA-256 digest already.
    var digests: [Source] = []
  }

  let name: String
  /// Such as `TikTok Events API`.
  let service: String
  /// Settings, their values in Markdown.
  let facts: [(name: String, markdown: String)]
  let events: [Event]
  /// The values that every event carries.
  let sharedValues: [Value]
  /// The order in which match keys stand in tables.
  let matchKeyNames: [String]
  /// Whether a match key leaves hashed or plain; without one that the destination does not take.
  let hashesKeys: [MatchKey.Kind: Bool]
  /// The match keys that the plan gives it.
  let givenKeys: Set<MatchKey.Kind>
}

extension DestinationSummary {
  init(_ destination: ResolvedDestination) {
    name = destination.name
    service = destination.profile.service
    facts = Self.facts(destination)
    events = destination.events.map(Event.init)
    sharedValues = (destination.events.first?.members ?? []).filter {
      $0.key == nil && $0.isShared && $0.place != destination.profile.eventID
        && !($0.isFixed && $0.sources.isEmpty)
    }.map { Value(name: $0.place.shownName, sources: $0.sources) }
    let carried = Set(destination.events.flatMap(\.matchKeys).map(\.kind))
    hashesKeys = destination.profile.person.forms.mapValues(\.isHashed)
    givenKeys = carried
    matchKeyNames = MatchKey.Kind.allCases.filter(carried.contains).compactMap {
      destination.profile.person.forms[$0]?.name
    }
  }

  private static func facts(
    _ destination: ResolvedDestination
  ) -> [(name: String, markdown: String)] {
    let declaration = destination.declaration
    var facts = zip(destination.profile.account, declaration.account).map {
      ($0.shownName, MarkdownText.code($1))
    }
    facts.append(("Access token", "the secret \(MarkdownText.code(declaration.accessToken.name))"))
    if let code = declaration.testEventCode.map({ MarkdownText.code($0.name) }) {
      let advice = "the secret \(code): take it out of the plan before you publish"
      facts.append(("Test event code", advice))
    }
    if declaration.onlyTests {
      facts.append(("Events", "only tried out: take that out of the plan before you publish"))
    }
    return facts + [
      ("Consent", declaration.consent.markdown),
      ("Deduplication", declaration.deduplication.markdown),
      ("Layout", declaration.layout.shownText),
      (
        "Values",
        declaration.sourceStyle == .visible
          ? "fields of the tag that refer to variables, as preview shows them"
          : "read inside the template"
      ),
    ]
  }
}

extension DestinationSummary.Event {
  /// The order in which people read an event's values.
  private static let order: [Member.Step] = [
    .event, .value, .currency, .contents, .contentType, .properties,
  ]

  fileprivate init(_ event: ResolvedEvent) {
    name = event.eventName
    conditions = event.mapping.conditions
    sentAs = event.shownName
    consent = event.consent
    values = Self.order.flatMap { step in
      event.members.filter { member in
        member.step == step && !member.sources.isEmpty && !member.isRepeated
          && (step != .event || member.rank == 0)
      }.map { .init(name: $0.place.name, sources: $0.sources) }
    }
    matchKeys = MatchKey.Kind.allCases.compactMap { kind in
      let members = event.members.filter { $0.key == kind }
      guard let first = members.first else { return nil }
      return .init(
        name: first.place.name, sources: members.filter { !$0.isDigest }.flatMap(\.sources),
        digests: members.filter(\.isDigest).flatMap(\.sources))
    }
  }
}

extension Deduplication {
  fileprivate var markdown: String {
    switch kind {
    case .sharedEventID(let source, let purchase):
      "pixel and server send one event id, from \(source.markdown)"
        + (purchase.map { "; for a purchase else from \($0.markdown)" } ?? "")
    case .none(let reason): "not needed: \(MarkdownText.escaped(reason))"
    }
  }
}

extension Layout {
  fileprivate var shownText: String {
    switch kind {
    case .tagPerEvent: "a tag per event"
    case .sharedTemplate: "a tag per event, one template for all of them"
    case .lookupTable: "one tag with a lookup table"
    }
  }
}
