import Tagwright
import TestSupport
import Testing

/// Templates that Tag Manager takes or refuses otherwise than JavaScript or a strict reader would, through the commands.
@Suite struct RefusedTemplateTests {
  private static func template(
    type: String = "MACRO", version: Int = 1, side: String = "SERVER", code: String,
    permissions: String = "[]", tests: String = "scenarios: []"
  ) -> String {
    let section = side == "SERVER" ? "SANDBOXED_JS_FOR_SERVER" : "SANDBOXED_JS_FOR_WEB_TEMPLATE"
    return """
      ___INFO___

      {"type": "\(type)", "version": \(version), "displayName": "Example", "containerContexts": ["\(side)"]}


      ___TEMPLATE_PARAMETERS___

      []


      ___\(section)___

      \(code)


      ___\(side)_PERMISSIONS___

      \(permissions)


      ___TESTS___

      \(tests)


      ___NOTES___


      """
  }

  private static func scenario(_ code: String, name: String = "Runs") -> String {
    "scenarios:\n- name: \(name)\n  code: |-\n    "
      + code.split(separator: "\n").joined(separator: "\n    ")
  }

  private static func permission(_ id: String, _ parameters: String = "") -> String {
    #"{"instance": {"key": {"publicId": "\#(id)", "versionId": "1"}, "param": [\#(parameters)]}, "isRequired": true}"#
  }

  /// Templates whose scenarios pass in Tag Manager.
  static let taken: [(what: String, text: String, passed: Int)] = [
    (
      "an arrow function's own arguments",
      template(
        code: """
          const second = () => { return arguments[1]; };
          const count = function() { const inner = () => arguments.length; return inner('x', 'y'); };
          return [second('a', 'b'), count(1)];
          """, tests: scenario("assertThat(runCode({})).isEqualTo(['b', 2]);")), 1
    ),
    (
      "an arrow function that is called at once",
      template(
        code: "const size = () => {\n  return data.big ? 2 : 1;\n}();\nreturn size;",
        tests: scenario("assertThat(runCode({big: true})).isEqualTo(2);")), 1
    ),
    (
      "completion callbacks of the test's own",
      template(
        type: "TAG", code: "data.gtmOnFailure();",
        tests: scenario(
          """
          let count = 0;
          runCode({gtmOnFailure: () => { count++; }});
          assertThat(count).isEqualTo(0);
          assertApi('gtmOnFailure').wasCalled();
          """)), 1
    ),
    (
      "a script that has not loaded when 'runCode' returns",
      template(
        type: "TAG", side: "WEB",
        code:
          "require('injectScript')('https://cdn.example.com/a.js', data.gtmOnSuccess, data.gtmOnFailure);",
        tests: scenario(
          """
          runCode({});
          assertApi('injectScript').wasCalled();
          assertApi('gtmOnSuccess').wasNotCalled();
          """)), 1
    ),
    (
      "the data of test code",
      template(
        code: "return data.size || 3;",
        tests: scenario("assertThat(runCode({})).isEqualTo(data.size || 3);")), 1
    ),
    (
      "a container in debug mode",
      template(
        code: "return require('getContainerVersion')().debugMode;",
        tests: scenario("assertThat(runCode({})).isTrue();")), 1
    ),
    (
      "a marker with a space before it",
      " \n "
        + template(code: "return 1;", tests: scenario("assertThat(runCode({})).isEqualTo(1);")), 1
    ),
    (
      "a scenario with a description",
      template(
        code: "return 1;",
        tests: "scenarios:\n- name: Runs\n  description: It runs.\n  code: runCode({});"), 1
    ),
    (
      "a line break in a text",
      template(code: "return 1;", tests: scenario("runCode({});"))
        .replacing("\"Example\"", with: "\"Exam\nple\""), 1
    ),
  ]

