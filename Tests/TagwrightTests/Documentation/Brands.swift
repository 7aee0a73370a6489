import Tagwright

/// A shop in one country.
struct Site {
  let name: String
  let address: String
  let pixelCode: String
  let accessToken: Secret
  let countryCode: String
}

struct Brands: TrackingPlan {
  let sites = [
    Site(
      name: "Outdoor Germany", address: "https://www.example.com/de/",
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("OUTDOOR_GERMANY_TOKEN"),
      countryCode: "49"),
    Site(
      name: "Outdoor Austria", address: "https://www.example.com/at/",
      pixelCode: "D8KU48BC77U7CO3SHUSG", accessToken: .secret("OUTDOOR_AUSTRIA_TOKEN"),
      countryCode: "43"),
  ]

  var plan: Plan {
    ServerContainer("Outdoor", publicID: "GTM-ABC1234") {
      GA4Client()
      for site in sites { tikTok(of: site) }
    }
  }

  func tikTok(of site: Site) -> TikTok {
    let isHere: Condition = .eventData("page_location").starts(with: site.address)
    return TikTok(
      site.name, pixelCode: site.pixelCode, accessToken: site.accessToken,
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: site.countryCode)
      ClickID()
      BrowserID()
      IPAddress()
      UserAgent()
    } events: {
      On("page_view", where: isHere, send: .pageview())
      On(
        "purchase", where: isHere,
        send: .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items,
          orderID: .eventData("transaction_id")))
    }
  }
}
