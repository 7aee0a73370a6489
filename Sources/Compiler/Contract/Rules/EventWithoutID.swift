import Diagnostics
import TagManager

extension ContractRule {
  /// The pixel's event, the hit and the request carry an id.
  static let eventWithoutID = ContractRule(
    "event-without-id", .error, "every event carries an id on both sides",
    because: """
      Without an id on both sides, pixel and server are counted beside each other. The GA4 tag sends it as a parameter,
      the server's tag has a field for it.
      """,
    wrong: .init(browser: "the pixel sends no id", server: "the tag's id is event data event_id"),
    right: .init(
      browser: "the pixel and the GA4 tag take {{Event ID}}",
      server: "the tag's id is event data event_id"),
    explains: [.noPixelID, .noServerID, .ids]
  ) { sides in
    sides.mapped.flatMap { event -> [Breach] in
      // Without a pixel there is nothing that could be counted twice.
      guard !event.pixel.isEmpty else { return [] }
      return event.ga4.flatMap { tag -> [Breach] in
        let paths = event.server.flatMap { $0.idPaths(sides.vocabulary) }
        guard !paths.isEmpty, !paths.contains(where: tag.sends) else { return [] }
        return [
          Breach(
            side: .web, name: tag.tag.name,
            message: "the GA4 tag sends no '\(paths[0])' with '\(event.name)'",
            fix: "add the event parameter '\(paths[0])' with the pixel's event id")
        ]
      }
        + event.pixel.filter { $0.eventID == nil }.map { tag in
          Breach(
            side: .web, name: tag.tag.name,
            message: "the pixel gets no event id for '\(event.name)'",
            fix: "give it the event id of the GA4 tag")
        }
        + event.server.filter {
          $0.origins(sides.vocabulary.eventIDKeys).isEmpty && $0.idPaths(sides.vocabulary).isEmpty
        }.map { tag in
          Breach(
            side: .server, name: tag.tag.name,
            message: "the tag sends '\(event.name)' without an event id",
            fix: "map the event id field to the event data's 'event_id'")
        }
    }
  }
}

extension ServerSide.DestinationTag {
  /// The paths of the event data of which its event id has more than the value.
  func joinedIDPaths(_ vocabulary: ContractVocabulary) -> [String] {
    origins(vocabulary.eventIDKeys).flatMap { origin -> [String] in
      guard case .joined(let parts) = origin else { return [] }
      return parts.compactMap { if case .eventData(let path) = $0 { path } else { nil } }
    }
  }

  /// The paths of the event data that its event id may come from.
  func idPaths(_ vocabulary: ContractVocabulary) -> [String] {
    let mapped = origins(vocabulary.eventIDKeys).compactMap { origin -> String? in
      if case .eventData(let path) = origin { path } else { nil }
    }
    guard mapped.isEmpty else { return mapped }
    // A template that reads the event data itself looks for the id under its own name.
    return readsEverything || implicitPaths.contains(vocabulary.eventIDMember)
      ? [vocabulary.eventIDMember] : []
  }
}
