// The events of Snapchat's pixel and Conversions API. There is none for a lead: a custom one keeps it apart from sign-ups.

extension DestinationEvent<Snapchat> {
  /// Something was achieved.
  public static var achievementUnlocked: Plain { Plain("ACHIEVEMENT_UNLOCKED") }
  /// Payment details were entered.
  public static var addBilling: Plain { Plain("ADD_BILLING") }
  /// A product went into the cart.
  public static var addCart: Sale { Sale("ADD_CART") }
  /// A product went on the wish list.
  public static var addToWishlist: Plain { Plain("ADD_TO_WISHLIST") }
  /// An advertisement was clicked.
  public static var adClick: Plain { Plain("AD_CLICK") }
  /// An advertisement was seen.
  public static var adView: Plain { Plain("AD_VIEW") }
  /// An app was installed.
  public static var appInstall: Plain { Plain("APP_INSTALL") }
  /// An app was opened.
  public static var appOpen: Plain { Plain("APP_OPEN") }
  /// A tutorial was completed.
  public static var completeTutorial: Plain { Plain("COMPLETE_TUTORIAL") }
  /// The first of five events of one's own.
  public static var customEvent1: Plain { Plain("CUSTOM_EVENT_1") }
  /// The second.
  public static var customEvent2: Plain { Plain("CUSTOM_EVENT_2") }
  /// The third.
  public static var customEvent3: Plain { Plain("CUSTOM_EVENT_3") }
  /// The fourth.
  public static var customEvent4: Plain { Plain("CUSTOM_EVENT_4") }
  /// The fifth.
  public static var customEvent5: Plain { Plain("CUSTOM_EVENT_5") }
  /// Somebody was invited.
  public static var invite: Plain { Plain("INVITE") }
  /// A level was completed.
  public static var levelComplete: Plain { Plain("LEVEL_COMPLETE") }
  /// A list of products was seen.
  public static var listView: Plain { Plain("LIST_VIEW") }
  /// Someone logged in.
  public static var login: Plain { Plain("LOGIN") }
  /// A page was seen.
  public static var pageView: Plain { Plain("PAGE_VIEW") }
  /// An order was paid.
  public static var purchase: Sale { Sale("PURCHASE") }
  /// Something was rated.
  public static var rate: Plain { Plain("RATE") }
  /// Something was reserved.
  public static var reserve: Plain { Plain("RESERVE") }
  /// Something was saved.
  public static var save: Plain { Plain("SAVE") }
  /// Something was searched for.
  public static var search: Query { Query("SEARCH") }
  /// Something was shared.
  public static var share: Plain { Plain("SHARE") }
  /// Someone registered.
  public static var signUp: Plain { Plain("SIGN_UP") }
  /// Credits were spent.
  public static var spentCredits: Plain { Plain("SPENT_CREDITS") }
  /// The checkout began.
  public static var startCheckout: Sale { Sale("START_CHECKOUT") }
  /// A trial began.
  public static var startTrial: Plain { Plain("START_TRIAL") }
  /// A subscription began.
  public static var subscribe: Plain { Plain("SUBSCRIBE") }
  /// A product was seen.
  public static var viewContent: Products { Products("VIEW_CONTENT") }
}

extension DestinationProperty<Snapchat> {
  /// The brands of the products: `brands`.
  public static func brands(_ source: Source) -> Self { Self("brands", as: .texts, from: source) }
  /// The way of registration: `sign_up_method`.
  public static func signUpMethod(_ source: Source) -> Self {
    Self("sign_up_method", from: source)
  }
  /// The amount that the customer is expected to spend: `predicted_ltv`, a number.
  public static func predictedLifetimeValue(_ source: Source) -> Self {
    Self("predicted_ltv", as: .number, from: source)
  }
}
