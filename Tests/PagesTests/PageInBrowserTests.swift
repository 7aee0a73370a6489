import JSONText
import JavaScriptEngines
import Pages
import Testing

/// The page of simulated events, used by a person in a browser.
///
/// One browser goes through all that a person does; each test looks at a part of what was seen.
@Suite(.enabled(if: HeadlessBrowser.installed != nil, "no Chromium is on PATH"))
struct PageInBrowserTests {
  /// Collects errors before the page's own scripts run.
  static let watch = """
    <script>
    const problems = [];
    addEventListener('error', (event) => problems.push(event.message));
    addEventListener('unhandledrejection', (event) => problems.push(String(event.reason)));
    document.addEventListener('securitypolicyviolation', (event) => problems.push(event.violatedDirective));
    for (const name of ['error', 'warn']) console[name] = (...words) => problems.push(words.join(' '));
    </script>
    """

  private static let steps = """
    const all = (query) => [...document.querySelectorAll(query)];
    const one = (query) => document.querySelector(query);
    const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
    const shown = () => all('#events li:not([hidden]) button > span:first-child').map((item) => item.textContent);
    const current = () => (one('#events [aria-current]') || {textContent: ''}).querySelector('span').textContent;
    const focus = () => document.activeElement.firstChild.textContent;
    const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const seen = {};
    const go = async () => {
      seen.faces = all('#events button').map((item) => [...item.children].map((part) => part.textContent).join(' | '));
      seen.opened = {event: current(), request: one('.tag[open] .tree').innerText, text: one('#entry').innerText};
      one('[value=bytes]').click();
      seen.bytes = one('.tag[open] pre').innerText;
      one('[value=tree]').click();
      one('.map [data-event=purchase][data-to=One][data-side=server][data-state=sent]').click();
      seen.cell = {shown: shown(), found: one('#found').textContent, pressed: all('[aria-pressed=true][data-event]').map((item) => item.ariaLabel), event: current(), tags: all('.tag[open]').map((item) => item.tag.name), text: one('#entry').innerText};
      one('[aria-pressed=true][data-event]').click();
      seen.released = shown().length;
      one('.totals .sent').click();
      seen.total = shown();
      one('.map [data-to=Four][data-state=refused]').click();
      seen.refused = shown();
      one('#clear').click();
      one('#search').value = 't-3';
      one('#search').dispatchEvent(new Event('input'));
      await pause(400);
      seen.searched = {shown: shown(), event: current(), address: decodeURIComponent(location.hash)};
      press('Escape');
      await pause(400);
      seen.cleared = shown().length;
      one('#search').focus();
      press('ArrowDown');
      press('Home');
      seen.first = {event: current(), focus: focus()};
      press('ArrowDown');
      press('ArrowDown');
      seen.third = current();
      press('End');
      press('ArrowDown');
      seen.last = {event: current(), text: one('#entry').innerText};
      press('ArrowUp');
      press('ArrowUp');
      press('ArrowRight');
      seen.entry = document.activeElement.id;
      one('#entry summary').focus();
      press('ArrowDown');
      seen.summary = document.activeElement === all('#entry summary')[1];
      press('Escape');
      seen.back = focus();
      press('/');
      seen.slash = document.activeElement.id;
      const stops = all('.map button').filter((button) => button.tabIndex === 0);
      seen.stops = stops.length;
      stops[0].focus();
      press('ArrowDown');
      press('ArrowRight');
      seen.cellFocus = document.activeElement.ariaLabel || document.activeElement.textContent;
      seen.alone = {loaded: performance.getEntriesByType('resource').length, images: document.images.length, title: document.title};
      seen.contrast = {};
      for (const fold of all('#entry details')) fold.open = true;
      await pause(200);
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        seen.contrast[scheme] = contrasts();
      }
      seen.problems = problems;
    };
    \(contrast)
    go().catch((error) => problems.push(String(error.stack))).then(() => {
      seen.problems = problems;
      \(HeadlessBrowser.leave("seen"))
    });
    """

  /// The least contrast of a text against what is behind it, by the formula of WCAG 2, and how many texts were looked at.
  static let contrast = """
    const contrasts = () => {
      const parts = (colour) => {
        const canvas = contrasts.canvas = contrasts.canvas || new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data;
      };
      const light = (colour) => {
        const [r, g, b] = [...parts(colour)].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (node) => {
        for (let at = node; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if (parts(colour)[3] === 255) return colour;
        }
        return 'Canvas';
      };
      let least = {ratio: 99};
      let count = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest('script, noscript')) continue;
        const [a, b] = [light(getComputedStyle(node).color), light(behind(node))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        count += 1;
        if (ratio < least.ratio) least = {ratio, text: walker.currentNode.data.slice(0, 40), kind: node.className};
      }
      return {...least, count};
    };
    """

