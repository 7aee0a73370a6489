import TestSupport
import Testing

@testable import SandboxedJS

/// No script crashes, hangs or fills the memory: it ends with an answer or with a clear error.
@Suite struct LimitTests {
  @Test(
    "what never ends is ended by the limit that it reaches",
    arguments: [
      ("while (true) {}", RunFailure.Kind.steps), ("for (;;) {}", .steps),
      ("let i = 0; while (i < 10) { if (i) continue; }", .steps),
      ("const f = () => f(); f()", .callDepth),
      ("function f(n) { return g(n) + 1 } function g(n) { return f(n) } f(1)", .callDepth),
      ("const f = () => [1].map(f); f()", .callDepth),
      ("const f = () => [2, 1].sort(f); f()", .callDepth),
      ("const f = () => 'a'.replace('a', f); f()", .callDepth),
      ("let s = 'ab'; while (true) s += s;", .memory),
      ("let s = 'ab'; while (true) s = s.toUpperCase().toLowerCase() + s;", .memory),
      ("const a = []; while (true) a.push(a.length);", .memory),
      ("let a = [1]; while (true) a = a.concat(a);", .memory),
      ("const a = []; let k = ''; while (true) { k += 'k'; a.push({a: k + 1}); }", .memory),
      ("const o = {}; let n = 0; while (true) o['k' + n++] = n;", .memory),
      ("const a = []; a[3000000000] = 1;", .memory),
      ("const a = []; a.length = 4294967295;", .memory),
      ("const a = []; a.length = 1000000; a.join('xxxxxxxxxxxxxxxxxxxx')", .memory),
      ("const f = []; while (true) f.push(() => f);", .memory),
      ("let s = 'a'; for (let i = 0; i < 20; i++) s += s; while (true) s.split('');", .memory),
      ("let s = 'a'; for (let i = 0; i < 22; i++) s += s; for (;;) s.indexOf('b');", .steps),
      ("const a = []; a.length = 1000000; for (;;) a.indexOf(1);", .steps),
    ])
  func endless(source: String, kind: RunFailure.Kind) throws {
    let limits = RunLimits(steps: 3_000_000, callDepth: 500, memory: 16 << 20)
    let run = try Evaluation(source, limits: limits)
    #expect(run.failure?.kind == kind, "\(run.failure?.description ?? "no failure")")
  }

  #if canImport(Glibc)
    @Test("callbacks of callbacks nest deeper than any template needs, in every build")
    func nestedCallbacks() throws {
      let run = try Evaluation(
        """
        const nested = n => n ? [nested(n - 1)] : 1;
        const copy = value => value === 1 ? value : value.map(copy);
        log(copy(nested(24)).length)
        """)
      #expect(run.failure == nil, "\(run.failure?.description ?? "")")
      #expect(run.lines == ["1"])
    }
  #endif

  @Test("a limit on time ends what takes longer")
  func time() throws {
    let limits = RunLimits(steps: .max, seconds: 0.05)
    let run = try Evaluation("for (;;) {}", limits: limits)
    #expect(run.failure?.kind == .time)
  }

  @Test("a limit that is reached in a promise's callback still ends the run")
  func limitInPromise() throws {
    let script = try CompiledScript(
      template: """
        const Promise = require('Promise');
        Promise.create(done => done(1)).then(() => { for (;;) {} }).catch(() => 0);
        """)
    let run = TemplateRun(script, kind: .tag, limits: RunLimits(steps: 10_000))
    guard case .failed(let failure) = run.outcome else {
      Issue.record("\(run.outcome)")
      return
    }
    #expect(failure.kind == .steps)
  }

