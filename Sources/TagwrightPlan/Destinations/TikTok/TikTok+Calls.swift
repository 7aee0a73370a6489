/// The functions by which a plan writes TikTok's events.
extension TikTok {
  package static let calls = EventCalls(
    of: TikTok.self,
    plain: [
      Event.addPaymentInfo, Event.addToWishlist, Event.applicationApproval,
      Event.completeRegistration, Event.contact, Event.customizeProduct, Event.download,
      Event.findLocation, Event.lead, Event.schedule, Event.startTrial, Event.submitApplication,
      Event.subscribe, Event.pageview,
    ],
    sales: [Event.addToCart, Event.initiateCheckout, Event.purchase],
    products: [Event.viewContent],
    queries: [Event.search],
    old: [
      EventCall("completePayment", "CompletePayment", .legacy(replacement: "Purchase"), .sale),
      EventCall("submitForm", "SubmitForm", .legacy(replacement: "Lead"), .plain),
      EventCall("clickButton", "ClickButton", .legacy(replacement: "a custom event"), .plain),
      EventCall("placeAnOrder", "PlaceAnOrder", .legacy(replacement: "Purchase"), .plain),
    ],
    custom: Event.custom,
    properties: [
      Property.description, Property.query, Property.orderID, Property.shopID, Property.itemCount,
      Property.contentIDs, Property.contentCategory, Property.deliveryCategory,
      Property.predictedLifetimeValue, Property.status,
    ])
}
