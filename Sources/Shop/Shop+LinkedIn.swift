import Tagwright

extension Shop {
  /// LinkedIn's Conversions API and Insight Tag: the purchase and the lead, each with a conversion rule for the server and one for the Insight Tag.
  var linkedIn: LinkedIn {
    LinkedIn(
      partnerID: "1234567",
      accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))
    ) {
      Email(
        .eventData("user_data.email_address"),
        sha256: .eventData("user_data.sha256_email_address"))
      ExternalID(.eventData("user_id"))
      FirstName()
      LastName()
      ClickID(keptInCookieFor: .days(30))
      IPAddress()
    } events: {
      On(
        "purchase",
        send: .purchase(rule: "104012", pixelRule: "104098", value: value, currency: currency))
      On(
        "generate_lead",
        send: .lead(rule: "104013", pixelRule: "104099"))
    }
    .layout(.lookupTable)
  }
}
