import JSONText
import SandboxedJS

/// What a value has to become before TikTok takes it: the code that does it, and an example of it.
enum TikTokConversion: Hashable {
  case text, webAddress, identifier, number, integer, texts, truth, currency, contentType, device
  case contents(contentType: String)
  case email
  case phone(countryCode: String?)
  case externalID, hashedName, plain, address, digest

  /// The expression of the function that converts.
  var code: String {
    switch self {
    case .text: "impersonal"
    case .webAddress: "webAddress"
    case .identifier: "identifier"
    case .number: "number"
    case .integer: "integer"
    case .texts: "texts"
    case .truth: "truth"
    case .currency: "currency"
    case .contentType: "contentType"
    case .device: "device"
    case .contents(let contentType): "contents(\(contentType))"
    case .email: "hash(email)"
    case .phone(let countryCode): "hash(phone(\(Self.arguments(of: countryCode))))"
    case .externalID: "hash(id)"
    case .hashedName: "first(hash(squeeze))"
    case .plain: "plain"
    case .address: "address"
    case .digest: "hash()"
    }
  }

  /// The country code, and the pattern of its own numbers; without one only numbers with `+` or `00` count.
  private static func arguments(of countryCode: String?) -> String {
    guard let countryCode else { return "'', '^-'" }
    let pattern = DialledNumber.pattern(countryCode: countryCode)
    return "\(JavaScript.literal(countryCode)), \(JavaScript.literal(pattern))"
  }
}

/// An example of a value on its way in, and what TikTok gets of it; for the generated scenarios.
extension TikTokConversion {
  /// A value as a hit may bring it.
  var example: JSON {
    switch self {
    case .text: "an example"
    case .webAddress: "https://shop.example.com/cart"
    case .identifier: "E.C.P.example"
    case .number: "59.98"
    case .integer: 2
    case .texts: ["SKU-1", "SKU-2"]
    case .truth: "true"
    case .currency: "eur"
    case .contentType: "product"
    case .device: ["platform": "Linux", "mobile": false]
    case .contents:
      [
        [
          "item_id": 12345, "item_name": "Tee", "item_category": "Apparel", "item_brand": "Example",
          "price": "29.99", "quantity": 2,
        ],
        ["item_id": "SKU-2", "price": 0],
      ]
    case .email: " Alice@Example.com "
    case .phone(let countryCode): .string("+\(countryCode ?? "1") (0)5550 100-123")
    case .externalID: "user_123"
    case .hashedName: " Jane "
    case .plain: "New York"
    case .address: "203.0.113.7, 198.51.100.2"
    case .digest: .string(Self.digest("alice@example.com").uppercased())
    }
  }

  /// What TikTok gets of a value; `nil` where it is left out.
  func result(of value: JSON) -> JSON? {
    switch self {
    case .text, .webAddress, .identifier: return value.shownText.map(JSON.string)
    case .number: return value.shownText.flatMap(Self.number)
    case .integer:
      return value.shownText.flatMap(Self.number).flatMap { $0.number?.integer == nil ? nil : $0 }
    case .texts: return value
    case .truth: return value == "true" || value == true ? true : false
    case .currency: return value.shownText.map { .string($0.uppercased()) }
    case .contentType: return value
    case .device: return value
    case .contents(let contentType): return Self.contents(contentType)
    case .email: return hashed(value) { $0.lowercased() }
    case .phone:
      return hashed(value) { given in
        "+" + given.replacing("(0)", with: "").filter(\.isNumber)
      }
    case .externalID: return hashed(value) { $0 }
    case .hashedName: return hashed(value) { $0.lowercased().filter { $0 != " " } }
    case .plain:
      return value.shownText.map { .string($0.lowercased().filter { $0 != " " }) }
    case .address:
      return value.shownText.map { .string(String($0.prefix { $0 != "," })) }
    case .digest: return value.shownText.map { .string($0.lowercased()) }
    }
  }

  private static func contents(_ contentType: String) -> JSON {
    let type: JSON =
      contentType.hasPrefix("'") ? .string(contentType.filter { $0 != "'" }) : "product"
    return [
      [
        "content_id": "12345", "content_name": "Tee", "content_category": "Apparel",
        "brand": "Example", "price": .number(JSONNumber(unchecked: "29.99")), "quantity": 2,
        "content_type": type,
      ],
      ["content_id": "SKU-2", "price": 0, "quantity": 1, "content_type": type],
    ]
  }

  private static func number(_ text: String) -> JSON? {
    Double(text).map { _ in .number(JSONNumber(unchecked: text)) }
  }

  private func hashed(_ value: JSON, _ normalise: (String) -> String) -> JSON? {
    guard let text = value.shownText else { return nil }
    let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return .string(Self.digest(normalise(String(trimmed))))
  }

  private static func digest(_ text: String) -> String {
    Hexadecimal.encode(SHA256.digest(of: text))
  }
}

extension JSON {
  /// The text of a text or a number.
  fileprivate var shownText: String? { string ?? number?.text }
}
