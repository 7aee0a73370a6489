import Diagnostics
import TagManager

extension ContractRule {
  /// Pixel and server call an event by the same literal name.
  static let differentEventNames = ContractRule(
    "different-event-names", .error, "pixel and server call an event by one name",
    because: """
      A destination merges what pixel and server send only under one name. Older names of the same thing are other
      events.
      """,
    wrong: .init(
      browser: "the pixel calls it CompletePayment", server: "the tag calls it Purchase"),
    right: .init(browser: "the pixel calls it Purchase", server: "the tag calls it Purchase"),
    explains: [.names]
  ) { sides in
    sides.mapped.flatMap { event in
      event.pixel.flatMap { tag -> [Breach] in
        guard let name = sides.pixelName(of: tag) else { return [] }
        return event.server.compactMap { server in
          guard let sent = server.sentName(of: event.name), sent != name else { return nil }
          return Breach(
            side: .web, name: tag.tag.name,
            message: "the pixel calls '\(event.name)' '\(name)', the server '\(sent)'",
            fix: "use '\(sent)' on both sides: other names, also older ones, are other events")
        }
      }
    }
  }
}
