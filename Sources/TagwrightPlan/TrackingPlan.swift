/// What a plan's author writes: a type with a `plan`, marked `@main`.
///
/// ```swift
/// @main
/// struct Shop: TrackingPlan {
///   var plan: Plan {
///     ServerContainer("Shop", publicID: "GTM-ABC1234") {
///       GA4Client()
///     }
///   }
/// }
/// ```
public protocol TrackingPlan: Sendable {
  /// The containers that this plan declares.
  @PlanBuilder var plan: Plan { get }

  /// Makes the plan; a plan has no state of its own.
  init()
}

/// Everything that one tracking plan declares.
public struct Plan: Sendable {
  /// The server containers, in the order in which they were written.
  package let serverContainers: [ServerContainer]

  package init(serverContainers: [ServerContainer]) {
    self.serverContainers = serverContainers
  }
}

/// Collects the containers of a plan.
@resultBuilder
public enum PlanBuilder {
  /// A server container.
  public static func buildExpression(_ container: ServerContainer) -> [ServerContainer] {
    [container]
  }

  /// Containers that a function made.
  public static func buildExpression(_ containers: [ServerContainer]) -> [ServerContainer] {
    containers
  }

  /// Says what a plan consists of where something else was written.
  @available(*, unavailable, message: "a plan lists ServerContainer values")
  @_disfavoredOverload
  public static func buildExpression<Other>(_ other: Other) -> [ServerContainer] {
    []
  }

  /// Several containers.
  public static func buildBlock(_ parts: [ServerContainer]...) -> [ServerContainer] {
    parts.flatMap(\.self)
  }

  /// An `if` without `else`.
  public static func buildOptional(_ part: [ServerContainer]?) -> [ServerContainer] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [ServerContainer]) -> [ServerContainer] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [ServerContainer]) -> [ServerContainer] { part }
  /// A loop.
  public static func buildArray(_ parts: [[ServerContainer]]) -> [ServerContainer] {
    parts.flatMap(\.self)
  }

  /// The plan itself.
  public static func buildFinalResult(_ containers: [ServerContainer]) -> Plan {
    Plan(serverContainers: containers)
  }
}
