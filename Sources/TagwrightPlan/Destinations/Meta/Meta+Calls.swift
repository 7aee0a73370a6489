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

extension Meta {
  package init(
    _ declaration: DestinationDeclaration, appSecretProof: Secret?, actionSource: ActionSource,
    region: Region, optOut: Source?, automaticEvents: Bool = false, grantsConsent: Bool = false
  ) {
    self.declaration = declaration
    self.appSecretProof = appSecretProof
    self.actionSource = actionSource
    self.region = region
    self.optOut = optOut
    self.automaticEvents = automaticEvents
    self.grantsConsent = grantsConsent
  }
}

extension Meta.ActionSource {
  /// The places that need nothing more, by their names in requests.
  package static let simple: [String: Meta.ActionSource] = Dictionary(
    [website, chat, email, phoneCall, physicalStore, systemGenerated, other].map { ($0.name, $0) }
  ) { first, _ in first }
}
