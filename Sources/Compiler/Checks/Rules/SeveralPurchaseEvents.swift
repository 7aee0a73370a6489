import Diagnostics
import TagwrightPlan

extension Rule {
  /// An order should count once.
  static let severalPurchaseEvents = Rule(
    warning: .severalPurchaseEvents,
    "several events of the site count as purchases",
    documentation: """
      One order is one purchase. Where several events of the site are sent as purchases, make sure that one order leads to
      one of them only: their ids differ, so TikTok counts each.
      """,
    wrong: .events(
      """
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items))
      On(
        "order_completed",
        send: .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items))
      """),
    right: .events(
      """
      On(
        "purchase",
        send: .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items))
      """),
    check: .eachDestination { destination, _ in
      let purchases = destination.events.filter {
        $0.role == .purchase && $0.mapping.conditions.isEmpty
      }
      guard let first = purchases.first,
        let second = purchases.first(where: { $0.eventName != first.eventName })
      else { return [] }
      return [
        Finding(
          "'\(first.eventName)' and '\(second.eventName)' both count as purchases",
          at: second.place,
          notes: [
            .init("first mapped here", at: first.place),
            .init("map the one that happens once per order, or narrow both with 'where:'"),
          ]
        ).allowed(by: second.mapping.allowances)
      ]
    })
}