  /// What was seen; the browser runs once.
  private static let run = Result<JSON, any Error> {
    let browser = try #require(HeadlessBrowser.installed)
    let html = try ShownContainer().page().html
      .replacing("<body>", with: "<body>\(watch)")
      .replacing("</body>", with: "<script>\(steps)</script></body>")
    return try browser.result(of: html, after: 10_000)
  }

  private static func seen(_ part: String) throws -> JSON {
    try #require(try Self.run.get()[part])
  }

  private static let hostile =
    "</script><img src=x onerror=document.title='wrong'>\\u{202E}\\u{2028}'\"&amp;"

  @Test("browser and server half of an event are one entry, with how often it counts on its face")
  func pairing() throws {
    let faces = try #require(try Self.seen("faces").array).compactMap(\.string)
    #expect(faces.count == 4)
    #expect(faces[0].contains("view_item | push 1 | counted once"))
    #expect(faces[1].contains("purchase | push 2 | counted twice: One"))
    #expect(faces[3].contains("no event | hit 4 | it was cut off"))
    let text = try #require(try Self.seen("cell")["text"]?.string)
    #expect(text.contains("One counts 2 Purchase: no id"))
    #expect(text.contains("Browser: client 'GA4'") && text.contains("Server: client 'GA4'"))
    #expect(text.contains("Fired (12)") && text.contains("Not fired (0)"))
  }

  @Test("it opens on the first push of which something was sent, with the request as a tree")
  func opened() throws {
    let opened = try Self.seen("opened")
    #expect(opened["event"] == "view_item")
    #expect(opened["request"]?.string?.contains("order: \"T-1\"") == true)
    #expect(opened["request"]?.string?.contains("deep: true") == true)
    let text = try #require(opened["text"]?.string)
    #expect(text.contains("not sent: nobody to tell"), "the reason is on the line")
    #expect(text.contains("{{_event}} equals 'purchase', but is 'view_item'"))
  }

  @Test("the request is also there as it is sent, without secrets")
  func bytes() throws {
    let bytes = try #require(try Self.seen("bytes").string)
    #expect(bytes.hasPrefix("POST https://one.example.com/events?key=***\n"))
    #expect(bytes.hasSuffix("\n\n{\"order\":\"T-1\",\"list\":[1,{\"deep\":true}]}"))
  }

  @Test(
    "a number of the map filters the list and opens the tag that it counts; pressed again, all are back"
  )
  func filter() throws {
    let cell = try Self.seen("cell")
    #expect(cell["shown"] == ["purchase"])
    #expect(cell["found"] == "1 of 4 events")
    #expect(cell["pressed"] == ["purchase, One, server: 1 sent"])
    #expect(cell["tags"] == ["One sends"])
    #expect(try Self.seen("released") == 4)
    #expect(try Self.seen("total") == ["view_item", "purchase"])
    #expect(try Self.seen("refused") == ["view_item"])
  }

  @Test("the search finds what stands in a request, and the address keeps it")
  func search() throws {
    let searched = try Self.seen("searched")
    #expect(searched["shown"] == [.string(Self.hostile)])
    #expect(searched["event"] == .string(Self.hostile))
    #expect(searched["address"] == "#search=t-3&at=3")
    #expect(try Self.seen("cleared") == 4)
  }

  @Test("the keyboard alone leads to every event, every tag and every number of the map")
  func keyboard() throws {
    #expect(try Self.seen("first") == ["event": "view_item", "focus": "view_item"])
    #expect(try Self.seen("third") == .string(Self.hostile))
    #expect(try Self.seen("last")["event"] == "no event")
    #expect(try Self.seen("entry") == "entry")
    #expect(try Self.seen("summary") == true)
    #expect(try Self.seen("back") == "purchase")
    #expect(try Self.seen("slash") == "search")
    #expect(try Self.seen("stops") == 1, "the map is one stop on the way through the page")
    #expect(try Self.seen("cellFocus").string?.hasPrefix("view_item, ") == true)
  }

  @Test("a hit of which nothing came is there with the reason")
  func problem() throws {
    let text = try #require(try Self.seen("last")["text"]?.string)
    #expect(text.contains("hit 4") && text.contains("it was cut off"))
  }

  @Test("there is no error, no warning and nothing that the browser refuses")
  func problems() throws {
    #expect(try Self.seen("problems") == [])
  }

  @Test("nothing is loaded, and no text becomes markup")
  func alone() throws {
    #expect(
      try Self.seen("alone")
        == ["loaded": 0, "images": 0, "title": "Shop <b>: simulated events"])
  }

  @Test("every text has a contrast of 4.5 at least", arguments: ["light", "dark"])
  func contrast(scheme: String) throws {
    let least = try #require(try Self.seen("contrast")[scheme])
    #expect(try #require(least["ratio"]?.number?.double) >= 4.5, "\(least.text(.compact))")
    #expect(try #require(least["count"]?.number?.integer) > 100)
  }
}
