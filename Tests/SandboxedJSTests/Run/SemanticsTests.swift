import Testing

@testable import SandboxedJS

/// What scripts mean, case by case.
@Suite struct SemanticsTests {
  @Test(
    "expressions have the values that they have in JavaScript",
    arguments: [
      ("1 + 2 * 3", "7"), ("'a' + 1 + 2", "\"a12\""), ("1 + 2 + 'a'", "\"3a\""),
      ("0.1 + 0.2", "0.30000000000000004"), ("-7 % 3", "-1"), ("7 % -3", "1"), ("5 % 0", "NaN"),
      ("1 / 0", "Infinity"), ("-1 / 0", "-Infinity"), ("0 / 0 === 0 / 0", "false"),
      ("'5' * '4'", "20"), ("'a' * 1", "NaN"), ("null + 1", "1"), ("undefined + 1", "NaN"),
      ("true + true", "2"), ("[] + []", "\"\""), ("[1, 2] + ''", "\"1,2\""),
      ("({}) + ''", "\"[object Object]\""),
      ("1 < 2", "true"), ("'10' < '9'", "true"), ("'10' < 9", "false"), ("null >= 0", "true"),
      ("undefined < 1", "false"), ("!(undefined >= 1)", "true"), ("'b' > 'a'", "true"),
      ("1 == '1'", "true"), ("null == undefined", "true"), ("null == 0", "false"),
      ("'' == 0", "true"), ("true == '1'", "true"), ("[1] == 1", "true"), ("[1] == '1'", "true"),
      ("[] == []", "false"), ("1 === '1'", "false"), ("'a' === 'a'", "true"),
      ("'a' + 'b' === 'ab'", "true"), ("0 === -0", "true"),
      ("5 & 3", "1"), ("5 | 3", "7"), ("5 ^ 3", "6"), ("~5", "-6"), ("1 << 31", "-2147483648"),
      ("1 << 32", "1"), ("-1 >> 1", "-1"), ("-1 >>> 0", "4294967295"), ("-1 >>> 28", "15"),
      ("4294967296.5 | 0", "0"), ("2147483648 | 0", "-2147483648"), ("'x' | 0", "0"),
      ("!0", "true"), ("!'a'", "false"), ("!!NaN", "false"), ("-'3'", "-3"), ("- -3", "3"),
      ("typeof 1", "\"number\""), ("typeof 'a'", "\"string\""), ("typeof null", "\"object\""),
      ("typeof undefined", "\"undefined\""), ("typeof [] + typeof {}", "\"objectobject\""),
      ("typeof log", "\"function\""), ("typeof (() => 1)", "\"function\""),
      ("typeof missing", "\"undefined\""), ("missing", "undefined"),
      ("true && 'a'", "\"a\""), ("0 || 'a'", "\"a\""), ("'' && 'a'", "\"\""),
      ("1 ? 2 : 3", "2"), ("'' ? 2 : 3", "3"), ("1 ? 0 ? 1 : 2 : 3", "2"),
      ("[1, 'a', [null]]", "[1, \"a\", [null]]"), ("[].length", "0"),
      ("({a: 1, 'b': 2, 3: 4, a: 5})", "{3: 4, a: 5, b: 2}"),
      ("'abc'[1]", "\"b\""), ("'abc'[3]", "undefined"), ("'abc'.length", "3"),
      ("'abc'.x", "undefined"), ("(5).x", "undefined"), ("true.x", "undefined"),
      ("[1, 2]['length']", "2"), ("[1, 2]['1']", "2"), ("[1, 2]['01']", "undefined"),
      ("[1, 2][1.5]", "undefined"), ("[1, 2][-1]", "undefined"), ("({a: {b: 1}}).a.b", "1"),
      ("({'1.5': 2})[1.5]", "2"), ("({undefined: 2})[undefined]", "2"),
      ("'😀'.length", "2"), ("'a😀b'.charAt(3)", "\"b\""), ("'é' + 'a' === 'éa'", "true"),
      ("1e21 + ''", "\"1e+21\""), ("123456789012345680000 + ''", "\"123456789012345680000\""),
      ("-0 + ''", "\"0\""), ("0.000001 + ''", "\"0.000001\""), ("1e-7 + ''", "\"1e-7\""),
    ])
  func expression(source: String, value: String) throws {
    #expect(try Evaluation.text("return \(source)") == value)
  }

