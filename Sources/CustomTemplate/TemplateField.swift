package import JSONText

/// A field of `___TEMPLATE_PARAMETERS___`: what a user of the template fills in, or what only arranges such fields.
///
/// Every attribute is kept in its order, those that the format is not known to have too.
package struct TemplateField: Hashable, Sendable {
  /// The kinds of field.
  package enum Kind: String, Sendable, CaseIterable {
    case text = "TEXT"
    case checkbox = "CHECKBOX"
    case select = "SELECT"
    case radio = "RADIO"
    case group = "GROUP"
    case label = "LABEL"
    case simpleTable = "SIMPLE_TABLE"
    case paramTable = "PARAM_TABLE"

    /// Whether the code receives a value: a group and a label only arrange what the user sees.
    package var holdsValue: Bool { self != .group && self != .label }
  }

  /// The attributes as the file has them.
  package var attributes: JSONObject

  /// Takes a field as a file has it.
  package init(attributes: JSONObject) {
    self.attributes = attributes
  }

  /// Makes a field of attributes, leaving out those without a value.
  init(_ kind: Kind, name: String, _ others: [(String, JSON?)]) {
    let members = others.compactMap { key, value in value.map { JSONObject.Member(key, $0) } }
    attributes = JSONObject(
      [
        JSONObject.Member("type", .string(kind.rawValue)), JSONObject.Member("name", .string(name)),
      ]
        + members)
  }
}

extension TemplateField {
  /// The kind; `nil` for an unknown word.
  package var kind: Kind? { attributes["type"]?.string.flatMap(Kind.init(rawValue:)) }

  /// The name by which the code finds the value in `data`.
  package var name: String { attributes["name"]?.string ?? "" }

  /// The text above the field, in the file's first language.
  package var displayName: String? { attributes["displayName"]?.localisedText }

  /// The text of the question mark beside the field.
  package var help: String? { attributes["help"]?.localisedText }

  /// The value of a new tag.
  package var defaultValue: JSON? { attributes["defaultValue"] }

  /// The conditions for showing the field: one that holds is enough; without any, it is always
  /// shown.
  package var conditions: [FieldCondition] {
    (attributes["enablingConditions"]?.array ?? []).map(FieldCondition.init(json:))
  }

  /// The rules that a value has to fulfil.
  package var validators: [FieldValidator] {
    (attributes["valueValidators"]?.array ?? []).map(FieldValidator.init(json:))
  }

  /// The choices that a drop-down or a group of radio buttons offers.
  package var choices: [FieldChoice] {
    (attributes["selectItems"]?.array ?? attributes["radioItems"]?.array ?? [])
      .map(FieldChoice.init(json:))
  }

  /// The columns of a table, each as a field.
  package var columns: [TemplateField] {
    let simple = attributes["simpleTableColumns"]?.array ?? []
    let param = attributes["paramTableColumns"]?.array ?? []
    return (simple + param.compactMap { $0["param"] }).compactMap(TemplateField.init(json:))
  }

  /// The fields right below this one, those below its radio buttons included; a table's columns are none of them.
  package var subfields: [TemplateField] {
    (attributes["subParams"]?.array ?? []).compactMap(TemplateField.init(json:))
      + choices.flatMap(\.subfields)
  }

  init?(json: JSON) {
    guard let attributes = json.object else { return nil }
    self.init(attributes: attributes)
  }

  /// The field as the file has it.
  package var json: JSON { .object(attributes) }
}

extension Sequence<TemplateField> {
  /// The fields and all those below them, in the file's order: names are flat, a group is no name space.
  package var flattened: [TemplateField] { flatMap { [$0] + $0.subfields.flattened } }
}
