import TagwrightPlan

// TikTok's words, which rules compare with.

extension TikTok {
  /// The names of events from before May 2025, which TikTok still accepts.
  static let legacyEventNames = ["ClickButton", "CompletePayment", "PlaceAnOrder", "SubmitForm"]

  /// Every name that has a function.
  static let ownEventNames = standardEventNames + ["Pageview"] + legacyEventNames

  /// GA4's names for what TikTok calls by these, in lower case.
  static let ga4Names: [String: String] = [
    "addpaymentinfo": "add_payment_info", "addtocart": "add_to_cart",
    "addtowishlist": "add_to_wishlist", "completepayment": "purchase",
    "completeregistration": "sign_up", "download": "file_download",
    "initiatecheckout": "begin_checkout", "lead": "generate_lead", "pageview": "page_view",
    "placeanorder": "purchase", "purchase": "purchase", "search": "search",
    "submitform": "generate_lead", "viewcontent": "view_item",
  ]

  /// The currencies that TikTok accepts (Events API v1.3, properties.currency).
  static let currencies: Set<String> = Set(
    """
    AED ARS AUD BDT BHD BIF BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DZD EGP EUR GBP GTQ HKD HNL HUF
    IDR ILS INR ISK JPY KES KHR KRW KWD KZT MAD MOP MXN MYR NGN NIO NOK NZD OMR PEN PHP PKR PLN PYG
    QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VES VND ZAR
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension TikTok.Event {
  /// The function that makes an event of TikTok's list, such as `.addToCart(…)`.
  static func function(for name: String) -> String {
    ".\(name.prefix(1).lowercased())\(name.dropFirst())(…)"
  }
}
