import Diagnostics
import Foundation
import SandboxedJS
import Testing

@Suite struct ScriptCheckTests {
  /// A script, and what is found in it as `line:column rule message`.
  static let cases: [(script: String, findings: [String])] = [
    ("data.gtmOnSuccess()", []),
    // Names.
    ("a()", ["1:1 undeclared-name 'a' is not declared"]),
    ("a = 1; a = 2", ["1:1 undeclared-name 'a' is not declared"]),
    ("const f = () => later; const later = 1; f()", []), ("f(); function f() {}", []),
    ("if (data.a) { var b = 1; } b = 2", []),
    ("if (data.a) { let b = 1; } data.b = b", ["1:37 undeclared-name 'b' is not declared"]),
    ("{ function g() {} g(); } g()", ["1:26 undeclared-name 'g' is not declared"]),
    ("for (let i = 0; i < 3; i++) {} data.a = i", ["1:41 undeclared-name 'i' is not declared"]),
    ("for (const k in data) data.a = k", []), ("for (var k of data.list) {} data.a = k", []),
    ("for (k in data) {}", ["1:6 undeclared-name 'k' is not declared"]),
    ("const f = function g(n) { return n ? g(n - 1) : arguments.length; }; f(1)", []),
    ("data.a = arguments[0]", ["1:10 undeclared-name 'arguments' is not declared"]),
    ("const f = () => arguments.length; f()", []),
    ("data.a = undefined; data.b = { a: 1 }.a", []),
    ("switch (data.a) { case 1: let x = 1; default: x = 2; }", []),
    ("function f(a) { return a + b; } f(1)", ["1:28 undeclared-name 'b' is not declared"]),
    ("const require = 1; data.a = require", []),
    // Constants.
    (
      "const a = 1; a = 2",
      ["1:14 assigned-constant 'a' is assigned, but 'const' declares it on line 1"]
    ),
    (
      "const a = 1;\nfunction f() { a++; a += 1; } f()",
      [
        "2:16 assigned-constant 'a' is assigned, but 'const' declares it on line 1",
        "2:21 assigned-constant 'a' is assigned, but 'const' declares it on line 1",
      ]
    ),
    ("const a = {}; a.b = 1; a['c'] = 2", []), ("const a = 1; { let a = 2; a = 3; }", []),
    (
      "for (const i = 0; i < 1; i++) {}",
      ["1:26 assigned-constant 'i' is assigned, but 'const' declares it on line 1"]
    ),
    (
      "const a = 1; for (a of []) {}",
      ["1:19 assigned-constant 'a' is assigned, but 'const' declares it on line 1"]
    ),
    ("const a = 1; (function(a) { a = 2; })(a)", []),
    // APIs.
    (
      "const a = require('getEvent'); a()",
      ["1:11 unknown-api 'getEvent' is not an API of server templates"]
    ),
    (
      "const a = require(data.a); a()",
      ["1:11 unknown-api 'require' needs the name of one API, as a string"]
    ),
    (
      "const a = require('JSON', 'Math'); a()",
      ["1:11 unknown-api 'require' needs the name of one API, as a string"]
    ),
    // Methods.
    (
      "data.a = 'a'.includes('b')",
      ["1:14 missing-method strings have no 'includes' in the sandbox"]
    ),
    (
      "const a = 'a' + data.b; data.c = a.padStart(2)",
      ["1:36 missing-method strings have no 'padStart' in the sandbox"]
    ),
    (
      "data.a = ('a' + 1).trim().split('').find(f); function f() {}",
      ["1:37 missing-method arrays have no 'find' in the sandbox"]
    ),
    (
      "const a = [1]; a.flat(); a.push(2)",
      ["1:18 missing-method arrays have no 'flat' in the sandbox"]
    ),
    ("data.a = 5.5.toFixed(1)", ["1:14 missing-method numbers have no 'toFixed' in the sandbox"]),
    (
      "data.a = data.b.startsWith('c')",
      ["1:17 missing-method strings and arrays have no 'startsWith' in the sandbox"]
    ),
    ("const o = { find: () => 1 }; o.find(); data.find(1)", []),
    ("data.find = 1; data.a.find()", []),
    (
      "const Math = require('Math'); data.a = Math.random()",
      ["1:45 missing-method 'Math' has no 'random' in the sandbox"]
    ),
    (
      "require('Object').assign({}, data)",
      ["1:19 missing-method 'Object' has no 'assign' in the sandbox"]
    ),
    ("data.a = data.b.whatever()", []), ("const s = 'a'; data.a = s.hasOwnProperty('b')", []),
    ("const o = []; o.find = data.f; o.find()", []),
    // Permissions.
    (
      "const a = require('getEventData'); a('b')",
      [
        "1:11 missing-permission 'getEventData' needs the permission 'read_event_data', which the template does not declare"
      ]
    ),
    (
      "const a = require('getEventData'), b = require('getAllEventData'); a('b'); b()",
      [
        "1:11 missing-permission 'getEventData' needs the permission 'read_event_data', which the template does not declare"
      ]
    ),
    ("const a = require('getEventData');", []), ("require('getRequestMethod')()", []),
  ]

