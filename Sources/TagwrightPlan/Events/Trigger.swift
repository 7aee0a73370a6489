package import Diagnostics

/// The condition under which a tag fires.
///
/// Triggers for a destination's events are made from its `On` entries; this is for other tags.
public struct Trigger: Sendable {
  /// Which events a trigger looks at.
  public struct EventMatch: Sendable {
    package enum Kind: Sendable {
      case named(String)
      case matching(String)
      case any
    }

    package let kind: Kind

    /// The event with this name.
    public static func event(_ name: String) -> EventMatch { EventMatch(kind: .named(name)) }
    /// Every event whose name fits this pattern, in RE2 syntax.
    public static func events(matching pattern: String) -> EventMatch {
      EventMatch(kind: .matching(pattern))
    }
    /// Every event; needs a condition.
    public static let anyEvent = EventMatch(kind: .any)
  }

  package let name: String
  package let match: EventMatch
  package let conditions: [Condition]
  package let notes: String?
  package let place: SourcePlace

  /// Declares a trigger.
  ///
  /// - Parameters:
  ///   - name: the trigger's name in Tag Manager.
  ///   - match: which events it looks at.
  ///   - conditions: what else has to hold, all of it.
  ///   - notes: what stands in the trigger's notes.
  public init(
    _ name: String, on match: EventMatch, where conditions: Condition..., notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(
      name, on: match, where: conditions, notes: notes, at: TagwrightPlan.place(file, line))
  }

  package init(
    _ name: String, on match: EventMatch, where conditions: [Condition], notes: String?,
    at place: SourcePlace
  ) {
    self.name = name
    self.match = match
    self.conditions = conditions
    self.notes = notes
    self.place = place
  }
}

/// The triggers that a tag fires on or is blocked by.
public struct TriggerReference: Sendable {
  package enum Kind: Sendable {
    case trigger(Trigger)
    case named(String)
    case allEvents
    case id(String)
  }

  package let kind: Kind
  package let place: SourcePlace

  /// A trigger of this plan.
  public static func trigger(
    _ trigger: Trigger, file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    TriggerReference(kind: .trigger(trigger), place: TagwrightPlan.place(file, line))
  }

  /// A trigger of this plan that the container lists.
  public static func trigger(
    _ trigger: RawTrigger, file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    .named(trigger.name, file: file, line: line)
  }

  /// A trigger of this plan, by its name.
  public static func named(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    TriggerReference(kind: .named(name), place: TagwrightPlan.place(file, line))
  }

  /// Every event that reaches the container.
  public static func allEvents(
    file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    TriggerReference(kind: .allEvents, place: TagwrightPlan.place(file, line))
  }

  /// Every page, in a web container.
  public static func allPages(
    file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    .id("2147479553", file: file, line: line)
  }

  /// Every page, before all but consent, in a web container.
  public static func initialization(
    file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    .id("2147479573", file: file, line: line)
  }

  /// Every page, before anything else, in a web container.
  public static func consentInitialization(
    file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    .id("2147479572", file: file, line: line)
  }

  /// A trigger that Tag Manager keeps or that only the live container has, by its id.
  public static func id(
    _ id: String, file: StaticString = #filePath, line: UInt = #line
  ) -> TriggerReference {
    TriggerReference(kind: .id(id), place: TagwrightPlan.place(file, line))
  }
}
