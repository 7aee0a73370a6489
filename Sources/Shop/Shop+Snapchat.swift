import Tagwright

extension Shop {
  /// Snapchat's Conversions API and pixel; it has no event for a lead, which is the first custom one.
  var snapchat: Snapchat {
    Snapchat(
      pixelID: "bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11",
      accessToken: .secret("SNAPCHAT_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))
    ) {
      visitor
      address
      ClickID(keptInCookieFor: .days(30))
      BrowserID(keptInCookieFor: .days(90))
      IPAddress()
      UserAgent()
    } events: {
      On("page_view", send: .pageView())
      On("view_item", send: .viewContent(contents: .items))
      On("add_to_cart", send: .addCart(value: value, currency: currency, contents: .items))
      On(
        "begin_checkout",
        send: .startCheckout(value: value, currency: currency, contents: .items))
      On(
        "purchase",
        send: .purchase(
          value: value, currency: currency, contents: .items, orderID: .eventData("transaction_id"))
      )
      On("generate_lead", send: .customEvent1())
      On("search", send: .search(query: .eventData("search_term")))
    }
    .layout(.lookupTable)
  }
}
