/// The functions by which a plan writes Snapchat's events.
extension Snapchat {
  package static let calls = EventCalls(
    of: Snapchat.self,
    plain: [
      Event.achievementUnlocked, Event.addBilling, Event.addToWishlist, Event.adClick, Event.adView,
      Event.appInstall, Event.appOpen, Event.completeTutorial, Event.customEvent1,
      Event.customEvent2, Event.customEvent3, Event.customEvent4, Event.customEvent5, Event.invite,
      Event.levelComplete, Event.listView, Event.login, Event.pageView, Event.rate, Event.reserve,
      Event.save, Event.share, Event.signUp, Event.spentCredits, Event.startTrial, Event.subscribe,
    ],
    sales: [Event.addCart, Event.purchase, Event.startCheckout],
    products: [Event.viewContent],
    queries: [Event.search],
    properties: [
      Property.contentName, Property.contentCategory, Property.contentIDs, Property.brands,
      Property.itemCount, Property.orderID, Property.query, Property.signUpMethod,
      Property.predictedLifetimeValue,
    ])
}
