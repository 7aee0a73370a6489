// The standard events of Reddit's pixel and Conversions API, and one's own.

extension DestinationEvent<Reddit> {
  /// A product went into the cart.
  public static var addToCart: Sale { Sale("ADD_TO_CART") }
  /// A product went on the wish list.
  public static var addToWishlist: Plain { Plain("ADD_TO_WISHLIST") }
  /// Someone left contact details.
  public static var lead: Plain { Plain("LEAD") }
  /// A page was seen.
  public static var pageVisit: Plain { Plain("PAGE_VISIT") }
  /// An order was paid.
  public static var purchase: Sale { Sale("PURCHASE") }
  /// Something was searched for; Reddit takes no search terms.
  public static var search: Plain { Plain("SEARCH") }
  /// Someone registered.
  public static var signUp: Plain { Plain("SIGN_UP") }
  /// A product was seen.
  public static var viewContent: Products { Products("VIEW_CONTENT") }
  /// An event of one's own name of up to 64 characters (`CUSTOM` with `custom_event_name`).
  public static var custom: Custom { Custom() }
}

extension DestinationProperty<Reddit> {
  /// The number of items, in place of those of the contents: `item_count`.
  public static func itemCount(_ source: Source) -> Self {
    Self("item_count", as: .number, from: source)
  }
}
