import TagwrightPlan

extension Rule {
  /// Without a client no event arrives.
  static let missingClient = Rule(
    warning: .missingClient,
    "a container has no client",
    documentation: """
      A client turns incoming requests into events; without one no trigger ever fires. 'GA4Client()' takes the hits of
      Google's tag. Where the container that you import into already has a client, allow the rule.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Tag(measurementID: "G-ABC1234567")
      }
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
      }
      """),
    check: .container { container in
      let hasClient = container.elements.contains { element in
        switch element.kind {
        case .ga4Client, .rawClient, .templateClient: true
        default: false
        }
      }
      guard !hasClient else { return [] }
      return [
        Finding(
          "container '\(container.declaration.name)' has no client, so no event arrives",
          at: container.declaration.place, mend: "add 'GA4Client()' to it")
      ]
    })
}
