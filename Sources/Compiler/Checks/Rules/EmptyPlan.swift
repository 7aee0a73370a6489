import TagwrightPlan

extension Rule {
  /// A plan has to lead to something.
  static let emptyPlan = Rule(
    error: "empty-plan",
    "a plan declares no container",
    documentation: """
      A plan lists the containers that it is compiled into; without one there is nothing to generate.
      """,
    wrong: .plan(
      """
      if false { ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() } }
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
      """),
    check: .plan { plan in
      guard plan.declaredContainers.isEmpty else { return [] }
      return [
        Finding(
          "the plan '\(plan.name)' declares no container", at: nil,
          mend: "add a ServerContainer to its 'plan'")
      ]
    })
}
