package import JSONText

/// The counts as a file, which other parts can be added to, and as programs read them.
extension ReplayTotals {
  /// The counts, in an order that does not depend on how they came together.
  package var json: JSON {
    .object(
      JSONObject([
        .init("hits", Self.number(hits)), .init("events", Self.number(events)),
        .init("unclaimed", unclaimed.json), .init("damaged", Self.number(damaged)),
        .init("problems", .array(problems.map { .string($0) })),
        .init("setApart", Self.object(remainders, Self.number)),
        .init("formats", Self.object(formats, Self.number)),
        .init("unknownCookies", Self.number(withoutCookies)),
        .init("leftOut", Self.number(leftOut)),
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
      ]))
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

/// A file that holds no counts of a replay.
package struct ReplayFileError: Error {
  /// The member that is missing or of another kind.
  package let member: String
}

/// A value of such a file, with the name under which it stands.
private struct ReplayFile {
  private let value: JSON
  private let name: String

  init(_ value: JSON, _ name: String = "") {
    self.value = value
    self.name = name
  }

  private func member(_ key: String) throws(ReplayFileError) -> ReplayFile {
    guard let member = value[key] else { throw ReplayFileError(member: key) }
    return ReplayFile(member, key)
  }

  func count() throws(ReplayFileError) -> Int {
    // Sums of a few files stay far below what a number holds.
    guard let count = value.number?.integer, (0...1 << 53).contains(count) else {
      throw ReplayFileError(member: name)
    }
    return count
  }

  func count(_ key: String) throws(ReplayFileError) -> Int { try member(key).count() }

  func pair() throws(ReplayFileError) -> BeforeAfter {
    BeforeAfter(before: try count("before"), after: try count("after"))
  }

  func pair(_ key: String) throws(ReplayFileError) -> BeforeAfter { try member(key).pair() }

  func text(_ key: String) throws(ReplayFileError) -> String {
    guard let text = value[key]?.string else { throw ReplayFileError(member: key) }
    return text
  }

  func texts(_ key: String) throws(ReplayFileError) -> [String] {
    guard let texts = value[key]?.array?.map(\.string), !texts.contains(nil) else {
      throw ReplayFileError(member: key)
    }
    return texts.compactMap(\.self)
  }

  func list(_ key: String) throws(ReplayFileError) -> [ReplayFile] {
    guard let list = value[key]?.array else { throw ReplayFileError(member: key) }
    return list.map { ReplayFile($0, key) }
  }

  func object<Value>(
    _ read: (ReplayFile) throws(ReplayFileError) -> Value
  ) throws(ReplayFileError) -> [String: Value] {
    guard let object = value.object else { throw ReplayFileError(member: name) }
    var values: [String: Value] = [:]
    for member in object.members {
      values[member.key] = try read(ReplayFile(member.value, member.key))
    }
    return values
  }

  func object<Value>(
    _ key: String, _ read: (ReplayFile) throws(ReplayFileError) -> Value
  ) throws(ReplayFileError) -> [String: Value] {
    try member(key).object(read)
  }
}
