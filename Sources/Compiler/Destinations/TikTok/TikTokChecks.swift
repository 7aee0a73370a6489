package import Diagnostics
package import TagwrightPlan

extension TikTok {
  package func check(in container: ResolvedContainer) -> [Diagnostic] {
    checkEvents() + checkMappings() + checkFields(sources, in: container)
  }

  /// Legacy names work and are not recommended; an empty map sends nothing.
  private func checkEvents() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if events.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, rule: "empty-event-map", "'\(name)' sends no event", at: place,
          notes: [.init("add On(\"purchase\", send: …) to 'events'")]))
    }
    for mapping in events {
      if case .legacy(let replacement) = mapping.event.kind {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "legacy-event-name",
            "'\(mapping.event.name)' is a name from before May 2025", at: mapping.event.place,
            notes: [
              .init("TikTok accepts it and shows it under its new name; send \(replacement)"),
              .init("pixel and server have to use the same name, or nothing is deduplicated"),
            ]))
      }
      if mapping.event.name.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, rule: "empty-event-name", "event '\(mapping.eventName)' is sent without a name",
            at: mapping.event.place))
      }
    }
    return diagnostics
  }

  /// What a layout cannot express: one lookup table has one output for one name.
  private func checkMappings() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var first: [String: On<Event>] = [:]
    for mapping in events {
      let key = layout == .lookupTable ? mapping.eventName : tagName(mapping)
      guard let earlier = first[key] else {
        first[key] = mapping
        continue
      }
      let message =
        layout == .lookupTable
        ? "a lookup table has one TikTok event for '\(mapping.eventName)'"
        : "'\(mapping.eventName)' is sent twice as '\(mapping.event.name)'"
      let hint =
        layout == .lookupTable
        ? "use 'layout: .tagPerEvent' to send one event twice"
        : "give one of them a 'name:' of its own"
      diagnostics.append(
        Diagnostic(
          .error, rule: "ambiguous-mapping", message, at: mapping.place,
          notes: [.init("first mapped here", at: earlier.place), .init(hint)]))
    }
    return diagnostics
  }

  /// Every source that becomes a field.
  private var sources: [Source] {
    var sources = [page.url, page.referrer]
    if let clientHints { sources.append(clientHints) }
    if case .from(let source) = limitedDataUse.kind { sources.append(source) }
    for mapping in events {
      let event = mapping.event
      sources += [event.value, event.currency, event.contents?.source, event.contents?.type.source]
        .compactMap(\.self)
      sources += event.properties.map(\.source)
      sources += matchKeys(for: mapping).flatMap { $0.sources + $0.hashed.map(\.source) }
      sources += [eventID(for: mapping)].compactMap(\.self)
      sources += []
    }
    return sources
  }
}
