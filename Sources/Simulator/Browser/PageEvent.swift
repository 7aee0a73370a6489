package import SandboxedJS

/// The outcome of one event of a page, on the page and on the server.
package struct PageEvent: Sendable {
  /// A hit that reached the server.
  package struct ServerHit: Sendable {
    package let request: OutgoingRequest
    /// The outcome of the hit, or the reason the server cannot read it.
    package let result: Result<HitResult, HitError>

    /// The server's events; none where the hit was not read or not claimed.
    package var events: [EventResult] { (try? result.get())?.events ?? [] }
    /// The client that claimed it.
    package var clientName: String? { (try? result.get())?.clientName }
  }

  /// The number of its push in the visit, from 1; `nil` for what Tag Manager pushes itself.
  package let push: Int?
  /// The page's address.
  package let url: String
  /// The event with the tags of the web container.
  package let page: EventResult
  /// The hits that its tags sent to the server.
  package let hits: [ServerHit]
  /// The cookies that the page had.
  package let cookies: [NamedText]
  /// The time at which the event occurred, in milliseconds since 1970.
  package let time: Double

  /// Whether there is something to show: the site pushed it, or a tag fired.
  package var isNotable: Bool { push != nil || page.tags.contains(where: \.isFired) }
}

extension EventResult {
  /// The event with the tags that are of interest on a page: those that fired or were kept from it, and all where
  /// none did.
  package var withoutOtherEvents: EventResult {
    let kept = tags.filter { tag in
      if case .missed = tag.decision { false } else { true }
    }
    return kept.isEmpty
      ? self
      : EventResult(
        eventData: eventData, clientName: clientName, tags: kept, heldTriggers: heldTriggers)
  }
}

extension OutgoingRequest {
  /// Whether it is a hit that goes to Google and past any server container.
  package var isPastServer: Bool { url.hasPrefix(GoogleTagHit.directAddress) }
}
