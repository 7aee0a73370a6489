import SandboxedJS
package import Simulator

/// Two server containers that meet the same hits.
package struct SideBySide: Sendable {
  private let before: Simulation
  private let after: Simulation
  private let sample: VisitorSample

  /// Puts them side by side.
  ///
  /// - Parameters:
  ///   - before: the container as it is.
  ///   - after: the container as it would be.
  ///   - sample: the visitors whose hits are played.
  package init(from before: Simulation, to after: Simulation, sample: VisitorSample = .all) {
    self.before = before
    self.after = after
    self.sample = sample
  }

  /// Plays an entry of a log, and counts what came of it; `nil` is a line without one.
  package func play(_ entry: Result<LogEntry?, HitError>, into totals: inout ReplayTotals) {
    do throws(HitError) {
      switch try entry.get() {
      case nil: break
      case .sent(_, let format)?: totals.add(.sent, format: format)
      case .setApart(let remainder, let format)?: totals.add(remainder, format: format)
      case .hit(let hit, let format)?:
        guard sample.contains(hit) else {
          totals.leftOut += 1
          return
        }
        let (old, new) = (try before.run(hit), try after.run(hit))
        if old.clientName == nil, new.clientName == nil, hit.isIncidental {
          return totals.add(.other, format: format)
        }
        totals.add(
          old, new, format: format, hasUnknownCookies: hit.hasUnknownCookies, after.endpoints)
      }
    } catch {
      totals.addDamaged(error.message)
    }
  }
}

/// One visitor in so many, always the same ones, so that a visit stays whole.
package struct VisitorSample: Hashable, Sendable {
  /// Every visitor.
  package static let all = VisitorSample(oneIn: 1)
  /// Of so many visitors one is played.
  package let oneIn: Int

  package init(oneIn: Int) { self.oneIn = max(1, oneIn) }

  func contains(_ hit: Hit) -> Bool {
    guard oneIn > 1 else { return true }
    // FNV-1a: the same on every machine.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in visitor(of: hit).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash % UInt64(oneIn) == 0
  }

  /// GA4's client id, else the address and the browser.
  private func visitor(of hit: Hit) -> String {
    if let id = hit.eventData?["client_id"]?.text { return id }
    if let parameters = try? WireQuery.parameters(of: hit.request.query),
      let id = parameters.first(where: { $0.name == "cid" })
    {
      return id.value
    }
    let agent = hit.request.headers.first { $0.name.lowercased() == "user-agent" }?.value ?? ""
    return "\(hit.request.remoteAddress) \(agent)"
  }
}
