import SandboxedJS

/// An item of `pr1`, `pr2` and so on: fields with `~` between, each a prefix of two letters and a value.
///
/// Evidence: hits of public encoders and decoders; a `~` inside a value is doubled, as Google's own test code reads it.
/// The position in `items` follows the number in the name, not the order on the wire.
package enum EventItems {
  /// The keys that the two letters of a field stand for, and whether its value is a number.
  ///
  /// Prices are numbers in dumps; that quantity, discount and index are follows from them.
  package static let fields: [(prefix: String, key: String, isNumber: Bool)] = [
    ("id", "item_id", false), ("nm", "item_name", false), ("br", "item_brand", false),
    ("ca", "item_category", false), ("c2", "item_category2", false),
    ("c3", "item_category3", false), ("c4", "item_category4", false),
    ("c5", "item_category5", false), ("va", "item_variant", false), ("pr", "price", true),
    ("qt", "quantity", true), ("cp", "coupon", false), ("ds", "discount", true),
    ("ln", "item_list_name", false), ("li", "item_list_id", false), ("lp", "index", true),
    ("af", "affiliation", false), ("lo", "location_id", false), ("pi", "promotion_id", false),
    ("pn", "promotion_name", false), ("cn", "creative_name", false),
    ("cs", "creative_slot", false),
  ]

  private static let known: [String: (key: String, isNumber: Bool)] = Dictionary(
    fields.map { ($0.prefix, ($0.key, $0.isNumber)) }, uniquingKeysWith: { first, _ in first })

  /// The number of an item's parameter: 12 for `pr12`; `nil` for other names.
  static func number(of parameter: String) -> Int? {
    guard parameter.hasPrefix("pr"), parameter.utf8.count <= 8 else { return nil }
    let digits = parameter.utf8.dropFirst(2)
    guard let first = digits.first, first != UInt8(ascii: "0"),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(parameter.dropFirst(2))
  }

  /// The item of a parameter's value.
  static func item(
    _ text: String, of parameter: String, _ note: (String) -> Void
  ) -> ScriptValue {
    var members: [ScriptValue.Member] = []
    /// Names of custom fields, by the character behind their `k`.
    var customNames: [Character: String] = [:]
    for field in split(text) {
      let (prefix, value) = parts(of: field)
      if let (key, isNumber) = known[prefix] {
        let converted: ScriptValue =
          isNumber && !value.isEmpty
          ? WireNumber.value(value, of: "\(parameter) \(key)", note) : .string(value)
        members.set(key, converted)
      } else if prefix.first == "k", let place = prefix.last {
        customNames[place] = value
      } else if prefix.first == "v", let place = prefix.last, let name = customNames[place] {
        members.set(name, .string(value))
      } else if !field.isEmpty {
        members.set(prefix, .string(value))
      }
    }
    return .object(members)
  }

  /// The two letters of a field, and the value behind them.
  private static func parts(of field: String) -> (prefix: String, value: String) {
    let bytes = field.utf8
    // Letters of other scripts have more bytes than one.
    guard bytes.count > 2, bytes.prefix(3).allSatisfy({ $0 < 0x80 }) else {
      return (String(field.prefix(2)), String(field.dropFirst(2)))
    }
    let end = bytes.index(bytes.startIndex, offsetBy: 2)
    return (String(field[..<end]), String(field[end...]))
  }

  /// The fields between single `~`; a double one stands for itself.
  static func split(_ text: String) -> [String] {
    let tilde = UInt8(ascii: "~")
    var fields: [String] = []
    var field: [UInt8] = []
    var isOpen = false
    for byte in text.utf8 {
      if byte == tilde {
        if isOpen { field.append(tilde) }
        isOpen.toggle()
        continue
      }
      if isOpen {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        isOpen = false
      }
      field.append(byte)
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}
