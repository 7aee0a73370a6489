import TagwrightPlan

extension Snapchat {
  /// `snaptr('track', event, {client_dedup_id, …})`, which is for every pixel of the page. The id stands in each call: one
  /// that was given to `init` would be that of all events.
  ///
  /// Snapchat's text on deduplication: the first of two events of one id is kept, with what the second adds to it. The 48
  /// hours are from a text of others, Snapchat's own names no time.
  static let pixel = PixelForm(
    script: .queued(
      "snaptr", handler: "handleRequest",
      library: "https://sc-static.net/scevent.min.js",
      initialising: "callInWindow('snaptr', 'init', pixel, person);",
      calling: "callInWindow('snaptr', 'track', event, properties);"),
    personCall: .init(function: "snaptr", verb: "init", person: 2), idMember: "client_dedup_id",
    names: [
      "value": "price", "currency": "currency", "order_id": "transaction_id",
      "content_ids": "item_ids", "num_items": "number_items", "content_category": "item_category",
      "search_string": "search_string", "sign_up_method": "sign_up_method", "brands": "brands",
    ],
    digestMembers: [
      "user_email": "user_hashed_email", "user_phone_number": "user_hashed_phone_number",
    ],
    counting: EventCounting.Rule(mergesWithin: 48 * 3_600_000, dropsWithin: 48 * 3_600_000))
}
