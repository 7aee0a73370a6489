import Compiler
import Pages
import Simulator

extension BrowserAndServer {
  /// Whom a tag of either container sends to.
  var destination: @Sendable (PageEntry.Side, TagResult) -> String {
    let web = TagDestinations(simulation.web.container)
    let server = TagDestinations(simulation.server.container)
    return { side, tag in (side == .browser ? web : server).name(of: tag) }
  }

  /// Both halves of an event as one entry of a page.
  ///
  /// - Parameter origin: where it comes from, in place of the number of its push.
  func entry(_ event: Event, from origin: String? = nil) -> PageEntry {
    let page = event.event
    let results = page.hits.flatMap(\.events)
    var names: [String] = []
    for result in results where !names.contains(result.eventName) { names.append(result.eventName) }
    // What Tag Manager pushes itself is known by what the site's tags make of it, such as a page view.
    let isOfSite = page.push != nil || names.isEmpty
    let own = page.page.eventName
    return PageEntry(
      name: isOfSite ? own : names.joined(separator: ", "),
      from: origin ?? (isOfSite ? page.origin : "\(page.origin), '\(own)'"),
      halves: [.init(.browser, page.page, by: "page '\(page.url)'")]
        + results.map { result in
          .init(
            .server, result, by: "client '\(result.clientName)'", notes: remarks(on: result).texts)
        },
      counts: event.verdicts.map { verdict in
        .init(
          destination: verdict.service, count: verdict.count, isFault: verdict.isFault,
          text: verdict.text)
      },
      problems: page.hits.compactMap(\.problem))
  }
}
