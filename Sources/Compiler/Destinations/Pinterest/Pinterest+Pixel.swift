import TagwrightPlan

extension Pinterest {
  /// `pintrk('track', event, {event_id, …})`, which is for every tag of the page; the base code makes `page` known, too.
  ///
  /// Pinterest's text on deduplication: of two events of one name and id within 48 hours the first is kept. The names of
  /// the tag have no underscores and are not case sensitive.
  static let pixel = PixelForm(
    script: .queued(
      "pintrk", queuesLists: true, library: "https://s.pinimg.com/ct/core.js",
      initialising:
        "callInWindow('pintrk', 'load', pixel, person);\ncallInWindow('pintrk', 'page');",
      calling: "callInWindow('pintrk', 'track', event, properties);"),
    personCall: .init(function: "pintrk", verb: "load", person: 2), idMember: "event_id",
    spelling: { $0.lowercased().replacing("_", with: "") },
    names: [
      "value": "value", "currency": "currency", "order_id": "order_id",
      "num_items": "order_quantity", "search_string": "search_query", "contents": "line_items",
      "id": "product_id", "item_name": "product_name", "item_category": "product_category",
      "item_price": "product_price", "quantity": "product_quantity",
    ],
    counting: EventCounting.Rule(mergesWithin: 48 * 3_600_000, dropsWithin: 48 * 3_600_000))
}
