/// A count of the container before, and the same of the one after.
package struct BeforeAfter: Hashable, Sendable {
  package var before = 0
  package var after = 0

  package init(before: Int = 0, after: Int = 0) {
    self.before = before
    self.after = after
  }

  static func += (sum: inout BeforeAfter, other: BeforeAfter) {
    sum.before += other.before
    sum.after += other.after
  }
}

/// What came of one destination's event, in numbers that add up whatever the order of the hits.
package struct EventCounts: Hashable, Sendable {
  package var requests = BeforeAfter()
  package var unchanged = 0
  package var changed = 0
  /// Events that only the container before sends, and only the one after.
  package var gone = 0
  package var come = 0
  /// Events that a hit leads to a second time.
  package var repeated = BeforeAfter()
  /// How many events have a value, by its path.
  package var members: [String: BeforeAfter] = [:]
  /// How many events lack what the destination needs, by its name.
  package var missing: [String: BeforeAfter] = [:]
  /// How many events differ, by path, and by the kinds of the two values.
  package var changes: [String: [String: Int]] = [:]

  /// Whether the two containers send the same.
  package var isUnchanged: Bool { changed == 0 && gone == 0 && come == 0 }

  static func += (sum: inout EventCounts, other: EventCounts) {
    sum.requests += other.requests
    sum.unchanged += other.unchanged
    sum.changed += other.changed
    sum.gone += other.gone
    sum.come += other.come
    sum.repeated += other.repeated
    sum.members.add(other.members)
    sum.missing.add(other.missing)
    for (path, kinds) in other.changes {
      sum.changes[path, default: [:]].merge(kinds, uniquingKeysWith: +)
    }
  }
}

/// What came of one tag.
package struct TagCounts: Hashable, Sendable {
  package var fired = BeforeAfter()
  package var refused = BeforeAfter()
  package var failed = BeforeAfter()
  /// How often it fired though its code is not known, so that nothing is known of what it sends.
  package var notRun = BeforeAfter()

  static func += (sum: inout TagCounts, other: TagCounts) {
    sum.fired += other.fired
    sum.refused += other.refused
    sum.failed += other.failed
    sum.notRun += other.notRun
  }
}

extension [String: BeforeAfter] {
  mutating func add(_ other: [String: BeforeAfter]) {
    for (key, counts) in other { self[key, default: BeforeAfter()] += counts }
  }
}
