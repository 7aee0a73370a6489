/// Everything outside the sandbox that a run sees: what simulation and tests decide.
///
/// Nothing here is looked up by itself: a run with the same environment gives the same result.
package struct Environment: Sendable {
  /// The event's data; `undefined` where there is no event.
  package let eventData: EventData
  /// The event's tags as event callbacks get them: a list of objects with `id` and `status`.
  package var finishedTags: ScriptValue = .array([])
  /// Whether each call of an API is recorded with copies of its arguments.
  package var recordsCalls: Bool
  /// Whether a run on a server ends at the first request or cookie, where nothing else of it is of interest.
  package var endsAtFirstEffect = false
  /// The rest of it, which the runs of a hit have in common: handing it on copies nothing.
  package private(set) var surroundings: Surroundings

  /// The parts of an environment that do not depend on the event.
  package final class Surroundings: Sendable {
    package let request: IncomingRequest
    package let container: ContainerInformation
    /// The name of the client that claimed the request.
    package let clientName: String
    /// The time that `getTimestampMillis` gives, in milliseconds since 1970.
    package let time: Double
    /// The seed for the numbers of `generateRandom`.
    package let randomSeed: UInt64
    /// The initial contents of the template's storage, by key.
    package let storage: [String: ScriptValue]
    /// The documents of Firestore, by path.
    package let documents: [String: ScriptValue]
    /// The keys of `hmacSha256`, by id.
    package let privateKeys: [String: [UInt8]]
    /// The page that a web template runs in; `nil` for a server template.
    package let page: WebPage?
    /// Answers the requests that scripts send.
    package let answer: @Sendable (OutgoingRequest) -> HTTPAnswer
    /// Reads the events from a request of the Measurement Protocol, version 1 or 2; `nil` where it is none.
    package let readEvents: @Sendable (IncomingRequest, Int) -> [ScriptValue]?

    fileprivate init(
      _ request: IncomingRequest, _ container: ContainerInformation, _ clientName: String,
      _ time: Double, _ randomSeed: UInt64, _ storage: [String: ScriptValue],
      _ documents: [String: ScriptValue], _ privateKeys: [String: [UInt8]], _ page: WebPage?,
      _ answer: @escaping @Sendable (OutgoingRequest) -> HTTPAnswer,
      _ readEvents: @escaping @Sendable (IncomingRequest, Int) -> [ScriptValue]?
    ) {
      self.request = request
      self.container = container
      self.clientName = clientName
      self.time = time
      self.randomSeed = randomSeed
      self.storage = storage
      self.documents = documents
      self.privateKeys = privateKeys
      self.page = page
      self.answer = answer
      self.readEvents = readEvents
    }
  }

  /// 2026-01-01T00:00:00Z, so that runs that do not care for the time are repeatable.
  package static let defaultTime: Double = 1_767_225_600_000

  fileprivate init(_ eventData: EventData, _ recordsCalls: Bool, _ surroundings: Surroundings) {
    self.eventData = eventData
    self.recordsCalls = recordsCalls
    self.surroundings = surroundings
  }
}

extension Environment {
  /// An environment without event, request or network; each request is answered with status 200.
  package init(
    eventData: ScriptValue = .undefined, request: IncomingRequest = IncomingRequest(),
    container: ContainerInformation = ContainerInformation(), clientName: String = "",
    time: Double = Environment.defaultTime, randomSeed: UInt64 = 0,
    storage: [String: ScriptValue] = [:], documents: [String: ScriptValue] = [:],
    privateKeys: [String: [UInt8]] = [:], page: WebPage? = nil, recordsCalls: Bool = false,
    answer: @escaping @Sendable (OutgoingRequest) -> HTTPAnswer = { _ in .response() },
    readEvents: @escaping @Sendable (IncomingRequest, Int) -> [ScriptValue]? = { _, _ in nil }
  ) {
    self.init(
      EventData(eventData), recordsCalls,
      Surroundings(
        request, container, clientName, time, randomSeed, storage, documents, privateKeys, page,
        answer, readEvents))
  }

  /// The same for an event.
  package func with(_ eventData: EventData) -> Environment {
    Environment(eventData, recordsCalls, surroundings)
  }

  /// The same with another page, other random numbers or other answers to requests.
  package func with(
    page: WebPage? = nil, randomSeed: UInt64? = nil,
    answer: (@Sendable (OutgoingRequest) -> HTTPAnswer)? = nil
  ) -> Environment {
    var changed = self
    let rest = surroundings
    changed.surroundings = Surroundings(
      rest.request, rest.container, rest.clientName, rest.time, randomSeed ?? rest.randomSeed,
      rest.storage, rest.documents, rest.privateKeys, page ?? rest.page, answer ?? rest.answer,
      rest.readEvents)
    return changed
  }

  /// Returns the environment of a scenario: nothing has happened yet, and whoever runs it looks at
  /// the container in debug mode.
  package static func scenario(_ side: TemplateSide = .server) -> Environment {
    let container = ContainerInformation(debugMode: true)
    return side == .web
      ? Environment(container: container, page: WebPage())
      : Environment(eventData: .object([]), container: container)
  }
}

/// The information that `getContainerVersion` returns.
package struct ContainerInformation: Hashable, Sendable {
  package var containerID: String
  package var version: String
  package var environmentName: String
  package var environmentMode: String
  package var debugMode: Bool
  package var previewMode: Bool

  /// Describes a container; the default is a published one.
  package init(
    containerID: String = "GTM-XXXXXXX", version: String = "1", environmentName: String = "Live",
    environmentMode: String = "live", debugMode: Bool = false, previewMode: Bool = false
  ) {
    self.containerID = containerID
    self.version = version
    self.environmentName = environmentName
    self.environmentMode = environmentMode
    self.debugMode = debugMode
    self.previewMode = previewMode
  }
}
