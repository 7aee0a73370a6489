package import TagwrightPlan

extension TikTok {
  package var summary: DestinationSummary {
    DestinationSummary(
      name: name, service: Self.service, facts: facts, events: events.map(summary),
      sharedValues: sharedValues, matchKeyNames: matchKeyNames)
  }

  private var facts: [(name: String, markdown: String)] {
    var facts = [
      ("Pixel", MarkdownText.code(pixelCode)),
      ("Access token", "the secret \(MarkdownText.code(accessToken.name))"),
    ]
    if let testEventCode {
      facts.append(
        (
          "Test event code",
          "the secret \(MarkdownText.code(testEventCode.name)): take it out of the plan before you publish"
        ))
    }
    facts += [
      ("Consent", consent.markdown),
      ("Deduplication", deduplication.markdown),
      ("Layout", layout == .tagPerEvent ? "a tag per event" : "one tag with a lookup table"),
      (
        "Values",
        sourceStyle == .visible
          ? "fields of the tag that refer to variables, as preview shows them"
          : "read inside the template"
      ),
    ]
    return facts
  }

  private func summary(_ mapping: On<Event>) -> DestinationSummary.Event {
    let event = mapping.event
    var values: [DestinationSummary.Value] = []
    func add(_ name: String, _ source: Source?) {
      if let source { values.append(.init(name: name, sources: source.candidates)) }
    }
    add("event_id", eventID(for: mapping))
    add("value", event.value)
    add("currency", event.currency)
    add("contents", event.contents?.source)
    add("content_type", event.contents?.type.source)
    for property in event.properties { add(property.names[0], property.source) }
    return DestinationSummary.Event(
      name: mapping.eventName, conditions: mapping.conditions, sentAs: event.name, values: values,
      matchKeys: matchKeys(for: mapping).map { key in
        .init(
          name: TikTokUserField.field(for: key).name, sources: key.sources,
          digests: key.hashed.map(\.source))
      }, consent: mapping.consent ?? consent)
  }

  private var sharedValues: [DestinationSummary.Value] {
    var values: [DestinationSummary.Value] = [
      .init(name: "page.url", sources: page.url.candidates),
      .init(name: "page.referrer", sources: page.referrer.candidates),
    ]
    if case .from(let source) = limitedDataUse.kind {
      values.append(.init(name: "limited_data_use", sources: source.candidates))
    }
    if let clientHints {
      values.append(.init(name: "device", sources: clientHints.candidates))
    }
    return values
  }

  private var matchKeyNames: [String] {
    var names: [String] = []
    for key in MatchKey.Kind.allCases {
      let known = events.flatMap { matchKeys(for: $0) }.first { $0.kind == key }
      if let known { names.append(TikTokUserField.field(for: known).name) }
    }
    return names
  }
}

extension Deduplication {
  fileprivate var markdown: String {
    switch kind {
    case .sharedEventID(let source, let purchase):
      "pixel and server send one event id, from \(source.markdown)"
        + (purchase.map { "; for a purchase else from \($0.markdown)" } ?? "")
    case .none(let reason): "not needed: \(MarkdownText.escaped(reason))"
    }
  }
}
