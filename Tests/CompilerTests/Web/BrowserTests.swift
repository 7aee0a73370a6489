import CustomTemplate
import JSONText
import JavaScriptEngines
import TagwrightPlan
import Testing

/// The generated templates' own code in a real browser: a stub in the pixel's place notes what it is told.
@Suite struct BrowserTests {
  /// A page on which two events occur, each with two pixel tags; the pixel comes after the first, or is there.
  private static func page(_ origin: Pixel.Origin) throws -> BrowserPage {
    let plan = WebPlan(pixel: origin)
    func literal(_ name: String) throws -> String {
      JSON.string(try plan.template(name).template.code).text(.compact)
    }
    let script = """
      \(BrowserPage.sandbox)
      const eventID = compiled(\(try literal("Event Id")));
      const pixel = compiled(\(try literal("TikTok Pixel")));
      const calls = [];
      let succeeded = 0;
      const install = () => {
        const waiting = window.ttq || [];
        window.ttq = {
          track: (...rest) => calls.push(['track', ...rest]),
          identify: (...rest) => calls.push(['identify', ...rest])
        };
        Array.from(waiting).forEach((entry) => window.ttq[entry[0]](...entry.slice(1)));
      };
      const occur = (number, names) => {
        model['gtm.uniqueEventId'] = number;
        names.forEach((name) => run(pixel, {
          pixel_code: 'D6AP4E3C77U3L7SP8O7G',
          event: name,
          // Tag Manager asks a variable anew for each tag that refers to it.
          event_id: run(eventID, {}),
          properties: [{name: 'value', type: 'number', value: '5'}],
          gtmOnSuccess: () => { succeeded++; },
          gtmOnFailure: () => { succeeded--; }
        }));
      };
      if (\(origin == .installed)) install();
      occur(4, ['AddToCart', 'InitiateCheckout']);
      if (\(origin == .generated)) install();
      occur(5, ['AddToCart', 'InitiateCheckout']);
      const result = {calls: calls, succeeded: succeeded, loaded: loaded, order: run(eventID, {order: 'T-1'})};
      """
    return BrowserPage(script: script)
  }

  private static func check(_ result: JSON, _ origin: Pixel.Origin) {
    let calls = result["calls"]?.array?.compactMap(\.array) ?? []
    #expect(calls.count == 4)
    for call in calls {
      #expect(call.count == 4 && call.first == "track")
      #expect(call.last?["pixel_code"] == "D6AP4E3C77U3L7SP8O7G")
      #expect(call.dropFirst(2).first == ["value": 5])
    }
    let ids = calls.compactMap { $0.last?["event_id"]?.string }
    #expect(ids.count == 4)
    guard ids.count == 4 else { return }
    #expect(ids[0] == ids[1] && ids[2] == ids[3] && ids[1] != ids[2], "\(ids)")
    #expect(result["succeeded"] == 4)
    #expect(result["order"] == "T-1")
    #expect((result["loaded"]?.array?.isEmpty == true) == (origin == .installed))
  }

  @Test(
    "in a browser, the id is the third argument, and one for the two tags of an event",
    .enabled(if: HeadlessBrowser.installed != nil, "no Chromium is on PATH"),
    arguments: [Pixel.Origin.installed, .generated])
  func browser(origin: Pixel.Origin) throws {
    let browser = try #require(HeadlessBrowser.installed)
    Self.check(try Self.page(origin).result(in: browser), origin)
  }

  @Test(
    "on another engine, the id is the third argument, and one for the two tags of an event",
    .enabled(if: Node.installed != nil, "node is not on PATH"),
    arguments: [Pixel.Origin.installed, .generated])
  func engine(origin: Pixel.Origin) throws {
    let node = try #require(Node.installed)
    Self.check(try Self.page(origin).result(in: node), origin)
  }
}
