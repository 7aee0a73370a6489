/// The environments of a plan: an enumeration of names, nested in the plan.
///
/// ```swift
/// @main
/// struct Shop: TrackingPlan {
///   enum Environment: String, PlanEnvironment {
///     case production, staging
///     var isTest: Bool { self == .staging }
///   }
///
///   var environment = Environment.production
///
///   var publicID: String {
///     switch environment {
///     case .production: "GTM-ABC1234"
///     case .staging: "GTM-DEF5678"
///     }
///   }
///   …
/// }
/// ```
///
/// The plan is compiled once for each case, into a folder of the case's name. A value that is chosen by a
/// `switch` cannot be forgotten for an environment that is added later.
public protocol PlanEnvironment: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Whether events are only tried out there: only then may a destination have a test event code.
  var isTest: Bool { get }
}

/// The environment of a plan that declares none: production.
public enum SingleEnvironment: String, PlanEnvironment {
  /// Events are real.
  case production

  /// Events are real.
  public var isTest: Bool { false }
}

extension TrackingPlan where Environment == SingleEnvironment {
  /// The only environment there is.
  public var environment: SingleEnvironment {
    get { .production }
    set {}
  }
}
