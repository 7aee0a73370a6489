import JSONText
import JavaScriptEngines
import Pages
import Testing

/// The page from a phone to a wide screen.
@Suite(.enabled(if: HeadlessBrowser.installed != nil, "no Chromium is on PATH"))
struct PageWidthTests {
  private static let widths = [320, 390, 800, 1000, 1600]

  /// A window cannot be as narrow as a phone; a frame can.
  private static let run = Result<JSON, any Error> {
    let browser = try #require(HeadlessBrowser.installed)
    let page = JSON.string(try ShownContainer().page().html).text(.embedded)
    return try browser.result(
      of: """
        <!doctype html><body style="margin:0"><script>
        const page = \(page);
        const frames = \(widths).map((width) => {
          const frame = document.createElement('iframe');
          frame.style = 'border:0;height:800px;width:' + width + 'px';
          document.body.append(frame);
          frame.contentDocument.open();
          frame.contentDocument.write(page);
          frame.contentDocument.close();
          return {width, document: frame.contentDocument};
        });
        const state = ({width, document}) => {
          const list = document.querySelector('nav').getBoundingClientRect();
          const entry = document.querySelector('#entry').getBoundingClientRect();
          return {needed: document.documentElement.scrollWidth, list: list.width, entry: entry.width, beside: entry.left >= list.right && list.width > 0};
        };
        const result = {};
        for (const frame of frames) {
          const before = state(frame);
          frame.document.querySelector('#events button').click();
          for (const fold of frame.document.querySelectorAll('#entry details')) fold.open = true;
          result[frame.width] = {before, after: state(frame)};
        }
        \(HeadlessBrowser.leave("result"))
        </script></body>
        """, width: 1700)
  }

  @Test("nothing lies outside of the window, in the list or in an entry", arguments: widths)
  func noScrolling(width: Int) throws {
    let seen = try #require(try Self.run.get()["\(width)"])
    for part in ["before", "after"] {
      #expect(try #require(seen[part]?["needed"]?.number?.integer) <= width)
    }
  }

  @Test(
    "on a wide screen the list stands beside the entry, on a narrow one each takes the other's place"
  )
  func places() throws {
    let seen = try Self.run.get()
    for width in Self.widths {
      let state = try #require(seen["\(width)"])
      let isWide = JSON.bool(width >= 800)
      #expect(state["before"]?["beside"] == isWide)
      #expect(state["after"]?["beside"] == isWide)
      guard width < 800 else { continue }
      #expect(state["before"]?["entry"] == 0)
      #expect(state["after"]?["list"] == 0)
    }
  }
}
