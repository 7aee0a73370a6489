import Diagnostics
import TagwrightPlan

extension Rule {
  /// With a test code, conversions count as tests.
  static let testCodeInProduction = Rule(
    error: "test-code-in-production",
    "a test event code outside of a test",
    documentation: """
      Events with a test event code show under Test Events and not in reports: left in production it takes all conversions
      away. A test code exists only in an environment that is a test. A plan without environments is for production; with
      environments: 'testEventCode: environment.isTest ? .secret("TIKTOK_TEST_EVENT_CODE") : nil'.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          testEventCode: .secret("TIKTOK_TEST_EVENT_CODE"), consent: .required(.adStorage),
          deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageview())
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
          ServerContainer("Shop", publicID: environment.isTest ? "GTM-DEF5678" : "GTM-ABC1234") {
            GA4Client()
            TikTok(
              pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
              testEventCode: environment.isTest ? .secret("TIKTOK_TEST_EVENT_CODE") : nil,
              consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
            ) {
              Email(.eventData("user_data.email_address"))
            } events: {
              On("page_view", send: .pageview())
            }
          }
        }
      }
      """),
    check: .eachDestination { destination, container in
      guard !container.isTest else { return [] }
      guard let code = destination.declaration.testEventCode else {
        guard destination.declaration.onlyTests else { return [] }
        return [
          Finding(
            "'\(destination.name)' only tests where events are real", at: destination.place,
            notes: [
              .init("\(destination.profile.name) checks what it gets and counts none of it"),
              .init("test in test environments only: 'onlyTests: environment.isTest'"),
            ])
        ]
      }
      return [
        Finding(
          "'\(destination.name)' has a test event code where events are real", at: code.place,
          notes: [
            .init(
              "with it \(destination.profile.name) shows events under Test Events and counts none of them"
            ),
            .init("give it to test environments only: 'environment.isTest ? .secret(…) : nil'"),
          ])
      ]
    })
}
