extension DestinationProperty<TikTok> {
  /// The event's subject, in words: `description`.
  public static func description(_ source: Source) -> Self { Self("description", from: source) }
  /// The search terms: `query` and `search_string`, since TikTok's pages name both.
  public static func query(_ source: Source) -> Self {
    Self("query", "search_string", from: source)
  }
  /// The order's number: `order_id`, text.
  public static func orderID(_ source: Source) -> Self { Self("order_id", from: source) }
  /// The shop's id: `shop_id`, text.
  public static func shopID(_ source: Source) -> Self { Self("shop_id", from: source) }
  /// The number of items: `num_items`, a whole number.
  public static func itemCount(_ source: Source) -> Self {
    Self("num_items", as: .integer, from: source)
  }
  /// The ids of the products alone, for video shopping ads: `content_ids`.
  public static func contentIDs(_ source: Source) -> Self {
    Self("content_ids", as: .texts, from: source)
  }
  /// The category of what the event is about: `content_category`, text.
  public static func contentCategory(_ source: Source) -> Self {
    Self("content_category", from: source)
  }
  /// The way of delivery: `delivery_category`, one of `in_store`, `curbside`, `home_delivery`.
  public static func deliveryCategory(_ source: Source) -> Self {
    Self("delivery_category", from: source)
  }
  /// The amount that the customer is expected to spend: `predicted_ltv`, a number.
  public static func predictedLifetimeValue(_ source: Source) -> Self {
    Self("predicted_ltv", as: .number, from: source)
  }
  /// The state of an order or registration: `status`, text.
  public static func status(_ source: Source) -> Self { Self("status", from: source) }
}