  @Test(arguments: cases) func findingsNameWhatIsWrongAndWhere(script: String, findings: [String])
    throws
  {
    let check = ScriptCheck(try Program(parsing: script), kind: .variable, permissions: [])
    #expect(check.findings().map { "\($0.position) \($0.rule) \($0.message)" } == findings)
  }

  static let notes: [(script: String, notes: [String])] = [
    ("const total = 1; data.a = totl", ["did you mean 'total'?"]),
    ("data.a = parseInt('1')", ["use the 'makeInteger' API"]),
    (
      "sendHttpGet('https://example.com')",
      ["get it with 'const sendHttpGet = require('sendHttpGet')'"]
    ),
    ("require('sendHTTPRequest')()", ["did you mean 'sendHttpRequest'?"]),
    ("require('copyFromDataLayer')('a')", ["it is one of web templates; use 'getEventData'"]),
    ("data.a = 'a'.startsWith('b')", ["use 'indexOf(…) === 0'"]),
    ("data.a = 'a'.trimm()", ["did you mean 'trim'?"]),
    ("data.a = unheardOf", []),
  ]

  @Test(arguments: notes) func notesSayWhatToWriteInstead(script: String, notes: [String]) throws {
    let findings = ScriptCheck(try Program(parsing: script)).findings()
    #expect(findings.count == 1)
    #expect(findings.first?.notes == notes)
  }

  @Test func tagHasToSayThatItIsDone() throws {
    let rules = { (script: String, kind: TemplateKind?) throws -> [String] in
      ScriptCheck(try Program(parsing: script), kind: kind).findings().map(\.rule)
    }
    #expect(try rules("data.a = 1", .tag) == ["missing-completion"])
    #expect(try rules("data.a = 1", .variable) == [])
    #expect(try rules("data.a = 1", .client) == [])
    #expect(try rules("data.a = 1", nil) == [])
    #expect(try rules("data.a = data.gtmOnFailure", .tag) == [])
    #expect(try rules("data['gtmOnSuccess']()", .tag) == [])
  }

