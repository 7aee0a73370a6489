import Testing

@testable import SandboxedJS

/// What the parser accepts, and how it names what it does not.
@Suite struct ParserTests {
  @Test(
    "what the sandbox has is accepted",
    arguments: [
      "", ";", "return", "return 1;", "const a = 1, b = 2\nlet c\nvar d = c",
      "if (a) b(); else if (c) d(); else { e(); }",
      "for (let i = 0, n = a.length; i < n; i++) { continue; }", "for (;;) break",
      "for (const k in o) f(k)", "for (var v of list) { f(v); }", "for (k in o) {}",
      "for (o.k in p) {}", "while (a) a = b(a)",
      "switch (a) { case 1: case 2: b(); break; default: c() }",
      "function f(a, b,) { return arguments.length; }", "const f = function g() { g(); };",
      "const f = (a, b) => a + b, g = x => ({ a: x }), h = () => {};",
      "a = b ? c : d ? e : f", "a.b.c[d](e)(f).default.catch(g)", "a++; --a; a += b",
      "x = { a: 1, 'b c': 2, 3: 4, 0x10: 5, if: 6, }", "x = [1, 2, 3,]",
      "x = typeof a === 'string' && !b || ~c & d | e ^ f << g >> h >>> i",
      "x = a / b / c % d * e - -f", "x = 1. + .5 + 1e3 + 1.5E-3 + 0xFF",
      "x = 'a\\n\\x41\\u0042\\'' + \"\\\"\"", "a\n++b", "x = a\n(b)", "{ a } b",
      "// comment\n/* another */ a /* b */ // c", "const of = 1; of; async = 2", "({}).a",
      "for (const x of of) {}", "if (a) {} else {}", "a;;b",
    ])
  func accepted(source: String) throws {
    _ = try Program(parsing: source)
  }

  @Test(
    "what the sandbox does not have is named, with its place and what to write instead",
    arguments: [
      ("a = `b`", "1:5: sandboxed JavaScript has no template literals; join strings with '+'"),
      ("\n f(...a)", "2:4: sandboxed JavaScript has no spread and rest syntax; "),
      ("const {a} = b", "1:7: sandboxed JavaScript has no destructuring; "),
      ("[a, b] = c", "1:1: sandboxed JavaScript has no destructuring; "),
      ("f = ({a}) => a", "1:6: sandboxed JavaScript has no destructuring; "),
      ("class A {}", "1:1: sandboxed JavaScript has no classes; "),
      ("a = new B()", "1:5: sandboxed JavaScript has no 'new'; "),
      ("a = this.b", "1:5: sandboxed JavaScript has no 'this'; "),
      ("try { a() } catch (e) {}", "1:1: sandboxed JavaScript has no 'try', 'catch' and"),
      ("throw 'a'", "1:1: sandboxed JavaScript has no 'throw'; "),
      ("a = /b/g", "1:5: sandboxed JavaScript has no regular expression literals; "),
      ("a?.b", "1:2: sandboxed JavaScript has no optional chaining; "),
      ("a = b ?? c", "1:7: sandboxed JavaScript has no '??'; "),
      ("a -= 1", "1:3: sandboxed JavaScript has no '-='; write 'a = a - …'"),
      ("a >>>= 1", "1:3: sandboxed JavaScript has no '>>>='; "),
      ("a = b ** c", "1:7: sandboxed JavaScript has no '**'; "),
      ("x = {a}", "1:6: sandboxed JavaScript has no shorthand properties; write 'a: a'"),
      ("x = {[a]: 1}", "1:6: sandboxed JavaScript has no computed keys; "),
      ("x = {a() {}}", "1:6: sandboxed JavaScript has no methods in object literals; "),
      ("x = {get a() {}}", "1:6: sandboxed JavaScript has no getters and setters; "),
      ("function f(a = 1) {}", "1:14: sandboxed JavaScript has no default parameters; "),
      ("function* f() {}", "1:9: sandboxed JavaScript has no generators; "),
      ("async function f() {}", "1:1: sandboxed JavaScript has no asynchronous functions; "),
      ("a = await b", "1:5: sandboxed JavaScript has no 'await'; "),
      ("delete a.b", "1:1: sandboxed JavaScript has no 'delete'; use the 'Object' API"),
      ("void 0", "1:1: sandboxed JavaScript has no 'void'; write 'undefined'"),
      ("if ('a' in b) {}", "1:9: "),
      ("a instanceof b", "1:3: sandboxed JavaScript has no 'instanceof'; "),
      ("do {} while (a)", "1:1: sandboxed JavaScript has no 'do … while'; use 'while'"),
      ("a: for (;;) {}", "1:1: sandboxed JavaScript has no labels; "),
      ("for (;;) { break a }", "1:18: sandboxed JavaScript has no labels; "),
      ("a = 1, b = 2", "1:6: sandboxed JavaScript has no comma operator; "),
      ("a = +b", "1:5: sandboxed JavaScript has no unary '+'; use the 'makeNumber' API"),
      ("a = 10n", "1:5: sandboxed JavaScript has no BigInt numbers; "),
      ("a = 1_000", "1:5: sandboxed JavaScript has no separators in numbers; "),
      ("a = 010", "1:5: sandboxed JavaScript has no octal and binary numbers; "),
      ("import a from 'b'", "1:1: sandboxed JavaScript has no modules; "),
      ("debugger", "1:1: sandboxed JavaScript has no 'debugger'; "),
      ("with (a) {}", "1:1: sandboxed JavaScript has no 'with'; "),
    ])
  func rejected(source: String, message: String) {
    let error = #expect(throws: SyntaxError.self) { try Program(parsing: source) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test(
    "what is no JavaScript is an error at its place",
    arguments: [
      ("a b", "1:3: expected ';' or a new line, found 'b'"),
      ("a = ", "1:5: expected a value, found the end of the script"),
      ("f(a", "1:4: expected ')' after the arguments, found the end of the script"),
      ("{", "1:2: expected '}', found the end of the script"),
      ("a = 'b\n'", "1:5: this string has no end on its line; write '\\n' for a line break"),
      ("a\n/* b", "2:1: this comment has no end; write '*/'"),
      ("\u{FEFF}ä = 'ö' é", "1:9: expected ';' or a new line, found 'é'"),
      ("a =\u{2028}b c", "2:3: expected ';' or a new line, found 'c'"),
      ("'\\\n' a", "2:3: expected ';' or a new line, found 'a'"),
      ("const a", "1:7: 'const a' needs a value"),
      ("for (const a;;) {}", "1:12: 'const a' needs a value"),
      ("1 = 2", "1:1: only a variable or a property can be assigned to"),
      ("a()++", "1:1: only a variable or a property can be incremented"),
      ("undefined = 1", "1:1: 'undefined' cannot be assigned to"),
      ("break", "1:1: 'break' can only stand in a loop or a 'switch'"),
      ("for (;;) { f = () => { continue; }; }", "1:24: 'continue' can only stand in a loop"),
      ("else a", "1:1: 'else' has no 'if' before it"),
      ("[1,,2]", "1:4: a value is missing before ','; write 'undefined'"),
      ("3px", "1:2: a number ends here, but a letter follows; put a space or an operator between"),
      ("'\\u12'", "1:1: '\\u' in this string needs four hexadecimal digits"),
      ("a = \u{0}", "1:5: a control character cannot stand here"),
      ("switch (a) { default: default: }", "1:23: this 'switch' has two 'default' cases"),
      ("if (a) const b = 1", "1:8: a declaration cannot stand here alone; put it into '{ … }'"),
    ])
  func malformed(source: String, message: String) {
    let error = #expect(throws: SyntaxError.self) { try Program(parsing: source) }
    #expect(error?.description == message)
  }

