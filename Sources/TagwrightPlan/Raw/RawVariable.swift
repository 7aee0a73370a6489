package import Diagnostics

/// A variable in Tag Manager's own terms.
public struct RawVariable: Sendable {
  package let name: String
  package let type: RawType
  package let parameters: [RawParameter]
  package let notes: String?
  package private(set) var settings = RawVariableSettings()
  package let place: SourcePlace

  /// Declares a variable by its type's name in container exports, such as `vr`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [], notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(
      name, .named(type), parameters, notes: notes, at: TagwrightPlan.place(file, line))
  }

  /// Declares a variable of a template that is taken as it is; its parameters are not checked against the template.
  public init(
    _ name: String, template: RawTemplate, parameters: [RawParameter] = [], notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(
      name, .template(template), parameters, notes: notes, at: TagwrightPlan.place(file, line))
  }

  private init(
    _ name: String, _ type: RawType, _ parameters: [RawParameter], notes: String?,
    at place: SourcePlace
  ) {
    self.name = name
    self.type = type
    self.parameters = parameters
    self.notes = notes
    self.place = place
  }
}

extension RawVariable {
  /// How the value is changed before it is used, by the names in the `formatValue` of container exports, such as
  /// `.text("caseConversionType", "LOWERCASE")`.
  public func format(_ format: RawParameter...) -> RawVariable { with { $0.format += format } }

  /// The time in which the variable has a value, in milliseconds since 1970.
  public func scheduled(from start: Int? = nil, until end: Int? = nil) -> RawVariable {
    with {
      $0.start = start
      $0.end = end
    }
  }

  /// The triggers that give the variable a value and take it away; only in containers of apps.
  public func enabled(
    by enabling: [TriggerReference] = [], disabledBy disabling: [TriggerReference] = []
  ) -> RawVariable {
    with {
      $0.enabling += enabling
      $0.disabling += disabling
    }
  }

  private func with(_ change: (inout RawVariableSettings) -> Void) -> RawVariable {
    var copy = self
    change(&copy.settings)
    return copy
  }
}

/// The settings of a variable beside its parameters.
package struct RawVariableSettings: Sendable {
  package var format: [RawParameter] = []
  /// From when on it has a value, in milliseconds since 1970.
  package var start: Int?
  /// Until when it has a value, in milliseconds since 1970.
  package var end: Int?
  package var enabling: [TriggerReference] = []
  package var disabling: [TriggerReference] = []
}
