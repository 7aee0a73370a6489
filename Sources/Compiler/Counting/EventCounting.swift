package import SandboxedJS

/// The way a destination takes in events, and which of them it counts once.
package struct EventCounting: Sendable {
  /// Which events a destination takes for the same.
  package struct Rule: Hashable, Sendable {
    /// Milliseconds in which the second half is merged into the first.
    let mergesWithin: Double
    /// Milliseconds in which whatever comes again is dropped.
    let dropsWithin: Double
    /// Whether both halves have names of their own, so that the id alone tells that they are the same.
    var namesMayDiffer = false

    /// Whether the names say that two are different events.
    func distinguishes(_ one: ReceivedEvent, _ other: ReceivedEvent) -> Bool {
      one.name != other.name && (one.origin == other.origin || !namesMayDiffer)
    }
  }

  /// The destination's name.
  package let service: String
  /// The dotted paths of the functions that its pixel puts on a page.
  package let functions: [String]
  /// The calls by which pages make events, which nobody else may make.
  let pageCalls: [String]
  let rule: Rule
  /// The event of a call of the pixel, with the value of each cookie; `nil` for other calls.
  let pixelEvent: @Sendable (PageRecord.Call, (String) -> String?) -> ReceivedEvent?
  /// The events of a request; none where it goes somewhere else.
  let serverEvents: @Sendable (OutgoingRequest) -> [ReceivedEvent]

  /// Those of all destinations that have a pixel.
  package static var all: [EventCounting] {
    compiledDestinations.compactMap { EventCounting($0.profile) }
  }

  /// The events that the calls of a page's tags tell it.
  package func events(
    of calls: [PageRecord.Call], cookie: (String) -> String?
  ) -> [ReceivedEvent] {
    calls.compactMap { pixelEvent($0, cookie) }
  }

  /// The events that requests of a server tell it.
  package func events(of requests: [OutgoingRequest]) -> [ReceivedEvent] {
    requests.flatMap(serverEvents)
  }
}
