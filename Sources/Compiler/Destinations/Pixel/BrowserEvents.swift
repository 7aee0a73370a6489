package import TagwrightPlan

extension TikTok {
  package var browserEvents: [BrowserEvent] { events.map(browserEvent) }

  /// What the browser has to send so that the server can make this event.
  func browserEvent(_ mapping: On<Event>) -> BrowserEvent {
    var event = BrowserEvent(mapping.eventName, at: mapping.place)
    addEventID(of: mapping, to: &event)
    for key in matchKeys(for: mapping) {
      for source in key.sources + key.hashed.map(\.source) {
        switch (key.kind, source.kind) {
        case (.browserID, .eventData(let path)): event.add(path, from: .cookie(name: "_ttp"))
        case (.clickID, .eventData(let path)): event.add(path, from: .urlParameter(name: "ttclid"))
        default: event.add(source)
        }
      }
    }
    let sent = mapping.event
    if let contents = sent.contents {
      event.add(contents.type.source)
      event.add(contents.source, isRequired: true)
    }
    if let value = sent.value { event.add(value, isRequired: true) }
    if let currency = sent.currency { event.add(currency, isRequired: true) }
    for property in sent.properties { event.add(property.source) }
    for comparison in mapping.conditions.comparisons { event.add(comparison.source) }
    if case .from(let source) = limitedDataUse.kind { event.add(source) }
    return event
  }

  /// The first path that an id is read from gets the browser's own; the number of an order is one.
  private func addEventID(of mapping: On<Event>, to event: inout BrowserEvent) {
    guard let source = eventID(for: mapping) else { return }
    var paths = source.eventDataPaths
    guard !paths.isEmpty else { return }
    event.add(paths.removeFirst(), from: .eventID(order: orderNumberPath(of: mapping)))
    for path in paths { event.add(path, from: .dataLayer(path: path), isRequired: true) }
  }

  /// Where a purchase has its order's number, if that may stand for the event's id.
  private func orderNumberPath(of mapping: On<Event>) -> String? {
    guard case .sharedEventID(_, let purchase?) = deduplication.kind, mapping.eventID == nil,
      eventID(for: mapping)?.eventDataPaths.contains(where: purchase.eventDataPaths.contains)
        == true
    else { return nil }
    return purchase.eventDataPaths.first
  }

  /// The path of the event data that an event's id stands in, where it does.
  func eventIDPath(of mapping: On<Event>) -> String? {
    eventID(for: mapping)?.eventDataPaths.first
  }
}
