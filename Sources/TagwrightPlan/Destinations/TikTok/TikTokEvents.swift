// The events of TikTok Events API v1.3 for web: the standard list with its names since May 2025, the pixel's page view,
// names from before, and one's own.

extension DestinationEvent<TikTok> {
  /// Not there: TikTok spells it in its own way.
  @available(
    *, unavailable, message: "TikTok has no 'pageView': write '.pageview()', as it spells it"
  )
  public static var pageView: Plain { pageview }
  /// Payment details were entered.
  public static var addPaymentInfo: Plain { Plain("AddPaymentInfo") }
  /// A product went into the cart.
  public static var addToCart: Sale { Sale("AddToCart") }
  /// A product went on the wish list.
  public static var addToWishlist: Plain { Plain("AddToWishlist") }
  /// An application was approved.
  public static var applicationApproval: Plain { Plain("ApplicationApproval") }
  /// Someone registered.
  public static var completeRegistration: Plain { Plain("CompleteRegistration") }
  /// Someone got in touch.
  public static var contact: Plain { Plain("Contact") }
  /// A product was configured.
  public static var customizeProduct: Plain { Plain("CustomizeProduct") }
  /// A file was downloaded.
  public static var download: Plain { Plain("Download") }
  /// A shop was looked for.
  public static var findLocation: Plain { Plain("FindLocation") }
  /// The checkout began.
  public static var initiateCheckout: Sale { Sale("InitiateCheckout") }
  /// Someone left contact details; called `SubmitForm` before May 2025.
  public static var lead: Plain { Plain("Lead") }
  /// An order was paid; called `CompletePayment` before May 2025.
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

  /// A page was seen: `Pageview`, as the pixel itself spells it.
  public static var pageview: Plain { Plain("Pageview") }
  /// An event of one's own name: for reports and audiences, not for optimisation.
  public static var custom: Custom { Custom() }

  /// The old name of `purchase`; TikTok still accepts it.
  @available(*, deprecated, renamed: "purchase", message: "TikTok calls it Purchase since May 2025")
  public static var completePayment: Sale {
    Sale("CompletePayment", .legacy(replacement: "Purchase"))
  }
  /// The old name of `lead`; TikTok still accepts it.
  @available(*, deprecated, renamed: "lead", message: "TikTok calls it Lead since May 2025")
  public static var submitForm: Plain { Plain("SubmitForm", .legacy(replacement: "Lead")) }
  /// A button was clicked; TikTok supports the name until 2027.
  @available(
    *, deprecated, message: "TikTok gave it up in May 2025: write '.custom(\"ClickButton\")'"
  )
  public static var clickButton: Plain {
    Plain("ClickButton", .legacy(replacement: "a custom event"))
  }
  /// An order was placed; TikTok supports the name until 2027.
  @available(*, deprecated, renamed: "purchase", message: "TikTok gave it up in May 2025")
  public static var placeAnOrder: Plain { Plain("PlaceAnOrder", .legacy(replacement: "Purchase")) }
}