  @Test(arguments: taken) func whatTagManagerTakesPasses(
    _ what: String, _ text: String, _ passed: Int
  )
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "t.tpl")
    let outcome = run(["test", folder.at("t.tpl")], workingDirectory: folder.path)
    #expect(outcome.status == .success, "\(what): \(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasSuffix("\n\(passed) passed, 0 failed\n"), "\(what)")
  }

  /// Templates that Tag Manager refuses, and what is said.
  static let refused: [(text: String, message: String, stopsRuns: Bool)] = [
    (
      template(code: "return 1;", tests: scenario("runCode({});", name: #"'Says "no"'"#)),
      #"the name of the scenario 'Says "no"' has '"' [scenario-name]"#, false
    ),
    (
      template(code: "return 1;", tests: scenario("runCode({});", name: "Once; twice")),
      "the name of the scenario 'Once; twice' has ';' [scenario-name]", false
    ),
    (
      template(code: "return 1;", tests: scenario("runCode({});", name: "'Once: twice'")),
      "the name of the scenario 'Once: twice' has ':' [scenario-name]", false
    ),
    (
      template(version: 3, code: "return 1;", tests: scenario("runCode({});")),
      "'version' is 0 or 1, not 3 [template-version]", false
    ),
    (
      template(code: "return other;", tests: scenario("runCode({});")),
      "'other' is not declared [undeclared-name]", true
    ),
    (
      template(code: "return 1;", tests: scenario("runCode({a: OTHER});")),
      "'OTHER' is not declared", true
    ),
    (
      template(type: "TAG", code: "require('logToConsole')('x');", tests: scenario("runCode({});")),
      "this tag calls neither 'data.gtmOnSuccess()' nor 'data.gtmOnFailure()' [missing-completion]",
      false
    ),
    (
      template(
        side: "WEB", code: "require('sendHttpRequest')('https://example.com/');",
        tests: scenario("mock('sendHttpRequest', 1);\nrunCode({});")),
      "'sendHttpRequest' is not an API of web templates [unknown-api]", false
    ),
    (
      template(
        code: "require('injectScript')('https://example.com/');",
        tests: scenario("mock('injectScript', 1);\nrunCode({});")),
      "'injectScript' is not an API of server templates [unknown-api]", false
    ),
    (
      template(
        code: "return 1;",
        permissions: "[\(permission("run_container")), \(permission("run_container"))]",
        tests: scenario("runCode({});")),
      "the permission 'run_container' is declared twice [repeated-permission]", false
    ),
    (template(code: "return `x`;"), "[syntax]", true),
  ]

  @Test(arguments: refused) func whatTagManagerRefusesIsAnError(
    _ text: String, _ message: String, _ stopsRuns: Bool
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "t.tpl")
    let outcome = run(["test", folder.at("t.tpl")], workingDirectory: folder.path)
    #expect(outcome.status == .finding)
    #expect(outcome.output.contains(message), "\(outcome.output)")
    #expect(
      outcome.output.hasSuffix("\n\(stopsRuns ? 0 : 1) passed, 1 failed\n"), "\(outcome.output)")
    for format in ["json", "junit", "github"] {
      let other = run(
        ["test", folder.at("t.tpl"), "--format", format], workingDirectory: folder.path)
      #expect(other.status == .finding)
      #expect(other.output.contains(format == "junit" ? "errors=\"1\"" : "error"))
    }
  }

  @Test func permissionsRefusesTheSame() throws {
    let folder = try TemporaryFolder()
    for row in Self.refused where row.message.hasSuffix("]") && row.message != "[syntax]" {
      try folder.write(row.text, to: "t.tpl")
      let outcome = run(["permissions", folder.at("t.tpl")], workingDirectory: folder.path)
      #expect(outcome.status == .finding)
      #expect(outcome.output.contains(row.message), "\(outcome.output)")
      let json = run(
        ["permissions", folder.at("t.tpl"), "--format", "json"], workingDirectory: folder.path)
      #expect(json.output.contains("\"findings\": [\n"))
    }
  }

  private static func entity(_ name: String, _ text: String) -> String {
    let data = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return
      #"{"accountId": "1", "containerId": "2", "templateId": "\#(name.count)", "name": "\#(name)", "fingerprint": "1", "templateData": "\#(data)"}"#
  }

  @Test func lintSaysTheSameOfTheTemplatesInAnExport() throws {
    let folder = try TemporaryFolder()
    let rows = Self.refused.filter { $0.message.hasSuffix("]") }
    let entities = rows.enumerated().map { Self.entity("T\($0.offset)", $0.element.text) }
    try folder.write(
      """
      {"exportFormatVersion": 2, "containerVersion": {"customTemplate": [
        \(entities.joined(separator: ",\n"))
      ]}}
      """, to: "export.json")
    let outcome = run(["lint", folder.at("export.json")], workingDirectory: folder.path)
    #expect(outcome.status == .finding)
    let lines = outcome.output.split(separator: "\n").filter { !$0.contains(": note: ") }
    for (index, row) in rows.enumerated() {
      let place = "export.json:\(index + 2): error: template 'T\(index)', line "
      #expect(
        lines.contains { $0.hasPrefix(place) && $0.hasSuffix(row.message) }, "\(outcome.output)")
    }
  }

  @Test func theTemplatesInAnExportAreTested() throws {
    let good = Self.template(code: "return 1;", tests: Self.scenario("runCode({});"))
    let bad = Self.template(version: 2, code: "return 1;")
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"exportFormatVersion": 2, "containerVersion": {"customTemplate": [
        \(Self.entity("Good", good)), \(Self.entity("Not good", bad)), \(Self.entity("None", "no template"))
      ]}}
      """, to: "export.json")
    let outcome = run(["test", folder.at("export.json")], workingDirectory: folder.path)
    #expect(outcome.status == .failure)
    #expect(
      outcome.output == """
        export.json › Good: Example
          passed: Runs
        export.json › Not good: Example
          no scenarios
          export.json › Not good:3: error: 'version' is 0 or 1, not 2 [template-version]
          export.json › Not good:3: note: write '"version": 1': it is the version of the file's format

        1 passed, 1 failed

        """)
    #expect(outcome.errors.hasPrefix("export.json › None:1: error: no line begins a section"))
    try folder.write(#"{"exportFormatVersion": 2, "containerVersion": {}}"#, to: "empty.json")
    let empty = run(["test", folder.at("empty.json")], workingDirectory: folder.path)
    #expect(empty.status == .failure)
    #expect(empty.errors == "error: the container 'empty.json' has no templates\n")
    try folder.write("{}", to: "other.json")
    #expect(
      run(["test", folder.at("other.json")], workingDirectory: folder.path).errors
        .hasPrefix("error: 'other.json' is not a container: it has no member 'containerVersion'\n"))
  }

  @Test func coverageIsSaidOfWebTemplates() throws {
    let folder = try TemporaryFolder()
    let text = Self.template(
      side: "WEB", code: "if (data.a) {\n  return 1;\n}\nreturn 2;",
      tests: Self.scenario("runCode({});"))
    try folder.write(text, to: "t.tpl")
    let outcome = run(["test", folder.at("t.tpl"), "--coverage"], workingDirectory: folder.path)
    #expect(outcome.output.contains("2 of 3 lines of code were reached, not line 14"))
  }
}
