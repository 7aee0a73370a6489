import Testing

@testable import SandboxedJS

/// Scripts that once did, or easily could, crash, hang or fill the memory, each with its outcome.
@Suite struct HostileScriptTests {
  /// Sends a script through all that a template's code goes through, and says how it ended.
  static func outcome(
    of source: String, limits: RunLimits = RunLimits(steps: 2_000_000, memory: 128 << 20)
  ) -> String {
    do throws(SyntaxError) {
      let program = try Program(parsing: source)
      for style in [ScriptStyle.readable, .compact] {
        let again = try Program(parsing: program.text(style))
        #expect(again == program, "\(source.prefix(1_000))")
      }
      _ = ScriptCheck(program, kind: .client, permissions: []).findings()
      _ = program.permissionNeeds()
      let script = try CompiledScript(template: program)
      switch TemplateRun(script, kind: .client, limits: limits).outcome {
      case .returned(let value): return String(value.description.prefix(60))
      case .failed(let failure): return String(failure.message.prefix(100))
      }
    } catch {
      return "refused \(error)"
    }
  }

  private static func many(_ text: String, _ count: Int = 30_000) -> String {
    String(repeating: text, count: count)
  }

  private static func numbered(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined(separator: ",")
  }

  private static let unclosed =
    "this string has no end on its line; write '\\n' for a line break"

  static let oddTexts: [(source: String, outcome: String)] = [
    ("", "undefined"),
    ("\0", "refused 1:1: a control character cannot stand here"),
    ("return 'a\0b'.length", "3"),
    ("// \0\nreturn 1", "1"),
    ("\u{FEFF}return 1", "1"),
    ("return 1\u{2028}+ 1", "2"),
    ("return\u{A0}1\u{3000}+\u{2003}1", "2"),
    ("return '\u{FFFF}\u{10FFFF}'.length", "3"),
    ("const größe = 1; return größe", "1"),
    ("return '\\ud83d'.length", "1"),
    ("return '\\ud83d' + '\\ude00' === '😀'", "true"),
    ("return '\\ude00\\ud83d'.split('')", "[\"\u{FFFD}\", \"\u{FFFD}\"]"),
    ("'\\", "refused 1:1: " + unclosed), ("'\\u00", "refused 1:1: " + unclosed),
    ("return '" + many("a"), "refused 1:8: " + unclosed),
    ("/*" + many("*"), "refused 1:1: this comment has no end; write '*/'"),
    (many("\n") + "return a(", "refused 30001:10: expected a value, found the end of the script"),
  ]

  static let oddNumbers: [(source: String, outcome: String)] = [
    ("return " + many("9"), "Infinity"), ("return 0." + many("0") + "1", "0"),
    ("return 1e" + many("9"), "Infinity"), ("return 1e-" + many("9"), "0"),
    ("return 0x" + many("f"), "Infinity"), ("return 2.4703282292062327e-324", "0"),
    ("return 2.4703282292062328e-324", "5e-324"),
    ("return 9007199254740993", "9007199254740992"),
    ("return require('makeNumber')('" + many("9") + "')", "Infinity"),
    ("return require('makeInteger')('1e400')", "Infinity"),
    ("return (255).toString(36) + (1e300).toString(2).length", "\"73997\""),
    ("return [1][-0] + [1][1e21]", "NaN"),
  ]

  static let oddNames: [(source: String, outcome: String)] = [
    ("const \(many("a")) = 1; return \(many("a"))", "1"),
    ("return {\(many("a")): 1}.\(many("a"))", "1"),
    (
      "return [{}.__proto__, [].constructor, 'a'.prototype, {}.valueOf]",
      "[undefined, undefined, undefined, undefined]"
    ),
    ("const o = {__proto__: 1}; return o.hasOwnProperty('__proto__')", "true"),
    ("return {}.constructor('1')", "TypeError: Object has no 'constructor' property."),
    ("let a = a; return a", "undefined"),
    ("const f = () => b; f(); const b = 1; return f()", "1"),
    ("function f() { return 1 } function f() { return 2 } return f()", "2"),
    ("const f = (a, a) => a; return f(1, 2)", "2"),
    (
      "const arguments = 1; return arguments",
      "refused 1:7: 'arguments' cannot be the name of a variable"
    ),
    (
      "const undefined = 1; return undefined",
      "refused 1:7: 'undefined' cannot be the name of a variable"
    ),
    ("const data = 1; return data", "1"),
    ("const f = () => f; return f()()()() === f", "true"),
  ]

  static let large: [(source: String, outcome: String)] = [
    (many("a;", 10_000), "undefined"),
    ("return [\(numbered(20_000) { "\($0)" })].length", "20000"),
    ("return [\(numbered(20_000) { "'\($0)'" })].length", "20000"),
    (
      "return {\(numbered(70_000) { "a: \($0)" })}.a",
      "refused 1:1: this script uses too many properties by name"
    ),
    (
      "let \(numbered(70_000) { "a\($0)" });",
      "refused 1:1: this function is too large; split it"
    ),
    (
      "const f = function() { return arguments.length }; return f(\(numbered(300) { "\($0)" }))",
      "300"
    ),
    (
      "return [].push(\(numbered(300) { "\($0)" }))",
      "refused 1:11: a method can be given at most 255 arguments"
    ),
    ("const f = (\(numbered(300) { "a\($0)" })) => a299; return f()", "undefined"),
    ("return [\(many("()=>0,", 5_000))].length", "5000"),
    ("switch (1) {\(many("case 2: ", 5_000))default: return 3}", "3"),
    (many("for (;;) {", 50) + "return 1" + many("}", 50), "1"),
  ]

