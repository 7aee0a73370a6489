import TagwrightPlan

/// Plans of any size, with a shop's usual event in every line.
enum SamplePlan {
  static func plan(
    events count: Int, layout: Layout, sources: SourceStyle = .visible
  ) -> Plan {
    let tikTok = TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id")), layout: layout,
      sources: sources
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID(.urlParameter("ttclid"), .cookie("ttclid"), keptInCookieFor: .days(30))
      BrowserID(.cookie("_ttp"))
      IPAddress()
      UserAgent()
    } events: {
      for number in 1...count {
        On(
          "purchase_\(number)",
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items,
            orderID: .eventData("transaction_id")))
      }
    }
    return Plan(serverContainers: [
      ServerContainer("Benchmark", publicID: "GTM-ABC1234") {
        GA4Client()
        tikTok
      }
    ])
  }
}
