import JSONText
import SandboxedJS
import Simulator

/// Some entries of a page with all of their details: texts and tags that come again stand there once.
///
/// Every number in an entry or a tag is the place of a text, those of ``tags`` the place of a tag.
struct EntryChunk {
  private var texts: [JSON] = []
  private var textPlaces: [String: Int] = [:]
  private var tags: [JSON] = []
  private var tagPlaces: [JSON: Int] = [:]
  private var entries: [JSON] = []

  var count: Int { entries.count }

  var json: JSON { ["texts": .array(texts), "tags": .array(tags), "entries": .array(entries)] }

  /// Adds an entry.
  ///
  /// - Parameter destination: whom a tag sends to.
  mutating func add(_ entry: PageEntry, destination: (PageEntry.Side, TagResult) -> String) {
    var object = JSONObject()
    object["halves"] = .array(
      entry.halves.map { half in
        var members = JSONObject([
          .init("side", text(half.side.rawValue)), .init("reader", text(half.reader)),
          .init("data", text((half.result.eventData.json ?? .null).text(.compact))),
          .init(
            "tags",
            .array(half.result.tags.map { place(of: $0, destination: destination(half.side, $0)) })),
        ])
        if !half.notes.isEmpty { members["notes"] = list(half.notes) }
        return .object(members)
      })
    if !entry.counts.isEmpty {
      object["counts"] = .array(
        entry.counts.map { [text($0.isFault ? "fault" : "right"), text($0.text)] })
    }
    if !entry.problems.isEmpty { object["problems"] = list(entry.problems) }
    entries.append(.object(object))
  }

  private mutating func text(_ text: String) -> JSON {
    if let place = textPlaces[text] { return .number(JSONNumber(place)) }
    textPlaces[text] = texts.count
    texts.append(.string(text))
    return .number(JSONNumber(texts.count - 1))
  }

  private mutating func list(_ texts: [String]) -> JSON { .array(texts.map { text($0) }) }

  private mutating func place(of tag: TagResult, destination: String) -> JSON {
    let json = json(of: tag, destination: destination)
    let place = tagPlaces[json] ?? tags.count
    if place == tags.count {
      tags.append(json)
      tagPlaces[json] = place
    }
    return .number(JSONNumber(place))
  }

  /// A tag; what it does not have is left out.
  private mutating func json(of tag: TagResult, destination: String) -> JSON {
    let mask = SecretMask(tag)
    var object = JSONObject([
      .init("name", text(tag.name)), .init("to", text(destination)),
      .init("type", text(tag.typeName)), .init("state", text(TagState(tag).rawValue)),
      .init("outcome", text(tag.outcome?.text ?? "not fired")),
      .init("reason", text(tag.decision.reason)),
    ])
    if tag.isFired { object["fired"] = true }
    let effects = tag.effects
    if !effects.requests.isEmpty {
      object["requests"] = .array(
        effects.requests.map { request in
          [
            "line": text("\(request.method) \(mask.url(request.url))"),
            "headers": list(request.headers.map(mask.header).map { "\($0.name): \($0.value)" }),
            "body": text(mask.text(request.body ?? "")),
          ]
        })
    }
    let lists: KeyValuePairs<String, [String]> = [
      "calls": effects.calls.map { mask.text($0.text) },
      "cookies": effects.cookies.map(\.headerText),
      "headers": effects.responseHeaders.map { "\($0.name): \($0.value)" },
      "pixels": effects.pixels.map(mask.url), "logs": effects.logs.map(mask.text),
    ]
    for (key, lines) in lists where !lines.isEmpty { object[key] = list(lines) }
    for (key, values) in ["settings": tag.settings, "variables": tag.variables] as KeyValuePairs
    where !values.isEmpty {
      object[key] = .array(
        values.map { [text($0.name), text(mask.value($0).description)] })
    }
    return .object(object)
  }
}
