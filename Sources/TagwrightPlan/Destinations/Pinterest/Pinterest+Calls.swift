/// The functions by which a plan writes Pinterest's events.
extension Pinterest {
  package static let calls = EventCalls(
    of: Pinterest.self,
    plain: [
      Event.addPaymentInfo, Event.addToWishlist, Event.appInstall, Event.custom, Event.lead,
      Event.pageVisit, Event.signup, Event.subscribe, Event.viewCategory, Event.watchVideo,
    ],
    sales: [Event.addToCart, Event.checkout, Event.initiateCheckout],
    products: [Event.viewContent],
    queries: [Event.search],
    properties: [
      Property.contentName, Property.contentCategory, Property.contentBrand, Property.contentIDs,
      Property.itemCount, Property.orderID, Property.query, Property.predictedLifetimeValue,
    ])
}
