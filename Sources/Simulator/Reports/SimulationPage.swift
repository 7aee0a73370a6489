import JSONText
import SandboxedJS

/// Events as one page for a browser: hits on the left, tags in the middle, requests and variables on the right.
///
/// The page loads nothing, and shows every text as a text, never as markup.
package struct SimulationPage: Sendable {
  /// Events that a page can hold and still be read.
  package static let limit = 2_000

  private var events: [JSON] = []
  private var omitted = 0
  private let title: String

  /// - Parameter title: what the events are of, such as a container's id.
  package init(title: String) { self.title = title }

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - origin: what it came from, such as `hit 7`.
  ///   - reader: who made it of that, such as `client 'GA4'`.
  ///   - notes: what else is to be said of it.
  package mutating func add(
    _ event: EventResult, from origin: String, by reader: String, notes: [String] = []
  ) {
    append([
      "origin": .string(origin), "reader": .string(reader), "name": .string(event.eventName),
      "data": event.eventData.json ?? .null, "tags": .array(event.tags.map(Self.json)),
      "notes": .array(notes.map { .string($0) }),
    ])
  }

  /// Adds something of which no event came.
  ///
  /// - Parameters:
  ///   - problem: why none came.
  ///   - origin: what it is, such as `hit 7`.
  package mutating func add(problem: String, from origin: String) {
    append([
      "origin": .string(origin), "name": "no event", "problem": .string(problem), "tags": [],
    ])
  }

  private mutating func append(_ event: JSON) {
    guard events.count < Self.limit else {
      omitted += 1
      return
    }
    events.append(event)
  }

  private static func json(_ tag: TagResult) -> JSON {
    let mask = SecretMask(tag)
    func values(_ named: [TagResult.NamedValue]) -> JSON {
      .array(
        named.map { value in
          ["name": .string(value.name), "value": .string(mask.value(value).description)]
        })
    }
    return [
      "name": .string(tag.name), "type": .string(tag.typeName), "fired": .bool(tag.isFired),
      "reason": .string(tag.decision.reason),
      "outcome": .string(tag.outcome?.text ?? "not fired"),
      "requests": .array(
        tag.effects.requests.map { request in
          [
            "line": .string("\(request.method) \(mask.url(request.url))"),
            "headers": .array(
              request.headers.map(mask.header).map { .string("\($0.name): \($0.value)") }),
            "body": .string(mask.text(request.shownBody)),
          ]
        }),
      "calls": .array(tag.effects.calls.map { .string(mask.text($0.text)) }),
      "cookies": .array(tag.effects.cookies.map { .string($0.headerText) }),
      "headers": .array(
        tag.effects.responseHeaders.map { .string("\($0.name): \($0.value)") }),
      "pixels": .array(tag.effects.pixels.map { .string(mask.url($0)) }),
      "logs": .array(tag.effects.logs.map { .string(mask.text($0)) }),
      "settings": values(tag.settings), "variables": values(tag.variables),
    ]
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// The page.
  package var html: String {
    let data: JSON = ["events": .array(events), "omitted": .number(JSONNumber(omitted))]
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(Self.escaped(title)): simulated events</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <nav aria-label="Events"><h2>\(Self.escaped(title))</h2><p id="totals"></p><input id="filter" type="search" aria-label="Filter events" placeholder="Filter events"><ul id="events"></ul></nav>
      <section aria-label="Tags"><h2>Tags</h2><ul id="tags"></ul></section>
      <article aria-label="Details" tabindex="-1" id="details"></article>
      </main>
      <noscript>This page needs JavaScript to show its events.</noscript>
      <script type="application/json" id="data">\(data.text(.embedded))</script>
      <script>
      \(Self.script)
      </script>
      </body>
      </html>
      """
  }
}
