import Testing

@testable import SandboxedJS

/// The APIs that only scenarios have, and what comes of a scenario.
@Suite struct ScenarioTests {
  private static let template = """
    const sendHttpRequest = require('sendHttpRequest');
    const getEventData = require('getEventData');
    const log = require('logToConsole');
    const JSON = require('JSON');
    if (data.fail) {
      data.gtmOnFailure();
    } else {
      const body = JSON.stringify({v: getEventData('value')});
      sendHttpRequest('https://example.com/', {method: 'POST'}, body)
        .then((r) => { log(r.statusCode); data.gtmOnSuccess(); }, data.gtmOnFailure);
    }
    return data.result;
    """

  private static func run(
    _ scenario: String, setup: String = "", template: String = Self.template,
    kind: TemplateKind = .tag
  ) throws -> ScenarioRun {
    let script = try CompiledScript(template: template, coversLines: true)
    return try ScenarioSuite(template: script, kind: kind, setup: setup).run(scenario)
  }

  @Test(
    "scenarios pass when their assertions hold",
    arguments: [
      "", "runCode({});  assertApi('gtmOnSuccess').wasCalled();",
      "runCode({fail: true}); assertApi('gtmOnFailure').wasCalled(); assertApi('gtmOnSuccess').wasNotCalled();",
      "mock('sendHttpRequest', () => require('Promise').create((ok, no) => no({reason: 'x'}))); runCode({}); assertApi('gtmOnFailure').wasCalledWith({reason: 'x'});",
      "mock('getEventData', 5); runCode({}); assertApi('sendHttpRequest').wasCalledWith('https://example.com/', {method: 'POST'}, '{\"v\":5}');",
      "mock('getEventData', (key) => key + '!'); runCode({}); assertApi('getEventData').wasCalledWith('value'); assertApi('getEventData').wasNotCalledWith('other');",
      "assertThat(runCode({result: 7})).isEqualTo(7);",
      "runCode(); runCode({fail: true}); assertApi('gtmOnSuccess').wasCalled(); assertApi('gtmOnFailure').wasCalled();",
      "mock('sendHttpRequest', (u, o, b) => ({then: (f) => f({statusCode: 204})})); runCode({}); assertApi('logToConsole').wasCalledWith(204);",
      "let later = 0; callLater(() => { later = 1; assertApi('gtmOnSuccess').wasCalled(); }); runCode({}); assertThat(later).isEqualTo(0);",
      "mock('requestMethod', 'x'); Promise.create(ok => ok(1)).then(v => assertThat(v).isEqualTo(1));",
      "const data = {gtmOnSuccess: () => { data.n = 1; }}; runCode(data); assertApi('gtmOnSuccess').wasCalled(); assertThat(data.n).isUndefined();",
    ])
  func passing(scenario: String) throws {
    let run = try Self.run(scenario)
    #expect(run.outcome == .passed)
  }

  @Test("setup and scenario share one scope, fresh for each scenario")
  func scope() throws {
    let setup = "let n = 0; const JSON = require('JSON'); function twice(x) { n++; return x * 2; }"
    let script = try CompiledScript(template: Self.template)
    let suite = try ScenarioSuite(template: script, kind: .tag, setup: setup)
    for _ in 0..<2 {
      let run = suite.run(
        "assertThat(twice(4)).isEqualTo(8); assertThat(n).isEqualTo(1); assertThat(helper()).isEqualTo('[]'); function helper() { return JSON.stringify([]); }"
      )
      #expect(run.outcome == .passed)
    }
  }

