package import JSONText

/// The counts as a file, which other parts can be added to, and as programs read them.
extension ReplayTotals {
  /// The counts, in an order that does not depend on how they came together.
  package var json: JSON { json(keepsIDs: false) }

  /// The counts for a file that other parts are added to, with what tells ids apart.
  package var partJSON: JSON { json(keepsIDs: true) }

  private func json(keepsIDs: Bool) -> JSON {
    .object(
      JSONObject(
        [
          .init("hits", Self.number(hits)), .init("events", Self.number(events)),
          .init("unclaimed", unclaimed.json), .init("damaged", Self.number(damaged)),
          .init("problems", .array(problems.map { .string($0) })),
          .init("setApart", Self.object(remainders, Self.number)),
          .init("formats", Self.object(formats, Self.number)),
          .init("unknownCookies", Self.number(withoutCookies)),
          .init("leftOut", Self.number(leftOut)),
          .init("outsideTime", Self.number(outsideTime)),
          .init("withoutTime", Self.number(withoutTime)),
          .init("refusedByConsent", refusals.json),
          .init("repeatedIDs", repeatedIDs.json),
          .init("repeatedIDsAreEstimated", .bool(ids.isEstimate)),
          .init(
            "destinations",
            .array(
              kinds.sorted { $0.key < $1.key }.map { kind, counts in
                .object(
                  JSONObject(
                    [
                      .init("destination", .string(kind.destination)),
                      .init("event", .string(kind.name)),
                    ] + counts.jsonMembers))
              })),
          .init("tags", Self.object(tags, \.json)),
        ] + (keepsIDs ? [.init("ids", ids.json)] : [])))
  }

  /// Reads what ``json`` wrote.
  ///
  /// - Throws: where a member is missing or of another kind.
  package init(json: JSON) throws(ReplayFileError) {
    self.init()
    let file = ReplayFile(json)
    hits = try file.count("hits")
    events = try file.count("events")
    unclaimed = try file.pair("unclaimed")
    damaged = try file.count("damaged")
    problems = try file.texts("problems")
    remainders = try file.object("setApart") { entry throws(ReplayFileError) in try entry.count() }
    formats = try file.object("formats") { entry throws(ReplayFileError) in try entry.count() }
    withoutCookies = try file.count("unknownCookies")
    leftOut = try file.count("leftOut")
    outsideTime = try file.count("outsideTime")
    withoutTime = try file.count("withoutTime")
    ids = try IDSketch(file.list("ids"))
    tags = try file.object("tags") { entry throws(ReplayFileError) in try TagCounts(entry) }
    for entry in try file.list("destinations") {
      let kind = SentKind(
        destination: try entry.text("destination"), name: try entry.text("event"))
      guard kinds[kind] == nil else { throw ReplayFileError(member: "destinations") }
      kinds[kind] = try EventCounts(entry)
    }
  }

  static func number(_ count: Int) -> JSON { .number(JSONNumber(count)) }

  static func object<Value>(_ values: [String: Value], _ json: (Value) -> JSON) -> JSON {
    .object(JSONObject(values.sorted { $0.key < $1.key }.map { .init($0.key, json($0.value)) }))
  }
}

extension BeforeAfter {
  fileprivate var json: JSON {
    ["before": ReplayTotals.number(before), "after": ReplayTotals.number(after)]
  }
}

extension IDSketch {
  fileprivate var json: JSON {
    .array(
      entries.map { entry in
        .array([
          .string(String(entry.hash, radix: 16)), ReplayTotals.number(entry.count.before),
          ReplayTotals.number(entry.count.after),
        ])
      })
  }

  fileprivate init(_ list: [ReplayFile]) throws(ReplayFileError) {
    var entries: [(hash: UInt64, count: BeforeAfter)] = []
    for entry in list {
      let parts = try entry.list()
      guard parts.count == 3, let hash = UInt64(try parts[0].text(), radix: 16) else {
        throw ReplayFileError(member: "ids")
      }
      entries.append(
        (hash, BeforeAfter(before: try parts[1].count(), after: try parts[2].count())))
    }
    self.init(entries: entries)
  }
}

extension EventCounts {
  fileprivate var jsonMembers: [JSONObject.Member] {
    [
      .init("requests", requests.json), .init("unchanged", ReplayTotals.number(unchanged)),
      .init("changed", ReplayTotals.number(changed)), .init("gone", ReplayTotals.number(gone)),
      .init("come", ReplayTotals.number(come)), .init("repeated", repeated.json),
      .init("missing", ReplayTotals.object(missing, \.json)),
      .init(
        "changes",
        ReplayTotals.object(changes) { ReplayTotals.object($0, ReplayTotals.number) }),
      .init("members", ReplayTotals.object(members, \.json)),
      .init("withoutID", withoutID.json),
      .init("matchKeys", ReplayTotals.object(matchKeys, \.json)),
      .init("unknownMatchKeys", ReplayTotals.object(unknown, \.json)),
      .init(
        "groups",
        .object(
          JSONObject(
            groups.sorted { $0.key < $1.key }.map {
              .init("\($0.key)", ReplayTotals.number($0.value))
            }))),
      .init("refused", ReplayTotals.object(refused, ReplayTotals.number)),
      .init("unanswered", ReplayTotals.number(unanswered)),
      .init("uncompared", ReplayTotals.number(uncompared)),
    ]
  }

  fileprivate init(_ file: ReplayFile) throws(ReplayFileError) {
    self.init()
    requests = try file.pair("requests")
    unchanged = try file.count("unchanged")
    changed = try file.count("changed")
    gone = try file.count("gone")
    come = try file.count("come")
    repeated = try file.pair("repeated")
    missing = try file.object("missing") { entry throws(ReplayFileError) in try entry.pair() }
    changes = try file.object("changes") { kinds throws(ReplayFileError) in
      try kinds.object { entry throws(ReplayFileError) in try entry.count() }
    }
    members = try file.object("members") { entry throws(ReplayFileError) in try entry.pair() }
    withoutID = try file.pair("withoutID")
    matchKeys = try file.object("matchKeys") { entry throws(ReplayFileError) in try entry.pair() }
    unknown = try file.object("unknownMatchKeys") { entry throws(ReplayFileError) in
      try entry.pair()
    }
    for (group, count) in try file.object(
      "groups", { entry throws(ReplayFileError) in try entry.count() })
    {
      guard let number = Int(group) else { throw ReplayFileError(member: "groups") }
      groups[number] = count
    }
    refused = try file.object("refused") { entry throws(ReplayFileError) in try entry.count() }
    unanswered = try file.count("unanswered")
    uncompared = try file.count("uncompared")
  }
}

extension TagCounts {
  fileprivate var json: JSON {
    ["fired": fired.json, "refused": refused.json, "failed": failed.json, "notRun": notRun.json]
  }

  fileprivate init(_ file: ReplayFile) throws(ReplayFileError) {
    self.init()
    fired = try file.pair("fired")
    refused = try file.pair("refused")
    failed = try file.pair("failed")
    notRun = try file.pair("notRun")
  }
}
