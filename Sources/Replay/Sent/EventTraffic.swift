import JSONText
import SandboxedJS
import Simulator

/// Everything that leaves the server for an event, by which two containers are compared.
struct EventTraffic: Equatable {
  private var requests: [OutgoingRequest] = []
  /// The addresses that the browser is asked to load.
  private var pixels: [String] = []
  /// The cookies of the answer to the browser.
  private var cookies: [RunRecord.Cookie] = []

  /// - Parameter event: the result of an event; `nil` where a container makes none of the hit.
  init(_ event: EventResult?) {
    guard let event else { return }
    // Results are looked at where they are: most say that a tag did not fire.
    for index in event.tags.indices where event.tags[index].isFired {
      requests += event.tags[index].effects.requests
      pixels += event.tags[index].effects.pixels
      cookies += event.tags[index].effects.cookies
    }
  }

  /// The same as events of destinations; a cookie is one of the browser's.
  func events(_ endpoints: [RequestForm]) -> [SentEvent] {
    requests.flatMap { SentEvent.all(of: $0, endpoints) }
      + pixels.flatMap { SentEvent.all(of: OutgoingRequest(url: $0), [], hasEnvelope: false) }
      + cookies.map { SentEvent($0) }
  }
}

extension SentEvent {
  /// A cookie that the answer to the browser sets, with its attributes.
  fileprivate init(_ cookie: RunRecord.Cookie) {
    var members: [String: JSON] = ["value": .string(cookie.value)]
    for attribute in cookie.attributes { members[attribute.name] = .string(attribute.value) }
    self.init(
      kind: SentKind(
        destination: SentKind.browser,
        name: "cookie \(ValueKind.isPersonal(cookie.name) ? "…" : cookie.name)"), id: nil,
      members: members, envelope: [:], missing: [], identity: nil, matchKeys: [])
  }
}
