import Tagwright

extension Shop {
  /// Pinterest's Conversions API and pixel.
  var pinterest: Pinterest {
    Pinterest(
      tagID: "2612345678901", adAccountID: "549755885175",
      accessToken: .secret("PINTEREST_ACCESS_TOKEN"),
      consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))
    ) {
      visitor
      address
      ClickID(keptInCookieFor: .days(365))
      IPAddress()
      UserAgent()
    } events: {
      On("page_view", send: .pageVisit())
      On("view_item", send: .viewContent(contents: .items))
      On("add_to_cart", send: .addToCart(value: value, currency: currency, contents: .items))
      On(
        "begin_checkout",
        send: .initiateCheckout(value: value, currency: currency, contents: .items))
      On(
        "purchase",
        send: .checkout(
          value: value, currency: currency, contents: .items, orderID: .eventData("transaction_id"))
      )
      On("generate_lead", send: .lead())
      On("search", send: .search(query: .eventData("search_term")))
    }
    .layout(.lookupTable)
  }
}
