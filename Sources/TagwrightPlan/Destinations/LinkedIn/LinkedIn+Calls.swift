/// The functions by which a plan writes LinkedIn's events.
extension LinkedIn {
  package static let calls = EventCalls(
    of: LinkedIn.self,
    ruled: [
      Event.addBillingInfo, Event.addToCart, Event.addToList, Event.bookAppointment,
      Event.completeSignup, Event.contact, Event.download, Event.keyPageView, Event.lead,
      Event.other, Event.purchase, Event.requestQuote, Event.save, Event.schedule, Event.search,
      Event.signUp, Event.startCheckout, Event.startTrial, Event.submitApplication, Event.subscribe,
      Event.viewContent,
    ])
}
