import Diagnostics
import Simulator

/// The counts of a replay in words.
package struct ReplayReport: Sendable {
  /// The subjects of a comparison.
  package enum Subject: Sendable {
    /// Two containers.
    case containers
    /// The requests that were sent, and those that a container would send.
    case sent
  }

  package let totals: ReplayTotals
  package let from: String
  package let to: String
  private let sample: VisitorSample
  private let hosts: [String: String]
  private let words: ReportWords

  /// Paths of one event that are listed; the others are counted.
  private static let longestList = 30

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - from: what the container before is called, such as `'live.json'`.
  ///   - to: what the one after is called, such as `the plan`.
  ///   - hosts: the names of destinations by their hosts; any other is called after its host.
  package init(
    _ totals: ReplayTotals, from: String, to: String, sample: VisitorSample = .all,
    of subject: Subject = .containers, hosts: [String: String] = [:]
  ) {
    self.totals = totals
    self.from = from
    self.to = to
    self.sample = sample
    self.hosts = hosts
    words = subject == .sent ? .sent : .containers
  }

  /// The words for an event that only the first sends, that only the second sends, that differs, and that does not.
  package var columns: (gone: String, come: String, changed: String, unchanged: String) {
    (words.gone, words.come, words.changed, words.unchanged)
  }

  // MARK: Text

  /// For a terminal.
  package var text: String {
    var lines = ["--- \(from)", "+++ \(to)", "", head] + notes.map { "note: \($0)" }
    for (kind, counts) in kinds {
      lines += ["", "\(kind.destination) \(kind.name): \(requests(counts, kind.noun))"]
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
        "",
        "| destination | event | requests | \(words.gone) | \(words.come) | \(words.changed) |",
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

  /// The events of all destinations, in the order of their names.
  package var kinds: [(kind: SentKind, counts: EventCounts)] {
    totals.kinds.map { kind, counts in
      let destination = hosts[kind.destination] ?? kind.destination
      return (SentKind(destination: destination, name: kind.name), counts)
    }.sorted { $0.0 < $1.0 }
  }

  /// The number of hits and events in one line.
  package var head: String {
    var head = "\(totals.hits.counted("hit")), \(totals.events.counted("event"))"
    if totals.damaged > 0 { head += ", \(totals.damaged) not read" }
    if totals.unclaimed != BeforeAfter() {
      head += ", without a client \(Self.arrow(totals.unclaimed))"
    }
    if totals.refusals != BeforeAfter(), words.isOfContainers {
      head += ", refused by consent \(Self.arrow(totals.refusals))"
    }
    return head
  }

  // MARK: Notes

  /// Sentences about what was left out or is unknown.
  package var notes: [String] {
    var notes = totals.problems.map { "not read: \($0)" }
    let apart = LogRemainder.allCases.compactMap { kind in
      totals.remainders[kind.rawValue].map(kind.text)
    }
    if !apart.isEmpty { notes.append("set apart: \(apart.joined(separator: ", "))") }
    if totals.outsideTime + totals.withoutTime > 0 {
      notes.append(
        "left out: \(totals.outsideTime.counted("hit")) outside of the time that was asked for, \(totals.withoutTime) whose time the log does not have"
      )
    }
    if totals.withoutCookies > 0 {
      notes.append(
        "unknown: the cookies of \(totals.withoutCookies.counted("hit")), which the log does not have"
      )
    }
    if !words.isOfContainers, let count = totals.remainders[LogRemainder.unknownBody.rawValue] {
      notes.append(
        "what \(count.counted("POST request")) without a body led to counts as extra")
    }
    if sample.oneIn > 1 {
      notes.append(
        "a sample of one visitor in \(sample.oneIn), \(totals.leftOut.counted("hit")) left out: counts are those of the sample"
      )
    }
    let repeated = totals.repeatedIDs
    if repeated != BeforeAfter() {
      let about = totals.ids.isEstimate ? "about " : ""
      notes.append(
        "sent under an id that another event had before: \(about)\(Self.arrow(repeated))")
    }
    for (name, counts) in totals.tags.sorted(by: { $0.key < $1.key })
    where counts.notRun != BeforeAfter() && words.isOfContainers {
      notes.append(
        "'\(name)' is not simulated, so that nothing is known of its requests: fired \(Self.arrow(counts.notRun))"
      )
    }
    return notes
  }

  // MARK: One event

  /// - Parameter noun: the word for one of them.
  private func requests(_ counts: EventCounts, _ noun: String) -> String {
    if counts.isUnchanged {
      return "\((counts.unchanged + counts.uncompared).counted(noun)), \(words.unchanged)"
    }
    let parts = [
      (counts.gone, words.gone), (counts.come, words.come), (counts.changed, words.changed),
      (counts.refusedCount, "refused"),
      (counts.unchanged + counts.uncompared, words.unchanged),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let nouns = counts.requests == BeforeAfter(before: 1, after: 1) ? noun : "\(noun)s"
    let pair =
      words.isOfContainers
      ? "\(Self.arrow(counts.requests)) \(nouns)"
      : "\(counts.requests.before) sent, \(counts.requests.after) expected"
    return "\(pair): \(parts.joined(separator: ", "))"
  }

  /// Returns the differences in an event, a line each.
  package func details(of counts: EventCounts) -> [String] {
    let changes = counts.changes.map { path, kinds in
      (path, kinds, kinds.values.reduce(0, +))
    }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
    var lines = changes.prefix(Self.longestList).flatMap { path, kinds, count in
      let examples = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        .map { kinds.count == 1 ? $0.key : "\($0.key) \($0.value)" }
      return ["\(path): \(count) \(words.changed) (\(examples.joined(separator: ", ")))"]
        + (counts.examples[path] ?? []).map { "  \($0.before) → \($0.after)" }
    }
    if changes.count > Self.longestList {
      lines.append("and \((changes.count - Self.longestList).counted("more member"))")
    }
    if !counts.groups.isEmpty, sample.oneIn > 1 {
      let (total, error) = sample.estimate(counts.groups)
      lines.append("of all visitors about \(total) requests, give or take \(error)")
    }
    lines += answers(of: counts)
    for (path, missing) in counts.missing.sorted(by: { $0.key < $1.key })
    where missing.before != missing.after {
      lines.append("without \(path), which is needed: \(Self.arrow(missing))")
    }
    if counts.repeated.before != counts.repeated.after {
      lines.append("sent again for the same event: \(Self.arrow(counts.repeated))")
    }
    if counts.withoutID.before != counts.withoutID.after {
      lines.append("without an id, by which doubles are known: \(Self.arrow(counts.withoutID))")
    }
    return lines + keys(of: counts)
  }

  private func answers(of counts: EventCounts) -> [String] {
    var lines = counts.refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "refused: \($0.value) (\($0.key))"
    }
    if counts.unanswered > 0 {
      lines.append("without an answer in the log: \(counts.unanswered)")
    }
    if counts.uncompared > 0 {
      lines.append("paired without a body in the log, or by number alone: \(counts.uncompared)")
    }
    return lines
  }

  /// The match keys, as shares of the events; a key that no event has is left out unless it is unknown.
  private func keys(of counts: EventCounts) -> [String] {
    let names = Set(counts.matchKeys.keys).union(counts.unknown.keys).sorted()
    let texts = names.map { name -> String in
      let known = counts.matchKeys[name] ?? BeforeAfter()
      let unknown = counts.unknown[name] ?? BeforeAfter()
      let (before, after) = (
        Self.share(known.before, unknown.before, of: counts.requests.before),
        Self.share(known.after, unknown.after, of: counts.requests.after)
      )
      if counts.requests.before == 0 { return "\(name) \(after)" }
      if counts.requests.after == 0 { return "\(name) \(before)" }
      return "\(name) \(before == after ? before : "\(before) → \(after)")"
    }
    return texts.isEmpty ? [] : ["match keys: \(texts.joined(separator: ", "))"]
  }

  /// `62 %`, and in brackets how many of the others the log cannot tell.
  private static func share(_ known: Int, _ unknown: Int, of all: Int) -> String {
    func percent(_ count: Int) -> Int { all > 0 ? (count * 100 + all / 2) / all : 0 }
    return unknown > 0
      ? "\(percent(known)) % (\(percent(unknown)) % unknown)" : "\(percent(known)) %"
  }

  /// The tags that fire, are refused or fail more or less often, a line each.
  package var changedTags: [String] {
    guard words.isOfContainers else { return [] }
    return totals.tags.sorted { $0.key < $1.key }.compactMap { name, counts in
      let parts = [
        ("fired", counts.fired), ("refused by consent", counts.refused), ("failed", counts.failed),
      ].filter { $0.1.before != $0.1.after }.map { "\($0.0) \(Self.arrow($0.1))" }
      return parts.isEmpty ? nil : "\(name): \(parts.joined(separator: ", "))"
    }
  }

  // MARK: Verdict

  /// The result in one sentence.
  package var verdict: String {
    let sent = totals.kinds.values.reduce(0) { $0 + max($1.requests.before, $1.requests.after) }
    guard sent > 0 else { return words.nothing }
    let compared = "\(counted(sent)) compared"
    if totals.requestsAreUnchanged {
      guard words.isOfContainers else { return "all was sent as expected: \(compared)" }
      return totals.otherTagsAreUnchanged
        ? "nothing changes: \(compared)"
        : "tags that are not simulated fire differently; all else stays: \(compared)"
    }
    let sums = totals.kinds.values.reduce(into: EventCounts()) { sum, counts in
      sum.gone += counts.gone
      sum.come += counts.come
      sum.changed += counts.changed
      sum.unchanged += counts.unchanged + counts.uncompared
      sum.refused.merge(counts.refused, uniquingKeysWith: +)
    }
    guard words.isOfContainers else {
      return
        "\(sums.come.counted("request")) missing, \(sums.gone) extra, \(sums.changed) different, \(sums.refusedCount) refused by their destination; \(sums.unchanged) as expected"
    }
    return
      "\(counted(sums.gone)) would go, \(sums.come) would come, \(sums.changed) would change, \(sums.unchanged) stay as they are"
  }

  /// A number of requests, and of cookies where there are any.
  private func counted(_ count: Int) -> String {
    totals.kinds.keys.contains(where: \.isCookie)
      ? "\(count) requests and cookies" : count.counted("request")
  }

  static func arrow(_ pair: BeforeAfter) -> String {
    pair.before == pair.after ? "\(pair.before)" : "\(pair.before) → \(pair.after)"
  }
}

/// The words by which the two things that can be compared are told.
private struct ReportWords: Sendable {
  let isOfContainers: Bool
  let gone: String
  let come: String
  let changed: String
  let unchanged: String
  let nothing: String

  static let containers = ReportWords(
    isOfContainers: true, gone: "gone", come: "come", changed: "changed", unchanged: "unchanged",
    nothing: "neither container is known to send anything for these hits")
  static let sent = ReportWords(
    isOfContainers: false, gone: "extra", come: "missing", changed: "different",
    unchanged: "as expected",
    nothing: "nothing was sent, and nothing is known that would be")
}
