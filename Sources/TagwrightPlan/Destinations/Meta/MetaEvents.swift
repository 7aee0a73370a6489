// The standard events of Meta's pixel and Conversions API, and one's own.

extension DestinationEvent<Meta> {
  /// Payment details were entered.
  public static var addPaymentInfo: Plain { Plain("AddPaymentInfo") }
  /// A product went into the cart.
  public static var addToCart: Sale { Sale("AddToCart") }
  /// A product went on the wish list.
  public static var addToWishlist: Plain { Plain("AddToWishlist") }
  /// Someone registered.
  public static var completeRegistration: Plain { Plain("CompleteRegistration") }
  /// Someone got in touch.
  public static var contact: Plain { Plain("Contact") }
  /// A product was configured.
  public static var customizeProduct: Plain { Plain("CustomizeProduct") }
  /// Something was donated.
  public static var donate: Plain { Plain("Donate") }
  /// A shop was looked for.
  public static var findLocation: Plain { Plain("FindLocation") }
  /// The checkout began.
  public static var initiateCheckout: Sale { Sale("InitiateCheckout") }
  /// Someone left contact details.
  public static var lead: Plain { Plain("Lead") }
  /// A page was seen.
  public static var pageView: Plain { Plain("PageView") }
  /// An order was paid; Meta refuses it without value and currency.
  public static var purchase: Sale { Sale("Purchase") }
  /// An appointment was made.
  public static var schedule: Plain { Plain("Schedule") }
  /// Something was searched for.
  public static var search: Query { Query("Search") }
  /// A trial began.
  public static var startTrial: Plain { Plain("StartTrial") }
  /// An application was handed in.
  public static var submitApplication: Plain { Plain("SubmitApplication") }
  /// A subscription began.
  public static var subscribe: Plain { Plain("Subscribe") }
  /// A product or page of interest was seen.
  public static var viewContent: Products { Products("ViewContent") }
  /// An event of one's own name.
  public static var custom: Custom { Custom() }
}

extension DestinationProperty<Meta> {
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
  /// The amount that the customer is expected to spend: `predicted_ltv`, a number.
  public static func predictedLifetimeValue(_ source: Source) -> Self {
    Self("predicted_ltv", as: .number, from: source)
  }
  /// The value less costs: `net_revenue`, a number.
  public static func netRevenue(_ source: Source) -> Self {
    Self("net_revenue", as: .number, from: source)
  }
  /// Whether a registration is complete: `status`.
  public static func status(_ source: Source) -> Self { Self("status", as: .truth, from: source) }
  /// The way of delivery: `delivery_category`, one of `in_store`, `curbside`, `home_delivery`.
  public static func deliveryCategory(_ source: Source) -> Self {
    Self("delivery_category", from: source)
  }
  /// Whether the customer is new: `customer_segmentation`, such as `new_customer_to_business`.
  public static func customerSegmentation(_ source: Source) -> Self {
    Self("customer_segmentation", from: source)
  }
}
