package import Diagnostics
package import TagwrightPlan

extension TikTok {
  package func check(in container: ResolvedContainer) -> [Diagnostic] {
    checkSettings() + checkEvents() + checkMappings() + checkFields(sources)
      + events.flatMap { checkConditions($0.conditions) }
      + (userData + events.flatMap(\.userData)).flatMap(check)
  }

  private func checkSettings() -> [Diagnostic] {
    var diagnostics = ([accessToken] + [testEventCode].compactMap(\.self)).flatMap(checkSecret)
    if pixelCode.isEmpty || pixelCode.contains("{{") {
      diagnostics.append(
        .error(
          "pixel-code", "'\(pixelCode)' is no pixel code", at: place,
          "copy the 20 characters that Events Manager shows"))
    }
    for policy in [consent] + events.compactMap(\.consent) {
      if case .waived(let reason) = policy.kind, reason.allSatisfy(\.isWhitespace) {
        diagnostics.append(
          .error(
            "missing-reason", "consent is waived without a reason", at: policy.place,
            "say why no consent is needed; it stands in the generated documentation"))
      }
    }
    if case .none(let reason) = deduplication.kind, reason.allSatisfy(\.isWhitespace) {
      diagnostics.append(
        .error(
          "missing-reason", "deduplication is left out without a reason", at: deduplication.place,
          "say why nothing can be counted twice; it stands in the generated documentation"))
    }
    return diagnostics
  }

  /// A match key without a source sends nothing, and what is not digits is no country code.
  private func check(_ key: MatchKey) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let name = TikTokUserField.field(for: key).name
    if key.sources.isEmpty, key.hashed.isEmpty {
      diagnostics.append(
        .error(
          "match-key-without-source", "match key '\(name)' has no source", at: key.place,
          "name where it arrives, such as '.eventData(\"…\")'"))
    }
    if let code = key.defaultCountryCode,
      !(1...3 ~= code.utf8.count)
        || !code.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        || code.hasPrefix("0")
    {
      diagnostics.append(
        .error(
          "country-code", "'\(code)' is no country code of a phone number", at: key.place,
          "write its digits alone, such as '49'"))
    }
    if let cookie = key.cookie, cookie.seconds <= 0 {
      diagnostics.append(
        .error(
          "cookie-lifetime", "the cookie of '\(name)' is kept for no time", at: key.place,
          "keep it for one day or more"))
    } else if let cookie = key.cookie, cookie.seconds > 400 * 86_400 {
      diagnostics.append(
        .warning(
          "cookie-lifetime", "the cookie of '\(name)' is meant to live longer than browsers allow",
          at: key.place, "they take it away after 400 days"))
    }
    return diagnostics
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
      diagnostics += checkEventName(mapping.eventName, at: mapping.place)
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
    }
    return sources
  }
}
