import CustomTemplate
import JSONText
import Testing

@Suite struct TemplateFieldTests {
  @Test(arguments: [
    (
      TemplateField.text(name: "a", displayName: "A"),
      #"{"type":"TEXT","name":"a","displayName":"A","simpleValueType":true}"#
    ),
    (
      .text(
        name: "a", displayName: "A", help: "H", valueHint: "V", defaultValue: 0, valueUnit: "ms",
        lineCount: 5, textAsList: true, alwaysInSummary: true,
        validators: [.regex("^a$", errorMessage: "no"), .stringLength(1...40)],
        conditions: [.equals("b", true), .notEquals("c", "x")]),
      #"{"type":"TEXT","name":"a","displayName":"A","simpleValueType":true,"lineCount":5,"textAsList":true,"valueHint":"V","valueUnit":"ms","defaultValue":0,"alwaysInSummary":true,"help":"H","valueValidators":[{"type":"REGEX","args":["^a$"],"errorMessage":"no"},{"type":"STRING_LENGTH","args":[1,40]}],"enablingConditions":[{"paramName":"b","paramValue":true,"type":"EQUALS"},{"paramName":"c","paramValue":"x","type":"NOT_EQUALS"}]}"#
    ),
    (
      .checkbox(name: "a", checkboxText: "A", defaultValue: true),
      #"{"type":"CHECKBOX","name":"a","checkboxText":"A","simpleValueType":true,"defaultValue":true}"#
    ),
    (
      .select(
        name: "a", displayName: "A", choices: [FieldChoice(1, displayValue: "One")],
        acceptsVariables: true, notSetText: "none"),
      #"{"type":"SELECT","name":"a","displayName":"A","macrosInSelect":true,"selectItems":[{"value":1,"displayValue":"One"}],"simpleValueType":true,"notSetText":"none"}"#
    ),
    (
      .radio(
        name: "a",
        choices: [
          FieldChoice("x", displayValue: "X", fields: [.label(name: "l", displayName: "L")]),
          FieldChoice("y", displayValue: "Y", help: "why"),
        ], defaultValue: "x"),
      #"{"type":"RADIO","name":"a","radioItems":[{"value":"x","displayValue":"X","subParams":[{"type":"LABEL","name":"l","displayName":"L"}]},{"value":"y","displayValue":"Y","help":"why"}],"simpleValueType":true,"defaultValue":"x"}"#
    ),
    (
      .group(name: "g", fields: [.label(name: "l", displayName: "L")]),
      #"{"type":"GROUP","name":"g","groupStyle":"NO_ZIPPY","subParams":[{"type":"LABEL","name":"l","displayName":"L"}]}"#
    ),
    (
      .simpleTable(
        name: "t",
        columns: [
          SimpleTableColumn(name: "k", displayName: "K", isUnique: true, validators: [.nonEmpty]),
          SimpleTableColumn(
            name: "v", displayName: "V", choices: [FieldChoice("x", displayValue: "X")]),
        ], newRowButtonText: "Add"),
      #"{"type":"SIMPLE_TABLE","name":"t","simpleTableColumns":[{"defaultValue":"","displayName":"K","name":"k","type":"TEXT","isUnique":true,"valueValidators":[{"type":"NON_EMPTY"}]},{"defaultValue":"","displayName":"V","name":"v","type":"SELECT","selectItems":[{"value":"x","displayValue":"X"}]}],"newRowButtonText":"Add"}"#
    ),
    (
      .paramTable(
        name: "t", displayName: "T",
        columns: [ParamTableColumn(.text(name: "k", displayName: "K"), isUnique: true)],
        newRowButtonText: "Add", newRowTitle: "New", editRowTitle: "Edit"),
      #"{"type":"PARAM_TABLE","name":"t","displayName":"T","paramTableColumns":[{"param":{"type":"TEXT","name":"k","displayName":"K","simpleValueType":true},"isUnique":true}],"newRowButtonText":"Add","editRowTitle":"Edit","newRowTitle":"New"}"#
    ),
  ])
  func aFieldHasTheAttributesOfTheFormat(field: TemplateField, json: String) {
    #expect(field.json.text(.compact) == json)
  }

  @Test func fieldsBelowGroupsCheckBoxesAndRadioButtonsAreFoundInTheirOrder() {
    let fields: [TemplateField] = [
      .group(
        name: "g",
        fields: [
          .checkbox(name: "c", checkboxText: "C", fields: [.text(name: "t1", displayName: "T")]),
          .radio(
            name: "r",
            choices: [
              FieldChoice("x", displayValue: "X", fields: [.text(name: "t2", displayName: "T")])
            ]),
        ]),
      .label(name: "l", displayName: "L"),
    ]
    #expect(fields.flattened.map(\.name) == ["g", "c", "t1", "r", "t2", "l"])
    #expect(
      fields.flattened.filter { $0.kind?.holdsValue == true }.map(\.name) == ["c", "t1", "r", "t2"])
  }

  @Test func whatAFileSaysOfAFieldCanBeAsked() throws {
    let text = """
      {"type":"SELECT","name":"s","displayName":{"text":"S","translations":[]},"help":"H","selectItems":[{"value":2,"displayValue":"Two"}],
      "defaultValue":2,"valueValidators":[{"type":"TABLE_ROW_COUNT","args":[1,10]}],
      "enablingConditions":[{"paramName":"a","paramValue":"b","type":"NOT_EQUALS"}],"categories":[1]}
      """
    let field = TemplateField(attributes: try #require(try JSON.read(text).object))
    #expect(field.kind == .select)
    #expect(field.displayName == "S")
    #expect(field.help == "H")
    #expect(field.choices.map(\.value) == [2])
    #expect(field.choices.map(\.displayValue) == ["Two"])
    #expect(field.defaultValue == 2)
    #expect(field.validators == [.tableRowCount(1...10)])
    #expect(field.conditions == [.notEquals("a", "b")])
    #expect(field.conditions.map(\.isNegated) == [true])
    #expect(field.attributes["categories"] == [1])
  }

  @Test func aTablesColumnsAreFieldsButNotSubfields() {
    let table = TemplateField.paramTable(
      name: "t", displayName: "T",
      columns: [ParamTableColumn(.text(name: "k", displayName: "K"))])
    #expect(table.columns.map(\.name) == ["k"])
    #expect([table].flattened.map(\.name) == ["t"])
  }
}
