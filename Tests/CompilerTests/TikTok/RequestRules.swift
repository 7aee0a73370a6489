import JSONText

/// What TikTok documents of a request (Events API v1.3), as a list of what a body breaks.
enum RequestRules {
  /// The currencies that TikTok accepts.
  static let currencies = """
    AED ARS AUD BDT BHD BIF BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DZD EGP EUR GBP GTQ HKD HNL HUF IDR ILS INR ISK JPY KES
    KHR KRW KWD KZT MAD MOP MXN MYR NGN NIO NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VES
    VND ZAR
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// What a value has to be.
  private indirect enum Form: Sendable {
    case text, number, integer, boolean, digests, digest, address, currency, contentType, texts
    case constant(JSON)
    case object([String: Form], required: [String] = [])
    case list(Form)
  }

  private static let body = Form.object(
    [
      "event_source": .constant("web"), "event_source_id": .constant("D6AP4E3C77U3L7SP8O7G"),
      "partner_name": .constant("GoogleTagManagerServer"), "test_event_code": .text,
      "data": .list(event),
    ], required: ["event_source", "event_source_id", "data"])

  private static let event = Form.object(
    [
      "event": .text, "event_time": .integer, "event_id": .text, "user": user,
      "properties": properties,
      "page": .object(["url": .text, "referrer": .text]), "limited_data_use": .boolean,
      "device": device,
    ], required: ["event", "event_time", "user", "properties", "page"])

  private static let user = Form.object([
    "email": .digests, "phone": .digests, "external_id": .digests, "first_name": .digest,
    "last_name": .digest,
    "zip_code": .digest, "ttclid": .text, "ttp": .text, "ip": .address, "user_agent": .text,
    "city": .text,
    "state": .text, "country": .text, "locale": .text,
  ])

  private static let content = Form.object([
    "content_id": .text, "content_name": .text, "content_category": .text, "brand": .text,
    "price": .number,
    "quantity": .number, "content_type": .contentType,
  ])

  private static let properties = Form.object([
    "contents": .list(content), "content_type": .contentType, "content_ids": .texts,
    "currency": .currency,
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

  private static let device = Form.object([
    "architecture": .text, "bitness": .text, "model": .text, "platform": .text,
    "platform_version": .text,
    "mobile": .boolean, "browser_version_list": .list(.object(["brand": .text, "version": .text])),
  ])

  /// What is wrong with a body; nothing where it is as documented.
  static func breaches(of body: JSON?) -> [String] {
    guard let body else { return ["there is no body"] }
    return breaches(of: body, Self.body, at: "body")
  }

  private static func breaches(of value: JSON, _ form: Form, at path: String) -> [String] {
    switch form {
    case .object(let members, let required): return object(value, members, required, at: path)
    case .list(let element):
      guard let elements = value.array, !elements.isEmpty else { return ["\(path) is no list"] }
      return elements.enumerated().flatMap { breaches(of: $1, element, at: "\(path).\($0)") }
    case .digests:
      guard let elements = value.array else { return breaches(of: value, .digest, at: path) }
      guard elements.count > 1, Set(elements).count == elements.count else {
        return ["\(path) is a list without need"]
      }
      return elements.flatMap { breaches(of: $0, .digest, at: path) }
    case .texts: return breaches(of: value, .list(.text), at: path)
    default: return isScalar(value, form) ? [] : ["\(path) is \(value.text(.compact))"]
    }
  }

  private static func object(
    _ value: JSON, _ members: [String: Form], _ required: [String], at path: String
  ) -> [String] {
    guard let object = value.object else { return ["\(path) is no object"] }
    let missing = required.filter { object[$0] == nil }.map { "\(path) has no \($0)" }
    return missing
      + object.members.flatMap { member in
        members[member.key].map { breaches(of: member.value, $0, at: "\(path).\(member.key)") }
          ?? ["\(path) has \(member.key)"]
      }
  }

  private static func isScalar(_ value: JSON, _ form: Form) -> Bool {
    switch form {
    case .text: value.string.map { !$0.isEmpty } ?? false
    case .number: value.number.map(\.double.isFinite) ?? false
    case .integer:
      value.number.map { $0.double.isFinite && $0.double.rounded() == $0.double } ?? false
    case .boolean: value.bool != nil
    case .digest: value.string.map(isDigest) ?? false
    case .address: value.string.map(isAddress) ?? false
    case .currency: value.string.map(currencies.contains) ?? false
    case .contentType: value == "product" || value == "product_group"
    case .constant(let expected): value == expected
    default: false
    }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private static func isAddress(_ text: String) -> Bool {
    let octets = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? 256 }
    if octets.count == 4 { return octets.allSatisfy { (0...255).contains($0) } }
    let digits = "0123456789abcdefABCDEF:"
    return text.filter { $0 == ":" }.count > 1 && text.allSatisfy { digits.contains($0) }
  }
}
