package import SandboxedJS

/// The input of a server container: a browser's request, or the data of an event as a client has
/// already made it.
package struct IncomingHit: Hashable, Sendable {
  /// The request; for ready event data it has the cookies, headers and query that go with it.
  package var request: IncomingRequest
  /// The event's data, where no client has to make it.
  package var eventData: ScriptValue?
  /// The client that ready event data is said to come from; `nil` for the container's first.
  package var clientName: String?
  /// The answers of the hosts outside; requests that no answer is for get the simulation's own.
  package var answers: [SuppliedAnswer]
  /// The time of the request, in milliseconds since 1970; `nil` for the simulation's own.
  package var time: Double?
  /// The id under which the server's logs have everything about the request, where they have one.
  package var trace: String?
  /// Whether the container is previewed.
  package var isPreview: Bool
  /// Whether the request only happens to stand beside hits, so that nobody has to claim it.
  package var isIncidental = false
  /// Whether cookies may have come with it that its log does not have.
  package var hasUnknownCookies = false

  /// A hit.
  package init(
    request: IncomingRequest = IncomingRequest(), eventData: ScriptValue? = nil,
    clientName: String? = nil, answers: [SuppliedAnswer] = [], time: Double? = nil,
    isPreview: Bool = false
  ) {
    self.request = request
    self.eventData = eventData
    self.clientName = clientName
    self.answers = answers
    self.time = time
    self.isPreview = isPreview
  }
}

/// An answer that a host gives a tag, instead of the network.
package struct SuppliedAnswer: Hashable, Sendable {
  /// A part of the address of the requests that are answered; `nil` for every request.
  package let match: String?
  /// The answer.
  package let answer: HTTPAnswer

  /// An answer for requests whose address has this part.
  package init(match: String? = nil, answer: HTTPAnswer) {
    self.match = match
    self.answer = answer
  }

  /// Whether it answers requests to an address.
  package func answers(_ url: String) -> Bool { match.map { url.contains($0) } ?? true }
}
