import CustomTemplate
import SandboxedJS

/// A web container that meets pushes to the data layer, and the server container behind it.
package struct BrowserSimulation: Sendable {
  /// The web container; what else it says, such as the time, is that of the pages.
  package let web: Simulation
  /// The server container, which meets the hits of pages.
  package let server: Simulation
  private let functions: [String]

  /// - Parameter functions: the dotted paths of the functions that pages have, such as those of pixels that have loaded.
  package init(web: Simulation, server: Simulation, functions: [String]) {
    self.web = web
    self.server = server
    self.functions = functions
  }

  /// Runs a visit and returns its events, Tag Manager's own among them, in the order in which they
  /// occur.
  package func run(_ visit: BrowserVisit) -> [PageEvent] {
    let page = PageState(visit, functions: functions, seed: web.seed)
    let messages = Self.messages(of: visit)
    var events: [PageEvent] = []
    for (index, message) in messages.enumerated() {
      if let (command, settings) = message.consent { page.follow(command, settings) }
      page.push(message.members)
      page.push([.init("gtm.uniqueEventId", .number(Double(index + 1)))])
      guard let name = message.event else { continue }
      if name.utf8.starts(with: "gtm.historyChange".utf8), let url = message.newAddress {
        page.move(to: url)
      }
      events.append(run(name, message, on: page))
    }
    if visit.isLeft { events.append(leave(page)) }
    return events
  }

  /// The site's pushes, with those that Tag Manager makes itself: where a printed data layer has them, each once, and
  /// else behind what the site pushed before its first event.
  private static func messages(of visit: BrowserVisit) -> [Message] {
    var messages = visit.pushes.enumerated().map { Message($1, number: $0 + 1) }
    // What a site pushes before Tag Manager's snippet is there for the page view already.
    var place = messages.prefix { $0.event == nil }.count
    for stage in PageStage.all {
      if let own = messages.firstIndex(where: { $0.event == stage.event }) {
        messages[own].number = nil
        place = max(place, own + 1)
      } else {
        messages.insert(Message(["event": .string(stage.event)], number: nil), at: place)
        place += 1
      }
    }
    return messages
  }

  /// The address of the server container that the page's Google tags send to, once a page has loaded.
  package var serverAddress: String? {
    let consent = ConsentCode.types.map { ScriptValue.Member($0, "granted") }
    let page = PageState(
      BrowserVisit(consent: .object(consent)), functions: functions, seed: web.seed)
    for stage in PageStage.all {
      page.push([.init("event", .string(stage.event))])
      _ = run(stage.event, Message(["event": .string(stage.event)], number: nil), on: page)
    }
    return page.googleTags.sorted { $0.key < $1.key }.lazy
      .compactMap { GoogleTagHit.server(of: $0.value) }.first
  }

  private func run(_ name: String, _ message: Message, on page: PageState) -> PageEvent {
    let time = page.visit.time ?? web.time
    let cookies = page.cookies
    let event = web.run(
      .object([.init("event_name", .string(name))] + message.members.filter { $0.key != "event" }),
      on: page, at: time)
    let requests = event.tags.flatMap(\.effects.requests).filter {
      $0.url.containsText("/g/collect?") && !$0.url.hasPrefix(GoogleTagHit.directAddress)
    }
    return PageEvent(
      push: message.number, url: page.visit.url, page: event,
      hits: requests.map { hit($0, from: page, at: time) }, cookies: cookies, time: time)
  }

  /// The event that Google's tags send by themselves when a page is left; no tag of the container fires.
  private func leave(_ page: PageState) -> PageEvent {
    let time = page.visit.time ?? web.time
    let cookies = page.cookies
    let requests = page.googleTags.sorted { $0.key < $1.key }
      .filter { GoogleTagHit.server(of: $0.value) != nil }
      .map { GoogleTagHit(GoogleTagHit.leaving, to: $0.key, $0.value, on: page, time).request }
    return PageEvent(
      push: page.visit.pushes.count + 1, url: page.visit.url,
      page: EventResult(
        eventData: ["event_name": .string(GoogleTagHit.leaving)], clientName: "", tags: [],
        heldTriggers: []),
      hits: requests.map { hit($0, from: page, at: time) }, cookies: cookies, time: time)
  }

  private func hit(
    _ request: OutgoingRequest, from page: PageState, at time: Double
  ) -> PageEvent.ServerHit {
    PageEvent.ServerHit(
      request: request,
      result: Result { () throws(HitError) in try meet(request, from: page, at: time) })
  }

  /// Lets the server meet a hit; cookies go along and are set where it belongs to the page's site.
  private func meet(
    _ request: OutgoingRequest, from page: PageState, at time: Double
  ) throws(HitError) -> HitResult {
    let isSameSite = page.visit.isSameSite(as: request.url)
    var headers = page.visit.headers
    if isSameSite, !page.cookies.isEmpty {
      let pairs = page.cookies.map { "\($0.name)=\($0.value)" }
      headers.append(NamedText("cookie", pairs.joined(separator: "; ")))
    }
    var hit = try IncomingHit(url: request.url, headers: headers)
    hit.time = time
    let result = try server.run(hit)
    if isSameSite {
      page.receive(result.cookies + result.events.flatMap(\.tags).flatMap(\.effects.cookies))
    }
    return result
  }
}

/// Something in the data layer: an object, or a command of `gtag`.
private struct Message {
  /// Its number among the pushes of the site; `nil` for Tag Manager's own.
  var number: Int?
  private(set) var members: [ScriptValue.Member] = []
  private(set) var consent: (command: String, settings: ScriptValue)?

  init(_ push: ScriptValue, number: Int?) {
    self.number = number
    switch push {
    case .object(let members): self.members = members
    case .array(let parts) where parts.count >= 3 && parts[0] == "consent":
      consent = (parts[1].text ?? "", parts[2])
    case .array(let parts) where parts.count >= 2 && parts[0] == "event":
      members = [
        .init("event", parts[1]), .init("eventModel", parts.count > 2 ? parts[2] : .object([])),
      ]
    default: break
    }
  }

  /// The address to which a change of the history leads.
  var newAddress: String? { members.last { $0.key == "gtm.newUrl" }?.value.text?.nonEmpty }

  /// The event's name; `nil` where nothing occurs.
  var event: String? {
    members.last { $0.key == "event" }?.value.text?.nonEmpty
  }
}
