package import JSONText

/// The ways to draw a group of fields.
package enum GroupStyle: String, Sendable, CaseIterable {
  /// Can be opened, and starts closed.
  case zippyClosed = "ZIPPY_CLOSED"
  /// Can be closed, and starts open.
  case zippyOpen = "ZIPPY_OPEN"
  /// Starts open where a field in it has a value.
  case zippyOpenOnParam = "ZIPPY_OPEN_ON_PARAM"
  /// Always open, without a frame.
  case noZippy = "NO_ZIPPY"
}

/// A column of a table of texts and drop-downs.
package struct SimpleTableColumn: Hashable, Sendable {
  /// The column as the file has it.
  package let json: JSON

  /// Makes a column; with choices it is a drop-down.
  package init(
    name: String, displayName: String, defaultValue: String = "", isUnique: Bool = false,
    valueHint: String? = nil, validators: [FieldValidator] = [], choices: [FieldChoice] = []
  ) {
    let keys: [(String, JSON?)] = [
      ("defaultValue", .string(defaultValue)),
      ("displayName", .string(displayName)),
      ("name", .string(name)),
      ("type", .string(choices.isEmpty ? "TEXT" : "SELECT")),
      ("isUnique", isUnique ? true : nil),
      ("valueHint", valueHint.map(JSON.string)),
      ("valueValidators", array(validators.map(\.json))),
      ("selectItems", array(choices.map(\.json))),
    ]
    json = .object(
      JSONObject(keys.compactMap { key, value in value.map { JSONObject.Member(key, $0) } }))
  }
}

/// A column of a table whose rows are edited in a window of their own.
package struct ParamTableColumn: Hashable, Sendable {
  /// The field that edits a cell.
  package let field: TemplateField
  /// Whether two rows may not have the same value.
  package let isUnique: Bool

  /// Makes a column of the field that edits its cells.
  package init(_ field: TemplateField, isUnique: Bool = false) {
    self.field = field
    self.isUnique = isUnique
  }
}