  @Test(
    "odd values and changes on the way end in an answer",
    arguments: [
      ("const a = []; a.push(a); return a.toString() + a.join('x') + '' + a", "\"\""),
      ("const a = [1]; a.push([a, 2]); return a + ''", "\"1,,2\""),
      ("const o = {}; o.o = o; return o + ''", "\"[object Object]\""),
      (
        "const a = [1, 2, 3]; return a.map((v) => { a.length = 0; return v })",
        "[1, undefined, undefined]"
      ),
      (
        "const a = [3, 1, 2]; a.sort((p, q) => { a.length = 0; return p - q }); return a",
        "[1, 2, 3]"
      ),
      ("const a = [3, 1, 2]; a.sort(() => 0 / 0); return a", "[3, 1, 2]"),
      (
        "const a = [1]; a.forEach(() => { for (let i = 0; i < 100; i++) a.push(i); }); return a.length",
        "101"
      ),
      ("const a = [1, 2]; return a.reduce((p, v) => { a.length = 0; return p + v })", "3"),
      (
        "return 'abc'.charAt(1e300) + 'abc'.slice(-1e300, 1e300) + 'abc'.substring(0 / 0, 1e99)",
        "\"abcabc\""
      ),
      (
        "return [1, 2].slice(-1e300, 1e300).length + [1].indexOf(1, 1e300) + [1].lastIndexOf(1, -1e300)",
        "0"
      ),
      ("return [1, 2, 3].splice(1e300, 1e300).length", "0"),
      ("return 1e300 | 0 + 1e300 >>> 1e300 + ~1e300 % 0", "0"),
      ("return (1e300 << 1e300) + (-1e300 >> 33) + (1 >>> -1)", "0"),
      (
        "const a = [1]; return a[1e300] === undefined && a[-1e300] === undefined && 'a'[1e300]",
        "undefined"
      ),
      ("const a = []; a[1e300] = 1; a[-1] = 2; a[0 / 0] = 3; return a.length", "0"),
      ("const a = [5]; return a.shift() + a.length + (a.shift() === undefined) + a.length", "6"),
      (
        "return '\\ud83d'.length + '\\ud83d' + 'x'.split('')[0] + '\\udc00\\ud800'.toUpperCase().length",
        "\"1\u{FFFD}x2\""
      ),
      ("return 'a\\u0000b'.length + 'a\\u0000b'.indexOf('\\u0000')", "4"),
      ("return 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.match('(a+)+$')", "null"),
      ("return (1e21).toString(36)", "\"5v1j4f4ds7c000\""),
      (
        "return 'x'.toString.length",
        "TypeError: cannot access property of undefined. (template:1:21)"
      ),
    ])
  func odd(source: String, value: String) throws {
    let text = try Evaluation.text(source)
    #expect(text == value)
  }

  @Test("values deeper than any script needs are an error or left out, not a crash")
  func deepValues() throws {
    let build = "let a = []; for (let i = 0; i < 100000; i++) a = [a]; "
    let joined = try Evaluation(build + "return a + ''")
    #expect(joined.failure?.kind == .callDepth)
    #expect(try Evaluation(build + "return a").failure == nil)
    let script = try CompiledScript(
      template: build + "return require('JSON').stringify(a)")
    guard case .failed(let failure) = TemplateRun(script, kind: .variable).outcome else {
      Issue.record("deep JSON was written")
      return
    }
    #expect(failure.kind == .callDepth)
  }

  @Test("the same limits end the same run at the same place")
  func repeatable() throws {
    let source = "let i = 0; const a = []; while (true) { a.push({i: i++}); }"
    let limits = RunLimits(steps: 100_000, memory: 8 << 20)
    let runs = try (0..<3).map { _ in try Evaluation(source, limits: limits).failure }
    #expect(runs[0] != nil)
    #expect(Set(runs).count == 1)
  }

  @Test("mutated scripts are refused, or printed, checked and run to an end")
  func mutated() {
    let source = """
      const f = (a, b) => { let s = 0; for (let i = 0; i < a.length; i++) { s += a[i] * b; } return s; };
      const o = {x: [1, 2, 3], y: 'text', z: {w: null}};
      switch (o.y.charAt(1)) { case 'e': log(f(o.x, 2)); break; default: log('no'); }
      for (const k in o) { if (typeof o[k] === 'string') { log(o[k].split('').map(c => c + k).join('-')); } }
      return o.z && o.z.w ? 1 : [o.x.reduce((p, q) => p + q, 0), o.y.match('t(.)'), -o.x[1] % 2];
      """
    let pieces = [
      "{", "}", "(", ")", "[", "]", "=>", ";", ",", "'", ".", "0", "-", "function", "return", "for",
      "while (1)", "length", "undefined", "\u{0}", "é", "/*", "1e999", "++", "a",
    ]
    var random = SeededGenerator(seed: 7)
    let limits = RunLimits(steps: 20_000, memory: 4 << 20)
    for _ in 0..<1_500 {
      var bytes = Array(source)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &random))
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        bytes.replaceSubrange(start..<end, with: Array(piece))
      }
      do throws(SyntaxError) {
        _ = try Program(parsing: String(bytes))
      } catch {
        #expect(error.position.line <= 8)
        continue
      }
      _ = HostileScriptTests.outcome(of: String(bytes), limits: limits)
    }
  }
}
