import TagwrightPlan

extension Rule {
  /// An environment's name is the name of a folder.
  static let environmentName = Rule(
    error: "environment-name",
    "an environment's name cannot name a folder",
    documentation: """
      Each environment is compiled into a folder of its name, and '--environment NAME' picks one. A name has letters,
      digits, hyphens and underscores.
      """,
    wrong: .file(
      """
      struct Shop: TrackingPlan {
        enum Environment: String, PlanEnvironment {
          case production
          case staging = "shop/staging"
          var isTest: Bool { self == .staging }
        }

        var environment = Environment.production

        var plan: Plan {
          ServerContainer("Shop", publicID: environment.isTest ? "GTM-DEF5678" : "GTM-ABC1234") {
            GA4Client()
          }
        }
      }
      """),
    right: .file(
      """
      struct Shop: TrackingPlan {
        enum Environment: String, PlanEnvironment {
          case production
          case staging = "shop-staging"
          var isTest: Bool { self == .staging }
        }

        var environment = Environment.production

        var plan: Plan {
          ServerContainer("Shop", publicID: environment.isTest ? "GTM-DEF5678" : "GTM-ABC1234") {
            GA4Client()
          }
        }
      }
      """),
    check: .plan { plan in
      guard let name = plan.environment?.name,
        name.isEmpty
          || !name.unicodeScalars.allSatisfy({
            $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_"
          })
      else { return [] }
      return [
        Finding(
          "environment '\(name)' cannot name a folder",
          at: plan.serverContainers.first?.declaration.place,
          mend: "use letters, digits, hyphens and underscores, such as 'staging'")
      ]
    })
}
