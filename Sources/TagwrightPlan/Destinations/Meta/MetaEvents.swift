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
