import Diagnostics

/// The counted results of many hits.
package struct SimulationSummary: Sendable {
  /// The counted results of one tag.
  package struct TagCount: Hashable, Sendable {
    package internal(set) var fired = 0
    package internal(set) var requests = 0
    package internal(set) var refusedByConsent = 0
    package internal(set) var failed = 0
    /// The number of times that a member was missing that the tag was to send, by its name.
    package internal(set) var missing: [String: Int] = [:]

    static func += (sum: inout TagCount, other: TagCount) {
      sum.fired += other.fired
      sum.requests += other.requests
      sum.refusedByConsent += other.refusedByConsent
      sum.failed += other.failed
      sum.missing.merge(other.missing, uniquingKeysWith: +)
    }
  }

  /// Hits that were read or could not be.
  package private(set) var hits = 0
  package private(set) var events = 0
  /// Hits that could not be read.
  package private(set) var damaged = 0
  /// Hits that no client claimed.
  package private(set) var unclaimed = 0
  /// The kinds of entries that were set apart, and the number of each.
  package private(set) var remainders: [LogRemainder: Int] = [:]
  /// The formats of logs, and how many lines or entries each had.
  package private(set) var formats: [String: Int] = [:]
  /// Hits of logs that do not have their cookies.
  package private(set) var withoutCookies = 0
  /// Tags whose code ended with an error.
  package private(set) var errors = 0
  /// By the tag's name, in the container's order; without a name for a tag that no event had a result of.
  package private(set) var tags: [(name: String, count: TagCount)] = []
  /// Hints about values that hits bring and no tag reads, and the number of events that had them.
  package private(set) var hints: [NearNames.Hint: Int] = [:]

  package init() {}

  /// Counts a hit that could not be read.
  package mutating func addDamaged() {
    hits += 1
    damaged += 1
  }

  /// Counts something that is not a hit for the container.
  package mutating func add(_ remainder: LogRemainder, of format: String) {
    remainders[remainder, default: 0] += 1
    formats[format, default: 0] += 1
  }

  /// Counts what is known of a hit that is counted by itself.
  package mutating func add(format: String, hasUnknownCookies: Bool) {
    if format != HitLine.ownFormat { formats[format, default: 0] += 1 }
    if hasUnknownCookies { withoutCookies += 1 }
  }

  /// Counts a hit, what came of it, and what is remarkable in its events.
  package mutating func add(_ result: HitResult, _ remarks: [EventRemarks] = []) {
    hits += 1
    if result.clientName == nil { unclaimed += 1 }
    for event in result.events { add(event) }
    for remark in remarks { add(remark) }
  }

  private mutating func add(_ remarks: EventRemarks) {
    for hint in remarks.hints { hints[hint, default: 0] += 1 }
    for gap in remarks.gaps {
      guard let index = tags.firstIndex(where: { $0.name == gap.tag }) else { continue }
      for member in gap.members { tags[index].count.missing[member, default: 0] += 1 }
    }
  }

  /// Counts an event and what came of it.
  package mutating func add(_ event: EventResult) {
    events += 1
    // Results are looked at where they are: there are many, and most say that a tag did not fire.
    for index in event.tags.indices {
      let tag = event.tags[index].place
      while tags.count <= tag { tags.append(("", TagCount())) }
      if tags[tag].name.isEmpty { tags[tag].name = event.tags[index].name }
      if case .refused? = event.tags[index].outcome { tags[tag].count.refusedByConsent += 1 }
      guard event.tags[index].isFired else { continue }
      tags[tag].count.fired += 1
      tags[tag].count.requests += event.tags[index].effects.requests.count
      switch event.tags[index].outcome {
      case .failure?, .unfinished?: tags[tag].count.failed += 1
      case .error?:
        tags[tag].count.failed += 1
        errors += 1
      default: break
      }
    }
  }

  /// Adds the counts of further hits of the same container.
  package static func += (sum: inout SimulationSummary, other: SimulationSummary) {
    sum.hits += other.hits
    sum.events += other.events
    sum.damaged += other.damaged
    sum.unclaimed += other.unclaimed
    sum.withoutCookies += other.withoutCookies
    sum.errors += other.errors
    sum.remainders.merge(other.remainders, uniquingKeysWith: +)
    sum.formats.merge(other.formats, uniquingKeysWith: +)
    sum.hints.merge(other.hints, uniquingKeysWith: +)
    for (place, tag) in other.tags.enumerated() {
      if place == sum.tags.count { sum.tags.append(("", TagCount())) }
      if sum.tags[place].name.isEmpty { sum.tags[place].name = tag.name }
      sum.tags[place].count += tag.count
    }
  }

  /// Whether everything was read and nothing ended with an error.
  package var isClean: Bool { damaged == 0 && unclaimed == 0 && errors == 0 }

  /// The counts in lines.
  package var text: String {
    let requests = tags.reduce(0) { $0 + $1.count.requests }
    var head = "\(hits.counted("hit")), \(events.counted("event")), \(requests.counted("request"))"
    if damaged > 0 { head += ", \(damaged) not read" }
    if unclaimed > 0 { head += ", \(unclaimed) without a client" }
    return
      ([head] + logLines
      + tags.compactMap { tag in
        let count = tag.count
        guard count != TagCount() else { return nil }
        return "  \(tag.name): fired \(count.fired), \(count.requests.counted("request")), "
          + "\(count.refusedByConsent) refused by consent, \(count.failed) failed"
          + count.missingText
      } + hintLines).joined(separator: "\n")
  }

  private var hintLines: [String] {
    hints.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.map { hint, count in
      "  hint: \(count.counted("event")): \(hint.text)"
    }
  }

  /// The lines about the logs that the hits stood in.
  private var logLines: [String] {
    var lines: [String] = []
    let apart = LogRemainder.allCases.compactMap { kind in remainders[kind].map(kind.text) }
    if !apart.isEmpty { lines.append("  set apart: \(apart.joined(separator: ", "))") }
    if withoutCookies > 0 {
      lines.append(
        "  unknown: the cookies of \(withoutCookies.counted("hit")), which the log does not have")
    }
    let known = formats.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !known.isEmpty {
      let texts = known.map { "\($0.key) \($0.value)" }
      lines.append("  read as: \(texts.joined(separator: ", "))")
    }
    return lines
  }
}

extension SimulationSummary.TagCount {
  /// `, missing: currency 1, value 2`; nothing where nothing is missing.
  fileprivate var missingText: String {
    guard !missing.isEmpty else { return "" }
    let counts = missing.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return ", missing: \(counts.joined(separator: ", "))"
  }
}
