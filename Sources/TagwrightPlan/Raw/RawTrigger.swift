package import Diagnostics

/// A trigger in Tag Manager's own terms.
public struct RawTrigger: Sendable {
  package let name: String
  package let type: String
  package let parameters: [RawParameter]
  package let conditions: [Condition]
  package let notes: String?
  package private(set) var rawConditions = RawTriggerConditions()
  package private(set) var settings: [RawParameter] = []
  package let place: SourcePlace

  /// Declares a trigger by its type's word in container exports, such as `ALWAYS`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [], where conditions: Condition...,
    notes: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(
      name, type: type, parameters: parameters, where: conditions, notes: notes,
      at: TagwrightPlan.place(file, line))
  }

  package init(
    _ name: String, type: String, parameters: [RawParameter], where conditions: [Condition],
    notes: String?, at place: SourcePlace
  ) {
    self.name = name
    self.type = type
    self.parameters = parameters
    self.conditions = conditions
    self.notes = notes
    self.place = place
  }

  /// Conditions in Tag Manager's own terms.
  ///
  /// - Parameters:
  ///   - event: on which events it fires, `customEventFilter` of container exports.
  ///   - further: what else has to hold, `filter`.
  ///   - listening: where clicks, forms or timers are listened to, `autoEventFilter`.
  public func conditions(
    event: [RawCondition] = [], further: [RawCondition] = [], listening: [RawCondition] = []
  ) -> RawTrigger {
    var copy = self
    copy.rawConditions.event += event
    copy.rawConditions.further += further
    copy.rawConditions.listening += listening
    return copy
  }

  /// Settings beside the parameters, by their names in container exports, such as `waitForTags`.
  public func setting(_ settings: RawParameter...) -> RawTrigger {
    var copy = self
    copy.settings += settings
    return copy
  }
}

/// The conditions of a trigger in Tag Manager's own terms.
package struct RawTriggerConditions: Sendable {
  package var event: [RawCondition] = []
  package var further: [RawCondition] = []
  package var listening: [RawCondition] = []
}

/// A condition in Tag Manager's own terms: two texts and how they are compared.
public struct RawCondition: Sendable {
  package let type: String
  package let parameters: [RawParameter]

  /// Compares two texts.
  ///
  /// - Parameters:
  ///   - left: a reference to a variable, such as `{{Page URL}}`.
  ///   - type: the word of container exports, such as `CONTAINS`.
  ///   - right: what it is compared with.
  ///   - ignoresCase: for patterns.
  ///   - isNegated: whether it holds where the comparison does not.
  public init(
    _ left: String, _ type: String, _ right: String, ignoresCase: Bool = false,
    isNegated: Bool = false
  ) {
    let texts: [RawParameter] = [.text("arg0", left), .text("arg1", right)]
    let flags: [RawParameter] =
      (ignoresCase ? [.boolean("ignore_case", true)] : [])
      + (isNegated ? [.boolean("negate", true)] : [])
    self.init(type: type, parameters: texts + flags)
  }

  /// Declares a condition by its parameters.
  public init(type: String, parameters: [RawParameter]) {
    self.type = type
    self.parameters = parameters
  }
}
