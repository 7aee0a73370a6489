import TagwrightPlan

/// The declarations of a destination for all its events, and those of single events.
struct ReadParts {
  let events: [ReadEvent]
  let roles: [EventRole?]

  // MARK: Match keys

  /// Those of the variable for all events; else the kinds that every event has, each as most events have it.
  var userData: [MatchKey] {
    if events.contains(where: { $0.hasSharedKeys != nil }) {
      return events.first { $0.hasSharedKeys == true }?.keys ?? []
    }
    return MatchKey.Kind.allCases.flatMap { kind -> [MatchKey] in
      let lists = events.map { event in event.keys.filter { $0.kind == kind } }
      guard !lists.contains(where: \.isEmpty) else { return [] }
      return Self.mostCommon(lists, by: { $0.map(MatchKeyContent.init) }) ?? []
    }
  }

  /// An event's keys of those kinds in which it differs; all where it declares the same once more.
  func ownKeys(of event: ReadEvent, but shared: [MatchKey]) -> [MatchKey] {
    let own = differingKeys(of: event, from: shared)
    return own.isEmpty && event.hasSharedKeys == false ? event.keys : own
  }

  private func differingKeys(of event: ReadEvent, from shared: [MatchKey]) -> [MatchKey] {
    MatchKey.Kind.allCases.flatMap { kind -> [MatchKey] in
      let own = event.keys.filter { $0.kind == kind }
      let others = shared.filter { $0.kind == kind }
      return own.map(MatchKeyContent.init) == others.map(MatchKeyContent.init) ? [] : own
    }
  }

  // MARK: Consent

  var consent: Consent {
    Self.mostCommon(events.map(\.consent), by: { $0.shownText })
      ?? Consent(kind: .waived(reason: "nothing is sent"), place: ReadEvent.noPlace)
  }

  // MARK: Event ids

  /// The sources that most events have, and those that purchases have behind them.
  private var ids: (shared: [Source], purchase: [Source]) {
    let purchases = zip(events, roles).filter { $0.1 == .purchase }.map(\.0.eventID)
    let others = zip(events, roles).filter { $0.1 != .purchase }.map(\.0.eventID)
    guard let shared = Self.mostCommon(others.isEmpty ? purchases : others, by: { $0 }) else {
      return ([], [])
    }
    let behind = purchases.filter { $0.starts(with: shared) && $0.count > shared.count }
    guard !shared.isEmpty, !events.contains(where: { $0.eventID.isEmpty }) else { return ([], []) }
    return (
      shared, Self.mostCommon(behind, by: { $0 }).map { Array($0.dropFirst(shared.count)) } ?? []
    )
  }

  var deduplication: Deduplication {
    let ids = ids
    guard let shared = Source.one(of: ids.shared) else {
      return .notNeeded(because: "the container's tags send no id that a browser shares")
    }
    return .sharedEventID(shared, purchase: Source.one(of: ids.purchase))
  }

  /// An event's own sources of its id, where they are others.
  func ownID(of place: Int) -> Source? {
    let ids = ids
    let expected = roles[place] == .purchase ? ids.shared + ids.purchase : ids.shared
    return events[place].eventID == expected ? nil : Source.one(of: events[place].eventID)
  }

  // MARK: The page

  var page: Page {
    let first = events.first?.page
    let usual = Page()
    return Page(
      url: Source.one(of: first?.url ?? []) ?? usual.url,
      referrer: Source.one(of: first?.referrer ?? []) ?? usual.referrer)
  }

  /// The value that most have; of several, the one that comes first.
  private static func mostCommon<Value, Key: Hashable>(
    _ values: [Value], by key: (Value) -> Key
  ) -> Value? {
    var counts: [Key: Int] = [:]
    for value in values { counts[key(value), default: 0] += 1 }
    let most = counts.values.max()
    return values.first { counts[key($0)] == most }
  }
}

/// The content of a match key, wherever it was written.
private struct MatchKeyContent: Hashable {
  let kind: MatchKey.Kind
  let sources: [Source]
  let hashed: [HashedSource]
  let defaultCountryCode: String?
  let cookie: CookieLifetime?

  init(_ key: MatchKey) {
    kind = key.kind
    sources = key.sources
    hashed = key.hashed
    defaultCountryCode = key.defaultCountryCode
    cookie = key.cookie
  }
}
