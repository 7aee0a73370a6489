import JavaScriptEngines
import TestSupport
import Testing

@testable import SandboxedJS

/// Tag Manager has one kind of function: an arrow function has its own `arguments`, which JavaScript takes from the function
/// around it. So an engine gets each program with `function` in the place of its arrows.
@Suite struct ArrowArgumentsTests {
  @Test(
    "an arrow function has its own 'arguments', like an engine's 'function'",
    .enabled(if: Node.isInstalled, "node is not installed"))
  func programsAgreeWithAnEngine() throws {
    let seeds: Range<UInt64> = 0..<2_000
    let answers = try Node.map(
      seeds.map { FunctionsWithArguments(seed: $0, hasArrows: false).text }, to: String.self,
      with: "return JSON.stringify(new Function(input)());")
    for (seed, answer) in zip(seeds, answers) {
      let program = FunctionsWithArguments(seed: seed, hasArrows: true).text
      let script =
        "const JSON = require('JSON'); return JSON.stringify((() => {\n\(program)\n})());"
      let run = TemplateRun(try CompiledScript(template: script), kind: .variable)
      #expect(run.outcome == .returned(.string(answer)), "seed \(seed):\n\(program)")
    }
  }

  @Test("an arrow function that is called at once does what it does with parentheses around it")
  func calledAtOnce() throws {
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let body = FunctionsWithArguments(seed: seed, hasArrows: true).text
      let end =
        ["", " + 1", " === 2 ? 'a' : 'b'", ".length", "[0]", " || 'c'"]
        .randomElement(using: &random) ?? ""
      let call = "(\(seed), 'x')"
      let lone = "const f = (a) => {\n\(body)\n}\(call)\(end); return f;"
      let guarded = "const f = ((a) => {\n\(body)\n})\(call)\(end); return f;"
      #expect(try Program(parsing: lone) == Program(parsing: guarded))
      #expect(try Evaluation.text(lone) == Evaluation.text(guarded))
      // It is printed so that an engine takes it, too.
      let printed = try Program(parsing: lone).text(.readable)
      #expect(ScriptCheck(try Program(parsing: printed)).findings([.arrowCalledAtOnce]) == [])
    }
  }

  @Test("a body in braces ends before arguments on the next line")
  func nextLine() throws {
    #expect(try Evaluation.text("let a = 1; const f = () => { a = 2; }\n(a); return a;") == "1")
    #expect(
      try Evaluation.text("const f = () => () => { return arguments[0]; }(5); return f();") == "5")
    #expect(throws: SyntaxError.self) { try Program(parsing: "const f = () => { }.length;") }
  }
}

/// Writes nested functions that use `arguments`, with arrows or with `function` for the same seed.
private struct FunctionsWithArguments {
  private(set) var text = ""
  private var random: SeededGenerator
  private let hasArrows: Bool
  private var nextName = 0

  init(seed: UInt64, hasArrows: Bool) {
    random = SeededGenerator(seed: seed)
    self.hasArrows = hasArrows
    text = "const seen = [];\n" + statements(depth: 0, isInFunction: false) + "return seen;"
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func statements(depth: Int, isInFunction: Bool) -> String {
    (0..<number(1...3)).map { _ in statement(depth, isInFunction) }.joined()
  }

  private mutating func statement(_ depth: Int, _ isInFunction: Bool) -> String {
    if isInFunction, depth > 3 || number(0...1) == 0 {
      switch number(0...3) {
      case 0: return "seen.push(arguments.length);\n"
      case 1: return "seen.push(arguments[\(number(0...2))]);\n"
      case 2: return "for (let i = 0; i < arguments.length; i++) seen.push(arguments[i]);\n"
      default: return "seen.push(typeof arguments);\n"
      }
    }
    guard depth <= 3 else { return ";\n" }
    nextName += 1
    let name = "f\(nextName)"
    let parameters = ["", "a", "a, b"].randomElement(using: &random) ?? ""
    // A function declaration is the same in both.
    let isDeclared = number(0...3) == 0
    let isShort = !isDeclared && number(0...2) == 0
    let body =
      isShort
      ? ["arguments.length", "arguments[\(number(0...2))]"].randomElement(using: &random) ?? ""
      : statements(depth: depth + 1, isInFunction: true)
    let values = (0..<number(0...3)).map { _ in "\(number(0...99))" }.joined(separator: ", ")
    let function =
      switch (isDeclared, isShort, hasArrows) {
      case (true, _, _): "function \(name)(\(parameters)) {\n\(body)}\n"
      case (_, true, true): "const \(name) = (\(parameters)) => \(body);\n"
      case (_, true, false): "const \(name) = function(\(parameters)) { return \(body); };\n"
      case (_, false, true): "const \(name) = (\(parameters)) => {\n\(body)};\n"
      case (_, false, false): "const \(name) = function(\(parameters)) {\n\(body)};\n"
      }
    let call =
      number(0...3) == 0
      ? "[\(values)].forEach(\(name));\n" : "seen.push(\(name)(\(values)) || 0);\n"
    return function + call
  }
}
