import TagwrightPlan

/// A shop with the events of the usual set-up guides, and what its visitors do in them.
enum ShopMix {
  static var plan: Plan {
    let tikTok = TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))
    ) {
      Email(
        .eventData("user_data.email_address"),
        sha256: .eventData("user_data.sha256_email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ExternalID(.eventData("user_id"))
      ClickID(
        .urlParameter("ttclid"), .cookie("ttclid"), .eventData("ttclid"),
        keptInCookieFor: .days(30))
      BrowserID(.cookie("_ttp"), .eventData("ttp"), keptInCookieFor: .days(390))
      IPAddress()
      UserAgent()
    } events: {
      On("page_view", send: .pageview())
      On("view_item", send: .viewContent(contents: .items))
      On("add_to_cart", send: .addToCart(value: value, currency: currency, contents: .items))
      On(
        "begin_checkout",
        send: .initiateCheckout(value: value, currency: currency, contents: .items))
      On(
        "purchase",
        send: .purchase(
          value: value, currency: currency, contents: .items, orderID: .eventData("transaction_id"))
      )
      On("generate_lead", send: .lead())
      On("search", send: .search(query: .eventData("search_term")))
    }
    return Plan(serverContainers: [
      ServerContainer("Benchmark", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
        tikTok
      }
    ])
  }

  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")

  /// Of a hundred hits, how many are of each event; the last two go to Google Analytics alone.
  private static let shares = [
    ("page_view", 40), ("view_item", 15), ("add_to_cart", 6), ("begin_checkout", 3),
    ("purchase", 3), ("search", 2), ("generate_lead", 1), ("user_engagement", 20), ("scroll", 10),
  ]

  /// Lines of a log, as many as are wanted; three of ten visitors refuse consent.
  static func lines(_ count: Int) -> [[UInt8]] {
    let names = shares.flatMap { Array(repeating: $0.0, count: $0.1) }
    return (0..<count).map { number in
      // 37 has no factor in common with 100, so that the events stand well mixed.
      Array(line(names[number * 37 % names.count], number).utf8)
    }
  }

  private static func line(_ event: String, _ number: Int) -> String {
    let consent = number / 7 % 10 < 3 ? "G100" : "G111"
    var line =
      "https://sgtm.example.com/g/collect?v=2&tid=G-ABC1234567&gtm=45je5&_p=\(1_764_340_309_313 + number)"
      + "&gcs=\(consent)&gcd=13t3t3t3t5l1&npa=0&dma=0&cid=\(1_307_714_608 + number).1760043792"
      + "&ul=en-us&sr=1920x1080&ur=US-CA&uaa=arm&uab=64&uap=macOS&uapv=15.7.1&pscdl=noapi&_s=1"
      + "&sid=1764340309&sct=5&seg=0&dl=https%3A%2F%2Fwww.example.com%2Fp%2F\(number)%3Fttclid%3DE.C.P.x"
      + "&dt=Example&tfd=2135&en=\(event)&ep.event_id=\(number)_1"
    switch event {
    case "view_item", "add_to_cart", "begin_checkout", "purchase":
      line += "&cu=EUR&epn.value=59.98&pr1=idSKU1~nmTee~brExample~pr29.99~qt2"
    case "search": line += "&ep.search_term=shoes"
    default: break
    }
    if event == "purchase" {
      line +=
        "&pr2=idSKU2~nmCap~pr9.99~qt1&ep.transaction_id=T\(number)"
        + "&ep.user_data.email_address=alice\(number)%40example.com"
    }
    return line
  }
}
