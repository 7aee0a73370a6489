import TagwrightPlan

/// A plan for production and for tests: each has its own pixel, token and container, and only one a test code.
struct TwoEnvironments: TrackingPlan {
  enum Environment: String, PlanEnvironment {
    case production, staging
    var isTest: Bool { self == .staging }
  }

  var environment = Environment.production

  var plan: Plan {
    ServerContainer("Shop", publicID: environment.isTest ? "GTM-DEF5678" : "GTM-ABC1234") {
      GA4Client()
      tikTok
    }
  }

  private var pixelCode: String {
    switch environment {
    case .production: "D6AP4E3C77U3L7SP8O7G"
    case .staging: "D8KU48BC77U7CO3SHUSG"
    }
  }

  private var tikTok: TikTok {
    TikTok(
      pixelCode: pixelCode,
      accessToken: .secret(
        environment.isTest ? "TIKTOK_STAGING_ACCESS_TOKEN" : "TIKTOK_ACCESS_TOKEN"),
      testEventCode: environment.isTest ? .secret("TIKTOK_TEST_EVENT_CODE") : nil,
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID(.urlParameter("ttclid"))
      BrowserID(.cookie("_ttp"))
    } events: {
      On("page_view", send: .pageview())
    }
  }
}
