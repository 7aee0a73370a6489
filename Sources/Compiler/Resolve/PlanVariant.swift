package import TagwrightPlan

/// A plan as it is for one environment.
package struct PlanVariant: Sendable {
  /// The environment; `nil` where the plan has none.
  package let environment: TargetEnvironment?
  /// The plan that is declared for the environment.
  package let plan: Plan
  /// Whether events are only tried out there.
  package let isTest: Bool

  package init(environment: TargetEnvironment?, plan: Plan, isTest: Bool = false) {
    self.environment = environment
    self.plan = plan
    self.isTest = environment?.isTest ?? isTest
  }
}

extension TrackingPlan {
  /// The names of its environments, in the order of their cases; none where it declares none.
  package static var environments: [TargetEnvironment] {
    guard Environment.self != SingleEnvironment.self else { return [] }
    return Environment.allCases.map { TargetEnvironment(name: $0.rawValue, isTest: $0.isTest) }
  }

  /// The plan for each of its environments, or once where it declares none.
  package static var variants: [PlanVariant] {
    guard Environment.self != SingleEnvironment.self else {
      return [PlanVariant(environment: nil, plan: Self().plan)]
    }
    return Environment.allCases.map { environment in
      var plan = Self()
      plan.environment = environment
      let target = TargetEnvironment(name: environment.rawValue, isTest: environment.isTest)
      return PlanVariant(environment: target, plan: plan.plan)
    }
  }
}
