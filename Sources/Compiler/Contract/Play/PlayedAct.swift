import CustomTemplate
import SandboxedJS
import Simulator

/// Something that a visitor did, and what came of it on both sides.
struct PlayedAct {
  /// An event as a destination received it, and the way that it took.
  struct Received {
    let event: ReceivedEvent
    /// The tag that called the pixel, or that sent the request.
    let tag: String
    /// The event on the page, such as `gtm.dom`.
    let pageEvent: String
    /// The event of the hit, and the tag that sent it; `nil` for a pixel's.
    let hit: (event: String, tag: String?)?
    /// The request; `nil` for a pixel's.
    let request: OutgoingRequest?
  }

  let act: TrialVisit.Act
  let visit: TrialVisit
  let pages: [PageEvent]

  /// The site's event: the page view where the page loads.
  var event: String { act.event ?? BrowserEvents.pageView }

  /// The acts of a visit: the loading of the page, then what each push leads to.
  static func all(of visit: TrialVisit, _ events: [PageEvent]) -> [PlayedAct] {
    var acts = [PlayedAct(act: visit.load, visit: visit, pages: events.filter { $0.push == nil })]
    for event in events {
      guard let act = event.push.flatMap({ visit.acts[$0] }) else { continue }
      acts.append(PlayedAct(act: act, visit: visit, pages: [event]))
    }
    return acts
  }

  /// Returns the events that a destination received.
  func received(_ counting: EventCounting) -> [Received] {
    pages.flatMap { page -> [Received] in
      let name = page.page.eventName
      func cookie(_ name: String) -> String? { page.cookies.first { $0.name == name }?.value }
      let calls = page.page.tags.flatMap { tag in
        counting.events(of: tag.effects.calls, cookie: cookie).map {
          Received(event: $0, tag: tag.name, pageEvent: name, hit: nil, request: nil)
        }
      }
      let requests = page.hits.flatMap { hit -> [Received] in
        let sender = page.page.tags.first { $0.effects.requests.contains(hit.request) }
        return hit.events.flatMap { event in
          event.tags.flatMap { tag in
            tag.effects.requests.flatMap { request in
              counting.events(of: [request]).map {
                Received(
                  event: $0, tag: tag.name, pageEvent: name,
                  hit: (event.eventName, sender?.name), request: request)
              }
            }
          }
        }
      }
      return calls + requests
    }
  }

  /// The tags of the page's container.
  var pageTags: [TagResult] { pages.flatMap(\.page.tags) }
  /// The tags of the server's, for each event that it got.
  var serverTags: [(event: String, result: TagResult)] {
    pages.flatMap(\.hits).flatMap(\.events).flatMap { event in
      event.tags.map { (event.eventName, $0) }
    }
  }

  /// The triggers of either side that fired, as far as tags have asked them.
  var heldTriggers: Set<SiteTrial.TriggerKey> {
    var held: Set<SiteTrial.TriggerKey> = []
    for page in pages {
      for name in page.page.heldTriggers { held.insert(.init(.web, name)) }
      for name in page.hits.flatMap(\.events).flatMap(\.heldTriggers) {
        held.insert(.init(.server, name))
      }
    }
    return held
  }

  /// A description of anything special, with a blank before it; empty for what is usual.
  var words: String {
    [act.words, visit.consent ?? ""].filter { !$0.isEmpty }.map { " \($0)" }.joined()
  }
}
