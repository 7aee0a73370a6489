/// A count of ids that come again, over any number of hits, in constant memory: exact up to
/// ``capacity`` different ids, and above that an estimate from those whose hashes are smallest.
///
/// An id that is among the smallest of all is among the smallest of every part that has it, so that
/// its count is never lost and parts add up to the same as one run.
package struct IDSketch: Sendable {
  /// So many ids are kept.
  package static let capacity = 4_096

  /// The number of times each id was sent, by its hash.
  private var counts: [UInt64: BeforeAfter] = [:]
  /// Greater hashes are not kept.
  private var greatest = UInt64.max

  package init() {}

  /// Adds the hash of an id.
  package mutating func add(_ hash: UInt64, _ side: Side) {
    guard hash <= greatest else { return }
    counts[hash, default: BeforeAfter()].add(side)
    if counts.count > 2 * Self.capacity { shrink() }
  }

  package static func += (sum: inout IDSketch, other: IDSketch) {
    sum.greatest = min(sum.greatest, other.greatest)
    for (hash, count) in other.counts where hash <= sum.greatest {
      sum.counts[hash, default: BeforeAfter()] += count
    }
    if sum.counts.count > 2 * Self.capacity { sum.shrink() }
  }

  private mutating func shrink() {
    let kept = entries
    greatest = kept.last?.hash ?? UInt64.max
    counts = Dictionary(uniqueKeysWithValues: kept.map { ($0.hash, $0.count) })
  }

  /// The known counts in the order of the hashes, however they came together.
  var entries: [(hash: UInt64, count: BeforeAfter)] {
    counts.map { (hash: $0.key, count: $0.value) }.sorted { $0.hash < $1.hash }
      .prefix(Self.capacity).map(\.self)
  }

  init(entries: [(hash: UInt64, count: BeforeAfter)]) {
    for entry in entries { counts[entry.hash, default: BeforeAfter()] += entry.count }
    if entries.count >= Self.capacity { shrink() }
  }

  /// Whether there were more ids than are kept.
  package var isEstimate: Bool { counts.count >= Self.capacity }

  /// Of so many events with an id, how many had one that was sent before.
  package func repeated(of sent: BeforeAfter) -> BeforeAfter {
    func repeated(_ side: KeyPath<BeforeAfter, Int>) -> Int {
      let known = entries.map { $0.count[keyPath: side] }
      let all = known.reduce(0, +)
      let again = known.reduce(0) { $0 + max(0, $1 - 1) }
      guard isEstimate, all > 0 else { return again }
      return Int((Double(again) / Double(all) * Double(sent[keyPath: side])).rounded())
    }
    return BeforeAfter(before: repeated(\.before), after: repeated(\.after))
  }
}

extension IDSketch: Hashable {
  package static func == (left: IDSketch, right: IDSketch) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.hash == $1.hash && $0.count == $1.count }
  }

  package func hash(into hasher: inout Hasher) {
    for entry in entries { hasher.combine(entry.hash) }
  }
}
