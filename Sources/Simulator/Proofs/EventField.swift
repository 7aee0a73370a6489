import SandboxedJS

/// A field of the event data, by the name under which a container reads it.
struct EventField: Hashable, Sendable {
  /// The purposes that a field can have, judged by its name.
  enum Kind: Sendable {
    case value, currency, items, webAddress, address
    /// Information about a person; no field of an event that has everything else.
    case person
    /// Text or a number, of which no more is known.
    case other
  }

  let path: String
  let kind: Kind

  /// `nil` for what is not the event's own to say: its name, consent and what Google's client adds.
  init?(_ path: String) {
    let name = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
    guard !path.hasPrefix("x-"), path != "event_name", path != "consent_state",
      path != "client_hints", !path.isEmpty
    else { return nil }
    self.path = path
    kind =
      if path.hasPrefix("ip_") || path == "ip" {
        .address
      } else if path.hasPrefix("user_data") || has("mail", "phone", "sha256", "address")
        || has("first_name", "last_name", "street", "postal", "zip")
      {
        .person
      } else if has("currency") {
        .currency
      } else if has("items", "contents", "products") {
        .items
      } else if has("value", "total", "revenue", "amount") {
        .value
      } else if has("location", "url", "referrer") {
        .webAddress
      } else {
        .other
      }
  }

  /// Whether its name says that it tells one thing from another.
  var isID: Bool { kind == .other && path.lowercased().contains("id") }

  /// The fields that hits of Google Analytics usually have.
  static let usual: [EventField] = [
    "event_id", "transaction_id", "value", "currency", "search_term", "page_location",
    "page_referrer", "page_title", "ip_override", "user_agent", "user_id", "language", "items",
  ].compactMap(EventField.init)

  /// Its value in one of several hits; fields whose use is not known get digits, which are text and number.
  ///
  /// - Parameter landing: the page's address.
  func value(inHit number: Int, place: Int, landing: String) -> ScriptValue {
    switch kind {
    case .value: 59.98
    case .currency: "EUR"
    case .items: ItemShape.usual.value
    case .address: "203.0.113.7"
    case .webAddress:
      .string(path.hasSuffix("referrer") ? "https://shop.example.com/cart" : landing)
    case .person: .undefined
    case .other:
      switch path {
      case "event_id": .string("proof-id-\(number)")
      case "transaction_id": .string("proof-order-\(number)")
      case "search_term": "tee"
      case "page_title": "Shop"
      case "user_agent": "Mozilla/5.0"
      case "user_id": "user_123"
      case "language": "en"
      default: .string("\(number)70\(place)")
      }
    }
  }
}
