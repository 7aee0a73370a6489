import JSONText
import TagwrightPlan

/// The form of products and money in a destination's events.
struct CommerceForm: Sendable {
  /// A member of each content.
  struct ContentField: Sendable {
    let name: String
    /// The function that converts, and the expressions of an item's values.
    var conversion: String
    let candidates: String
    /// The values that the example's two items give.
    var examples: [JSON?]

    init(_ name: String, _ conversion: String, _ candidates: String, _ examples: JSON?...) {
      self.name = name
      self.conversion = conversion
      self.candidates = candidates
      self.examples = examples
    }
  }

  /// A member that is made from the contents.
  struct DerivedMember: Sendable {
    let name: String
    let conversion: Conversion
    /// The expression, from that of the contents.
    let code: @Sendable (String) -> String
    let example: JSON
    /// The pixel's form of it.
    let type: String
    /// The events that have it; `nil` for all.
    let roles: Set<EventRole>?

    /// The ids of the contents.
    static let ids = DerivedMember(
      name: "content_ids", conversion: .asItIs, code: { "\($0) && \($0).map((entry) => entry.id)" },
      example: ["12345", "SKU-2"], type: "texts", roles: nil)

    /// Returns the member with the number of pieces in the contents.
    static func pieces(_ name: String, roles: Set<EventRole>?) -> DerivedMember {
      DerivedMember(
        name: name, conversion: .count, code: { "pieces(\($0))" }, example: 3, type: "integer",
        roles: roles)
    }

    func belongs(to role: EventRole?) -> Bool {
      roles.map { role.map($0.contains) ?? false } ?? true
    }
  }

  /// The object that its members stand in.
  let object: String
  /// The names of its members; `contents` is `nil` for a destination that takes no products.
  var value = "value"
  var currency = "currency"
  var contents: String? = "contents"
  /// Whether the event says what the ids of its contents stand for.
  var hasContentType = true
  /// Whether money is text, such as `19.90`, and not a number.
  var hasTextMoney = false
  /// Whether a purchase without a value in a currency is refused.
  var needsMoney = false
  var fields: [ContentField]
  /// Whether each content says what its id stands for.
  let hasTypedContents: Bool
  /// The members without which a content is left out, one of them.
  let identifies: [String]
  let id: String
  let price: String
  /// The members for the number of an order and for search terms; none for what is not taken.
  let orderID: [String]
  let query: [String]
  /// The events that do not count as sales without value, currency and contents.
  var needSales: Set<EventRole> = [.purchase, .addToCart, .checkout]
  var derived: [DerivedMember] = []

  /// The conversion of an event's value.
  var money: Conversion { hasTextMoney ? .amount : .number }

  /// The conversion for values of a type.
  subscript(type: PropertyType) -> Conversion {
    switch type {
    case .text: .text
    case .number: money
    case .integer: .integer
    case .texts: .texts
    case .truth: .truth
    }
  }

  /// Returns the conversion of items to the contents of this destination.
  ///
  /// - Parameter type: the expression of what their ids stand for.
  func contents(type: String) -> Conversion {
    Conversion("contents(\(type))", example: Self.items) { _ in
      let named: JSON = type.hasPrefix("'") ? .string(type.filter { $0 != "'" }) : "product"
      return .array(
        [0, 1].map { index in
          var entry = JSONObject(
            fields.compactMap { field in
              field.examples[index].map { .init(field.name, $0) }
            })
          if hasTypedContents { entry["content_type"] = named }
          return .object(entry)
        })
    }
  }

  private static let items: JSON = [
    [
      "item_id": 12345, "item_name": "Tee", "item_category": "Apparel", "item_brand": "Example",
      "price": "29.99", "quantity": 2,
    ],
    ["item_id": "SKU-2", "price": 0],
  ]

  /// The members that tell one order from another.
  var distinguishing: [String] { orderID + [value, currency] + [contents].compactMap(\.self) }

  /// The total of the example's items.
  static let exampleTotal = JSON.number(JSONNumber(unchecked: "59.98"))
  static let examplePrice = JSON.number(JSONNumber(unchecked: "29.99"))

  /// The same for a pixel, which takes prices as numbers.
  var inBrowser: CommerceForm {
    var copy = self
    for place in fields.indices where fields[place].conversion.contains("amount") {
      copy.fields[place].conversion.replace("amount", with: "number")
      copy.fields[place].examples = fields[place].examples.map { example in
        example?.string.map { .number(JSONNumber(unchecked: $0)) }
      }
    }
    return copy
  }

  /// The lines of the pixel's tag that make derived members, from the contents of `found`.
  func derivedInBrowser(_ vocabulary: EventVocabulary, _ pixel: PixelForm?) -> String {
    derived.map { member in
      let names = vocabulary.events.filter { member.belongs(to: $0.role) }.map {
        pixel?.spelling($0.name) ?? $0.name
      }
      let isFor = member.roles == nil ? "" : "\(JavaScript.list(names)).indexOf(event) >= 0 && "
      return
        "if (\(isFor)!has('\(member.name)')) keep(found, '\(member.name)', \(member.conversion.code), \(member.code("found.contents")));"
    }.joined(separator: "\n    ")
  }

  /// The code that replaces the module's names in capitals with a destination's own names.
  var places: [String: String] {
    let lines = fields.map { field in
      "put(entry, '\(field.name)', \(field.conversion), [\(field.candidates)])"
    }
    return [
      "ENTRY": hasTypedContents ? "{content_type: kind}" : "{}",
      "FIELDS": lines.joined(separator: ";\n    "),
      "PRICE": price, "KNOWN": identifies.map { "entry.\($0)" }.joined(separator: " || "),
    ]
  }
}
