import JSONText
import SandboxedJS
package import Simulator

/// A comparison of what was sent with what a container would send for the same hits: in the counts,
/// `before` is what was sent.
package struct SentComparison: Sendable {
  private let simulation: Simulation
  private let keepsValues: Bool
  private let endpoints: [RequestForm]
  private var log: SentLog
  /// Events that neither a trace nor an id joins, counted: they are paired in the end, by number alone.
  private var rest: [Rest: Int] = [:]
  /// The totals of all hits so far.
  package private(set) var totals = ReplayTotals()

  fileprivate struct Rest: Hashable {
    let kind: SentKind
    let hasTrace: Bool
    let hasID: Bool
  }

  /// A hit that was played, and not yet joined.
  package struct PlayedHit: Sendable {
    fileprivate var totals = ReplayTotals()
    fileprivate var events: [(event: SentEvent, ignored: Set<String>)] = []
    fileprivate var traces: [String] = []
    fileprivate var hasUnknownCookies = false
  }

  /// Begins with a log that is read whole.
  package init(_ simulation: Simulation, _ log: SentLog, keepsValues: Bool = false) {
    self.simulation = simulation
    endpoints = simulation.endpoints.map { $0.of(simulation.container) }
    self.log = log
    self.keepsValues = keepsValues
  }

  // MARK: Playing

  /// Plays an entry; entries know nothing of each other.
  package func play(_ entry: Result<LogEntry?, HitError>) -> PlayedHit {
    var played = PlayedHit()
    do throws(HitError) {
      guard let chosen = HitChoice().hit(in: try entry.get(), &played.totals) else { return played }
      let result = try simulation.run(chosen.hit)
      if result.clientName == nil, chosen.hit.isIncidental {
        played.totals.add(.other, format: chosen.origin.format)
        return played
      }
      played.totals.add(chosen.origin)
      if result.clientName == nil { played.totals.unclaimed = BeforeAfter(before: 1, after: 1) }
      played.totals.events += result.events.count
      played.traces = chosen.hit.traces
      played.hasUnknownCookies = chosen.hit.hasUnknownCookies
      for event in result.events {
        played.totals.count(event, .after)
        for sent in event.requests.flatMap({
          SentEvent.all(of: $0, endpoints, hasEnvelope: false)
        }) {
          played.events.append((sent, ignored(in: sent, chosen.hit)))
        }
      }
    } catch {
      played.totals.addDamaged(error.message)
    }
    return played
  }

  /// The paths at which a log always differs: what the clock says, tokens, and what may have come in a cookie that the
  /// hit's log does not have.
  private func ignored(in event: SentEvent, _ hit: IncomingHit) -> Set<String> {
    let time = hit.time ?? simulation.time
    var paths = event.members.filter { path, value in
      let number = value.number?.double ?? value.string.flatMap(Double.init)
      return SecretMask.isSecret(path) || number == (time / 1000).rounded(.down) || number == time
    }.map(\.key)
    if hit.hasUnknownCookies {
      paths += event.matchKeys.filter { $0.isCookie && event.members[$0.path] == nil }.map(\.path)
    }
    return Set(paths)
  }

  // MARK: Joining

  /// Joins a hit with what was sent for it; hits in any order, as long as it is always the same.
  package mutating func add(_ played: PlayedHit) {
    totals += played.totals
    let comparing = Comparing(
      hasUnknownCookies: played.hasUnknownCookies, keepsValues: keepsValues)
    for (event, ignored) in played.events {
      totals.count(event, .after, comparing)
      guard let slot = log.take(event, traces: played.traces) else {
        rest[
          Rest(kind: event.kind, hasTrace: !played.traces.isEmpty, hasID: event.id != nil),
          default: 0] += 1
        continue
      }
      guard let sent = log.event(of: slot) else {
        addUncompared(event.kind, 1)
        continue
      }
      totals.count(sent, .before, comparing)
      totals.addPair(sent, event, comparing, ignoring: ignored)
    }
  }

  private mutating func addUncompared(_ kind: SentKind, _ count: Int) {
    totals.kinds[kind, default: EventCounts()].requests.before += count
    totals.kinds[kind, default: EventCounts()].uncompared += count
  }

  /// Pairs by number what could not be joined, counts what is missing and what is extra, and looks at the answers.
  package mutating func end() {
    var free: [SentKind: [SentLog.Slot]] = [:]
    for slot in log.slots where !slot.isTaken { free[slot.kind, default: []].append(slot) }
    for (rest, count) in rest.sorted(by: { $0.key < $1.key }) {
      var remaining: [SentLog.Slot] = []
      var missing = count
      for slot in free[rest.kind.joined] ?? [] {
        // What both have an id or a trace of would have been found by it.
        let isKnown = rest.hasTrace && log.hasTrace(slot) || rest.hasID && slot.id != nil
        if missing > 0, !isKnown { missing -= 1 } else { remaining.append(slot) }
      }
      free[rest.kind.joined] = remaining
      addUncompared(rest.kind, count - missing)
      totals.kinds[rest.kind, default: EventCounts()].come += missing
    }
    for slot in free.values.joined() {
      let kind = log.event(of: slot)?.kind ?? slot.kind
      totals.kinds[kind, default: EventCounts()].requests.before += 1
      totals.kinds[kind, default: EventCounts()].gone += 1
    }
    let hasAnswers = log.requests.contains { $0.answer != nil }
    var seen: Set<Int> = []
    for slot in log.slots where seen.insert(slot.request).inserted {
      let request = log.requests[slot.request]
      let kind = log.event(of: slot)?.kind ?? totals.kind(joined: slot.kind)
      if let reason = log.refusal(of: request) {
        totals.kinds[kind, default: EventCounts()].refused[reason, default: 0] += 1
      } else if hasAnswers, request.answer == nil {
        totals.kinds[kind, default: EventCounts()].unanswered += 1
      }
    }
  }
}

extension SentComparison.Rest: Comparable {
  fileprivate static func < (left: Self, right: Self) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    // What has more to be known by is paired first: it has fewer to be paired with.
    return (left.hasTrace ? 0 : 1, left.hasID ? 0 : 1) < (
      right.hasTrace ? 0 : 1, right.hasID ? 0 : 1
    )
  }
}

extension ReplayTotals {
  /// The kind under which events are counted that logs call so.
  fileprivate func kind(joined: SentKind) -> SentKind {
    kinds[joined] != nil ? joined : kinds.keys.filter { $0.joined == joined }.min() ?? joined
  }
}

extension IncomingHit {
  /// The ids under which logs may have what it led to.
  fileprivate var traces: [String] {
    var traces = [trace, request.header("trace-id")]
    // TRACE/SPAN;o=1 of Google Cloud, and version-trace-parent-flags of W3C Trace Context.
    traces.append(
      request.header("x-cloud-trace-context").flatMap { $0.split(separator: "/").first }
        .map(String.init))
    traces.append(
      request.header("traceparent").flatMap { $0.split(separator: "-").dropFirst().first }
        .map(String.init))
    var seen: Set<String> = []
    return traces.compactMap(\.self).filter { seen.insert($0).inserted }
  }
}

extension EventResult {
  /// The requests that left the server for the event.
  fileprivate var requests: [OutgoingRequest] { tags.flatMap { $0.effects.requests } }
}
