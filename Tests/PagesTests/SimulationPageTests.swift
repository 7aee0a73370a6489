import JSONText
import Pages
import Simulator
import Testing

/// The page of simulated events, as text.
struct SimulationPageTests {
  private static func data(_ id: String, in html: String) throws -> JSON {
    let start = try #require(html.firstRange(of: "id=\"\(id)\">"))
    let end = try #require(html[start.upperBound...].firstRange(of: "</script>"))
    return try JSON.read(String(html[start.upperBound..<end.lowerBound]))
  }

  @Test("no text of an event, a tag or a heading becomes markup, and no secret stands in the page")
  func escaping() throws {
    let html = try ShownContainer().page().html
    let wrong = ["<img", "<b>:", "\u{2028}", "key=hidden", "hidden-token"]
    #expect(wrong.filter(html.contains) == [])
    #expect(html.split(separator: "<script").first?.contains("\u{202E}") == false)
    #expect(html.firstRange(of: "<h1>Shop &lt;b&gt;</h1>") != nil)
    // The script of the page, its index and one chunk.
    #expect(html.split(separator: "</script>", omittingEmptySubsequences: false).count == 4)
  }

  @Test("the page names nothing that would be loaded")
  func loadsNothing() throws {
    let html = try ShownContainer().page().html
    #expect(html.contains("default-src 'none'"))
    let loading = ["src=\"", "@import", "url(", "<link"].filter(html.contains)
    #expect(loading == [])
  }

  @Test("the same events give the same page; a day stands there only where the caller gives one")
  func determinism() throws {
    let container = try ShownContainer()
    #expect(try container.page().html == container.page().html)
    #expect(!ShownContainer.page().html.contains("<time"))
    #expect(
      ShownContainer.page(day: "2026-11-28").html
        .contains("<time datetime=\"2026-11-28\">2026-11-28</time>"))
  }

  @Test("the map counts tags that fired, and destinations none of whose tags did")
  func map() throws {
    let html = try ShownContainer().page().html
    func label(_ text: String) -> Bool { html.contains("aria-label=\"\(text)\"") }
    #expect(label("purchase, One, server: 1 sent"))
    #expect(label("purchase, One, server: 1 failed"))
    #expect(label("purchase, Two, browser: 1 fired, nothing sent"))
    #expect(label("purchase, Four, browser: 1 refused by consent"))
    #expect(label("view_item, Four, server: 1 sent"))
    #expect(label("view_item, Three, server: 1 fired, code not known"))
    #expect(!label("view_item, One, server: 1 not fired"), "one of its tags fired")
  }

  @Test("without JavaScript the first events are there in lines, the others as a number")
  func plain() throws {
    var page = ShownContainer.page()
    let half = try ShownContainer().half(.server, "purchase")
    for number in 1...60 {
      page.add(PageEntry(name: "purchase", from: "hit \(number)", halves: [half]))
    }
    let parts = page.html.split(separator: "<noscript>")
    let plain = try #require(parts.last?.split(separator: "</noscript>").first)
    #expect(plain.contains("hit 50") && !plain.contains("hit 51"))
    #expect(plain.contains("fired: One sends, trigger 'purchases': success"))
    #expect(plain.contains("not fired: Four is refused, no consent to 'ad_storage'"))
    #expect(plain.contains("and 10 further events"))
  }

  @Test("events beyond the limit are counted")
  func limit() throws {
    var page = ShownContainer.page()
    for number in 1...(SimulationPage.limit + 5) {
      page.add(PageEntry(name: "no event", from: "hit \(number)", problems: ["cut off"]))
    }
    #expect(page.html.contains("<b>10005 events</b> <small>(5 events left out)</small>"))
  }

  @Test("what comes again stands in a page once: fifty like events take little more than one")
  func size() throws {
    let half = try ShownContainer().half(.server, "view_item")
    func size(_ count: Int) throws -> Int {
      var page = ShownContainer.page()
      for number in 1...count {
        page.add(PageEntry(name: "view_item", from: "hit \(number)", halves: [half]))
      }
      let chunk = try Self.data("chunk-0", in: page.html)
      return chunk.text(.embedded).utf8.count
    }
    #expect(try size(50) < size(1) + 50 * 120)
  }
}
