import Diagnostics
import TagManager

extension ContractRule {
  /// What one side sends, the other knows.
  static let eventOnOneSide = ContractRule(
    "event-on-one-side", .warning,
    "what the server maps, the browser sends, and what the pixel gets, the server too"
  ) { sides in
    let isComplete = !sides.web.ga4Tags.contains { $0.events == nil }
    let unsent = sides.mapped.filter { $0.ga4.isEmpty && isComplete }.flatMap { event in
      event.server.map { tag in
        Breach(
          side: .web, name: event.pixel.first?.tag.name ?? "container",
          message: "no GA4 tag sends '\(event.name)', which '\(tag.tag.name)' waits for",
          fix: "add a GA4 event tag for '\(event.name)'", severity: .error)
      }
    }
    guard !sides.server.tags.contains(where: { $0.events == nil }) else { return unsent }
    let known = Set(sides.server.events)
    return unsent
      + sides.web.pixelTags.flatMap { tag in
        (tag.events ?? []).filter { !known.contains($0) }.map { name in
          Breach(
            side: .server, name: tag.tag.name,
            message: "the pixel sends '\(name)', the server does not",
            fix: "map '\(name)' on the server, or take it from the pixel")
        }
      }
      + sides.mapped.filter { !$0.ga4.isEmpty && $0.pixel.isEmpty && !sides.web.pixelTags.isEmpty }
      .flatMap { event in
        event.server.map { tag in
          Breach(
            side: .web, name: tag.tag.name,
            message: "the server sends '\(event.name)', the pixel does not",
            fix: "call the pixel for '\(event.name)' too, with the same event id")
        }
      }
  }
}
