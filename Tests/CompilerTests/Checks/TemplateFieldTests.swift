import CustomTemplate
import Diagnostics
import JSONText
import TagwrightPlan
import Testing

@Suite struct TemplateFieldTests {
  /// A template with every kind of field.
  private static let template = SampleTemplate.text(
    kind: .tag, displayName: "CRM",
    fields: [
      .text(name: "endpoint", displayName: "Endpoint", validators: [.nonEmpty]),
      .text(
        name: "timeout", displayName: "Timeout", defaultValue: 3000, validators: [.positiveNumber]),
      .text(
        name: "code", displayName: "Code",
        validators: [.regex("^[A-Z]{2}$", errorMessage: "two capitals"), .stringLength(2...2)]),
      .checkbox(
        name: "extras", checkboxText: "Extras",
        fields: [.text(name: "extra", displayName: "Extra", validators: [.nonEmpty])]),
      .checkbox(name: "isOn", checkboxText: "On", defaultValue: true),
      .select(
        name: "method", displayName: "Method",
        choices: [.init("post", displayValue: "POST"), .init("get", displayValue: "GET")],
        defaultValue: "post"),
      .select(
        name: "any", displayName: "Any", choices: [.init("a", displayValue: "A")],
        acceptsVariables: true),
      .radio(
        name: "retries",
        choices: [
          .init(
            true, displayValue: "Yes",
            fields: [.text(name: "count", displayName: "Count", defaultValue: "2")]),
          .init(3, displayValue: "Three"),
        ]),
      .group(
        name: "more",
        fields: [
          .label(name: "text", displayName: "Words"),
          .text(
            name: "hidden", displayName: "Hidden", defaultValue: "x", validators: [.nonEmpty],
            conditions: [.equals("method", "get"), .equals("isOn", false)]),
          .text(
            name: "body", displayName: "Body", notSetText: "none",
            conditions: [.notEquals("method", "get")]),
        ]),
      .simpleTable(
        name: "headers",
        columns: [
          .init(name: "key", displayName: "Key", validators: [.nonEmpty]),
          .init(name: "value", displayName: "Value", defaultValue: "-"),
        ], validators: [.tableRowCount(0...2)]),
    ])

  private static func plan(_ fields: [RawParameter], line: UInt = #line) -> CompiledPlan {
    CompiledPlan(templates: ["crm.tpl": template], line: line) {
      RawVariable("mine", type: "c", parameters: [.text("value", "1")])
      TemplateTag("t", template: Template("crm.tpl"), fields: fields, firing: [.allEvents()])
    }
  }

