/// The functions by which a plan writes Meta's events.
extension Meta {
  package static let calls = EventCalls(
    of: Meta.self,
    plain: [
      Event.addPaymentInfo, Event.addToWishlist, Event.completeRegistration, Event.contact,
      Event.customizeProduct, Event.donate, Event.findLocation, Event.lead, Event.pageView,
      Event.schedule, Event.startTrial, Event.submitApplication, Event.subscribe,
    ],
    sales: [Event.addToCart, Event.initiateCheckout, Event.purchase],
    products: [Event.viewContent],
    queries: [Event.search],
    custom: Event.custom,
    properties: [
      Property.contentName, Property.contentCategory, Property.contentIDs, Property.itemCount,
      Property.orderID, Property.query, Property.predictedLifetimeValue, Property.netRevenue,
      Property.status, Property.deliveryCategory, Property.customerSegmentation,
    ])
}
