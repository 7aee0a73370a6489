import SandboxedJS
package import Simulator

/// Two server containers that meet the same hits.
package struct SideBySide: Sendable {
  private var before: Simulation
  private var after: Simulation
  private let choice: HitChoice
  private let keepsValues: Bool
  private let endpoints: ComparedEndpoints

  /// Puts them side by side.
  ///
  /// - Parameters:
  ///   - before: the container as it is.
  ///   - after: the container as it would be.
  ///   - choice: the hits that are played.
  ///   - keepsValues: whether examples of what changes have values of the log.
  package init(
    from before: Simulation, to after: Simulation, choice: HitChoice = HitChoice(),
    keepsValues: Bool = false
  ) {
    self.before = before
    self.after = after
    self.choice = choice
    self.keepsValues = keepsValues
    endpoints = ComparedEndpoints(
      before: before.endpoints.map { $0.of(before.container) },
      after: after.endpoints.map { $0.of(after.container) })
  }

  /// The same for so many threads, each with containers of its own.
  package func copies(_ count: Int) -> [SideBySide] {
    zip(before.copies(count), after.copies(count)).map { before, after in
      var copy = self
      (copy.before, copy.after) = (before, after)
      return copy
    }
  }

  /// Plays an entry of a log, and counts what came of it; `nil` is a line without one.
  package func play(_ entry: Result<LogEntry?, HitError>, into totals: inout ReplayTotals) {
    do throws(HitError) {
      guard let chosen = choice.hit(in: try entry.get(), &totals) else { return }
      let runs = SharedRuns()
      let old = try before.run(chosen.hit, sharing: runs)
      let new = try after.run(chosen.hit, sharing: runs)
      if old.clientName == nil, new.clientName == nil, chosen.hit.isIncidental {
        return totals.add(.other, format: chosen.origin.format)
      }
      totals.add(
        old, new, chosen.origin, group: chosen.group, keepsValues: keepsValues, endpoints)
    } catch {
      totals.addDamaged(error.message)
    }
  }
}