  @Test func whatThePlanLeavesOutStandsAsTheEditorWouldSaveIt() throws {
    let plan = Self.plan([.text("endpoint", "https://x.example.com/")])
    #expect(plan.rules == ["hidden-field"])
    #expect(
      try plan.parameters("tag", "t") == [
        "endpoint TEMPLATE https://x.example.com/", "timeout TEMPLATE 3000", "extras BOOLEAN false",
        "isOn BOOLEAN true", "method TEMPLATE post", "hidden TEMPLATE x",
      ])
  }

  @Test func everyKindOfFieldIsWrittenInTheTypeThatTheEditorSaves() throws {
    let plan = Self.plan([
      .table(
        "headers",
        [[.text("key", "A"), .source("value", .requestHeader("h"))], [.text("key", "{{mine}}")]]),
      .secret("endpoint", .secret("CRM_URL")),
      .integer("timeout", 500),
      .text("code", "DE"),
      .boolean("extras", true), .text("extra", "{{Event Name}}"),
      .boolean("isOn", false),
      .text("method", "get"),
      .source("any", .cookie("c")),
      .boolean("retries", true), .integer("count", 4),
      .text("hidden", "y"),
    ])
    #expect(plan.problems == [])
    #expect(
      try plan.parameters("tag", "t") == [
        "endpoint TEMPLATE {{CRM_URL}}", "timeout TEMPLATE 500", "code TEMPLATE DE",
        "extras BOOLEAN true", "extra TEMPLATE {{Event Name}}", "isOn BOOLEAN false",
        "method TEMPLATE get", "any TEMPLATE {{cookie.c}}", "retries BOOLEAN true",
        "count TEMPLATE 4", "hidden TEMPLATE y",
        "headers LIST [MAP [key TEMPLATE A, value TEMPLATE {{header.h}}], MAP [key TEMPLATE {{mine}}, value TEMPLATE -]]",
      ])
    #expect(try plan.names("builtInVariable") == ["Event Name"])
  }

  @Test func aNumberThatIsChosenIsWrittenAsANumber() throws {
    let plan = Self.plan([.text("endpoint", "x"), .text("retries", "3"), .boolean("isOn", false)])
    #expect(try plan.parameters("tag", "t").contains("retries INTEGER 3"))
    #expect(try plan.parameters("tag", "t").contains { $0.hasPrefix("count") } == false)
  }

  /// A field that cannot be, and what is said of it; the line is that of the field.
  private static let wrong: [(RawParameter, String)] = [
    (
      .text("endpont", "x"),
      """
      error: template 'CRM' has no field 'endpont' [unknown-field]
      note: did you mean 'endpoint'?
      """
    ),
    (
      .text("more", "x"),
      """
      error: template 'CRM' has no field 'more' [unknown-field]
      note: there are 'endpoint', 'timeout', 'code', 'extras', 'extra', 'isOn', 'method', 'any', 'retries', 'count', 'hidden', 'body', …
      """
    ),
    (
      .text("endpoint", ""),
      """
      error: 't' leaves the field 'endpoint' empty [missing-field]
      note: the template requires it, and an import fails without it
      """
    ),
    (
      .text("method", "put"),
      """
      error: field 'method' has no choice 'put' [unknown-choice]
      note: there are 'post', 'get'
      """
    ),
    (
      .text("method", "{{mine}}"),
      """
      error: field 'method' has no choice '{{mine}}' [unknown-choice]
      note: there are 'post', 'get'
      """
    ),
    (
      .integer("retries", 4),
      """
      error: field 'retries' has no choice '4' [unknown-choice]
      note: there are 'true', '3'
      """
    ),
    (
      .source("method", .eventData("m")),
      """
      error: field 'method' takes one of its choices, no variable [wrong-field-value]
      note: change the value, or how it is given
      """
    ),
    (
      .text("isOn", "true"),
      """
      error: field 'isOn' takes '.boolean', since it is a check box [wrong-field-value]
      note: change the value, or how it is given
      """
    ),
    (
      .boolean("code", true),
      """
      error: field 'code' takes text, no truth value [wrong-field-value]
      note: change the value, or how it is given
      """
    ),
    (
      .table("code", []),
      """
      error: field 'code' takes one value, no table [wrong-field-value]
      note: change the value, or how it is given
      """
    ),
    (
      .text("headers", "x"),
      """
      error: field 'headers' takes '.table', since it has rows [wrong-field-value]
      note: change the value, or how it is given
      """
    ),
    (
      .text("timeout", "soon"),
      """
      error: field 'timeout' takes a number above zero [wrong-field-value]
      note: the template requires it, and an import fails with another value
      """
    ),
    (
      .text("code", "de"),
      """
      error: field 'code' takes two capitals [wrong-field-value]
      note: the template requires it, and an import fails with another value
      """
    ),
    (
      .table("headers", [[.text("name", "a"), .text("key", "k")]]),
      """
      error: table 'headers' has no field 'name' [unknown-field]
      note: there are 'key', 'value'
      """
    ),
    (
      .table("headers", [[.text("value", "a")]]),
      """
      error: 't' leaves the field 'key' empty [missing-field]
      note: the template requires it, and an import fails without it
      """
    ),
    (
      .table("headers", [[.text("key", "k"), .text("key", "l")]]),
      """
      error: 'headers' has 'key' twice [repeated-key]
      note: leave one of them
      """
    ),
    (
      .text("timeout", "{{no such}}"),
      """
      error: there is no variable 'no such' in this container [unknown-variable]
      note: declare it: 'RawVariable("no such", …)', or 'ExternalVariable("no such")' if the container that you merge into has it
      """
    ),
  ]

  @Test(arguments: wrong.indices)
  func whatATemplateDoesNotAcceptIsReportedAtTheField(_ index: Int) {
    let (field, expected) = Self.wrong[index]
    var fields = [field, .boolean("extras", true), .text("extra", "x")]
    if field.key != "endpoint" { fields.append(.text("endpoint", "x")) }
    let plan = Self.plan(fields, line: UInt(field.place.line))
    let problems = plan.problems.filter {
      !$0.contains("missing-field") || $0.contains(expected.prefix(30))
    }
    #expect(
      problems.map { $0.replacing(#/(?m)^[^:]*: /#, with: "") } == [expected])
    let isOfTheRow = expected.contains("field 'key' empty")
    #expect(problems.allSatisfy { $0.hasPrefix("+0: ") != isOfTheRow })
    #expect(plan.paths == [])
  }

  @Test func aFieldIsRequiredWhereItIsShown() {
    let plan = Self.plan([.boolean("extras", true)])
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0].drop { $0 != " " } } == [
        " error: 't' leaves the field 'endpoint' empty [missing-field]",
        " error: 't' leaves the field 'extra' empty [missing-field]",
      ])
  }

  @Test func aHiddenRequiredFieldIsMentioned() {
    let plan = Self.plan([.text("endpoint", "x")])
    #expect(
      plan.problems.map { $0.replacing(#/(?m)^[^:]*: /#, with: "") } == [
        """
        warning: 't' leaves hidden fields empty that the template requires [hidden-field]
        note: they are 'extra'
        note: if an import complains of them, give them any value
        """
      ])
  }

  @Test func aTableHasAsManyRowsAsTheTemplateAllows() {
    let rows = ["a", "b", "c"].map { [RawParameter.text("key", $0)] }
    let plan = Self.plan([
      .text("endpoint", "x"), .boolean("extras", true), .text("extra", "x"),
      .table("headers", rows),
    ])
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0].drop { $0 != " " } } == [
        " error: field 'headers' takes from 0 to 2 rows [wrong-field-value]"
      ])
  }
}
