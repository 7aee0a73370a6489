import TagwrightPlan

extension Rule {
  /// The second import replaces the first.
  static let sharedContainer = Rule(
    warning: .sharedContainer,
    "two environments are compiled into one container",
    documentation: """
      Each environment has a container of its own: importing staging into the container of production puts test traffic
      into it. Give 'publicID:' a value per environment.
      """,
    wrong: .file(
      """
      struct Shop: TrackingPlan {
        enum Environment: String, PlanEnvironment {
          case production, staging
          var isTest: Bool { self == .staging }
        }

        var environment = Environment.production

        var plan: Plan {
          ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
        }
      }
      """),
    right: .file(
      """
      struct Shop: TrackingPlan {
        enum Environment: String, PlanEnvironment {
          case production, staging
          var isTest: Bool { self == .staging }
        }

        var environment = Environment.production

        var plan: Plan {
          ServerContainer("Shop", publicID: publicID) { GA4Client() }
        }

        var publicID: String {
          switch environment {
          case .production: "GTM-ABC1234"
          case .staging: "GTM-DEF5678"
          }
        }
      }
      """),
    check: .environments { plans in
      var first: [String: String] = [:]
      var findings: [Finding] = []
      for plan in plans {
        guard let name = plan.environment?.name else { continue }
        for container in plan.serverContainers.map(\.declaration) {
          let earlier = first[container.publicID, default: name]
          first[container.publicID] = earlier
          guard earlier != name else { continue }
          findings.append(
            Finding(
              "environments '\(earlier)' and '\(name)' are both compiled into '\(container.publicID)'",
              at: container.place, mend: "give each environment the public id of its own container"
            ).allowed(by: container.allowances))
        }
      }
      return findings
    })
}
