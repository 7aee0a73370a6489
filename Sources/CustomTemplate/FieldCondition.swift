package import JSONText

/// One entry of `enablingConditions`: the value of another field that shows this one.
package struct FieldCondition: Hashable, Sendable {
  /// The condition as the file has it.
  package let json: JSON

  /// Takes a condition as a file has it.
  package init(json: JSON) {
    self.json = json
  }

  private init(_ field: String, _ value: JSON, _ type: String) {
    json = ["paramName": .string(field), "paramValue": value, "type": .string(type)]
  }

  /// Holds while a field has a value: text, a truth value or a number.
  package static func equals(_ field: String, _ value: JSON) -> FieldCondition {
    FieldCondition(field, value, "EQUALS")
  }

  /// Holds while a field has another value.
  package static func notEquals(_ field: String, _ value: JSON) -> FieldCondition {
    FieldCondition(field, value, "NOT_EQUALS")
  }

  /// The name of the other field.
  package var field: String { json["paramName"]?.string ?? "" }

  /// The value that it is compared with.
  package var value: JSON? { json["paramValue"] }

  /// Whether the values have to differ.
  package var isNegated: Bool { json["type"]?.string == "NOT_EQUALS" }
}
