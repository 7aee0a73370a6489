package import JSONText

/// One entry of `valueValidators`: what a value has to fulfil before a tag can be saved.
package struct FieldValidator: Hashable, Sendable {
  /// The rule as the file has it.
  package let json: JSON

  /// Takes a rule as a file has it.
  package init(json: JSON) {
    self.json = json
  }

  private init(_ type: String, _ arguments: [JSON] = [], _ errorMessage: String? = nil) {
    var keys = JSONObject([JSONObject.Member("type", .string(type))])
    if !arguments.isEmpty { keys["args"] = .array(arguments) }
    keys["errorMessage"] = errorMessage.map(JSON.string)
    json = .object(keys)
  }

  /// The value is not empty.
  package static let nonEmpty = FieldValidator("NON_EMPTY")
  /// The value is a whole number.
  package static let number = FieldValidator("NUMBER")
  /// The value is a number above zero.
  package static let positiveNumber = FieldValidator("POSITIVE_NUMBER")
  /// The value is zero or more.
  package static let nonNegativeNumber = FieldValidator("NON_NEGATIVE_NUMBER")
  /// The value is a number that may have a fraction.
  package static let decimal = FieldValidator("DECIMAL")

  /// The value is not empty, with the message that is shown where it is.
  package static func nonEmpty(errorMessage: String) -> FieldValidator {
    FieldValidator("NON_EMPTY", [], errorMessage)
  }

  /// The value matches a regular expression.
  package static func regex(_ pattern: String, errorMessage: String? = nil) -> FieldValidator {
    FieldValidator("REGEX", [.string(pattern)], errorMessage)
  }

  /// The value has so many characters.
  package static func stringLength(_ lengths: ClosedRange<Int>) -> FieldValidator {
    FieldValidator(
      "STRING_LENGTH",
      [JSON(integerLiteral: lengths.lowerBound), JSON(integerLiteral: lengths.upperBound)])
  }

  /// The table has so many rows.
  package static func tableRowCount(_ rows: ClosedRange<Int>) -> FieldValidator {
    FieldValidator(
      "TABLE_ROW_COUNT",
      [JSON(integerLiteral: rows.lowerBound), JSON(integerLiteral: rows.upperBound)])
  }

  /// The name of the rule, such as `NON_EMPTY`.
  package var type: String { json["type"]?.string ?? "" }

  /// The values that the rule compares with: a pattern, or a lower and an upper bound.
  package var arguments: [JSON] { json["args"]?.array ?? [] }

  /// The message that the user gets.
  package var errorMessage: String? { json["errorMessage"]?.localisedText }
}
