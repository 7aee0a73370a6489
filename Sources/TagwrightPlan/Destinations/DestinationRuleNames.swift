extension RuleName {
  /// A destination without events.
  public static let emptyEventMap = RuleName("empty-event-map")
  /// The version of an API that a destination's requests name ends soon.
  public static let endingAPIVersion = RuleName("ending-api-version")
  /// Two events of the site that occur together are sent as one event of a destination.
  public static let eventsThatOccurTogether = RuleName("events-that-occur-together")
  /// `form_submit`, which GA4 sends for every form, is sent as a lead.
  public static let formSubmitAsLead = RuleName("form-submit-as-lead")
  /// A name from before May 2025.
  public static let legacyEventName = RuleName("legacy-event-name")
  /// A match key that the destination does not take.
  public static let matchKeyNotTaken = RuleName("match-key-not-taken")
  /// A custom event that is spelt almost like a standard one.
  public static let misspeltEvent = RuleName("misspelt-event")
  /// An event that belongs to products has none.
  public static let missingContents = RuleName("missing-contents")
  /// A value has no currency.
  public static let missingCurrency = RuleName("missing-currency")
  /// The pixel runs in the browser, and the server's events carry no id.
  public static let missingEventID = RuleName("missing-event-id")
  /// A match key that most people are found by has no source.
  public static let missingMatchKey = RuleName("missing-match-key")
  /// A conversion has no value.
  public static let missingValue = RuleName("missing-value")
  /// An event id that several events share.
  public static let reusedEventID = RuleName("reused-event-id")
  /// Two destinations send one event to one pixel.
  public static let samePixelTwice = RuleName("same-pixel-twice")
  /// Several events count as purchases.
  public static let severalPurchaseEvents = RuleName("several-purchase-events")
  /// Two pixels share an access token.
  public static let sharedAccessToken = RuleName("shared-access-token")
  /// The order's number is the event id of an event that is not a purchase.
  public static let transactionIDAsEventID = RuleName("transaction-id-as-event-id")
  /// A web container calls no pixel of a destination.
  public static let unsupportedPixel = RuleName("unsupported-pixel")
  /// A currency that the destination does not list.
  public static let unlistedCurrency = RuleName("unlisted-currency")
}
