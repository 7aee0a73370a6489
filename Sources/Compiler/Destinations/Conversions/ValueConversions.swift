import JSONText
import TagwrightPlan

// What several destinations make of the values of an event.

extension Conversion {
  static let text = Conversion(
    "impersonal", example: "an example", isText: true, link: .plain
  ) { $0.shownText.map(JSON.string) }

  static let webAddress = Conversion(
    "webAddress", example: "https://shop.example.com/cart", isText: true, link: .plain
  ) { $0.shownText.map(JSON.string) }

  /// The id of an event, an order or a lead.
  static let unique = Conversion("unique", example: "id-1", isText: true)

  static let identifier = Conversion("identifier", example: "E.C.P.example", link: .plain) {
    $0.shownText.map(JSON.string)
  }

  static let number = Conversion("number", example: "59.98") { $0.shownText.flatMap(jsonNumber) }

  /// Money as text.
  static let amount = Conversion("amount", example: "59.98") { value in
    value.shownText.flatMap { Double($0) == nil ? nil : .string($0) }
  }

  static let integer = Conversion("integer", example: 2) { value in
    value.shownText.flatMap(jsonNumber).flatMap { $0.number?.integer == nil ? nil : $0 }
  }
  static let count = Conversion("count", example: 2)

  /// A value that is in its form already.
  static let asItIs = Conversion("id", example: ["SKU-1", "SKU-2"])

  static let texts = Conversion("texts", example: ["SKU-1", "SKU-2"])

  static let truth = Conversion("truth", example: "true") { .bool($0 == "true" || $0 == true) }

  static let currency = Conversion("currency", example: "eur") {
    $0.shownText.map { .string($0.uppercased()) }
  }

  static let contentType = Conversion("contentType", example: "product")

  private static func jsonNumber(_ text: String) -> JSON? {
    Double(text).map { _ in .number(JSONNumber(unchecked: text)) }
  }
}

extension JSON {
  /// The text of a text or a number.
  var shownText: String? { string ?? number?.text }
}