  @Test(
    "statements do what they do in JavaScript",
    arguments: [
      ("let s = 0; for (let i = 0; i < 5; i++) { if (i === 3) continue; s += i; } return s", "7"),
      ("let s = ''; for (const k in {b: 1, a: 2, 1: 3}) s += k; return s", "\"1ba\""),
      ("let s = ''; for (const k in [5, 6]) s += k; return s", "\"01\""),
      ("let s = ''; for (const k in 'ab') s += k; return s", "\"01\""),
      ("let s = 0; for (const v of [1, 2, 3]) s += v; return s", "6"),
      ("let s = ''; for (const c of 'a😀') s += c + '.'; return s", "\"a.😀.\""),
      ("const a = [1]; let n = 0; for (const v of a) { if (n++ < 3) a.push(v); } return n", "4"),
      ("const o = {a: 1}; for (const k in o) { o.b = 1; } return o", "{a: 1, b: 1}"),
      ("let i = 0; while (true) { if (++i > 4) break; } return i", "5"),
      ("let i = 3; while (i--) {} return i", "-1"),
      ("for (var i = 0; i < 3; i++) {} return i", "3"),
      (
        "const f = []; for (let i = 0; i < 3; i++) f.push(() => i); return f.map(g => g())",
        "[0, 1, 2]"
      ),
      (
        "const f = []; for (var i = 0; i < 3; i++) f.push(() => i); return f.map(g => g())",
        "[3, 3, 3]"
      ),
      (
        "const f = []; for (let i = 0; i < 3; i++) { f.push(() => i); i++; } return f.map(g => g())",
        "[1, 3]"
      ),
      (
        "const f = []; for (const k in {a: 1, b: 2}) f.push(() => k); return f.map(g => g())",
        "[\"a\", \"b\"]"
      ),
      (
        "const f = []; for (const v of [1, 2]) { let w = v * 2; f.push(() => w); } return f.map(g => g())",
        "[2, 4]"
      ),
      (
        "switch (2) { case 1: return 'a'; case 2: case 3: return 'b'; default: return 'c' }",
        "\"b\""
      ),
      ("let s = ''; switch (2) { default: s += 'd'; case 1: s += 1; } return s", "\"d1\""),
      (
        "let s = ''; switch (1) { case 1: s += 1; case 2: s += 2; break; case 3: s += 3 } return s",
        "\"12\""
      ),
      (
        "let s = 0; for (let i = 0; i < 4; i++) { switch (i) { case 1: continue; case 2: break; } s += i; } return s",
        "5"
      ),
      ("switch ('1') { case 1: return 'n'; } return 's'", "\"s\""),
      ("switch (1) { case 0: let x = 5; case 1: return x }", "undefined"),
      ("return f(); function f() { return 1 }", "1"),
      ("return f(); function f() { return 1 } function f() { return 2 }", "2"),
      ("return x; var x = 1", "undefined"), ("let r = x; let x = 1; return r", "undefined"),
      ("if (true) { let a = 1; } return typeof a", "\"undefined\""),
      ("if (true) { var a = 1; } return a", "1"),
      ("let a = 1; { let a = 2; } return a", "1"),
      ("let a = 1; const f = () => a; a = 2; return f()", "2"),
      ("const o = {}; o.a = o.b = 3; return o", "{b: 3, a: 3}"),
      ("let a = 1; a += 2; a += 'x'; return a", "\"3x\""),
      ("let a = 5; return [a++, a, ++a, a--, --a]", "[5, 6, 7, 7, 5]"),
      ("const o = {n: 1}; o.n++; o['n'] += 5; ++o.n; return [o.n--, o.n]", "[8, 7]"),
      ("let a = '5'; a++; return a", "6"), ("let i = 1; i = i++; return i", "1"),
      ("let a = 1; return a + (a = 5) + a", "11"), ("let a = 1; a += (a = 5); return a", "6"),
      ("let a = 2; a = a || 3; let b = 0; b = null || b; return [a, b]", "[2, 0]"),
      ("let a = [1]; return [a[0], a[0] = 2, a[0]]", "[1, 2, 2]"),
      ("let x = {n: 1}; let y = x; x = x.n = 5; return [x, y]", "[5, {n: 5}]"),
      ("let x = {n: 1}; let y = x; x = x.n++; return [x, y]", "[1, {n: 2}]"),
      ("let x = {n: 1}; let y = x; x = x.n += 2; return [x, y]", "[3, {n: 3}]"),
      (
        "function f(a, b) { return arguments.length + ':' + arguments[2] + ':' + b } return f(1, 2, 3)",
        "\"3:3:2\""
      ),
      ("function f(a, b) { return b } return f(1)", "undefined"),
      ("function f() { return (function() { return arguments[0] })(8) } return f(7)", "8"),
      ("const f = function g(n) { return n ? n * g(n - 1) : 1 }; return f(5)", "120"),
      ("const f = (a) => ({v: a}); return f(1)", "{v: 1}"),
      ("function f() {} return f()", "undefined"), ("return", "undefined"), ("", "undefined"),
      ("const add = a => b => a + b; return add(1)(2)", "3"),
      ("let n = 0; const inc = () => { n++; return n }; inc(); inc(); return n", "2"),
      ("function f(a) { const g = () => { a++; return a }; g(); return a } return f(1)", "2"),
      ("const o = {f: function(x) { return x + 1 }}; return o.f(1) + o['f'](2)", "5"),
      ("const f = () => 1; f.a = 2; return f.a", "2"),
      ("const a = [1, 2, 3]; a.length = 1; a[3] = 4; return a", "[1, undefined, undefined, 4]"),
      ("const a = []; a['2'] = 1; a.x = 5; return [a.length, a.x]", "[3, 5]"),
      ("let c = 0; const o = {}; o[c++] = c; return o", "{0: 1}"),
      ("const s = 'abc'; s.x = 1; s[0] = 'z'; return s", "\"abc\""),
    ])
  func statements(source: String, value: String) throws {
    #expect(try Evaluation.text(source) == value)
  }

