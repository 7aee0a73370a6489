package import Diagnostics

/// A variable that the live container has and the plan does not make: `.variable("JS - ttclid")` may refer to it.
///
/// For a plan that is merged into a container. Nothing is generated for it, and offline it has no value.
public struct ExternalVariable: Sendable {
  package let name: String
  package let place: SourcePlace

  /// Declares the variable by its name in Tag Manager.
  public init(_ name: String, file: StaticString = #filePath, line: UInt = #line) {
    self.name = name
    place = TagwrightPlan.place(file, line)
  }
}
