import Diagnostics
import TagManager

extension ContractRule {
  /// Pixel and hit carry the same id.
  static let differentIDs = ContractRule(
    "different-ids", .error, "pixel and server get the id from one variable",
    because: """
      A destination merges what pixel and server send by the event's id. Both take it from one variable, on one event of
      the page: a variable that is asked on 'gtm.js' and again on 'gtm.dom' may have two values.
      """,
    wrong: .init(
      browser: "the pixel's id is {{Event ID}}", server: "the tag's id is {{Transaction ID}}"),
    right: .init(
      browser: "the pixel and the GA4 tag take {{Event ID}}",
      server: "the tag takes event data event_id"),
    explains: [.ids]
  ) { sides in
    sides.mapped.flatMap { event -> [Breach] in
      let paths = event.server.flatMap { $0.idPaths(sides.vocabulary) }
      let sent = event.ga4.compactMap { tag in paths.lazy.compactMap { tag.text($0) }.first }
      return event.pixel.flatMap { tag -> [Breach] in
        guard let id = tag.eventID, !sent.contains(id) else { return [] }
        // What the pixel has goes along with the hit, and the server takes something else.
        if let name = event.ga4.lazy.compactMap({ $0.name(of: id) }).first {
          return event.server.filter { !$0.idPaths(sides.vocabulary).contains(name) }.map {
            server in
            let isJoined = server.joinedIDPaths(sides.vocabulary).contains(name)
            return Breach(
              side: .server, name: server.tag.name,
              message: isJoined
                ? "the id of '\(event.name)' is more than '\(name)', in which the GA4 tag sends the pixel's"
                : "the id of '\(event.name)' is not '\(name)', in which the GA4 tag sends the pixel's",
              fix: "map the event id field to the event data's '\(name)'"
                + (isJoined ? " alone" : ""))
          }
        }
        guard let other = sent.first else { return [] }
        return [
          Breach(
            side: .web, name: tag.tag.name,
            message: "the pixel's id of '\(event.name)' is '\(id)', that of the hit '\(other)'",
            fix: "let both refer to one variable: with different ids the event counts twice")
        ]
      }
    }
  }
}
