/// A plan as its author writes it: a type with a `plan`, marked `@main`.
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
  /// The environments that the plan is compiled for; a plan that declares none is for production.
  associatedtype Environment: PlanEnvironment = SingleEnvironment

  /// The environment that the plan is being compiled for.
  var environment: Environment { get set }

  /// The containers that this plan declares.
  @PlanBuilder var plan: Plan { get }

  /// Makes the plan; a plan has no state of its own.
  init()
}

/// Everything that one tracking plan declares.
public struct Plan: Sendable {
  /// The server containers, in the order in which they were written.
  package let serverContainers: [ServerContainer]
  /// The web containers, in the order in which they were written.
  package let webContainers: [WebContainer]
  /// The web containers that are declared entity by entity, in the order in which they were written.
  package let rawWebContainers: [RawWebContainer]

  package init(
    serverContainers: [ServerContainer], webContainers: [WebContainer] = [],
    rawWebContainers: [RawWebContainer] = []
  ) {
    self.serverContainers = serverContainers
    self.webContainers = webContainers
    self.rawWebContainers = rawWebContainers
  }

  /// Everything that is declared entity by entity: server containers, and what web containers have of their own.
  package var declaredContainers: [ServerContainer] {
    serverContainers + rawWebContainers.map(\.contents) + webContainers.map(\.contents)
  }
}

/// One container of a plan.
public struct PlanPart: Sendable {
  package enum Kind: Sendable {
    case server(ServerContainer)
    case web(WebContainer)
    case rawWeb(RawWebContainer)
  }

  package let kind: Kind
}

/// Collects the containers of a plan.
@resultBuilder
public enum PlanBuilder {
  /// A server container.
  public static func buildExpression(_ container: ServerContainer) -> [PlanPart] {
    [PlanPart(kind: .server(container))]
  }

  /// A web container.
  public static func buildExpression(_ container: WebContainer) -> [PlanPart] {
    [PlanPart(kind: .web(container))]
  }

  /// A web container that is declared entity by entity.
  public static func buildExpression(_ container: RawWebContainer) -> [PlanPart] {
    [PlanPart(kind: .rawWeb(container))]
  }

  /// Server containers that a function made.
  public static func buildExpression(_ containers: [ServerContainer]) -> [PlanPart] {
    containers.map { PlanPart(kind: .server($0)) }
  }

  /// Web containers that a function made.
  public static func buildExpression(_ containers: [WebContainer]) -> [PlanPart] {
    containers.map { PlanPart(kind: .web($0)) }
  }

  /// Says what a plan consists of where something else was written.
  @available(*, unavailable, message: "a plan lists ServerContainer and WebContainer values")
  @_disfavoredOverload
  public static func buildExpression<Other>(_ other: Other) -> [PlanPart] {
    []
  }

  /// Several containers.
  public static func buildBlock(_ parts: [PlanPart]...) -> [PlanPart] { parts.flatMap(\.self) }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [PlanPart]?) -> [PlanPart] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [PlanPart]) -> [PlanPart] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [PlanPart]) -> [PlanPart] { part }
  /// A loop.
  public static func buildArray(_ parts: [[PlanPart]]) -> [PlanPart] { parts.flatMap(\.self) }

  /// The plan itself.
  public static func buildFinalResult(_ parts: [PlanPart]) -> Plan {
    Plan(
      serverContainers: parts.compactMap {
        if case .server(let container) = $0.kind { container } else { nil }
      },
      webContainers: parts.compactMap {
        if case .web(let container) = $0.kind { container } else { nil }
      },
      rawWebContainers: parts.compactMap {
        if case .rawWeb(let container) = $0.kind { container } else { nil }
      })
  }
}
