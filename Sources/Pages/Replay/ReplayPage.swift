package import Replay
import Simulator

/// A replay as one page for a browser: a table of destinations and events, and below each event what differs.
///
/// The page has no scripts and loads nothing.
package struct ReplayPage: Sendable {
  private let report: ReplayReport
  private let heading: PageHeading

  /// - Parameter day: the day of the run, such as `2026-11-28`.
  package init(_ report: ReplayReport, day: String? = nil) {
    self.report = report
    heading = PageHeading(
      title: "\(report.from) → \(report.to)", subject: "A change, tried on a log", containers: [],
      day: day)
  }

  /// The page.
  package var html: String {
    PageDocument(
      heading: heading, content: content, styles: [PackageResources.replay_css]
    ).html
  }

  private var content: String {
    let notes = report.notes.map { "<p class=\"remark\">\(HTMLText.escaped($0))</p>" }
    let tags = report.changedTags.map { "<li>\(HTMLText.escaped($0))</li>" }
    return """
      <header>
      \(heading.html)
      <p class="verdict"><b>\(HTMLText.escaped(report.verdict))</b></p>
      <p>\(HTMLText.escaped(report.head))</p>
      \(notes.joined(separator: "\n"))
      </header>
      <main>
      \(table)
      \(report.kinds.map { event($0.kind, $0.counts) }.joined(separator: "\n"))
      \(tags.isEmpty ? "" : "<h2>Tags</h2><ul class=\"lines\">\(tags.joined())</ul>")
      </main>
      """
  }

  private var table: String {
    guard !report.kinds.isEmpty else { return "" }
    let words = report.columns
    let heads = [
      "destination", "event", "requests", words.gone, words.come, words.changed, words.unchanged,
    ]
    let rows = report.kinds.map { kind, counts in
      let numbers = [
        ("failed", counts.gone), ("unknown", counts.come), ("refused", counts.changed),
        ("sent", counts.unchanged + counts.uncompared),
      ].map { style, count in "<td class=\"\(count > 0 ? style : "idle")\">\(count)</td>" }
      return """
        <tr><td>\(HTMLText.escaped(kind.destination))</td><th scope="row"><a href="#\(Self.anchor(kind))">\(HTMLText.escaped(kind.name))</a></th><td>\(Self.arrow(counts.requests))</td>\(numbers.joined())</tr>
        """
    }
    return """
      <div class="scroll"><table><caption>Destinations and events</caption>
      <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
      """
  }

  /// Returns the HTML for the differences in an event; open where there are any.
  private func event(_ kind: SentKind, _ counts: EventCounts) -> String {
    let lines = report.details(of: counts).map { "<li>\(HTMLText.escaped($0))</li>" }
    return """
      <details class="event" id="\(Self.anchor(kind))"\(counts.isUnchanged ? "" : " open")><summary><b>\(HTMLText.escaped(kind.name))</b> <small>\(HTMLText.escaped(kind.destination))</small></summary>
      <ul class="lines">\(lines.isEmpty ? "<li>nothing differs</li>" : lines.joined())</ul>
      \(keys(of: counts))</details>
      """
  }

  /// Returns the HTML for the shares of events that have each match key, before and after.
  private func keys(of counts: EventCounts) -> String {
    let names = Set(counts.matchKeys.keys).union(counts.unknown.keys).sorted()
    guard !names.isEmpty else { return "" }
    let rows = names.map { name in
      let known = counts.matchKeys[name] ?? BeforeAfter()
      let unknown = counts.unknown[name] ?? BeforeAfter()
      let sides = [
        Self.share(known.before, unknown.before, of: counts.requests.before),
        Self.share(known.after, unknown.after, of: counts.requests.after),
      ]
      return
        "<tr><th scope=\"row\">\(HTMLText.escaped(name))</th>\(sides.map { "<td>\($0)</td>" }.joined())</tr>"
    }
    return """
      <div class="scroll"><table><caption>Match keys</caption><thead><tr><th scope="col">key</th><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>\(rows.joined())</tbody></table></div>
      """
  }

  /// A bar and a number; what the log does not have is told, not counted as missing.
  private static func share(_ known: Int, _ unknown: Int, of all: Int) -> String {
    guard all > 0 else { return "–" }
    func percent(_ count: Int) -> Int { (count * 100 + all / 2) / all }
    let rest = unknown > 0 ? " <small>\(percent(unknown)) % unknown</small>" : ""
    return "<meter min=\"0\" max=\"\(all)\" value=\"\(known)\"></meter> \(percent(known)) %\(rest)"
  }

  private static func arrow(_ pair: BeforeAfter) -> String {
    pair.before == pair.after ? "\(pair.before)" : "\(pair.before) → \(pair.after)"
  }

  /// An id of letters, digits and hyphens.
  private static func anchor(_ kind: SentKind) -> String {
    let bytes = "\(kind.destination) \(kind.name)".utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain ? String(scalar) : "-\(byte)"
    }
    return "event-\(bytes.joined())"
  }
}