  @Test("a failed assertion says what it found, what it expected and where")
  func failing() throws {
    let run = try Self.run(
      "runCode({});\nassertApi('sendHttpRequest').wasCalledWith('https://other.example.com/');")
    guard case .failed(let failure) = run.outcome else {
      Issue.record("\(run.outcome)")
      return
    }
    #expect(
      failure.message
        == "expected 'sendHttpRequest' to be called with these arguments, but it was called once with others"
    )
    #expect(failure.actual == ["https://example.com/", ["method": "POST"], "{}"])
    #expect(failure.expected == ["https://other.example.com/"])
    #expect(failure.position(in: .scenario) == SourcePosition(line: 2, column: 30))
    #expect(failure.position(in: .template) == nil)
  }

  @Test("an error names the line in the template and the line in the scenario")
  func error() throws {
    let run = try Self.run(
      "\nstart();", setup: "const start = () => {\n  runCode(undefined);\n};",
      template: "const a = data.x;\nreturn a.b;")
    guard case .error(let failure) = run.outcome else {
      Issue.record("\(run.outcome)")
      return
    }
    #expect(failure.message == "TypeError: cannot access property of undefined.")
    #expect(failure.position(in: .template) == SourcePosition(line: 2, column: 10))
    #expect(failure.position(in: .setup) == SourcePosition(line: 2, column: 3))
    #expect(failure.position(in: .scenario) == SourcePosition(line: 2, column: 1))
  }

  @Test("an assertion in a callback of the template's promise ends the scenario")
  func assertionInCallback() throws {
    let run = try Self.run(
      "mock('logToConsole', () => fail('logged')); runCode({}); assertApi('x').wasCalled();")
    guard case .failed(let failure) = run.outcome else {
      Issue.record("\(run.outcome)")
      return
    }
    #expect(failure.message == "logged")
    #expect(failure.position(in: .template) == SourcePosition(line: 10, column: 20))
  }

  @Test("what the editor does not take is refused, with its place")
  func refused() throws {
    func refusal(_ scenario: String, setup: String = "") throws -> String {
      guard case .refused(let error, let part) = try Self.run(scenario, setup: setup).outcome else {
        return "not refused"
      }
      return "\(part.rawValue) \(error)"
    }
    #expect(try refusal("runCode(\n`x`)").hasPrefix("scenario 2:1: "))
    #expect(try refusal("runCode();\n  later = other;") == "scenario 2:3: 'later' is not declared")
    #expect(
      try refusal("check();", setup: "\nconst check = () => runCode(fields);")
        == "setup 2:29: 'fields' is not declared")
    #expect(
      try refusal("const fields = {}; check();", setup: "const check = () => runCode(fields);")
        == "not refused")
    #expect(try refusal("arguments;") == "scenario 1:1: 'arguments' is not declared")
    #expect(try refusal("callLater(() => runCode(data)); Promise;") == "not refused")
  }

  @Test("test code has an empty object as its 'data', which it may declare anew")
  func dataOfTests() throws {
    for scenario in [
      "assertThat(data).isEqualTo({}); data.a = 1; assertThat(runCode(data)).isUndefined();",
      "const data = {a: 2}; assertThat(data.a).isEqualTo(2);",
    ] {
      #expect(try Self.run(scenario).outcome == .passed, "\(scenario)")
    }
  }

  @Test("a tag's own completion callbacks are replaced and never called")
  func ownCallbacks() throws {
    let run = try Self.run(
      """
      let calls = 0;
      const own = () => { calls++; };
      runCode({gtmOnSuccess: own, gtmOnFailure: own});
      assertThat(calls).isEqualTo(0);
      assertApi('gtmOnSuccess').wasCalled();
      """, template: "data.gtmOnSuccess();", kind: .tag)
    #expect(run.outcome == .passed)
  }

  @Test(
    "what loads calls back after 'runCode'",
    arguments: [
      ("injectScript", "data.gtmOnSuccess, data.gtmOnFailure"),
      ("sendPixel", "data.gtmOnSuccess, data.gtmOnFailure"),
      ("injectHiddenIframe", "data.gtmOnSuccess"),
    ])
  func loadsLater(api: String, callbacks: String) throws {
    let suite = try ScenarioSuite(
      template: CompiledScript(
        template: "require('\(api)')('https://example.com/x', \(callbacks));"), kind: .tag)
    let run = suite.run(
      """
      runCode({});
      assertApi('\(api)').wasCalled();
      assertApi('gtmOnSuccess').wasNotCalled();
      callLater(() => { assertApi('gtmOnSuccess').wasCalled(); });
      """, environment: .scenario(.web))
    #expect(run.outcome == .passed)
  }

  @Test("a container that is not mocked is in debug mode")
  func debugMode() throws {
    let run = try Self.run(
      "assertThat(runCode({})).isTrue();",
      template: "return require('getContainerVersion')().debugMode;", kind: .variable)
    #expect(run.outcome == .passed)
  }

  @Test("lines that a scenario reached are known")
  func coverage() throws {
    let script = try CompiledScript(template: Self.template, coversLines: true)
    #expect(script.coverableLines == [1, 2, 3, 4, 5, 6, 8, 9, 10, 12])
    #expect(try Self.run("runCode({fail: true});").coveredLines == [1, 2, 3, 4, 5, 6, 12])
    #expect(
      try Self.run("runCode({});").coveredLines == [1, 2, 3, 4, 5, 8, 9, 10, 12])
  }

  @Test("objects can be mocked whole, and a mocked object API can be a function")
  func objects() throws {
    let template = """
      const BigQuery = require('BigQuery');
      const getType = require('getType');
      const q = getType(BigQuery) === 'function' ? BigQuery() : BigQuery;
      return q.insert({tableId: 't'}, [1]);
      """
    for scenario in [
      "mockObject('BigQuery', {insert: (t, rows) => rows.length});",
      "mock('BigQuery', () => ({insert: (t, rows) => rows.length}));",
    ] {
      let run = try Self.run(
        scenario + " assertThat(runCode({})).isEqualTo(1);", template: template, kind: .variable)
      #expect(run.outcome == .passed)
    }
  }

  @Test(
    "each matcher holds for what it names and for nothing else",
    arguments: [
      ("isUndefined()", "undefined", "null"), ("isDefined()", "null", "undefined"),
      ("isNull()", "null", "undefined"), ("isNotNull()", "0", "null"),
      ("isFalse()", "false", "0"), ("isTrue()", "true", "1"), ("isFalsy()", "''", "'a'"),
      ("isTruthy()", "[]", "0"), ("isNaN()", "0 / 0", "'a'"), ("isNotNaN()", "'a'", "0 / 0"),
      ("isInfinity()", "-1 / 0", "1"), ("isNotInfinity()", "1", "1 / 0"),
      ("isEqualTo({a: [1, {b: 2}]})", "{a: [1, {b: 2}]}", "{a: [1, {b: 3}]}"),
      ("isEqualTo({a: 1, b: 2})", "{b: 2, a: 1}", "{a: 1}"),
      ("isNotEqualTo([1])", "[2]", "[1]"), ("isEqualTo('1')", "'1'", "1"),
      ("isAnyOf(1, [2])", "[2]", "3"), ("isNoneOf(1, [2])", "3", "[2]"),
      ("isStrictlyEqualTo(1)", "1", "'1'"), ("isNotStrictlyEqualTo(1)", "'1'", "1"),
      ("isGreaterThan(1)", "2", "1"), ("isGreaterThanOrEqualTo(1)", "1", "0"),
      ("isLessThan(1)", "0", "1"), ("isLessThanOrEqualTo(1)", "1", "2"),
      ("contains('b')", "['a', 'b']", "['a']"), ("contains('b')", "'abc'", "'ac'"),
      ("contains({a: 1}, 2)", "[2, {a: 1}]", "[2]"), ("doesNotContain('b')", "'ac'", "'abc'"),
      ("containsExactly(1, 2)", "[2, 1]", "[1, 2, 3]"),
      ("doesNotContainExactly(1, 2)", "[1]", "[2, 1]"), ("hasLength(2)", "'ab'", "[1]"),
      ("isEmpty()", "[]", "'a'"), ("isNotEmpty()", "'a'", "[]"), ("isArray()", "[]", "{}"),
      ("isBoolean()", "false", "0"), ("isFunction()", "() => 1", "{}"),
      ("isNumber()", "0 / 0", "'1'"), ("isObject()", "{}", "null"), ("isString()", "''", "1"),
    ])
  func matchers(matcher: String, right: String, wrong: String) throws {
    let template = "return 1;"
    let passed = try Self.run("assertThat(\(right)).\(matcher);", template: template)
    #expect(passed.outcome == .passed)
    let failed = try Self.run("assertThat(\(wrong), 'note').\(matcher);", template: template)
    guard case .failed = failed.outcome else {
      Issue.record("\(matcher) held for \(wrong)")
      return
    }
  }

  @Test("every documented matcher is there, each once")
  func matcherCount() {
    #expect(ValueMatcher.all.count == 35)
    #expect(Set(ValueMatcher.all.map(\.name)).count == 35)
  }

  @Test("unmocked APIs are real or empty, so that a template runs without any mock")
  func unmocked() throws {
    let template = """
      const all = require('getAllEventData')();
      const version = require('getContainerVersion')();
      const cookie = require('getCookieValues')('x')[0];
      const header = require('getRequestHeader')('x');
      require('setCookie')('a', 'b'); require('setResponseStatus')(200); require('returnResponse')();
      return [all.x, version.debugMode, cookie, header, require('makeNumber')('3')];
      """
    let run = try Self.run(
      "assertThat(runCode({})).isEqualTo([undefined, true, undefined, undefined, 3]); assertApi('setCookie').wasCalledWith('a', 'b'); assertApi('returnResponse').wasCalled();",
      template: template, kind: .client)
    #expect(run.outcome == .passed)
    #expect(run.record.response.isSent)
  }
}
