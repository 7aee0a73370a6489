import TagManager
import TagwrightPlan

extension ReadDestination {
  /// Takes over what only the browser's half says: the values of the account that no request has, the ids under which the
  /// pixel knows events, and the names and notes that a lookup table does not show.
  mutating func complete(by browser: BrowserHalfReading) {
    var declaration = destination.declaration
    guard let resolved = ResolvedDestination(destination) else { return }
    for (index, field) in resolved.profile.account.enumerated() where !field.isSent {
      guard let value = browser.constant("\(declaration.name) \(field.variable)") else { continue }
      declaration.account[index] = value
      unknownAccount.removeAll { $0.label == field.planLabel }
    }
    declaration.deduplication = browser.deduplication(declaration.deduplication)
    if browser.leavesOutSums(of: declaration.name) { declaration.missingValue = .leaveOut }
    var tags = browser.pixelTags(of: declaration.name)
    declaration.events = resolved.events.map { event in
      guard let tag = BrowserHalfReading.tag(of: event, resolved, among: tags) else {
        return event.mapping
      }
      tags.removeAll { $0.name == tag.name }
      return event.mapping.completed(
        by: tag, event, resolved, notes: browser.container.ownNotes(of: tag, event))
    }
    destination.declaration = declaration
  }
}

extension BrowserHalfReading {
  /// The tag that calls the pixel for an event: the one with the name of the server's tag, or one of the same event.
  fileprivate static func tag(
    of event: ResolvedEvent, _ destination: ResolvedDestination, among tags: [Tag]
  ) -> Tag? {
    tags.first { $0.name == event.tagName + PixelTemplate.tagEnding }
      ?? tags.first { $0.notes?.hasPrefix(event.purpose) == true }
  }
}

extension ReadContainer {
  /// The author's own notes in the tag that calls the pixel for an event.
  fileprivate func ownNotes(of tag: Tag, _ event: ResolvedEvent) -> String? {
    planName.flatMap { Compilation.ownNotes(in: tag.notes, ofPlan: $0, behind: event.purpose) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension On<EventPayload> {
  /// The same with what only the tag of the pixel says.
  fileprivate func completed(
    by tag: Tag, _ resolved: ResolvedEvent, _ destination: ResolvedDestination, notes: String?
  ) -> On<EventPayload> {
    let tagName = String(tag.name.dropLast(PixelTemplate.tagEnding.count))
    func usualName(_ payload: String) -> String {
      "\(destination.name) \(payload) (\(eventName))"
    }
    // Of an event that requests name by an id, the tag's name has the type.
    let call =
      event.identifier == nil
      ? nil : destination.kind.calls.events.first { usualName($0.name) == tagName }
    let payload = EventPayload(
      call?.name ?? event.name, call?.kind ?? event.kind, identifier: event.identifier,
      pixelIdentifier: event.identifier == nil ? nil : tag.parameters["event"]?.value,
      value: event.value, currency: event.currency, contents: event.contents,
      orderID: event.orderID, query: event.query, properties: event.properties, "", 0)
    let isUsual = tagName == usualName(payload.name)
    return On(
      eventName, where: conditions, send: payload, name: isUsual ? nil : tagName, eventID: eventID,
      consent: consent, userData: userData,
      notes: destination.declaration.layout == .lookupTable ? notes : self.notes, at: place)
  }
}
