import JSONText

/// Hits that the tests start from; people, shops and addresses are invented.
extension ServerHit {
  /// An event with its name alone.
  static func named(_ name: String) -> ServerHit {
    ServerHit(eventData: ["event_name": .string(name)])
  }

  /// A purchase that has everything.
  static let purchase = ServerHit(
    eventData: [
      "event_name": "purchase", "event_id": "event-1", "transaction_id": "T1", "value": 59.98,
      "currency": "EUR", "page_location": "https://shop.example.com/thanks?ttclid=E.C.P.click",
      "page_referrer": "https://shop.example.com/cart", "ip_override": "203.0.113.7",
      "user_agent": "Mozilla/5.0 (X11; Linux x86_64)", "language": "en-gb", "user_id": "user_123",
      "user_data": [
        "email_address": "alice@example.com", "phone_number": "+1 (213) 373-4253",
        "address": [
          "first_name": "Jane", "last_name": "Doe", "postal_code": "94043", "city": "New York",
          "region": "NY", "country": "US",
        ],
      ],
      "items": [
        [
          "item_id": "SKU-1", "item_name": "Tee", "item_brand": "Example",
          "item_category": "Apparel", "item_category2": "Shirts", "price": 29.99, "quantity": 2,
        ]
      ],
    ], cookies: ["_ttp": "01K0T8BYGJH63785W68YS5NN1R_.tt.1"])
}

extension JSON: ExpressibleByFloatLiteral {
  /// The number as Swift writes it.
  public init(floatLiteral value: Double) {
    self = .number(JSONNumber(unchecked: String(value)))
  }
}