  @Test(
    "what the sandbox forbids ends the run with its wording and place",
    arguments: [
      ("let a; a.b", "TypeError: cannot access property of undefined. (template:1:10)"),
      ("let a = null\nreturn a.b", "TypeError: cannot access property of null. (template:2:10)"),
      ("let a; a[0]", "TypeError: cannot access property of undefined. (template:1:10)"),
      ("let a; a.b = 1", "TypeError: Can't set property b of undefined. (template:1:10)"),
      ("let a; a.b()", "TypeError: Can't read property b of undefined. (template:1:10)"),
      ("(5).toFixed(2)", "TypeError: 5.toFixed is not a function. (template:1:5)"),
      ("'a'.repeat(2)", "TypeError: repeat is not a function (template:1:5)"),
      ("[].find(1)", "TypeError: find is not a function (template:1:4)"),
      ("({}).x()", "TypeError: Object has no 'x' property. (template:1:6)"),
      ("({x: 1}).x()", "TypeError: x is not a function (template:1:10)"),
      ("missing()", "TypeError: undefined is not a function (template:1:1)"),
      ("const a = 1; a = 2", "TypeError: Assignment to constant variable 'a'. (template:1:14)"),
      ("a = 2", "ReferenceError: Attempting to assign to undefined value 'a'. (template:1:1)"),
      ("for (const a of 5) {}", "TypeError: The value is not iterable. (template:1:17)"),
      ("[].reduce((a, b) => a)", "TypeError: Reduce on List with no elements. (template:1:4)"),
      ("[1].map(5)", "TypeError: 5 is not a function (template:1:5)"),
      ("[1].map(() => null.x)", "TypeError: cannot access property of null. (template:1:20)"),
      ("[].length = -1", "RangeError: Invalid array length (template:1:4)"),
    ])
  func errors(source: String, message: String) throws {
    let run = try Evaluation(source)
    #expect(run.failure?.description == message)
  }

