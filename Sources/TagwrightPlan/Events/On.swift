package import Diagnostics

/// One line of the event map: when this event arrives, send that one to the destination.
public struct On<Event: Sendable>: Sendable {
  package let eventName: String
  package let conditions: [Condition]
  package let event: Event
  package let name: String?
  package let eventID: Source?
  package let consent: Consent?
  package let userData: [MatchKey]
  package let notes: String?
  package let place: SourcePlace
  package var allowances: [Allowance] = []

  /// Maps an event of the site to one of the destination.
  ///
  /// - Parameters:
  ///   - eventName: the name under which the event reaches the server container, such as `purchase`;
  ///     compared exactly.
  ///   - conditions: what else has to hold, all of it.
  ///   - event: what the destination gets, and from which sources.
  ///   - name: the tag's name in Tag Manager; needed only where one event is mapped twice to the same.
  ///   - eventID: another source of the event id than the destination's.
  ///   - consent: another policy than the destination's.
  ///   - notes: what stands in the tag's notes.
  ///   - userData: match keys that replace those of the same kind, or come in addition.
  public init(
    _ eventName: String, where conditions: Condition..., send event: Event, name: String? = nil,
    eventID: Source? = nil, consent: Consent? = nil, notes: String? = nil,
    @MatchKeyBuilder userData: () -> [MatchKey] = { [] }, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.eventName = eventName
    self.conditions = conditions
    self.event = event
    self.name = name
    self.eventID = eventID
    self.consent = consent
    self.userData = userData()
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }

  package init(
    _ eventName: String, where conditions: [Condition], send event: Event, name: String?,
    eventID: Source?, consent: Consent?, userData: [MatchKey], notes: String?, at place: SourcePlace
  ) {
    self.eventName = eventName
    self.conditions = conditions
    self.event = event
    self.name = name
    self.eventID = eventID
    self.consent = consent
    self.userData = userData
    self.notes = notes
    self.place = place
  }

  private init(_ other: On<some Sendable>, sending event: Event) {
    eventName = other.eventName
    conditions = other.conditions
    self.event = event
    name = other.name
    eventID = other.eventID
    consent = other.consent
    userData = other.userData
    notes = other.notes
    place = other.place
    allowances = other.allowances
  }

  /// The same line with what its event is made into.
  package func map<Other>(_ change: (Event) -> Other) -> On<Other> {
    On<Other>(self, sending: change(event))
  }
}

/// Collects the event map of a destination.
@resultBuilder
public enum EventMapBuilder<Event: Sendable> {
  /// One line of the map.
  public static func buildExpression(_ mapping: On<Event>) -> [On<Event>] { [mapping] }
  /// Lines that a function made.
  @_disfavoredOverload
  public static func buildExpression(_ mappings: [On<Event>]) -> [On<Event>] { mappings }

  // No catch-all here: beside one, the compiler cannot say what is wrong inside 'send: .purchase(…)'.

  /// Says what a block takes where a match key was written.
  @available(
    *, unavailable,
    message:
      "an event map lists On(\"event\", send: …) entries; match keys stand in the block before 'events:'"
  )
  @_disfavoredOverload
  public static func buildExpression<Key: MatchKeyDeclaration>(_ key: Key) -> [On<Event>] { [] }

  /// Several lines.
  public static func buildBlock(_ parts: [On<Event>]...) -> [On<Event>] { parts.flatMap(\.self) }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [On<Event>]?) -> [On<Event>] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [On<Event>]) -> [On<Event>] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [On<Event>]) -> [On<Event>] { part }
  /// A loop.
  public static func buildArray(_ parts: [[On<Event>]]) -> [On<Event>] { parts.flatMap(\.self) }
}
