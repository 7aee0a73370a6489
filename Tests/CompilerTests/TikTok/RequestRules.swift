import JSONText

/// What TikTok documents of a request (Events API v1.3), as a list of what a body breaks.
enum RequestRules {
  /// The currencies that TikTok accepts.
  static let currencies = """
    AED ARS AUD BDT BHD BIF BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DZD EGP EUR GBP GTQ HKD HNL HUF IDR ILS INR ISK JPY KES
    KHR KRW KWD KZT MAD MOP MXN MYR NGN NIO NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VES
    VND ZAR
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
