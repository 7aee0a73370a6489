/// The functions by which a plan writes Reddit's events.
extension Reddit {
  package static let calls = EventCalls(
    of: Reddit.self,
    plain: [Event.addToWishlist, Event.lead, Event.pageVisit, Event.search, Event.signUp],
    sales: [Event.addToCart, Event.purchase],
    products: [Event.viewContent],
    custom: Event.custom,
    properties: [Property.itemCount])
}
