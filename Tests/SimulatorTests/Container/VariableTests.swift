import CustomTemplate
import JSONText
import SandboxedJS
import Simulator
import TagManager
import Testing

struct VariableTests {
  private let event: ScriptValue = [
    "event_name": "purchase", "value": 59.98, "user_data": ["address": [["city": "Paris"]]],
    "dotted.key": "own", "page_location": "https://www.example.com/shop?a=b", "client_id": "1.2",
  ]

  @Test(
    "event data is read by keys and indexes, in its own type",
    arguments: [
      ("value", "59.98"), ("user_data.address.0.city", "Paris"), ("dotted.key", "own"),
      ("user_data.address.1.city", "undefined"), ("nothing", "undefined"), ("", "undefined"),
    ])
  func eventData(_ row: (path: String, text: String)) throws {
    var container = SmallContainer()
    container.addEventData("v", row.path)
    #expect(try container.text("{{v}}", event) == row.text)
    #expect(try container.text("a {{v}} b {{v}}", event) == "a \(row.text) b \(row.text)")
  }

  @Test("a default stands for event data that is not there")
  func defaults() throws {
    var container = SmallContainer()
    container.addVariable(
      "v", "ed",
      [
        .boolean("setDefaultValue", true), .template("keyPath", "nothing"),
        .template("defaultValue", "{{Event Name}}!"),
      ])
    #expect(try container.text("{{v}}", event) == "purchase!")
  }

  @Test(
    "the request's cookies, headers and parameters are read",
    arguments: [
      ("sgtmk", [.template("name", "_ttp"), .boolean("decodeCookie", true)], "a b"),
      ("sgtmk", [.template("name", "_ttp"), .boolean("decodeCookie", false)], "a%20b"),
      ("sgtmk", [.template("name", "other")], "undefined"),
      ("rh", [.template("headerName", "X-Country")], "FR"),
      ("rh", [.template("headerName", "absent")], "undefined"),
      ("qp", [.template("queryParamName", "en")], "page view"),
      ("qp", [.template("queryParamName", "absent")], "undefined"),
      ("vr", [.template("resolutionOptions", "requestHeaders")], "US-CA"),
      ("c", [.template("value", "{{Client Name}}")], "GA4"),
    ] as [(String, [Parameter], String)])
  func request(_ row: (type: String, parameters: [Parameter], text: String)) throws {
    var container = SmallContainer()
    container.addVariable("v", row.type, row.parameters)
    let request = IncomingRequest(
      query: "en=page%20view&en=second",
      headers: [
        NamedText("x-country", "FR"), NamedText("X-Gclb-Country", "US"),
        NamedText("X-Gclb-Region", "CA"),
      ], cookies: [NamedText("_ttp", "a%20b")])
    #expect(try container.text("{{v}}", event, request: request) == row.text)
  }

  @Test(
    "built-in variables have their values",
    arguments: [
      ("Event Name", "purchase"), ("Client Name", "GA4"), ("Container ID", "GTM-ABC1234"),
      ("Container Version", "0"), ("Debug Mode", "false"), ("Random Number", "0"),
      ("Request Path", "/g/collect"), ("Request Method", "POST"), ("Query String", "v=2"),
      ("Visitor Region", "undefined"), ("Analytics Client ID", "1.2"), ("nothing", "undefined"),
    ])
  func builtIns(_ row: (name: String, text: String)) throws {
    let request = IncomingRequest(method: "POST", path: "/g/collect", query: "v=2")
    #expect(try SmallContainer().text("{{\(row.name)}}", event, request: request) == row.text)
  }

  // MARK: Tables

  private func table(
    _ type: String, _ rows: [(String, String)], input: String, _ options: [Parameter] = []
  ) throws -> String {
    var container = SmallContainer()
    container.addEventData("input", "input")
    container.addVariable(
      "v", type,
      [
        .template("input", "{{input}}"),
        .table("map", rows.map { ["key": $0.0, "value": $0.1] }),
      ] + options)
    return try container.text("{{v}}", ["event_name": "purchase", "input": .string(input)])
  }

  @Test("a lookup table gives the value of the row with the same text, else its default")
  func lookupTable() throws {
    let rows = [("a", "1"), ("A", "2"), ("{{Event Name}}", "{{input}}!")]
    #expect(try table("smm", rows, input: "a") == "1")
    #expect(try table("smm", rows, input: "A") == "2")
    #expect(try table("smm", rows, input: "purchase") == "purchase!")
    #expect(try table("smm", rows, input: "b") == "undefined")
    let options: [Parameter] = [.boolean("setDefaultValue", true), .template("defaultValue", "d")]
    #expect(try table("smm", rows, input: "b", options) == "d")
  }

