package import SandboxedJS

/// The result of one event.
package struct EventResult: Sendable {
  /// The event's data as the client made it.
  package let eventData: ScriptValue
  /// The client that claimed the request.
  package let clientName: String
  /// One for each tag of the container, in its order; for those that fired, where a simulation explains no misses.
  package let tags: [TagResult]
  /// The names of the triggers that fired, as far as tags have asked them; empty unless a simulation asks every one.
  package let heldTriggers: Set<String>

  /// The event's name.
  package var eventName: String { eventData["event_name"]?.text ?? "" }
}

/// The result of one hit.
package struct HitResult: Sendable {
  /// One for each event; none where no client claimed the request or its client made none.
  package let events: [EventResult]
  /// The client that claimed the request; `nil` where none did.
  package let clientName: String?
  /// The lines that the code of clients logged, and their answers to the browser.
  package let logs: [String]
  /// The answer of a client's own code; `nil` for a client whose code is Google's.
  package let response: RunRecord.Response?
  /// The cookies that a client's own code set.
  package let cookies: [RunRecord.Cookie]
  /// The parts of the hit that were not as a browser writes them, in words.
  package internal(set) var notes: [String] = []
}
