import SandboxedJS

/// A shape in which the items of an event arrive, and what a destination has to get of it.
///
/// Evidence: event data was seen with a list, an index-keyed object and JSON text; GA4's items lack `quantity` where it
/// is 1, and numbers arrive as text.
struct ItemShape: Sendable {
  /// One thing, as the destination has to get it; a member is `nil` where the item has no usable value.
  struct Entry: Sendable {
    var id: String?
    var price: Double?
    var quantity: Double?
  }

  /// The shape in words, such as `a list of one`.
  let name: String
  /// `undefined` where there are no items.
  let value: ScriptValue
  /// Empty where nothing in it can be used.
  let entries: [Entry]

  private init(_ name: String, _ value: ScriptValue, _ entries: Entry...) {
    self.name = name
    self.value = value
    self.entries = entries
  }

  private static let tee: ScriptValue = [
    "item_id": "SKU-1", "item_name": "Tee", "price": 29.99, "quantity": 2,
  ]
  private static let sold = Entry(id: "SKU-1", price: 29.99, quantity: 2)

  /// The usual one.
  static let usual = ItemShape("a list of one", [tee], sold)

  /// Every shape.
  static let all: [ItemShape] = [
    usual,
    ItemShape(
      "a list of three",
      [tee, ["item_id": "SKU-2", "price": 0], ["item_id": "SKU-3", "price": 5, "quantity": 10]],
      sold, Entry(id: "SKU-2", price: 0, quantity: 1), Entry(id: "SKU-3", price: 5, quantity: 10)),
    ItemShape("absent", .undefined), ItemShape("null", .null), ItemShape("an empty list", []),
    ItemShape("an empty object", [:]), ItemShape("an empty text", ""),
    ItemShape("a text", "SKU-1"), ItemShape("a number", 7), ItemShape("a truth value", true),
    ItemShape("a list of texts", ["SKU-1"]), ItemShape("a list of nulls", [.null]),
    ItemShape("a list of empty items", [[:]]),
    ItemShape("one item without a list", tee, sold),
    ItemShape("an index-keyed object", ["0": tee], sold),
    ItemShape(
      "JSON text", #"[{"item_id":"SKU-1","price":29.99,"quantity":2}]"#, sold),
    ItemShape(
      "numbers as texts", [["item_id": "SKU-1", "price": "29.99", "quantity": "2"]], sold),
    ItemShape(
      "a number as id", [["item_id": 17, "price": 29.99, "quantity": 2]],
      Entry(id: "17", price: 29.99, quantity: 2)),
    ItemShape(
      "an item without id", [["item_name": "Tee", "price": 29.99, "quantity": 2]],
      Entry(price: 29.99, quantity: 2)),
    ItemShape("an item without id and name", [["price": 29.99, "quantity": 2]]),
    ItemShape(
      "an item without price", [["item_id": "SKU-1", "quantity": 2]],
      Entry(id: "SKU-1", quantity: 2)),
    ItemShape(
      "an item without quantity", [["item_id": "SKU-1", "price": 29.99]],
      Entry(id: "SKU-1", price: 29.99, quantity: 1)),
    ItemShape(
      "a price that may be two numbers", [["item_id": "SKU-1", "price": "1,099", "quantity": 2]],
      Entry(id: "SKU-1", quantity: 2)),
    ItemShape(
      "a quantity in words", [["item_id": "SKU-1", "price": 29.99, "quantity": "two"]],
      Entry(id: "SKU-1", price: 29.99)),
  ]
}