  /// Groups of scripts; a run's output names the group, and not the scripts, which are long.
  enum Group: CaseIterable {
    case oddTexts, oddNumbers, oddNames, large

    var cases: [(source: String, outcome: String)] {
      switch self {
      case .oddTexts: HostileScriptTests.oddTexts
      case .oddNumbers: HostileScriptTests.oddNumbers
      case .oddNames: HostileScriptTests.oddNames
      case .large: HostileScriptTests.large
      }
    }
  }

  @Test(arguments: Group.allCases)
  func sourcesEndInTheirOutcome(group: Group) {
    for (source, outcome) in group.cases {
      #expect(Self.outcome(of: source) == outcome, "\(source.prefix(100))")
    }
  }

  private static let memory = "the script needs more memory than it may have"

  /// What is done to a text of so many characters.
  static let longTexts: [(length: Int, expression: String, outcome: String)] = [
    (1_000_000, "s.toUpperCase().indexOf('b')", "-1"),
    (10_000_000, "s.split('')", memory),
    (10_000_000, "s.replace('a', s).length", "19999999"),
    (1_000_000, "s * 1", "NaN"),
    (1_000_000, "s.match('b')", "null"),
    (1_000_000, "s.match(s)", "SyntaxError: Invalid regular expression '\(many("a", 59))"),
    (1_000_000, "({})[s]()", "TypeError: Object has no '\(many("a", 74))"),
    (1_000_000, "createRegex(s)", "null"),
    (1_000_000, "[s, s, s].join([s, s, s].join(s)).length", "13000000"),
    (1_000_000, "computeEffectiveTldPlusOne(s)", "\"\""),
    (100_000, "s.split(s).length", "2"), (100_000, "s.replace(s, '$&$&').length", "200000"),
    (100_000, "s.match('a+$')[0].length", "100000"), (100_000, "s.match('(a|b)*c')", "null"),
    (100_000, "s.match('(?=.*b)a')", "a pattern takes too long to search this text"),
    (100_000, "JSON.parse('\"' + s + '\"').length", "100000"),
    (100_000, "JSON.parse(s)", "undefined"),
    (100_000, "JSON.stringify([s, s]).length", "200007"), (100_000, "({})[s]", "undefined"),
    (100_000, "[1][s]", "undefined"), (100_000, "toBase64(s).length", "133336"),
    (100_000, "fromBase64(s).length", "75000"), (100_000, "encodeUriComponent(s).length", "100000"),
    (100_000, "decodeUriComponent(s).length", "100000"), (100_000, "parseUrl(s)", "undefined"),
    (100_000, "parseUrl('https://' + s).host.length", "100000"),
    (100_000, "parseUrl('https://a/' + s).pathname.length", "100001"),
    (100_000, "sha256Sync(s).length", "44"), (100_000, "getEventData(s)", "undefined"),
    (100_000, "setCookie(s, s)", "undefined"), (100_000, "makeNumber(s)", "NaN"),
  ]

  @Test func longTextsEndInTheirOutcome() {
    let apis = [
      "JSON", "makeNumber", "toBase64", "fromBase64", "encodeUriComponent", "decodeUriComponent",
      "parseUrl", "computeEffectiveTldPlusOne", "createRegex", "sha256Sync", "getEventData",
      "setCookie",
    ].map { "const \($0) = require('\($0)');" }.joined()
    for (length, expression, outcome) in Self.longTexts {
      let text = "let s = 'a'; while (s.length < \(length)) s += s; s = s.slice(0, \(length));"
      let found = Self.outcome(of: apis + text + "return \(expression);")
      #expect(found == outcome, "\(expression) of \(length)")
    }
  }

  @Test(arguments: [
    "logToConsole(s)", "setCookie('a', s)", "setResponseHeader('a', s)", "sendPixelFromBrowser(s)",
    "sendHttpRequest('https://example.com/', {method: 'POST'}, s)", "createRegex('a' + n++)",
    "'x'.match('a' + n++)", "templateDataStorage.setItemCopy('a' + n++, s)", "logToConsole()",
  ])
  func whatARunLeavesBehindCountsAsItsMemory(call: String) {
    let name = call.prefix { $0.isLetter }
    let api = name.isEmpty ? "" : "const \(name) = require('\(name)');"
    let source =
      api + """
        let n = 0; let s = 'a'; while (s.length < 20000) s += s;
        while (true) \(call);
        """
    let limits = RunLimits(steps: .max, memory: 2 << 20)
    #expect(Self.outcome(of: source, limits: limits) == Self.memory)
  }
}
