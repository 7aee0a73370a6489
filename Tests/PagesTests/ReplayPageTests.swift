import Pages
import Replay
import Testing

/// The page of a replay, as text.
struct ReplayPageTests {
  private static var html: String {
    var totals = ReplayTotals()
    totals.addDamaged("a line is cut off <b>")
    let report = ReplayReport(totals, from: "'<live>.json'", to: "the plan")
    return ReplayPage(report, day: "2026-11-28").html
  }

  @Test(
    "the page says what is compared, its day, the verdict and what was not read, and is text alone")
  func heading() {
    let html = Self.html
    for part in [
      "<h1>'&lt;live&gt;.json' → the plan</h1>", "2026-11-28", "1 not read",
      "neither container is known to send anything", "default-src 'none'", "&lt;b&gt;",
    ] {
      #expect(html.firstRange(of: part) != nil, "\(part)")
    }
    #expect(html.firstRange(of: "<script") == nil)
  }
}
