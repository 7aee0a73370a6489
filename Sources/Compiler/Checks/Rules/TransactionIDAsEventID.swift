import TagwrightPlan

extension Rule {
  /// A stale order number makes a destination drop events.
  static let transactionIDAsEventID = Rule(
    warning: .transactionIDAsEventID,
    "an order's number is the event id of an event that is not a purchase",
    documentation: """
      A purchase is known by its order number, which survives a reload of the page. Other events may carry the number of an
      earlier order: a destination then drops them as duplicates. Give the number to purchases alone:
      '.sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id"))'.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(
            .firstOf(.eventData("event_id"), .eventData("transaction_id")))
        ) {
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(
            .eventData("event_id"), purchase: .eventData("transaction_id"))
        ) {
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      """),
    check: .eachEventIDSource { source, event, _ in
      guard event.role != .purchase, let name = source.lastName,
        ["transaction_id", "order_id"].contains(name)
      else { return nil }
      return Finding(
        "'\(name)' is the event id of events that are not purchases, such as '\(event.eventName)'",
        at: source.place,
        mend: "give it to purchases alone: '.sharedEventID(…, purchase: .eventData(\"\(name)\"))'")
    })
}
