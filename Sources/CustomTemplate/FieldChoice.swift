package import JSONText

/// One entry of a drop-down or of a group of radio buttons.
package struct FieldChoice: Hashable, Sendable {
  /// The entry as the file has it.
  package let json: JSON

  /// Takes an entry as a file has it.
  package init(json: JSON) {
    self.json = json
  }

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - value: what the code receives: text, a truth value or a number.
  ///   - displayValue: what the user sees.
  ///   - fields: fields that appear below a chosen radio button; a drop-down has none.
  package init(
    _ value: JSON, displayValue: String, help: String? = nil, fields: [TemplateField] = []
  ) {
    var keys = JSONObject([
      JSONObject.Member("value", value),
      JSONObject.Member("displayValue", .string(displayValue)),
    ])
    keys["help"] = help.map(JSON.string)
    if !fields.isEmpty { keys["subParams"] = .array(fields.map(\.json)) }
    json = .object(keys)
  }

  /// The value that the code receives.
  package var value: JSON? { json["value"] }

  /// The text that the user sees.
  package var displayValue: String { json["displayValue"]?.localisedText ?? "" }

  /// The fields below a radio button.
  package var subfields: [TemplateField] {
    (json["subParams"]?.array ?? []).compactMap(TemplateField.init(json:))
  }
}
