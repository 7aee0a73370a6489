import Tagwright

extension Shop {
  /// TikTok's Events API and pixel.
  var tikTok: TikTok {
    TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G",
      accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))
    ) {
      Email(
        .eventData("user_data.email_address"),
        sha256: .eventData("user_data.sha256_email_address"))
      Phone(
        .eventData("user_data.phone_number"),
        sha256: .eventData("user_data.sha256_phone_number"), defaultCountryCode: "49")
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
  }
}
