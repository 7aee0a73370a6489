package import TagwrightPlan

extension TikTok {
  package func declare(in values: inout DeclaredValues) {
    values.add(allowances)
    values.add(consent)
    if case .none(let reason) = deduplication.kind {
      values.addReason(
        reason, for: "deduplication is left out", at: deduplication.place,
        mend: "say why nothing can be counted twice; it stands in the generated documentation")
    }
    values.secrets += [accessToken, testEventCode].compactMap(\.self).map {
      Declared($0, at: $0.place, allowances: allowances)
    }
    for source in sharedSources { values.addField(source, allowances: allowances) }
    for key in userData { values.add(key, allowances: allowances) }
    for mapping in events { declare(mapping, in: &values) }
  }

  private func declare(_ mapping: On<Event>, in values: inout DeclaredValues) {
    let allowances = mapping.allowances + allowances
    values.add(mapping.allowances)
    values.eventNames.append(
      Declared(mapping.eventName, at: mapping.place, allowances: allowances))
    values.add(notes: mapping.notes, at: mapping.place)
    values.add(mapping.conditions, allowances: allowances)
    if let consent = mapping.consent { values.add(consent) }
    for key in mapping.userData { values.add(key, allowances: allowances) }
    let event = mapping.event
    let sources =
      [
        event.value, event.currency, event.contents?.source, event.contents?.type.source,
        mapping.eventID,
      ].compactMap(\.self) + event.properties.map(\.source)
    for source in sources { values.addField(source, allowances: allowances) }
  }

  /// The sources that every event has.
  private var sharedSources: [Source] {
    var sources = [page.url, page.referrer]
    if let clientHints { sources.append(clientHints) }
    if case .from(let source) = limitedDataUse.kind { sources.append(source) }
    if case .sharedEventID(let source, let purchase) = deduplication.kind {
      sources += [source, purchase].compactMap(\.self)
    }
    return sources
  }
}
