import Simulator
import TagManager
import TagwrightPlan

/// A comparison of the plan, carried over into a web container.
struct BrowserComparison: Hashable {
  let reading: BrowserReading
  let declared: Comparison
}

extension ResolvedWebContainer {
  /// The alternatives that the browser has to ask for so that a pixel fires for the events for which the server's tag
  /// does; none where the server's tag fires for no event that comes from this container.
  func carriedOver(
    _ conditions: [TagwrightPlan.Condition], in event: BrowserEvent
  ) throws(ServerOnlySource) -> [[BrowserComparison]] {
    var carried: [[BrowserComparison]] = []
    for comparisons in conditions.alternatives {
      var rest: [BrowserComparison] = []
      var fires = true
      for comparison in comparisons {
        let one = try carriedOver(comparison, in: event)
        guard case .fixed(let text) = one.reading else {
          rest.append(one)
          continue
        }
        if !TagManager.Condition(comparison, left: "").holds(for: text) { fires = false }
      }
      if fires, rest.isEmpty { return [[]] }
      if fires { carried.append(rest) }
    }
    return carried
  }

  /// - Throws: ``ServerOnlySource`` where the browser cannot compare the same.
  func carriedOver(
    _ comparison: Comparison, in event: BrowserEvent
  ) throws(ServerOnlySource) -> BrowserComparison {
    switch comparison.operation {
    case .cssSelector, .urlMatches:
      throw ServerOnlySource(
        "only the browser can compare in this way",
        mend: "compare with 'contains', 'starts(with:)' or 'matches'")
    case .matchesRegex: try Self.refuse(pattern: comparison.value)
    default: break
    }
    try Self.refuseReferences(in: comparison.value)
    return BrowserComparison(
      reading: try reading(of: comparison.source, in: event), declared: comparison)
  }
}

extension LookupTable {
  /// Returns Tag Manager's output for an input.
  func output(of input: String) -> String? {
    rows.first { TagManager.Condition("", .equals, $0.input).holds(for: input) }?.output ?? fallback
  }
}

extension RegexTable {
  /// Returns Tag Manager's output for an input.
  func output(of input: String) -> String? {
    let row = rows.first { row in
      TagManager.Condition(
        "", .matchesRegularExpression, matchesWhole ? "^(?:\(row.input))$" : row.input,
        ignoresCase: ignoresCase
      ).holds(for: input)
    }
    return row?.output ?? fallback
  }
}