extension TemplateField {
  /// A line of text, or a box of `lineCount` lines; the code receives a string.
  ///
  /// - Parameter textAsList: makes the code receive a list with one string for each line.
  package static func text(
    name: String, displayName: String, help: String? = nil, valueHint: String? = nil,
    defaultValue: JSON? = nil, valueUnit: String? = nil, notSetText: String? = nil,
    lineCount: Int? = nil, textAsList: Bool = false, canBeEmptyString: Bool = false,
    alwaysInSummary: Bool = false, validators: [FieldValidator] = [],
    conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .text, name: name,
      [
        ("displayName", .string(displayName)),
        ("simpleValueType", true),
        ("lineCount", lineCount.map(JSON.init(integerLiteral:))),
        ("textAsList", textAsList ? true : nil),
        ("valueHint", valueHint.map(JSON.string)),
        ("valueUnit", valueUnit.map(JSON.string)),
        ("defaultValue", defaultValue),
        ("canBeEmptyString", canBeEmptyString ? true : nil),
        ("notSetText", notSetText.map(JSON.string)),
        ("alwaysInSummary", alwaysInSummary ? true : nil),
      ] + common(help, validators, conditions))
  }

  /// A check box; the code receives a truth value.
  package static func checkbox(
    name: String, checkboxText: String, help: String? = nil, defaultValue: Bool? = nil,
    alwaysInSummary: Bool = false, fields: [TemplateField] = [], conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .checkbox, name: name,
      [
        ("checkboxText", .string(checkboxText)),
        ("simpleValueType", true),
        ("defaultValue", defaultValue.map(JSON.bool)),
        ("alwaysInSummary", alwaysInSummary ? true : nil),
        ("subParams", array(fields.map(\.json))),
      ] + common(help, [], conditions))
  }

  /// A drop-down; the code receives the chosen value.
  ///
  /// - Parameter acceptsVariables: lets the user pick a variable of the container too.
  package static func select(
    name: String, displayName: String, choices: [FieldChoice], acceptsVariables: Bool = false,
    help: String? = nil, defaultValue: JSON? = nil, notSetText: String? = nil,
    alwaysInSummary: Bool = false, fields: [TemplateField] = [], validators: [FieldValidator] = [],
    conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .select, name: name,
      [
        ("displayName", .string(displayName)),
        ("macrosInSelect", .bool(acceptsVariables)),
        ("selectItems", .array(choices.map(\.json))),
        ("simpleValueType", true),
        ("defaultValue", defaultValue),
        ("notSetText", notSetText.map(JSON.string)),
        ("alwaysInSummary", alwaysInSummary ? true : nil),
        ("subParams", array(fields.map(\.json))),
      ] + common(help, validators, conditions))
  }

  /// A group of radio buttons; the code receives the chosen value.
  package static func radio(
    name: String, displayName: String? = nil, choices: [FieldChoice], help: String? = nil,
    defaultValue: JSON? = nil, validators: [FieldValidator] = [], conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .radio, name: name,
      [
        ("displayName", displayName.map(JSON.string)),
        ("radioItems", .array(choices.map(\.json))),
        ("simpleValueType", true),
        ("defaultValue", defaultValue),
      ] + common(help, validators, conditions))
  }

  /// Fields below a heading; the code receives nothing for the group itself.
  package static func group(
    name: String, displayName: String? = nil, style: GroupStyle = .noZippy,
    fields: [TemplateField], help: String? = nil, conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .group, name: name,
      [
        ("displayName", displayName.map(JSON.string)),
        ("groupStyle", .string(style.rawValue)),
        ("subParams", .array(fields.map(\.json))),
      ] + common(help, [], conditions))
  }

  /// A text that is only read; it may hold HTML.
  package static func label(
    name: String, displayName: String, conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .label, name: name, [("displayName", .string(displayName))] + common(nil, [], conditions))
  }

  /// A table of texts and drop-downs; the code receives a list of rows, or nothing where it is empty.
  package static func simpleTable(
    name: String, displayName: String? = nil, columns: [SimpleTableColumn],
    newRowButtonText: String? = nil, help: String? = nil, notSetText: String? = nil,
    alwaysInSummary: Bool = false, validators: [FieldValidator] = [],
    conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .simpleTable, name: name,
      [
        ("displayName", displayName.map(JSON.string)),
        ("simpleTableColumns", .array(columns.map(\.json))),
        ("newRowButtonText", newRowButtonText.map(JSON.string)),
        ("notSetText", notSetText.map(JSON.string)),
        ("alwaysInSummary", alwaysInSummary ? true : nil),
      ] + common(help, validators, conditions))
  }

  /// A table whose rows are edited in a window of their own; the code receives what a simple table gives.
  package static func paramTable(
    name: String, displayName: String, columns: [ParamTableColumn],
    newRowButtonText: String? = nil, newRowTitle: String? = nil, editRowTitle: String? = nil,
    help: String? = nil, notSetText: String? = nil, validators: [FieldValidator] = [],
    conditions: [FieldCondition] = []
  ) -> TemplateField {
    TemplateField(
      .paramTable, name: name,
      [
        ("displayName", .string(displayName)),
        (
          "paramTableColumns",
          .array(columns.map { ["param": $0.field.json, "isUnique": .bool($0.isUnique)] })
        ),
        ("newRowButtonText", newRowButtonText.map(JSON.string)),
        ("editRowTitle", editRowTitle.map(JSON.string)),
        ("newRowTitle", newRowTitle.map(JSON.string)),
        ("notSetText", notSetText.map(JSON.string)),
      ] + common(help, validators, conditions))
  }

  /// The attributes that most kinds have, in the order of most public files.
  private static func common(
    _ help: String?, _ validators: [FieldValidator], _ conditions: [FieldCondition]
  ) -> [(String, JSON?)] {
    [
      ("help", help.map(JSON.string)),
      ("valueValidators", array(validators.map(\.json))),
      ("enablingConditions", array(conditions.map(\.json))),
    ]
  }
}

/// A list, or nothing where it would be empty.
private func array(_ items: [JSON]) -> JSON? { items.isEmpty ? nil : .array(items) }
