import Tagwright

extension Shop {
  /// Reddit's Conversions API and pixel; the start of a checkout is an event of the shop's own there.
  var reddit: Reddit {
    Reddit(
      pixelID: "a2_abc123def456",
      accessToken: .secret("REDDIT_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))
    ) {
      visitor
      ClickID(keptInCookieFor: .days(30))
      BrowserID(keptInCookieFor: .days(90))
      IPAddress()
      UserAgent()
    } events: {
      On("page_view", send: .pageVisit())
      On("view_item", send: .viewContent(contents: .items))
      On("add_to_cart", send: .addToCart(value: value, currency: currency, contents: .items))
      On(
        "begin_checkout",
        send: .custom("BeginCheckout", value: value, currency: currency, contents: .items))
      On(
        "purchase",
        send: .purchase(
          value: value, currency: currency, contents: .items)
      )
      On("generate_lead", send: .lead())
      On("search", send: .search())
    }
    .layout(.lookupTable)
  }
}
