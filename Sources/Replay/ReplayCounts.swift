/// The container that something came of.
package enum Side: Sendable {
  case before, after, both
}

/// A count of the container before, and the same of the one after.
package struct BeforeAfter: Hashable, Sendable {
  package var before = 0
  package var after = 0

  package init(before: Int = 0, after: Int = 0) {
    self.before = before
    self.after = after
  }

  mutating func add(_ side: Side) {
    if side != .after { before += 1 }
    if side != .before { after += 1 }
  }

  static func += (sum: inout BeforeAfter, other: BeforeAfter) {
    sum.before += other.before
    sum.after += other.after
  }
}

/// The outcome of one destination's event, in numbers that add up whatever the order of the hits.
package struct EventCounts: Hashable, Sendable {
  package var requests = BeforeAfter()
  package var unchanged = 0
  package var changed = 0
  /// Events that only the container before sends, and only the one after.
  package var gone = 0
  package var come = 0
  /// Events that a hit leads to a second time.
  package var repeated = BeforeAfter()
  /// Events without an id, which nobody can know again.
  package var withoutID = BeforeAfter()
  /// The number of events that have a value, by its path.
  package var members: [String: BeforeAfter] = [:]
  /// The number of events that lack a member the destination needs, by its name.
  package var missing: [String: BeforeAfter] = [:]
  /// The number of events that lack a match key that may have come in a cookie, which the log does
  /// not have, by its name.
  package var unknown: [String: BeforeAfter] = [:]
  /// The number of events that have a match key, by its name.
  package var matchKeys: [String: BeforeAfter] = [:]
  /// The number of events that differ, by path, and by the kinds of the two values.
  package var changes: [String: [String: Int]] = [:]
  /// Up to three pairs of values by path, where they were asked for: the first in the order of their letters.
  package var examples: [String: [ChangedValue]] = [:]
  /// The number of events that go, come or change, by the group of their visitors; empty unless a
  /// sample is played.
  package var groups: [Int: Int] = [:]
  /// The number of requests that were refused, by what the destination said; of sent requests
  /// alone.
  package var refused: [String: Int] = [:]
  /// Requests without an answer in the log; of sent requests alone.
  package var unanswered = 0
  /// Requests that were sent as expected, as far as that can be told: the log has no body of them.
  package var uncompared = 0

  package init() {}

  /// Whether the two containers send the same.
  package var isUnchanged: Bool { changed == 0 && gone == 0 && come == 0 && refused.isEmpty }

  /// The number of refused requests.
  package var refusedCount: Int { refused.values.reduce(0, +) }

  static func += (sum: inout EventCounts, other: EventCounts) {
    sum.requests += other.requests
    sum.unchanged += other.unchanged
    sum.changed += other.changed
    sum.gone += other.gone
    sum.come += other.come
    sum.repeated += other.repeated
    sum.withoutID += other.withoutID
    sum.members.add(other.members)
    sum.unknown.add(other.unknown)
    sum.matchKeys.add(other.matchKeys)
    sum.groups.merge(other.groups, uniquingKeysWith: +)
    sum.refused.merge(other.refused, uniquingKeysWith: +)
    sum.unanswered += other.unanswered
    sum.uncompared += other.uncompared
    for (path, examples) in other.examples {
      for example in examples { sum.addExample(example, at: path) }
    }
    sum.missing.add(other.missing)
    for (path, kinds) in other.changes {
      sum.changes[path, default: [:]].merge(kinds, uniquingKeysWith: +)
    }
  }
}

extension EventCounts {
  mutating func addExample(_ example: ChangedValue, at path: String) {
    var known = examples[path] ?? []
    guard !known.contains(example) else { return }
    known.append(example)
    examples[path] = Array(known.sorted().prefix(3))
  }
}

/// A value before and after, as text; for the person who asked for it alone.
package struct ChangedValue: Hashable, Comparable, Sendable {
  package let before: String
  package let after: String

  package static func < (left: ChangedValue, right: ChangedValue) -> Bool {
    (left.before, left.after) < (right.before, right.after)
  }
}

/// The counts of one tag's outcomes.
package struct TagCounts: Hashable, Sendable {
  package var fired = BeforeAfter()
  package var refused = BeforeAfter()
  package var failed = BeforeAfter()
  /// The number of times it fired though its code is not known, so that nothing is known of what it
  /// sends.
  package var notRun = BeforeAfter()

  static func += (sum: inout TagCounts, other: TagCounts) {
    sum.fired += other.fired
    sum.refused += other.refused
    sum.failed += other.failed
    sum.notRun += other.notRun
  }
}

extension [String: BeforeAfter] {
  mutating func add(_ key: String, _ side: Side) {
    self[key, default: BeforeAfter()].add(side)
  }

  mutating func add(_ other: [String: BeforeAfter]) {
    for (key, counts) in other { self[key, default: BeforeAfter()] += counts }
  }
}
