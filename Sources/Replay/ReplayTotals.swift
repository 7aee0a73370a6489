package import Simulator

/// What two containers make of the same hits, in counts: those of parts add up to those of the whole, in any order.
package struct ReplayTotals: Hashable, Sendable {
  package internal(set) var hits = 0
  package internal(set) var events = 0
  package internal(set) var unclaimed = BeforeAfter()
  /// Lines that could not be read.
  package internal(set) var damaged = 0
  /// Why, in up to three sentences: the first in the order of their letters, so that every split gives the same.
  package internal(set) var problems: [String] = []
  package internal(set) var remainders: [String: Int] = [:]
  package internal(set) var formats: [String: Int] = [:]
  /// Hits whose cookies the log does not have.
  package internal(set) var withoutCookies = 0
  /// Hits of visitors that the sample leaves out.
  package internal(set) var leftOut = 0
  package internal(set) var kinds: [SentKind: EventCounts] = [:]
  package internal(set) var tags: [String: TagCounts] = [:]

  package init() {}

  /// Whether both containers send the same for every hit, as far as their tags are simulated.
  package var requestsAreUnchanged: Bool { kinds.values.allSatisfy(\.isUnchanged) }

  /// Whether the tags that are not simulated fire alike: nothing else is known of what they send.
  package var otherTagsAreUnchanged: Bool {
    tags.values.allSatisfy { $0.notRun.before == $0.notRun.after }
  }

  /// Whether nothing changes, as far as anything is known.
  package var isUnchanged: Bool { requestsAreUnchanged && otherTagsAreUnchanged }

  /// Adds what came of other hits.
  package static func += (sum: inout ReplayTotals, other: ReplayTotals) {
    sum.hits += other.hits
    sum.events += other.events
    sum.unclaimed += other.unclaimed
    sum.damaged += other.damaged
    sum.problems = Self.samples(sum.problems + other.problems)
    sum.remainders.merge(other.remainders, uniquingKeysWith: +)
    sum.formats.merge(other.formats, uniquingKeysWith: +)
    sum.withoutCookies += other.withoutCookies
    sum.leftOut += other.leftOut
    for (kind, counts) in other.kinds { sum.kinds[kind, default: EventCounts()] += counts }
    for (tag, counts) in other.tags { sum.tags[tag, default: TagCounts()] += counts }
  }

  private static func samples(_ problems: [String]) -> [String] {
    Array(Set(problems).sorted().prefix(3))
  }

  // MARK: Counting

  /// Counts a line that could not be read.
  ///
  /// - Parameter problem: the reason; what it quotes may be of the log, and is left out.
  package mutating func addDamaged(_ problem: String) {
    hits += 1
    damaged += 1
    problems = Self.samples(problems + [Self.withoutQuotes(problem)])
  }

  /// A sentence without what stands between its first and its last quotation mark.
  private static func withoutQuotes(_ problem: String) -> String {
    guard let first = problem.firstIndex(of: "'"), let last = problem.lastIndex(of: "'"),
      first < last
    else { return problem }
    return "\(problem[...first])…\(problem[last...])"
  }

  /// Counts a line that is not a hit for a container.
  package mutating func add(_ remainder: LogRemainder, format: String) {
    remainders[remainder.rawValue, default: 0] += 1
    formats[format, default: 0] += 1
  }

  /// Counts a hit, with what came of it in both containers.
  mutating func add(
    _ before: HitResult, _ after: HitResult, format: String, hasUnknownCookies: Bool,
    _ endpoints: [Endpoint]
  ) {
    hits += 1
    formats[format, default: 0] += 1
    if hasUnknownCookies { withoutCookies += 1 }
    if before.clientName == nil { unclaimed.before += 1 }
    if after.clientName == nil { unclaimed.after += 1 }
    events += max(before.events.count, after.events.count)
    for index in 0..<max(before.events.count, after.events.count) {
      let old = index < before.events.count ? before.events[index] : nil
      let new = index < after.events.count ? after.events[index] : nil
      count(old, \.before)
      count(new, \.after)
      compare(old.map { $0.sent(endpoints) } ?? [], new.map { $0.sent(endpoints) } ?? [])
    }
  }

  private mutating func count(
    _ event: EventResult?, _ side: WritableKeyPath<BeforeAfter, Int>
  ) {
    for tag in event?.tags ?? [] {
      if case .refused? = tag.outcome {
        tags[tag.name, default: TagCounts()].refused[keyPath: side] += 1
      }
      guard tag.isFired else { continue }
      tags[tag.name, default: TagCounts()].fired[keyPath: side] += 1
      switch tag.outcome {
      case .failure?, .unfinished?, .error?:
        tags[tag.name, default: TagCounts()].failed[keyPath: side] += 1
      case .notSimulated?: tags[tag.name, default: TagCounts()].notRun[keyPath: side] += 1
      default: break
      }
    }
  }

  // MARK: Comparing

  /// Pairs the events of the same id first, then those of the same name in their order; the rest comes or goes.
  private mutating func compare(_ old: [SentEvent], _ new: [SentEvent]) {
    count(old, \.before)
    count(new, \.after)
    var unpaired = new
    var remaining: [SentEvent] = []
    for event in old {
      if let place = unpaired.firstIndex(where: { $0.kind == event.kind && $0.id == event.id }) {
        addPair(event, unpaired.remove(at: place))
      } else {
        remaining.append(event)
      }
    }
    for event in remaining {
      if let place = unpaired.firstIndex(where: { $0.kind == event.kind }) {
        addPair(event, unpaired.remove(at: place))
      } else {
        kinds[event.kind, default: EventCounts()].gone += 1
      }
    }
    for event in unpaired { kinds[event.kind, default: EventCounts()].come += 1 }
  }

  private mutating func addPair(_ old: SentEvent, _ new: SentEvent) {
    let paths = old.differences(to: new)
    guard !paths.isEmpty else { return kinds[old.kind, default: EventCounts()].unchanged += 1 }
    kinds[old.kind, default: EventCounts()].changed += 1
    for path in paths {
      let (from, to) = (
        ValueKind.text(old.members[path]), ValueKind.text(new.members[path])
      )
      let change = from == to ? "another \(to)" : "\(from) → \(to)"
      kinds[old.kind, default: EventCounts()].changes[path, default: [:]][change, default: 0] += 1
    }
  }

  private mutating func count(
    _ events: [SentEvent], _ side: WritableKeyPath<BeforeAfter, Int>
  ) {
    var seen: Set<SentKind> = []
    for event in events {
      var counts = kinds[event.kind] ?? EventCounts()
      counts.requests[keyPath: side] += 1
      if !seen.insert(event.kind).inserted { counts.repeated[keyPath: side] += 1 }
      for path in event.members.keys {
        counts.members[path, default: BeforeAfter()][keyPath: side] += 1
      }
      for path in event.missing {
        counts.missing[path, default: BeforeAfter()][keyPath: side] += 1
      }
      kinds[event.kind] = counts
    }
  }
}

extension EventResult {
  /// What left the server for it.
  fileprivate func sent(_ endpoints: [Endpoint]) -> [SentEvent] {
    tags.flatMap { $0.effects.requests }.flatMap { SentEvent.all(of: $0, endpoints) }
  }
}
