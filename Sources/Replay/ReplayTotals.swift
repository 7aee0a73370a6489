import SandboxedJS
package import Simulator

/// The results of two containers for the same hits, in counts: those of parts add up to those of
/// the whole, in any order.
package struct ReplayTotals: Hashable, Sendable {
  package internal(set) var hits = 0
  package internal(set) var events = 0
  package internal(set) var unclaimed = BeforeAfter()
  /// Lines that could not be read.
  package internal(set) var damaged = 0
  /// The reasons lines could not be read, in up to three sentences: the first in the order of their
  /// letters, so that every split gives the same.
  package internal(set) var problems: [String] = []
  package internal(set) var remainders: [String: Int] = [:]
  package internal(set) var formats: [String: Int] = [:]
  /// Hits whose cookies the log does not have.
  package internal(set) var withoutCookies = 0
  /// Hits of visitors that the sample leaves out.
  package internal(set) var leftOut = 0
  /// Hits outside of the time that was asked for, and hits whose time the log does not have.
  package internal(set) var outsideTime = 0
  package internal(set) var withoutTime = 0
  /// The ids of events, over all hits.
  package internal(set) var ids = IDSketch()
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

  /// The number of events sent under an id that another event had before them, over all hits.
  package var repeatedIDs: BeforeAfter {
    let sent = kinds.values.reduce(into: BeforeAfter()) { sum, counts in
      sum.before += counts.requests.before - counts.withoutID.before
      sum.after += counts.requests.after - counts.withoutID.after
    }
    return ids.repeated(of: sent)
  }

  /// The number of times consent kept tags from sending.
  package var refusals: BeforeAfter {
    tags.values.reduce(into: BeforeAfter()) { $0 += $1.refused }
  }

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
    sum.outsideTime += other.outsideTime
    sum.withoutTime += other.withoutTime
    sum.ids += other.ids
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
  ///
  /// - Parameter group: that of its visitor, where a sample is played.
  mutating func add(
    _ before: HitResult, _ after: HitResult, _ origin: HitOrigin, group: Int?,
    keepsValues: Bool, _ endpoints: ComparedEndpoints
  ) {
    add(origin)
    if before.clientName == nil { unclaimed.before += 1 }
    if after.clientName == nil { unclaimed.after += 1 }
    events += max(before.events.count, after.events.count)
    for index in 0..<max(before.events.count, after.events.count) {
      let old = index < before.events.count ? before.events[index] : nil
      let new = index < after.events.count ? after.events[index] : nil
      count(old, .before)
      count(new, .after)
      let comparing = Comparing(
        hasUnknownCookies: origin.hasUnknownCookies, group: group, keepsValues: keepsValues)
      let traffic = (old: EventTraffic(old), new: EventTraffic(new))
      if endpoints.areAlike, traffic.old == traffic.new {
        addUnchanged(traffic.new.events(endpoints.after), comparing)
      } else {
        compare(
          traffic.old.events(endpoints.before), traffic.new.events(endpoints.after), comparing)
      }
    }
  }

  /// Counts a hit whatever comes of it.
  mutating func add(_ origin: HitOrigin) {
    hits += 1
    formats[origin.format, default: 0] += 1
    if origin.hasUnknownCookies { withoutCookies += 1 }
  }

  mutating func count(_ event: EventResult?, _ side: Side) {
    guard let event else { return }
    // Results are looked at where they are: there are many, and most say that a tag did not fire.
    for index in event.tags.indices {
      let isRefused = if case .refused? = event.tags[index].outcome { true } else { false }
      guard isRefused || event.tags[index].isFired else { continue }
      let tag = event.tags[index]
      var counts = tags[tag.name] ?? TagCounts()
      if isRefused { counts.refused.add(side) }
      if tag.isFired {
        counts.fired.add(side)
        switch tag.outcome {
        case .failure?, .unfinished?, .error?: counts.failed.add(side)
        case .notSimulated?: counts.notRun.add(side)
        default: break
        }
      }
      tags[tag.name] = counts
    }
  }
}

/// The origin of a hit, as far as reports tell.
struct HitOrigin {
  let format: String
  let hasUnknownCookies: Bool
}

/// The known endpoints that the requests of two containers go to.
struct ComparedEndpoints: Sendable {
  let before: [RequestForm]
  let after: [RequestForm]
  /// Whether the same request means the same for both.
  let areAlike: Bool

  init(before: [RequestForm], after: [RequestForm]) {
    (self.before, self.after) = (before, after)
    areAlike = before.map(\.matchKeys) == after.map(\.matchKeys)
  }
}
