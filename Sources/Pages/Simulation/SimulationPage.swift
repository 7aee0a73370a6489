import Diagnostics
import JSONText
package import Simulator

/// Events as one page for a browser: how many went where, a list, and for each what its tags did and why.
///
/// The page loads nothing, and shows every text as a text, never as markup.
package struct SimulationPage: Sendable {
  /// Events that a page can hold and still be read.
  package static let limit = 10_000
  /// Events whose details stand together: the page reads them when one of them is looked at.
  private static let chunkSize = 50
  /// Events that are spelt out for browsers without JavaScript.
  private static let plainLimit = 50

  private let heading: PageHeading
  private let destination: @Sendable (PageEntry.Side, TagResult) -> String
  private var index = EntryIndex()
  private var chunks: [JSON] = []
  private var chunk = EntryChunk()
  private var plain: [String] = []
  private var omitted = 0

  /// - Parameter destination: whom a tag sends to, in a word that tags are grouped by.
  package init(
    _ heading: PageHeading, destination: @escaping @Sendable (PageEntry.Side, TagResult) -> String
  ) {
    self.heading = heading
    self.destination = destination
  }

  /// Adds an event.
  package mutating func add(_ entry: PageEntry) {
    guard index.count < Self.limit else {
      omitted += 1
      return
    }
    if index.count < Self.plainLimit { plain.append(Self.plain(entry)) }
    index.add(entry, destination: destination)
    chunk.add(entry, destination: destination)
    guard chunk.count == Self.chunkSize else { return }
    chunks.append(chunk.json)
    chunk = EntryChunk()
  }

  /// The entry in lines, for a browser without JavaScript.
  private static func plain(_ entry: PageEntry) -> String {
    let lines =
      entry.problems + entry.counts.map(\.text)
      + entry.halves.flatMap { half in ["\(half.side):", half.result.text(.plain)] + half.notes }
    let face = entry.face.map { ", \($0.text)" } ?? ""
    return """
      <details><summary><b>\(HTMLText.escaped(entry.name))</b> \(HTMLText.escaped(entry.origin + face))</summary>
      <pre>\(HTMLText.escaped(lines.joined(separator: "\n")))</pre></details>
      """
  }

  private var content: String {
    let count = (index.count + omitted).counted("event")
    var leftOut = ""
    if omitted > 0 { leftOut = " <small>(\(omitted.counted("event")) left out)</small>" }
    let rest = index.count - plain.count
    let restLine = rest > 0 ? "<p>and \(rest.counted("further event"))</p>" : ""
    let map = index.map.html
    return """
      <a class="skip" href="#events">To the events</a>
      <header>
      \(heading.html)
      <p class="totals" role="group" aria-label="Totals"><span><b>\(count)</b>\(leftOut)</span>
      \(index.map.totalsHTML)</p>
      </header>
      \(map.isEmpty ? "" : "<section class=\"map\" id=\"map\" aria-label=\"Events and destinations\">\n\(map)\n</section>")
      <search class="needs-script"><input id="search" type="search" aria-label="Search events and requests" placeholder="Search events and requests  ( / )" autocomplete="off" spellcheck="false"><span id="found" role="status"></span><button type="button" id="clear" hidden>Clear filter</button></search>
      <main class="needs-script">
      <nav aria-label="Events"><ul id="events"></ul></nav>
      <article id="entry" tabindex="-1" aria-label="Event"></article>
      </main>
      <noscript><section class="plain" aria-label="Events"><p>Without JavaScript, the first events are spelt out here.</p>
      \(plain.joined(separator: "\n"))
      \(restLine)</section></noscript>
      """
  }

  /// The page.
  package var html: String {
    let all = chunks + (chunk.count > 0 || chunks.isEmpty ? [chunk.json] : [])
    let data = all.enumerated().map { (id: "chunk-\($0)", json: $1) }
    return PageDocument(
      heading: heading, content: content, styles: [PackageResources.simulation_css],
      scripts: [
        PackageResources.text_js, PackageResources.chunks_js, PackageResources.tree_js,
        PackageResources.entry_js, PackageResources.list_js, PackageResources.filter_js,
        PackageResources.start_js,
      ],
      // The first events are there when the page is, the others come while it is read.
      data: [("index", index.json(chunk: Self.chunkSize))] + data.prefix(1),
      laterData: Array(data.dropFirst())
    ).html
  }
}
