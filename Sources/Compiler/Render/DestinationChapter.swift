import TagwrightPlan

/// The guide's chapter on one destination.
struct DestinationChapter {
  private(set) var lines: [String] = []
  private let destination: ResolvedDestination

  init(_ destination: ResolvedDestination) {
    self.destination = destination
    let title = MarkdownText.escaped(destination.name)
    lines = ["", "## \(title)", "", "\(destination.profile.service).", ""]
    lines += destination.facts.map { "- \($0.name): \($0.markdown)" }
    if destination.events.isEmpty { return }
    lines += ["", "### Events", ""]
    addGraph()
    lines.append("")
    addEventMap()
    addMatchKeys()
    addInputs()
  }

  /// More lines than these are no picture any more.
  private static let graphLimit = 50

  private mutating func addGraph() {
    let events = destination.events.prefix(Self.graphLimit)
    let rest = destination.events.count - events.count
    var sent: [String] = []
    lines += ["```mermaid", "flowchart LR"]
    for (index, event) in events.enumerated() {
      let place = sent.firstIndex(of: event.shownName) ?? sent.count
      if place == sent.count { sent.append(event.shownName) }
      let gate = MermaidText.label(event.consent.shownText)
      let label = MermaidText.label(event.eventName)
      lines.append(
        "  e\(index)[\(label)] -->|\(gate)| t\(place)[\(MermaidText.label(event.shownName))]")
    }
    let service = MermaidText.label(destination.profile.service)
    lines.append("  api([\(service)])")
    lines += sent.indices.map { "  t\($0) --> api" }
    if rest > 0 { lines.append("  more[\"\(rest) more\"] --> api") }
    lines.append("```")
  }

  private mutating func addEventMap() {
    let events = destination.events
    let hasConditions = events.contains { !$0.mapping.conditions.isEmpty }
    let hasOwnConsent = Set(events.map(\.consent.markdown)).count > 1
    lines += MarkdownText.table(
      ["event"] + (hasConditions ? ["only where"] : []) + ["is sent as", "with"]
        + (hasOwnConsent ? ["consent"] : []),
      events.map { event in
        [MarkdownText.code(event.eventName)]
          + (hasConditions ? [event.mapping.conditions.markdown] : [])
          + [
            MarkdownText.code(event.shownName),
            event.shownValues.map { "\(MarkdownText.code($0.name)) ← \($0.markdown)" }
              .joined(separator: "<br>"),
          ] + (hasOwnConsent ? [event.consent.markdown] : [])
      })
  }

  /// Which event carries which match key, and where each comes from.
  private mutating func addMatchKeys() {
    let given = destination.givenKeys
    let names = MatchKey.Kind.allCases.filter(given.contains).compactMap {
      destination.profile.person.forms[$0]?.name
    }
    if names.isEmpty { return }
    lines += ["", "### Match keys", ""]
    lines += MarkdownText.table(
      ["event"] + names.map(MarkdownText.code),
      destination.events.map { event in
        let carried = Set(event.shownKeys.map(\.name))
        return [MarkdownText.code(event.eventName)] + names.map { carried.contains($0) ? "✓" : "–" }
      })
    lines.append("")
    var uses = UseTable<ShownValue>()
    for (index, event) in destination.events.enumerated() {
      for key in event.shownKeys { uses.add(key, by: index) }
    }
    for name in names {
      lines += uses.rows.filter { $0.used.name == name }.map { row in
        let events = shown(row.users)
        return
          "- \(MarkdownText.code(name))\(events.map { " of \($0)" } ?? "") ← \(row.used.markdown)"
      }
    }
  }

  /// The parameters that a GA4 client adds by itself, without the site's doing.
  private static let givenByClient = [
    "page_location", "page_referrer", "language", "ip_override", "user_agent", "screen_resolution",
  ]

  /// Adds the inputs that the site and its web container have to send.
  private mutating func addInputs() {
    var uses = UseTable<Source>()
    var members: [Source: [String]] = [:]
    func add(_ value: ShownValue, _ index: Int) {
      for source in value.sources + value.digests {
        for input in source.inputs {
          uses.add(input, by: index)
          if members[input]?.contains(value.name) != true {
            members[input, default: []].append(value.name)
          }
        }
      }
    }
    for (index, event) in destination.events.enumerated() {
      for value in event.shownValues { add(value, index) }
      for key in event.shownKeys { add(key, index) }
      for value in destination.sharedValues { add(value, index) }
      for comparison in event.mapping.conditions.comparisons {
        for input in comparison.source.inputs { uses.add(input, by: index) }
      }
    }
    if uses.rows.isEmpty { return }
    lines += ["", "### What a hit has to bring", ""]
    lines += MarkdownText.table(
      ["source", "becomes", "of"],
      uses.rows.map { row in
        let names = (members[row.used] ?? []).map(MarkdownText.code)
        return [
          row.used.markdown, names.isEmpty ? "a condition" : names.joined(separator: ", "),
          shown(row.users) ?? "every event",
        ]
      })
    let given = Self.givenByClient.filter { path in
      uses.rows.contains { $0.used.kind == .eventData(path: path) }
    }
    lines += [
      "",
      (given.isEmpty
        ? ""
        : "A GA4 client gives \(given.map(MarkdownText.code).joined(separator: ", ")) of itself. ")
        + "A value that does not come is left out of the request.",
    ]
  }

  /// The events at some places; `nil` for all of them.
  private func shown(_ users: [Int]) -> String? {
    if users.count == destination.events.count { return nil }
    return users.map { MarkdownText.code(destination.events[$0].eventName) }.joined(separator: ", ")
  }
}

/// Which events use what, in the order of first use.
private struct UseTable<Used: Hashable> {
  private(set) var rows: [(used: Used, users: [Int])] = []
  private var places: [Used: Int] = [:]

  mutating func add(_ used: Used, by user: Int) {
    guard let place = places[used] else {
      places[used] = rows.count
      return rows.append((used, [user]))
    }
    if rows[place].users.last != user { rows[place].users.append(user) }
  }
}

extension ShownValue {
  /// The sources in the order in which they are asked.
  fileprivate var markdown: String {
    (sources.map(\.markdown) + digests.map { "\($0.markdown) (a SHA-256 digest)" })
      .joined(separator: ", else ")
  }
}