  @Test("a table of patterns gives the value of the first row that matches")
  func regexTable() throws {
    let rows = [("^/shop/", "shop"), ("(", "broken"), ("BLOG", "blog"), ("sh(o)p", "$1-$1")]
    #expect(try table("remm", rows, input: "/shop/x") == "shop")
    #expect(try table("remm", rows, input: "blog") == "undefined")
    #expect(try table("remm", rows, input: "blog", [.boolean("ignoreCase", true)]) == "blog")
    #expect(try table("remm", rows, input: "a shop") == "$1-$1")
    #expect(
      try table("remm", rows, input: "a shop b", [.boolean("replaceAfterMatch", true)])
        == "a o-o b")
    let whole: [Parameter] = [.boolean("fullMatch", true)]
    #expect(try table("remm", rows, input: "a shop", whole) == "undefined")
    #expect(try table("remm", [("a|bc", "x")], input: "ab", whole) == "undefined")
  }

  // MARK: Formats

  static let formats: [(VariableFormat, ScriptValue, String)] = [
    (VariableFormat(caseConversion: .lowercase), "AbÄ", "abä"),
    (VariableFormat(caseConversion: .uppercase), "abß", "ABSS"),
    (VariableFormat(caseConversion: .uppercase), true, "true"),
    (VariableFormat(nullReplacement: .template(nil, "n")), .null, "n"),
    (VariableFormat(undefinedReplacement: .template(nil, "u{{Event Name}}")), .undefined, "ue"),
    (VariableFormat(trueReplacement: .template(nil, "yes")), true, "yes"),
    (VariableFormat(falseReplacement: .template(nil, "no")), false, "no"),
    (VariableFormat(falseReplacement: .template(nil, "no")), "false", "false"),
    (VariableFormat(decimalSeparator: .period), "1,234.50", "1234.5"),
    (VariableFormat(decimalSeparator: .comma), "1.234,50", "1234.5"),
    (VariableFormat(decimalSeparator: .automatic), "1.234,50", "1234.5"),
    (VariableFormat(decimalSeparator: .automatic), "10.5", "10.5"),
    (VariableFormat(decimalSeparator: .period), "abc", "abc"),
    (VariableFormat(convertsToBoolean: true), "1", "true"),
    (VariableFormat(convertsToBoolean: true), "other", "other"),
  ]

  @Test("a format changes the value before it is used", arguments: formats)
  func format(_ row: (format: VariableFormat, value: ScriptValue, text: String)) throws {
    var container = SmallContainer()
    container.addEventData("v", "value", format: row.format)
    let data: ScriptValue = ["event_name": "e", "value": row.value]
    #expect(try container.text("{{v}}", data) == row.text)
  }

  // MARK: Templates and odd references

  @Test("the code of a variable's template runs with its fields, once for each event")
  func templates() throws {
    var container = SmallContainer()
    container.addTemplate(
      "sum", .variable,
      """
      const log = require('logToConsole');
      log('sum');
      return data.rows.map((row) => row.n * 1).reduce((a, b) => a + b, 0) + data.plus;
      """)
    container.addEventData("n", "n")
    container.addVariable(
      "v", "cvt_1_sum",
      [.table("rows", [["n": "1"], ["n": "{{n}}"]]), .integer("plus", 10), .boolean("b", true)])
    container.addTag("first", note: "{{v}}")
    container.addTag("second", note: "{{v}}")
    let tags = try container.run(["event_name": "e", "n": "2"])
    #expect(tags.map(\.effects.logs) == [["variable 'v': sum", "13"], ["13"]])
  }

  @Test("variables that refer to each other in a circle, or very deep, are undefined")
  func circles() throws {
    var container = SmallContainer()
    container.addVariable("a", "c", [.template("value", "{{b}}")])
    container.addVariable("b", "c", [.template("value", "x{{a}}")])
    #expect(try container.text("{{a}}", event) == "xundefined")
    for number in 0..<20_000 {
      container.addVariable("v\(number)", "c", [.template("value", "{{v\(number + 1)}}")])
    }
    #expect(try container.text("{{v0}}", event) == "undefined")
  }

  @Test("braces that name no variable are text")
  func braces() throws {
    var container = SmallContainer()
    container.addVariable("a", "c", [.template("value", "1")])
    for (text, result) in [
      ("{{}}", "{{}}"), ("{{a}", "{{a}"), ("{{{a}}}", "{1}"), ("{a}", "{a}"), ("{{{{a}}", "{{1"),
      ("}}{{a}}{{", "}}1{{"),
    ] {
      #expect(try container.text(text, event) == result)
    }
  }

  @Test("a variable that is not there or whose type is not known is undefined and named")
  func unknown() throws {
    var container = SmallContainer()
    container.addVariable("stored", "fs", [])
    container.addTag("tag", note: "{{stored}} {{gone}}")
    let notes = try ContainerProgram(container.version).notes
    #expect(notes.contains("variable 'stored' is not simulated: it is undefined here"))
    #expect(
      notes.contains("tag 'tag' refers to the variable 'gone', which the container does not have"))
  }

  @Test("the placeholder of a secret is filled in, and no report shows what with")
  func secrets() throws {
    var container = SmallContainer()
    container.addVariable("token", "c", [.template("value", "REPLACE_WITH_TOKEN")])
    container.addTag(
      "tag", note: "token {{token}}",
      parameters: [
        .template("url", "https://example.com/?access_token={{token}}&a=1"),
        .template("body", "{\"t\":\"{{token}}\"}"), .template("access_token", "{{token}}"),
      ])
    let tag = try container.run(["event_name": "e"])[0]
    #expect(tag.effects.requests[0].body == #"{"t":"SIMULATED_TOKEN"}"#)
    #expect(!tag.json.text(.compact).contains("SIMULATED_TOKEN"))
    #expect(tag.json.text(.compact).contains("access_token=***&a=1"))
  }
}
