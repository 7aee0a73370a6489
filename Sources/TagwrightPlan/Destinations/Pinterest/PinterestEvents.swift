// The events of Pinterest's Conversions API and tag; every other event of the site is one of 'custom'.

extension DestinationEvent<Pinterest> {
  /// Payment details were entered.
  public static var addPaymentInfo: Plain { Plain("add_payment_info") }
  /// A product went into the cart.
  public static var addToCart: Sale { Sale("add_to_cart") }
  /// A product went on the wish list.
  public static var addToWishlist: Plain { Plain("add_to_wishlist") }
  /// An app was installed.
  public static var appInstall: Plain { Plain("app_install") }
  /// An order was paid.
  public static var checkout: Sale { Sale("checkout") }
  /// Whatever Pinterest has no event for.
  public static var custom: Plain { Plain("custom") }
  /// The checkout began.
  public static var initiateCheckout: Sale { Sale("initiate_checkout") }
  /// Someone left contact details.
  public static var lead: Plain { Plain("lead") }
  /// A page was seen.
  public static var pageVisit: Plain { Plain("page_visit") }
  /// Something was searched for.
  public static var search: Query { Query("search") }
  /// Someone registered.
  public static var signup: Plain { Plain("signup") }
  /// A subscription began.
  public static var subscribe: Plain { Plain("subscribe") }
  /// A list of products was seen.
  public static var viewCategory: Plain { Plain("view_category") }
  /// A product was seen.
  public static var viewContent: Products { Products("view_content") }
  /// A video was watched.
  public static var watchVideo: Plain { Plain("watch_video") }
}

extension DestinationProperty<Pinterest> {
  /// The brand of the page or product: `content_brand`.
  public static func contentBrand(_ source: Source) -> Self { Self("content_brand", from: source) }
  /// The amount that the customer is expected to spend: `predicted_ltv`, text.
  public static func predictedLifetimeValue(_ source: Source) -> Self {
    Self("predicted_ltv", as: .number, from: source)
  }
}
