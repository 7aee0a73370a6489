package import TagwrightPlan

extension TikTok {
  package var summary: DestinationSummary {
    DestinationSummary(
      name: name, service: "TikTok Events API", facts: facts,
      events: events.map(summary), matchKeys: shownMatchKeys)
  }

  private var facts: [(name: String, value: String)] {
    [
      ("Pixel", MarkdownText.cell(pixelCode)),
      ("Access token", "the secret \(MarkdownText.cell(accessToken.name))"),
      (
        "Test event code",
        testEventCode.map { "the secret \(MarkdownText.cell($0.name)); not for production" }
          ?? "none"
      ),
      ("Consent", MarkdownText.escaped(consent.shownText)),
      ("Deduplication", MarkdownText.escaped(deduplication.shownText)),
      ("Layout", layout == .tagPerEvent ? "a tag per event" : "one tag with a lookup table"),
    ]
  }

  private func summary(_ mapping: On<Event>) -> DestinationSummary.Event {
    let event = mapping.event
    var values: [(name: String, source: String)] = []
    if let source = eventID(for: mapping) { values.append(("event_id", source.shownText)) }
    if let contents = event.contents { values.append(("contents", contents.source.shownText)) }
    if let value = event.value { values.append(("value", value.shownText)) }
    if let currency = event.currency { values.append(("currency", currency.shownText)) }
    values += event.properties.map { ($0.names[0], $0.source.shownText) }
    let keys = matchKeys(for: mapping).map { TikTokUserField.field(for: $0).name }
    return DestinationSummary.Event(
      eventName: mapping.eventName, conditions: mapping.conditions.map(\.shownText),
      sentAs: event.name, values: values, matchKeys: keys,
      consent: (mapping.consent ?? consent).shownText)
  }

  private var shownMatchKeys: [(name: String, sources: String)] {
    var shown: [(name: String, sources: String)] = []
    for key in events.flatMap({ matchKeys(for: $0) }) {
      let name = TikTokUserField.field(for: key).name
      guard !shown.contains(where: { $0.name == name }) else { continue }
      let sources =
        key.sources.map(\.shownText) + key.hashed.map { "\($0.source.shownText) (SHA-256)" }
      shown.append((name, sources.map(MarkdownText.cell).joined(separator: ", else ")))
    }
    return shown
  }
}

extension Deduplication {
  fileprivate var shownText: String {
    switch kind {
    case .sharedEventID(let source, let purchase):
      "shared event id from \(source.shownText)"
        + (purchase.map { "; for a purchase else \($0.shownText)" } ?? "")
    case .none(let reason): "not needed: \(reason)"
    }
  }
}
