// The standard events of TikTok Events API v1.3 for web, offline and CRM; names since May 2025.

extension TikTok {
  /// The names of the standard events, as TikTok spells them.
  package static let standardEventNames: [String] = [
    "AddPaymentInfo",
    "AddToCart",
    "AddToWishlist",
    "ApplicationApproval",
    "CompleteRegistration",
    "Contact",
    "CustomizeProduct",
    "Download",
    "FindLocation",
    "InitiateCheckout",
    "Lead",
    "Purchase",
    "Schedule",
    "Search",
    "StartTrial",
    "SubmitApplication",
    "Subscribe",
    "ViewContent",
  ]
}

extension TikTok.Event {
  /// A product went into the cart.
  public static func addToCart(
    value: Source, currency: Source, contents: TikTok.Contents, properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "AddToCart", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// The checkout began.
  public static func initiateCheckout(
    value: Source, currency: Source, contents: TikTok.Contents, properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "InitiateCheckout", value: value, currency: currency, contents: contents,
      properties: properties,
      file, line)
  }

  /// An order was paid; called `CompletePayment` before May 2025.
  ///
  /// Without value, currency and contents TikTok accepts it but cannot optimise for value.
  public static func purchase(
    value: Source, currency: Source, contents: TikTok.Contents, orderID: Source? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "Purchase", value: value, currency: currency, contents: contents,
      properties: (orderID.map { [.orderID($0)] } ?? []) + properties, file, line)
  }

  /// A product or page of interest was seen.
  public static func viewContent(
    contents: TikTok.Contents, value: Source? = nil, currency: Source? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "ViewContent", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// Something was searched for.
  public static func search(
    query: Source, value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "Search", value: value, currency: currency, contents: contents,
      properties: [.query(query)] + properties, file, line)
  }

  /// Payment details were entered.
  public static func addPaymentInfo(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "AddPaymentInfo", value: value, currency: currency, contents: contents,
      properties: properties,
      file, line)
  }

  /// A product went on the wish list.
  public static func addToWishlist(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "AddToWishlist", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// An application was approved.
  public static func applicationApproval(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "ApplicationApproval", value: value, currency: currency, contents: contents,
      properties: properties,
      file, line)
  }

  /// An account was made.
  public static func completeRegistration(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "CompleteRegistration", value: value, currency: currency, contents: contents,
      properties: properties,
      file, line)
  }

  /// Someone got in touch.
  public static func contact(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "Contact", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// A product was configured.
  public static func customizeProduct(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "CustomizeProduct", value: value, currency: currency, contents: contents,
      properties: properties,
      file, line)
  }

  /// A file was downloaded.
  public static func download(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "Download", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// A shop was looked for.
  public static func findLocation(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "FindLocation", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// Someone left contact details; called `SubmitForm` before May 2025.
  public static func lead(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "Lead", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// An appointment was made.
  public static func schedule(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "Schedule", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// A trial began.
  public static func startTrial(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "StartTrial", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// An application was handed in.
  public static func submitApplication(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "SubmitApplication", value: value, currency: currency, contents: contents,
      properties: properties,
      file, line)
  }

  /// A subscription began.
  public static func subscribe(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "Subscribe", value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }
}
