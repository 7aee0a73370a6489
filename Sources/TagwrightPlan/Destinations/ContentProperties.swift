/// A destination that documents the same members for what an event is about.
public protocol TakesContentProperties: Sendable {}

extension DestinationProperty where Destination: TakesContentProperties {
  /// The name of the page or product: `content_name`.
  public static func contentName(_ source: Source) -> Self { Self("content_name", from: source) }
  /// The category of the page or product: `content_category`.
  public static func contentCategory(_ source: Source) -> Self {
    Self("content_category", from: source)
  }
  /// The ids of the products, in place of those of the contents: `content_ids`.
  public static func contentIDs(_ source: Source) -> Self {
    Self("content_ids", as: .texts, from: source)
  }
  /// The number of items, in place of those of the contents: `num_items`, a whole number.
  public static func itemCount(_ source: Source) -> Self {
    Self("num_items", as: .integer, from: source)
  }
  /// The order's number: `order_id`, text.
  public static func orderID(_ source: Source) -> Self { Self("order_id", from: source) }
  /// The search terms: `search_string`.
  public static func query(_ source: Source) -> Self { Self("search_string", from: source) }
}
