// The types of LinkedIn's conversion rules: each event names the rule that it belongs to.

extension DestinationEvent<LinkedIn> {
  /// Payment details were entered.
  public static var addBillingInfo: Ruled { Ruled("ADD_BILLING_INFO") }
  /// A product went into the cart.
  public static var addToCart: Ruled { Ruled("ADD_TO_CART") }
  /// A product went on a list.
  public static var addToList: Ruled { Ruled("ADD_TO_LIST") }
  /// An appointment was booked.
  public static var bookAppointment: Ruled { Ruled("BOOK_APPOINTMENT") }
  /// A registration was completed.
  public static var completeSignup: Ruled { Ruled("COMPLETE_SIGNUP") }
  /// Someone got in touch.
  public static var contact: Ruled { Ruled("CONTACT") }
  /// Something was downloaded.
  public static var download: Ruled { Ruled("DOWNLOAD") }
  /// A page of interest was seen.
  public static var keyPageView: Ruled { Ruled("KEY_PAGE_VIEW") }
  /// Someone left contact details.
  public static var lead: Ruled { Ruled("LEAD") }
  /// Something else happened.
  public static var other: Ruled { Ruled("OTHER") }
  /// An order was paid.
  public static var purchase: Ruled { Ruled("PURCHASE") }
  /// An offer was asked for.
  public static var requestQuote: Ruled { Ruled("REQUEST_QUOTE") }
  /// Something was saved.
  public static var save: Ruled { Ruled("SAVE") }
  /// An appointment was made.
  public static var schedule: Ruled { Ruled("SCHEDULE") }
  /// Something was searched for.
  public static var search: Ruled { Ruled("SEARCH") }
  /// Someone registered.
  public static var signUp: Ruled { Ruled("SIGN_UP") }
  /// The checkout began.
  public static var startCheckout: Ruled { Ruled("START_CHECKOUT") }
  /// A trial began.
  public static var startTrial: Ruled { Ruled("START_TRIAL") }
  /// An application was handed in.
  public static var submitApplication: Ruled { Ruled("SUBMIT_APPLICATION") }
  /// A subscription began.
  public static var subscribe: Ruled { Ruled("SUBSCRIBE") }
  /// A product or page of interest was seen.
  public static var viewContent: Ruled { Ruled("VIEW_CONTENT") }
}
