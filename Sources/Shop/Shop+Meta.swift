import Tagwright

extension Shop {
  /// Meta's Conversions API and pixel.
  var meta: Meta {
    Meta(
      pixelID: "1234567890123456",
      accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))
    ) {
      visitor
      address
      ClickID(keptInCookieFor: .days(90))
      BrowserID(keptInCookieFor: .days(90))
      IPAddress()
      UserAgent()
    } events: {
      On("page_view", send: .pageView())
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
