import Simulator

/// The hits of a log that are played.
package struct HitChoice: Sendable {
  /// The visitors.
  package let sample: VisitorSample
  /// The time, in milliseconds since 1970; `nil` for hits of any time, also of none.
  package let time: Range<Double>?

  /// The default is every hit.
  package init(sample: VisitorSample = .all, time: Range<Double>? = nil) {
    self.sample = sample
    self.time = time
  }

  /// The hit of an entry; what is no hit, and what is left out, is counted.
  func hit(
    in entry: LogEntry?, _ totals: inout ReplayTotals
  ) -> (hit: IncomingHit, origin: HitOrigin, group: Int?)? {
    switch entry {
    case nil: return nil
    case .sent(_, let format)?: totals.add(.sent, format: format)
    case .setApart(let remainder, let format)?: totals.add(remainder, format: format)
    case .hit(let hit, let format)?:
      guard isInTime(hit, &totals) else { return nil }
      guard let group = sample.group(of: hit) else {
        totals.leftOut += 1
        return nil
      }
      return (
        hit, HitOrigin(format: format, hasUnknownCookies: hit.hasUnknownCookies),
        sample == .all ? nil : group
      )
    }
    return nil
  }

  private func isInTime(_ hit: IncomingHit, _ totals: inout ReplayTotals) -> Bool {
    guard let time else { return true }
    guard let found = hit.time else {
      totals.withoutTime += 1
      return false
    }
    guard time.contains(found) else {
      totals.outsideTime += 1
      return false
    }
    return true
  }
}