  @Test(
    "deep nesting is an error, not a crash",
    arguments: [
      "(", "[", "{", "a(", "a[", "!", "- ", "{a:", "a=>", "a=", "x={a:", "function f(){",
      "if(a)", "while(a)", "for(;;)", "switch(a){case 1:", "a?", "a?b:", "f(function(){", "++",
      "if(a){}else ",
    ])
  func deep(opening: String) {
    let source = String(repeating: opening, count: 100_000)
    #expect(throws: SyntaxError.self) { try Program(parsing: source) }
  }

  @Test(
    "long chains are an error before the tree gets too deep",
    arguments: ["+a", ".a", "[0]", "()", "&&a", "||a", "<a", "?a:b"])
  func chains(link: String) throws {
    _ = try Program(parsing: "a" + String(repeating: link, count: 100))
    let error = #expect(throws: SyntaxError.self) {
      try Program(parsing: "a" + String(repeating: link, count: 10_000))
    }
    #expect(error?.message.hasPrefix("this nests deeper than") == true)
  }

  @Test("operators bind as in JavaScript")
  func precedence() throws {
    let pairs = [
      ("a + b * c", "a + (b * c)"), ("a - b - c", "(a - b) - c"),
      ("a || b && c", "a || (b && c)"), ("a === b & c", "(a === b) & c"),
      ("a | b ^ c & d", "a | (b ^ (c & d))"), ("a << b + c", "a << (b + c)"),
      ("a < b == c > d", "(a < b) == (c > d)"), ("a = b = c", "a = (b = c)"),
      ("a ? b : c ? d : e", "a ? b : (c ? d : e)"), ("!a.b(c)", "!(a.b(c))"),
      ("-a * b", "(-a) * b"), ("typeof a == b", "(typeof a) == b"),
      ("x => x ? a : b", "x => (x ? a : b)"), ("a += b ? c : d", "a += (b ? c : d)"),
    ]
    for (left, right) in pairs {
      #expect(try Program(parsing: left) == Program(parsing: right), "\(left)")
    }
  }

  @Test("comments are kept with their place")
  func comments() throws {
    let program = try Program(parsing: "// a\nx = 1; /* b\n*/ y = 2 // ü c\n  // d")
    #expect(
      program.comments == [
        Comment(
          text: " a", isBlock: false, isFirstOnLine: true, position: .init(line: 1, column: 1)),
        Comment(
          text: " b\n", isBlock: true, isFirstOnLine: false, position: .init(line: 2, column: 8)),
        Comment(
          text: " ü c", isBlock: false, isFirstOnLine: false, position: .init(line: 3, column: 10)),
        Comment(
          text: " d", isBlock: false, isFirstOnLine: true, position: .init(line: 4, column: 3)),
      ])
  }

  @Test("literals have their values")
  func literals() throws {
    let values: [(String, SandboxedJS.Expression.Kind)] = [
      ("1.", .number(1)), (".5", .number(0.5)), ("1.5e-3", .number(0.0015)),
      ("0xfF", .number(255)), ("1e400", .number(.infinity)), ("1.e2", .number(100)),
      ("'\\x41\\u00e9\\u{1F600}\\\n.'", .string("Aé😀.")), ("'\\ud83d\\ude00'", .string("😀")),
      ("'\\ud83d'", .illFormedString([0xD83D])), ("'\\0'", .string("\0")), ("'é'", .string("é")),
    ]
    for (source, kind) in values {
      let program = try Program(parsing: source)
      #expect(
        program.statements == [
          Statement(
            .expression(.init(kind, at: .init(line: 1, column: 1))), at: .init(line: 1, column: 1))
        ], "\(source)")
    }
  }
}
