import SandboxedJS
import Simulator

/// One visitor in so many, always the same ones, so that a visit stays whole.
package struct VisitorSample: Hashable, Sendable {
  /// Every visitor.
  package static let all = VisitorSample(oneIn: 1)
  /// Of so many visitors one is played.
  package let oneIn: Int

  /// Visitors are put into so many groups; how far their counts lie apart tells the error of a sample.
  static let groupCount = 16

  /// The greatest number that is taken: no log has so many visitors.
  package static let greatest = 1_000_000_000

  package init(oneIn: Int) { self.oneIn = min(max(1, oneIn), Self.greatest) }

  /// The group of a hit's visitor; `nil` for a visitor that is not in the sample.
  func group(of hit: IncomingHit) -> Int? {
    guard oneIn > 1 else { return 0 }
    var hash = StableHash()
    hash.add(visitor(of: hit))
    let (quotient, remainder) = hash.value.quotientAndRemainder(dividingBy: UInt64(oneIn))
    return remainder == 0 ? Int(quotient % UInt64(Self.groupCount)) : nil
  }

  /// GA4's client id, else the address and the browser.
  private func visitor(of hit: IncomingHit) -> String {
    if let id = hit.eventData?["client_id"]?.text { return id }
    if let parameters = try? WireQuery.parameters(of: hit.request.query),
      let id = parameters.first(where: { $0.name == "cid" })
    {
      return id.value
    }
    let agent = hit.request.headers.first { $0.name.lowercased() == "user-agent" }?.value ?? ""
    return "\(hit.request.remoteAddress) \(agent)"
  }

  /// Estimates a total from a sample's counts by group, and how far it may be off in 95 of 100
  /// samples.
  ///
  /// The visitors of a sample are drawn whole, so that the error follows from how far groups of them lie apart, and not
  /// from the number of hits.
  package func estimate(_ counts: [Int: Int]) -> (total: Int, error: Int) {
    let groups = (0..<Self.groupCount).map { Double(counts[$0] ?? 0) }
    let (size, sum) = (Double(Self.groupCount), groups.reduce(0, +))
    let spread = groups.reduce(0) { $0 + ($1 - sum / size) * ($1 - sum / size) }
    let variance = (1 - 1 / Double(oneIn)) * size / (size - 1) * spread
    // Student's t for 15 degrees of freedom.
    let error = 2.131 * Double(oneIn) * variance.squareRoot()
    return (
      Int(exactly: sum * Double(oneIn)) ?? .max, Int(exactly: error.rounded(.up)) ?? .max
    )
  }
}
