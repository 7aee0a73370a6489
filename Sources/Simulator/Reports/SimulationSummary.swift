/// What came of many hits, counted.
package struct SimulationSummary: Sendable {
  /// What came of one tag.
  package struct TagCount: Hashable, Sendable {
    package internal(set) var fired = 0
    package internal(set) var requests = 0
    package internal(set) var refusedByConsent = 0
    package internal(set) var failed = 0
  }

  /// Hits that were read or could not be.
  package private(set) var hits = 0
  package private(set) var events = 0
  /// Hits that could not be read.
  package private(set) var damaged = 0
  /// Hits that no client claimed.
  package private(set) var unclaimed = 0
  /// Tags whose code ended with an error.
  package private(set) var errors = 0
  /// By the tag's name, in the container's order.
  package private(set) var tags: [(name: String, count: TagCount)] = []

  package init() {}

  /// Counts a hit that could not be read.
  package mutating func addDamaged() {
    hits += 1
    damaged += 1
  }

  /// Counts a hit and what came of it.
  package mutating func add(_ result: HitResult) {
    hits += 1
    if result.clientName == nil { unclaimed += 1 }
    for event in result.events { add(event) }
  }

  private mutating func add(_ event: EventResult) {
    events += 1
    if tags.count != event.tags.count { tags = event.tags.map { ($0.name, TagCount()) } }
    for (index, tag) in event.tags.enumerated() {
      if case .consent = tag.decision { tags[index].count.refusedByConsent += 1 }
      guard tag.isFired else { continue }
      tags[index].count.fired += 1
      tags[index].count.requests += tag.effects.requests.count
      switch tag.outcome {
      case .failure?, .unfinished?: tags[index].count.failed += 1
      case .error?:
        tags[index].count.failed += 1
        errors += 1
      case .success? where tag.effects.requests.isEmpty:
        // A tag that is content without having sent anything, for a visitor who did not agree.
        if ConsentState.of("ad_storage", event.eventData) != true {
          tags[index].count.refusedByConsent += 1
        }
      default: break
      }
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
      ([head]
      + tags.compactMap { tag in
        let count = tag.count
        guard count != TagCount() else { return nil }
        return "  \(tag.name): fired \(count.fired), \(count.requests.counted("request")), "
          + "\(count.refusedByConsent) refused by consent, \(count.failed) failed"
      }).joined(separator: "\n")
  }
}

extension Int {
  /// `1 hit`, `2 hits`.
  package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
