import TagwrightPlan

extension TestedDestination {
  static let tikTok = TestedDestination(
    name: "TikTok",
    plan: { options in
      var test = TestOptions()
      test.layout = options.layout
      test.style = options.style
      test.consent = options.consent
      test.limitedDataUse = options.limitedDataUse
      if options.isTest { test.testEventCode = .secret("TOKEN") }
      return TestPlan.tikTok(test)
    },
    eventPath: "data.0", address: "https://business-api.tiktok.com/open_api/v1.3/event/track/",
    token: .header("access-token"),
    permitted: "https://business-api.tiktok.com/open_api/v1.3/event/track/", accepted: .accepted,
    answers: [(.accepted, true), (Answer(body: #"{"code":40002}"#), false)],
    body: RequestRules.body)
}
