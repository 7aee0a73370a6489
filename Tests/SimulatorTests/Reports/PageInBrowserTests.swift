import JSONText
import JavaScriptEngines
import SandboxedJS
import Simulator
import TagManager
import Testing

/// The page of `simulate --format html`, used by a person in a browser: from a phone to a wide screen.
@Suite(.enabled(if: HeadlessBrowser.installed != nil, "no Chromium is on PATH"))
struct PageInBrowserTests {
  /// Two events; a tag that sends, one that does not fire, and one whose name is markup.
  private static func page(thenRunning script: String) throws -> String {
    var container = SmallContainer()
    container.addTrigger("1", event: "second")
    container.addTag(
      "sends",
      parameters: [
        .template("url", "https://example.com/" + String(repeating: "long", count: 100)),
        .template("body", #"{"a":1}"#),
      ])
    container.addTag("<img src=x onerror=\"document.title='wrong'\">", firing: ["1"])
    let simulation = Simulation(try CompiledContainer(container.version))
    var page = SimulationPage(title: "GTM-A")
    for (index, name) in ["first", "second"].enumerated() {
      let hit = Hit(eventData: ["event_name": .string(name)], clientName: "GA4")
      page.add(
        try simulation.run(hit).events[0], from: "hit \(index + 1)", by: "client 'GA4'")
    }
    page.add(problem: "it was cut off", from: "hit 3")
    return page.html.replacing(
      "</body>",
      with: """
        <script>
        const press = (key) => (document.activeElement || document.body)
          .dispatchEvent(new KeyboardEvent('keydown', {key: key, bubbles: true, cancelable: true}));
        const chosen = (list) => (list.querySelector('[aria-current=true] span') || {}).textContent;
        const state = () => ({event: chosen(lists.events), tag: chosen(lists.tags), details: details.innerText});
        \(script)
        </script>
        </body>
        """)
  }

  private static func result(of script: String, width: Int = 1200) throws -> JSON {
    let browser = try #require(HeadlessBrowser.installed)
    return try browser.result(
      of: page(thenRunning: "\(script)\n\(HeadlessBrowser.leave("result"))"), width: width)
  }

  @Test("it opens on the first event's first tag that sent something, with its request")
  func opened() throws {
    let state = try Self.result(of: "const result = state();")
    #expect(state["event"] == "first")
    #expect(state["tag"] == "sends")
    let details = try #require(state["details"]?.string)
    #expect(details.contains("POST https://example.com/long"))
    #expect(details.contains("\"a\": 1"))
  }

  @Test("the arrow keys alone lead to every event, tag and detail")
  func keyboard() throws {
    let states = try Self.result(
      of: """
        lists.events.querySelector('button').focus();
        press('ArrowDown');
        const result = [state()];
        press('ArrowRight');
        press('ArrowDown');
        result.push(state());
        press('ArrowRight');
        result.push({focused: document.activeElement.id});
        press('ArrowLeft');
        press('ArrowUp');
        press('ArrowUp');
        result.push(state());
        press('ArrowUp');
        result.push(state());
        """)
    let list = try #require(states.array)
    #expect(list[0]["event"] == "second")
    #expect(list[1]["tag"] == "<img src=x onerror=\"document.title='wrong'\">")
    #expect(list[2]["focused"] == "details")
    #expect(list[3]["tag"] == "Event data")
    #expect(list[3]["details"]?.string?.contains("\"event_name\": \"second\"") == true)
    #expect(list[4] == list[3], "above the first there is nothing")
  }

  @Test("a hit of which nothing came is told, with the reason and without tags")
  func problem() throws {
    let result = try Self.result(
      of: """
        lists.events.querySelectorAll('button')[2].click();
        const result = {tags: lists.tags.children.length, details: details.innerText};
        """)
    #expect(result["tags"] == 0)
    #expect(result["details"]?.string?.contains("hit 3\n") == true)
    #expect(result["details"]?.string?.contains("it was cut off") == true)
  }

  @Test("nothing is loaded, and no text becomes markup")
  func alone() throws {
    let result = try Self.result(
      of: """
        lists.events.querySelectorAll('button')[1].click();
        const result = {
          loaded: performance.getEntriesByType('resource').length,
          images: document.images.length, title: document.title
        };
        """)
    #expect(result == ["loaded": 0, "images": 0, "title": "GTM-A: simulated events"])
  }

  @Test("nothing lies outside of a window of any width", arguments: [320, 500, 800, 1600])
  func widths(width: Int) throws {
    // A window cannot be as narrow as a phone; a frame can.
    let page = try JSON.string(Self.page(thenRunning: "")).text(.embedded)
    let browser = try #require(HeadlessBrowser.installed)
    let result = try browser.result(
      of: """
        <!doctype html><body style="margin:0"><script>
        const frame = document.createElement('iframe');
        frame.style = 'border:0;height:800px;width:\(width)px';
        document.body.append(frame);
        frame.contentDocument.open();
        frame.contentDocument.write(\(page));
        frame.contentDocument.close();
        const root = frame.contentDocument.documentElement;
        const result = {shown: root.clientWidth, needed: root.scrollWidth, columns: frame.contentDocument.querySelector('main').clientHeight <= 800};
        \(HeadlessBrowser.leave("result"))
        </script></body>
        """, width: 1600)
    let shown = try #require(result["shown"]?.number?.integer)
    #expect((width - 20...width).contains(shown))
    #expect(result["needed"]?.number?.integer == shown)
    #expect(result["columns"] == .bool(width > 960))
  }
}
