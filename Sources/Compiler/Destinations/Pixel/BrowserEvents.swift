import TagwrightPlan

extension ResolvedDestination {
  /// The events that the browser has to send so that the server can make each event.
  var browserEvents: [BrowserEvent] { events.map(browserEvent) }

  /// Returns the event that the browser has to send so that the server can make this event.
  func browserEvent(_ event: ResolvedEvent) -> BrowserEvent {
    var browser = BrowserEvent(
      event.eventName, where: event.mapping.conditions, consent: event.consent, at: event.place)
    addEventID(of: event, to: &browser)
    for member in event.members where member.step <= .properties { add(member, to: &browser) }
    for comparison in event.mapping.conditions.comparisons { browser.add(comparison.source) }
    for member in event.members where member.step > .properties && member.place != profile.eventID {
      add(member, to: &browser)
    }
    return browser
  }

  private func add(_ member: Member, to browser: inout BrowserEvent) {
    let identifier = member.key.flatMap { profile.identifier(of: $0) }
    if let identifier {
      for source in member.sources {
        if case .eventData(let path) = source.kind {
          browser.add(path, from: identifier.origin, isPersonal: true)
        } else {
          browser.add(source, isPersonal: true)
        }
      }
    } else if let source = Source.one(of: member.sources) {
      browser.add(source, isRequired: member.isRequired, isPersonal: member.key != nil)
    }
  }

  /// The first path that an id is read from gets the browser's own; the number of an order is one.
  private func addEventID(of event: ResolvedEvent, to browser: inout BrowserEvent) {
    guard let source = event.eventID else { return }
    var paths = source.eventDataPaths
    guard !paths.isEmpty else { return }
    browser.add(paths.removeFirst(), from: .eventID(order: orderNumberPath(of: event)))
    for path in paths { browser.add(path, from: .dataLayer(path: path), isRequired: true) }
  }

  /// Returns the path of a purchase's order number, if that may stand for the event's id.
  private func orderNumberPath(of event: ResolvedEvent) -> String? {
    guard case .sharedEventID(_, let purchase?) = declaration.deduplication.kind,
      event.mapping.eventID == nil,
      event.eventID?.eventDataPaths.contains(where: purchase.eventDataPaths.contains) == true
    else { return nil }
    return purchase.eventDataPaths.first
  }
}
