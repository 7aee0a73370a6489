import SandboxedJS

/// The data that the site pushes for one event: keys, the objects below them, and examples.
struct DataLayerShape {
  /// A key and what stands there.
  struct Member {
    let key: String
    var content: Content
    var isRequired: Bool
  }

  /// A value, or an object with members of its own.
  enum Content {
    case value(DataLayerType)
    case object([Member])
  }

  /// The key of what is known of the visitor, for every event alike.
  static let personKey = "user_data"

  let eventName: String
  private(set) var members: [Member] = []

  init(_ event: BrowserEvent) {
    eventName = event.name
    for value in event.values {
      guard case .dataLayer(let path) = value.origin else { continue }
      let keys = DataLayerKey.key(of: path).split(separator: ".").map(String.init)
      Self.add(keys[...], isRequired: value.isRequired, to: &members)
    }
  }

  /// Whether the page view, which needs no push of its own.
  var isPageView: Bool { eventName == BrowserEvents.pageView }

  /// The same without a key.
  func without(_ key: String) -> DataLayerShape {
    var shape = self
    shape.members.removeAll { $0.key == key }
    return shape
  }

  /// Whether something of it stands in `ecommerce`, where a later event would find it.
  var hasEcommerce: Bool { members.contains { $0.key == "ecommerce" } }

  private static func add(
    _ keys: ArraySlice<String>, isRequired: Bool, to members: inout [Member]
  ) {
    guard let key = keys.first else { return }
    let type = DataLayerType(of: key)
    // What is known as a list or an object is described as a whole.
    let rest = type.isWhole ? [] : keys.dropFirst()
    let index =
      members.firstIndex { $0.key == key }
      ?? {
        members.append(
          Member(
            key: key, content: rest.isEmpty ? .value(type) : .object([]), isRequired: isRequired))
        return members.count - 1
      }()
    if isRequired { members[index].isRequired = true }
    guard !rest.isEmpty else { return }
    var inner: [Member] = []
    if case .object(let known) = members[index].content { inner = known }
    add(rest, isRequired: isRequired, to: &inner)
    members[index].content = .object(inner)
  }
}

/// The type of a value in the data layer, known by its key.
enum DataLayerType: Hashable {
  case text(example: String)
  case number(example: String)
  case items
  case any

  init(of key: String) {
    self =
      switch key {
      case "value": .number(example: "59.98")
      case "tax": .number(example: "9.58")
      case "shipping": .number(example: "4.95")
      case "items": .items
      default: Self.texts[key].map { .text(example: $0) } ?? .any
      }
  }

  /// Whether keys below it are a part of it.
  var isWhole: Bool { self == .items }

  private static let texts = [
    "currency": "EUR", "transaction_id": "T-1001", "coupon": "SUMMER", "affiliation": "Shop",
    "search_term": "shirt", "user_id": "user-123", "email_address": "alice@example.com",
    "phone_number": "+15550100123", "first_name": "Alice", "last_name": "Example",
    "postal_code": "12345", "city": "Berlin", "region": "Berlin", "country": "DE",
    "sha256_email_address": "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976",
    "sha256_phone_number": "71e19f521d9da9cc0015cba3830ccef960c34abdf3dc865e52fc58b1c9cfcd0c",
  ]

  /// The type in TypeScript.
  var typeScript: String {
    switch self {
    case .text: "string"
    case .number: "number"
    case .items: "DataLayerItem[]"
    case .any: "string | number"
    }
  }

  /// The example as a value.
  var exampleValue: ScriptValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let text): .number(Double(text) ?? 0)
    case .items:
      .array([
        .object([
          .init("item_id", "SKU-1"), .init("item_name", "Tee"), .init("item_brand", "Example"),
          .init("price", .number(29.99)), .init("quantity", .number(2)),
        ])
      ])
    case .any: "…"
    }
  }

  /// An example in JavaScript, a line each.
  var example: [String] {
    switch self {
    case .text(let text): ["'\(text)'"]
    case .number(let text): [text]
    case .items:
      [
        "[",
        "  {item_id: 'SKU-1', item_name: 'Tee', item_brand: 'Example', price: 29.99, quantity: 2},",
        "]",
      ]
    case .any: ["'…'"]
    }
  }
}
