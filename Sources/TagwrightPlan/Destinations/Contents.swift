/// The products of an event.
///
/// Takes GA4 `items` or objects in the destination's own shape, as an array, an index-keyed object or JSON text.
public struct Contents: Sendable {
  package let source: Source
  package let type: ContentType

  /// The GA4 parameter `items`, as single products.
  public static let items = Contents(source: .eventData("items"), type: .product)

  /// Products from another source.
  ///
  /// - Parameters:
  ///   - source: where they arrive.
  ///   - type: what the ids stand for.
  public static func items(from source: Source, type: ContentType = .product) -> Contents {
    Contents(source: source, type: type)
  }
}

/// The meaning of product ids.
public struct ContentType: Sendable {
  package let source: Source

  /// Single products: the ids are SKUs.
  public static let product = ContentType(source: .constant("product"))
  /// Product groups: the ids are item group ids.
  public static let productGroup = ContentType(source: .constant("product_group"))
  /// `product` or `product_group`, as the source says.
  public static func from(_ source: Source) -> ContentType { ContentType(source: source) }
}
