package import Diagnostics

/// A tag in Tag Manager's own terms, for types that the plan has no word for.
public struct RawTag: Sendable {
  package let name: String
  package let type: String
  package let parameters: [RawParameter]
  package let settings: TagSettings
  package let place: SourcePlace

  /// Declares a tag by its type's name in container exports, such as `sgtmadscl`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [],
    firing triggers: [TriggerReference], blocking blockingTriggers: [TriggerReference] = [],
    priority: Int? = nil, isPaused: Bool = false, notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.type = type
    self.parameters = parameters
    settings = TagSettings(
      triggers: triggers, blockingTriggers: blockingTriggers, priority: priority,
      isPaused: isPaused, notes: notes)
    place = TagwrightPlan.place(file, line)
  }
}

/// The settings that every tag has beside its parameters.
package struct TagSettings: Sendable {
  package let triggers: [TriggerReference]
  package let blockingTriggers: [TriggerReference]
  package let priority: Int?
  package let isPaused: Bool
  package let notes: String?
}

/// A trigger in Tag Manager's own terms.
public struct RawTrigger: Sendable {
  package let name: String
  package let type: String
  package let parameters: [RawParameter]
  package let conditions: [Condition]
  package let notes: String?
  package let place: SourcePlace

  /// Declares a trigger by its type's word in container exports, such as `ALWAYS`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [], where conditions: Condition...,
    notes: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.type = type
    self.parameters = parameters
    self.conditions = conditions
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}

/// A variable in Tag Manager's own terms.
public struct RawVariable: Sendable {
  package let name: String
  package let type: String
  package let parameters: [RawParameter]
  package let notes: String?
  package let place: SourcePlace

  /// Declares a variable by its type's name in container exports, such as `vr`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [], notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.type = type
    self.parameters = parameters
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}

/// A client in Tag Manager's own terms.
public struct RawClient: Sendable {
  package let name: String
  package let type: String
  package let parameters: [RawParameter]
  package let priority: Int
  package let place: SourcePlace

  /// Declares a client by its type's name in container exports, such as `gtm_client`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [], priority: Int = 0,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.type = type
    self.parameters = parameters
    self.priority = priority
    place = TagwrightPlan.place(file, line)
  }
}