  @Test func permissionThatNothingNeedsIsLeftOver() throws {
    func messages(_ script: String) throws -> [String] {
      let declared: Set = ["logging", "read_request", "send_http"]
      return ScriptCheck(try Program(parsing: script), permissions: declared).findings().map(
        \.message)
    }
    #expect(
      try messages("require('logToConsole')(require('queryPermission')('send_http', data.url))")
        == [
          "the template declares the permission 'read_request', which its script does not need"
        ])
    #expect(
      try messages(
        "require('logToConsole')(require('sendHttpGet')(data.a), require('getRequestMethod')())")
        == [])
  }

  @Test func whatIsNotKnownIsNotChecked() throws {
    let program = try Program(parsing: "require('sendHttpGet')(data.url, mocked)")
    #expect(ScriptCheck(program, globals: ["mocked"]).findings() == [])
  }

  @Test func diagnosticPointsIntoTheFileThatHoldsTheScript() throws {
    let finding = try #require(ScriptCheck(try Program(parsing: "\n\nx()")).findings().first)
    let diagnostic = finding.diagnostic(file: "tag.tpl", firstLine: 40)
    #expect(diagnostic.text() == "tag.tpl:42: error: 'x' is not declared [undeclared-name]")
  }

  /// Scripts that nest as deep as the parser allows, in each way that something can nest.
  @Test(arguments: [
    String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
    String(repeating: "{", count: 100) + String(repeating: "}", count: 100),
    String(repeating: "!", count: 200) + "data",
    "data" + String(repeating: " + data", count: 200), "data" + String(repeating: ".a", count: 200),
    "data" + String(repeating: "()", count: 200),
    String(repeating: "if (data) ", count: 100) + ";",
    "data.a = " + String(repeating: "a => ", count: 100) + "a",
    "data.a = " + String(repeating: "data ? ", count: 100) + "1"
      + String(repeating: " : 1", count: 100),
    "data.a = " + String(repeating: "function() { return ", count: 50) + "1"
      + String(repeating: " }", count: 50),
  ]) func deepestNestingIsCheckedAndPrinted(script: String) throws {
    let program = try Program(parsing: script)
    #expect(ScriptCheck(program, permissions: []).findings() == [])
    #expect(program.permissionNeeds() == [])
    for style in [ScriptStyle.readable, .compact] {
      #expect(try Program(parsing: program.text(style)) == program)
    }
  }

  @Test func manyUnknownNamesEndInAnAnswer() throws {
    let names = (0..<2_000).map { "a\($0)();" }.joined()
    let declared = (0..<2_000).map { "let b\($0);" }.joined()
    #expect(ScriptCheck(try Program(parsing: declared + names)).findings().count == 2_000)
  }

  @Test(arguments: ScriptRule.all.map(\.id)) func examplesOfARuleShowIt(id: String) throws {
    let rule = try #require(ScriptRule.all.first { $0.id == id })
    func rules(_ example: ScriptRule.Example) throws -> [String] {
      let program = try Program(parsing: example.script)
      return ScriptCheck(program, kind: .tag, permissions: example.permissions).findings().map(
        \.rule)
    }
    #expect(try rules(rule.wrong).contains(id))
    #expect(try rules(rule.right) == [])
    #expect(!rule.summary.isEmpty && !rule.documentation.isEmpty)
  }

  @Test func everyRuleHasAFileAndAPlaceInTheRegistry() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/SandboxedJS/Check/Rules").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let ids = try files.map { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return text.components(separatedBy: "id: \"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
    }
    #expect(ids.map(String.init).sorted() == ScriptRule.all.map(\.id))
  }

  @Test(.enabled(if: PublicScripts.folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func publicTemplatesHaveNoErrors() throws {
    var incomplete = 0
    for script in try PublicScripts.all() {
      let kinds: [String: TemplateKind] = ["TAG": .tag, "MACRO": .variable, "CLIENT": .client]
      let check = ScriptCheck(
        try Program(parsing: script.code), kind: kinds[script.type], permissions: script.permissions
      )
      let errors = check.findings().filter { $0.severity == .error }
      let others = errors.filter { $0.rule != "missing-permission" }
      #expect(others.map { "\($0.position) \($0.message)" } == [], "\(script.name)")
      if errors.count > others.count { incomplete += 1 }
    }
    // One of them uses a storage and the container's version without declaring either.
    #expect(incomplete <= 1)
  }
}