  @Test(
    "the methods of arrays and strings are those of the standard library",
    arguments: [
      ("[1, 2].concat([3], 4, [[5]])", "[1, 2, 3, 4, [5]]"),
      ("[1, 2, 3].every(x => x > 0)", "true"), ("[].every(x => false)", "true"),
      ("[1, 2, 3].filter((x, i) => i !== 1)", "[1, 3]"),
      ("[1, 2, 1].indexOf(1, 1)", "2"), ("[1, 2].indexOf('1')", "-1"),
      ("[0 / 0].indexOf(0 / 0)", "-1"), ("[1, 2, 1].lastIndexOf(1)", "2"),
      ("[1, 2, 1].lastIndexOf(1, -2)", "0"), ("[1, null, undefined, [2, 3]].join()", "\"1,,,2,3\""),
      ("[1, 2].join('')", "\"12\""), ("[1, 2].map((x, i, a) => x + i + a.length)", "[3, 5]"),
      ("[1].pop() + [].push(1, 2)", "3"), ("[1, 2, 3].reduce((a, b) => a + b)", "6"),
      ("[1, 2].reduce((a, b) => a + b, '')", "\"12\""),
      ("[1, 2].reduceRight((a, b) => a + b, '')", "\"21\""),
      ("[1, 2, 3].reverse()", "[3, 2, 1]"), ("[1, 2, 3].slice(-2)", "[2, 3]"),
      ("[1, 2, 3].slice(1, -1)", "[2]"), ("[1, 2].some(x => x === 2)", "true"),
      ("[10, 9, 1].sort()", "[1, 10, 9]"), ("[10, 9, 1].sort((a, b) => a - b)", "[1, 9, 10]"),
      ("[3, undefined, 1].sort()", "[1, 3, undefined]"), ("['b', undefined].toString()", "\"b,\""),
      ("[1, 2].hasOwnProperty(1)", "true"), ("[1, 2].hasOwnProperty('length')", "true"),
      ("({a: undefined}).hasOwnProperty('a')", "true"),
      ("({}).hasOwnProperty('toString')", "false"),
      ("({}).toString()", "\"[object Object]\""), ("(255).toString(16)", "\"ff\""),
      ("(0.5).toString(2)", "\"0.1\""), ("true.toString()", "\"true\""),
      ("'abc'.charAt(1) + 'abc'.charAt(9)", "\"b\""), ("'a'.concat('b', 1)", "\"ab1\""),
      ("'abcabc'.indexOf('c', 3)", "5"), ("'abc'.indexOf('')", "0"), ("'abc'.indexOf('', 9)", "3"),
      ("'abcabc'.lastIndexOf('c')", "5"), ("'abcabc'.lastIndexOf('c', 4)", "2"),
      ("'abc'.slice(-2, -1)", "\"b\""), ("'abc'.substring(2, 0)", "\"ab\""),
      ("'a,b,c'.split(',')", "[\"a\", \"b\", \"c\"]"), ("'a,b,c'.split(',', 2)", "[\"a\", \"b\"]"),
      ("'ab'.split('')", "[\"a\", \"b\"]"), ("''.split(',')", "[\"\"]"), ("''.split('')", "[]"),
      ("'ab'.split()", "[\"ab\"]"), ("' \\n a \\u00a0'.trim()", "\"a\""),
      ("'aBc'.toUpperCase() + 'aBc'.toLowerCase()", "\"ABCabc\""),
      ("'straße'.toUpperCase()", "\"STRASSE\""), ("'ÀΣ Σ'.toLowerCase()", "\"àς σ\""),
      ("'a1b22'.match('[0-9]+')", "[\"1\"]"), ("'abc'.match('x')", "null"),
      ("'key=val'.match('(\\\\w+)=(\\\\w+)')", "[\"key=val\", \"key\", \"val\"]"),
      ("'abc'.search('[b-c]')", "1"), ("'aaa'.replace('a', 'b')", "\"baa\""),
      ("'a.c'.replace('.', '[$&]')", "\"a[.]c\""),
      ("'abc'.replace('b', (m, i, s) => m + i + s)", "\"ab1abcc\""),
      ("'日本語'.slice(1)", "\"本語\""), ("'日本語'.indexOf('語')", "2"),
      ("'日本語'.match('本(.)')", "[\"本語\", \"語\"]"),
      ("'日本語'.search('語')", "2"),
    ])
  func methods(source: String, value: String) throws {
    #expect(try Evaluation.text("return " + source) == value)
  }
}
