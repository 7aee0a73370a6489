import JSONText
import JavaScriptEngines
import Pages
import TestSupport
import Testing

/// A page with as many events as it takes.
@Suite(
  .enabled(if: TestRun.isThorough, "set TAGWRIGHT_THOROUGH to run this"),
  .enabled(if: HeadlessBrowser.installed != nil, "no Chromium is on PATH"))
struct LongPageTests {
  /// Lays the page out, which a browser does before it paints for the first time.
  private static let look = """
    <script>
    const height = document.documentElement.offsetHeight;
    const seen = {time: performance.now(), height, events: document.querySelectorAll('#events li').length};
    \(HeadlessBrowser.leave("seen"))
    </script>
    """

  @Test("10,000 events are laid out within a second of opening the page")
  func manyEvents() throws {
    let container = try ShownContainer()
    let half = try container.half(.server, "purchase")
    var page = ShownContainer.page()
    for number in 1...SimulationPage.limit {
      page.add(PageEntry(name: "purchase", from: "hit \(number)", halves: [half]))
    }
    let browser = try #require(HeadlessBrowser.installed)
    let seen = try browser.result(
      of: page.html.replacing("</body>", with: "\(Self.look)</body>"))
    #expect(try #require(seen["events"]?.number?.integer) > 0)
    #expect(try #require(seen["time"]?.number?.double) < 1_000)
  }
}
