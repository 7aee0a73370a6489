package import Diagnostics

/// Built-in variables that are enabled though the plan itself may not refer to them.
///
/// Those that it refers to are enabled anyway.
public struct BuiltIns: Sendable {
  package let variables: [BuiltIn]
  package let place: SourcePlace

  /// Lists built-in variables.
  public init(_ variables: BuiltIn..., file: StaticString = #filePath, line: UInt = #line) {
    self.init(variables, at: TagwrightPlan.place(file, line))
  }

  package init(_ variables: [BuiltIn], at place: SourcePlace) {
    self.variables = variables
    self.place = place
  }
}
