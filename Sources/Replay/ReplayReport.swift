import Simulator

/// The counts of a replay in words.
package struct ReplayReport: Sendable {
  private let totals: ReplayTotals
  private let from: String
  private let to: String
  private let sample: VisitorSample

  /// Paths of one event that are listed; the others are counted.
  private static let longestList = 30

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - from: what the container before is called, such as `'live.json'`.
  ///   - to: what the one after is called, such as `the plan`.
  package init(
    _ totals: ReplayTotals, from: String, to: String, sample: VisitorSample = .all
  ) {
    self.totals = totals
    self.from = from
    self.to = to
    self.sample = sample
  }

  // MARK: Text

  /// For a terminal.
  package var text: String {
    var lines = ["--- \(from)", "+++ \(to)", "", head] + notes.map { "note: \($0)" }
    for (kind, counts) in kinds {
      lines += ["", "\(kind.destination) \(kind.name): \(Self.requests(counts))"]
      lines += details(of: counts).map { "  \($0)" }
    }
    if !changedTags.isEmpty {
      lines += ["", "tags"] + changedTags.map { "  \($0)" }
    }
    return (lines + ["", verdict]).joined(separator: "\n")
  }

  /// For a pull request.
  package var markdown: String {
    var lines = ["### \(from) → \(to)", "", head] + notes.map { "\n> \($0)" }
    let changed = kinds.filter { !$0.counts.isUnchanged }
    if !changed.isEmpty {
      lines += [
        "", "| destination | event | requests | gone | come | changed |",
        "| --- | --- | --- | --- | --- | --- |",
      ]
      lines += changed.map { kind, counts in
        "| \(kind.destination) | \(kind.name) | \(Self.arrow(counts.requests)) | \(counts.gone) | \(counts.come) | \(counts.changed) |"
      }
    }
    for (kind, counts) in changed {
      lines += ["", "<details><summary>\(kind.destination) \(kind.name)</summary>", ""]
      lines += details(of: counts).map { "- \($0)" } + ["", "</details>"]
    }
    if !changedTags.isEmpty { lines += ["", "Tags:", ""] + changedTags.map { "- \($0)" } }
    return (lines + ["", "**\(verdict)**"]).joined(separator: "\n")
  }

  private var kinds: [(kind: SentKind, counts: EventCounts)] {
    totals.kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var head: String {
    var head = "\(totals.hits.counted("hit")), \(totals.events.counted("event"))"
    if totals.damaged > 0 { head += ", \(totals.damaged) not read" }
    if totals.unclaimed != BeforeAfter() {
      head += ", without a client \(Self.arrow(totals.unclaimed))"
    }
    return head
  }

  private var notes: [String] {
    var notes = totals.problems.map { "not read: \($0)" }
    let apart = LogRemainder.allCases.compactMap { kind in
      totals.remainders[kind.rawValue].map(kind.text)
    }
    if !apart.isEmpty { notes.append("set apart: \(apart.joined(separator: ", "))") }
    if totals.withoutCookies > 0 {
      notes.append(
        "unknown: the cookies of \(totals.withoutCookies.counted("hit")), which the log does not have"
      )
    }
    if sample.oneIn > 1 {
      notes.append(
        "a sample of one visitor in \(sample.oneIn), \(totals.leftOut.counted("hit")) left out: a count of n stands for about n × \(sample.oneIn), give or take 196/√n percent"
      )
    }
    for (name, counts) in totals.tags.sorted(by: { $0.key < $1.key })
    where counts.notRun != BeforeAfter() {
      notes.append(
        "'\(name)' is not simulated, so that nothing is known of its requests: fired \(Self.arrow(counts.notRun))"
      )
    }
    return notes
  }

  private static func requests(_ counts: EventCounts) -> String {
    if counts.isUnchanged { return "\(counts.unchanged.counted("request")), unchanged" }
    let parts = [
      (counts.gone, "gone"), (counts.come, "come"), (counts.changed, "changed"),
      (counts.unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let noun = counts.requests == BeforeAfter(before: 1, after: 1) ? "request" : "requests"
    return "\(arrow(counts.requests)) \(noun): \(parts.joined(separator: ", "))"
  }

  private func details(of counts: EventCounts) -> [String] {
    let changes = counts.changes.map { path, kinds in
      (path, kinds, kinds.values.reduce(0, +))
    }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
    var lines = changes.prefix(Self.longestList).map { path, kinds, count in
      let examples = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        .map { kinds.count == 1 ? $0.key : "\($0.key) \($0.value)" }
      return "\(path): \(count) changed (\(examples.joined(separator: ", ")))"
    }
    if changes.count > Self.longestList {
      lines.append("and \((changes.count - Self.longestList).counted("more member"))")
    }
    for (path, missing) in counts.missing.sorted(by: { $0.key < $1.key })
    where missing.before != missing.after {
      lines.append("without \(path), which is needed: \(Self.arrow(missing))")
    }
    if counts.repeated.before != counts.repeated.after {
      lines.append("sent again for the same event: \(Self.arrow(counts.repeated))")
    }
    return lines
  }

  private var changedTags: [String] {
    totals.tags.sorted { $0.key < $1.key }.compactMap { name, counts in
      let parts = [
        ("fired", counts.fired), ("refused by consent", counts.refused), ("failed", counts.failed),
      ].filter { $0.1.before != $0.1.after }.map { "\($0.0) \(Self.arrow($0.1))" }
      return parts.isEmpty ? nil : "\(name): \(parts.joined(separator: ", "))"
    }
  }

  private var verdict: String {
    let sent = totals.kinds.values.reduce(0) { $0 + max($1.requests.before, $1.requests.after) }
    guard sent > 0 else { return "neither container is known to send anything for these hits" }
    if totals.requestsAreUnchanged {
      let compared = "\(sent.counted("request")) compared"
      return totals.otherTagsAreUnchanged
        ? "nothing changes: \(compared)"
        : "tags that are not simulated fire differently; all else stays: \(compared)"
    }
    let sums = totals.kinds.values.reduce(into: EventCounts()) { sum, counts in
      sum.gone += counts.gone
      sum.come += counts.come
      sum.changed += counts.changed
      sum.unchanged += counts.unchanged
    }
    return
      "\(sums.gone.counted("request")) would go, \(sums.come) would come, \(sums.changed) would change, \(sums.unchanged) stay as they are"
  }

  private static func arrow(_ pair: BeforeAfter) -> String {
    pair.before == pair.after ? "\(pair.before)" : "\(pair.before) → \(pair.after)"
  }
}
