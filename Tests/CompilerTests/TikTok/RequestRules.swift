import JSONText

/// What TikTok documents of a request (Events API v1.3), as a list of what a body breaks.
enum RequestRules {
  /// The currencies that TikTok accepts.
  static let currencies = """
    AED ARS AUD BDT BHD BIF BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DZD EGP EUR GBP GTQ HKD HNL HUF IDR ILS INR ISK JPY KES
    KHR KRW KWD KZT MAD MOP MXN MYR NGN NIO NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VES
    VND ZAR
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  static let body = BodyForm.object(
    [
      "event_source": .constant("web"), "event_source_id": .constant("D6AP4E3C77U3L7SP8O7G"),
      "partner_name": .constant("GoogleTagManagerServer"), "test_event_code": .text,
      "data": .list(event),
    ], required: ["event_source", "event_source_id", "data"])

  private static let event = BodyForm.object(
    [
      "event": .text, "event_time": .integer, "event_id": .text, "user": user,
      "properties": properties,
      "page": .object(["url": .text, "referrer": .text]), "limited_data_use": .boolean,
      "device": device,
    ], required: ["event", "event_time", "user", "properties", "page"])

  private static let user = BodyForm.object([
    "email": .digests, "phone": .digests, "external_id": .digests, "first_name": .digest,
    "last_name": .digest,
    "zip_code": .digest, "ttclid": .text, "ttp": .text, "ip": .address, "user_agent": .text,
    "city": .text,
    "state": .text, "country": .text, "locale": .text,
  ])

  private static let content = BodyForm.object([
    "content_id": .text, "content_name": .text, "content_category": .text, "brand": .text,
    "price": .number,
    "quantity": .number, "content_type": .oneOf(["product", "product_group"]),
  ])

  private static let properties = BodyForm.object([
    "contents": .list(content), "content_type": .oneOf(["product", "product_group"]),
    "content_ids": .texts,
    "currency": .oneOf(currencies.map(JSON.string)),
    "value": .number, "num_items": .integer, "order_id": .text, "shop_id": .text,
    "description": .text,
    "content_category": .text, "delivery_category": .text, "predicted_ltv": .number,
    "status": .text,
    "query": .text, "search_string": .text, "a_text": .text, "a_number": .number,
    "an_integer": .integer,
    "some_texts": .texts, "looked_up": .text, "matched": .text, "case_matters": .text,
    "first": .text,
    "header": .text, "query_parameter": .text, "constant": .text, "name": .text,
  ])

  private static let device = BodyForm.object([
    "architecture": .text, "bitness": .text, "model": .text, "platform": .text,
    "platform_version": .text,
    "mobile": .boolean, "browser_version_list": .list(.object(["brand": .text, "version": .text])),
  ])

  /// What is wrong with a body; nothing where it is as documented.
  static func breaches(of body: JSON?) -> [String] {
    guard let body else { return ["there is no body"] }
    return Self.body.breaches(of: body)
  }
}
