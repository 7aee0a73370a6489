import SandboxedJS
import TestSupport

/// Makes programs of every construct of the language, that mean nothing.
struct RandomProgram {
  private var numbers: SeededGenerator
  private let here = SourcePosition(line: 1, column: 1)

  init(seed: UInt64) {
    numbers = SeededGenerator(seed: seed)
  }

  mutating func program() -> Program {
    Program(statements(depth: 4, isLoop: false, isSwitch: false))
  }

  private mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &numbers) < part
  }

  private mutating func one<Element>(of elements: [Element], or other: Element) -> Element {
    elements.randomElement(using: &numbers) ?? other
  }

  private mutating func name() -> Name {
    Name(one(of: ["a", "b", "of", "data", "$x", "_y", "größe", "async", "get"], or: "a"), at: here)
  }

  private mutating func statements(depth: Int, isLoop: Bool, isSwitch: Bool) -> [Statement] {
    (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
      statement(depth: depth, isLoop: isLoop, isSwitch: isSwitch, standsAlone: false)
    }
  }

  private mutating func statement(
    depth: Int, isLoop: Bool, isSwitch: Bool, standsAlone: Bool
  ) -> Statement {
    Statement(
      kind(depth: depth, isLoop: isLoop, isSwitch: isSwitch, standsAlone: standsAlone), at: here)
  }

  private mutating func kind(
    depth: Int, isLoop: Bool, isSwitch: Bool, standsAlone: Bool
  ) -> Statement.Kind {
    let kind = Int.random(in: 0...15, using: &numbers)
    guard depth > 0 else { return .expression(expression(depth: 1)) }
    func body(_ loop: Bool) -> Statement {
      statement(depth: depth - 1, isLoop: isLoop || loop, isSwitch: isSwitch, standsAlone: true)
    }
    switch kind {
    case 0: return .empty
    case 1: return .return(chance(1, of: 2) ? expression(depth: depth) : nil)
    case 2 where !standsAlone: return .function(function(.declaration, depth: depth))
    case 3, 4:
      return .block(statements(depth: depth - 1, isLoop: isLoop, isSwitch: isSwitch))
    case 5, 6:
      let then = body(false)
      let otherwise = chance(1, of: 2) ? body(false) : nil
      // What no script can say: an 'else' that belongs to an outer 'if' without braces between.
      let isSafe = otherwise == nil || Self.isBlock(then) || Self.isSimple(then)
      let block = Statement(.block([then]), at: here)
      return .if(expression(depth: depth), then: isSafe ? then : block, otherwise: otherwise)
    case 7: return .for(loop(depth: depth, body: body(true)))
    case 8: return .forIn(loopVariable(depth: depth), expression(depth: depth), body(true))
    case 9: return .forOf(loopVariable(depth: depth), expression(depth: depth), body(true))
    case 10: return .while(expression(depth: depth), body(true))
    case 11: return .switch(expression(depth: depth), cases(depth: depth, isLoop: isLoop))
    case 12 where isLoop || isSwitch: return .break
    case 13 where isLoop: return .continue
    case 14, 15: return .variables(declaration(depth: depth, onlyVar: standsAlone))
    default: return .expression(expression(depth: depth))
    }
  }

  private static func isBlock(_ statement: Statement) -> Bool {
    if case .block = statement.kind { true } else { false }
  }

  private static func isSimple(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .expression, .return, .empty, .break, .continue, .variables, .switch: true
    default: false
    }
  }

  private mutating func declaration(depth: Int, onlyVar: Bool) -> VariableDeclaration {
    let keyword: VariableDeclaration.Keyword =
      onlyVar ? .var : one(of: [.const, .let, .var], or: .var)
    return VariableDeclaration(
      keyword,
      (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
        let hasValue = keyword == .const || chance(2, of: 3)
        return .init(name(), hasValue ? expression(depth: depth - 1) : nil)
      })
  }

  private mutating func loop(depth: Int, body: Statement) -> Statement.ForLoop {
    var initial: Statement.ForLoop.Initial?
    switch Int.random(in: 0...2, using: &numbers) {
    case 0: initial = .variables(declaration(depth: depth, onlyVar: false))
    case 1: initial = .expression(expression(depth: depth))
    default: break
    }
    return .init(
      initial, condition: chance(2, of: 3) ? expression(depth: depth) : nil,
      update: chance(2, of: 3) ? expression(depth: depth) : nil, body: body)
  }

  private mutating func loopVariable(depth: Int) -> Statement.LoopVariable {
    chance(2, of: 3)
      ? .declared(one(of: [.const, .let, .var], or: .var), name())
      : .target(target(depth: depth))
  }

  private mutating func cases(depth: Int, isLoop: Bool) -> [Statement.SwitchCase] {
    var hasDefault = false
    return (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
      var value: Expression? = expression(depth: depth - 1)
      if !hasDefault, chance(1, of: 3) {
        value = nil
        hasDefault = true
      }
      let body = statements(depth: depth - 1, isLoop: isLoop, isSwitch: true)
      return .init(value, body, at: here)
    }
  }

  private mutating func function(_ form: Function.Form, depth: Int) -> Function {
    var name: Name?
    if form == .declaration || form == .expression && chance(1, of: 2) { name = self.name() }
    let parameters = (0..<Int.random(in: 0...2, using: &numbers)).map { _ in self.name() }
    let isValue = form == .arrow && chance(1, of: 2)
    let body: Function.Body =
      isValue
      ? .expression(expression(depth: depth - 1))
      : .block(statements(depth: depth - 1, isLoop: false, isSwitch: false))
    return Function(form, name: name, parameters: parameters, body: body)
  }

  private mutating func target(depth: Int) -> Expression {
    switch Int.random(in: 0...2, using: &numbers) {
    case 0 where depth > 0: Expression(.member(expression(depth: depth - 1), name()), at: here)
    case 1 where depth > 0:
      Expression(.index(expression(depth: depth - 1), expression(depth: depth - 1)), at: here)
    default: Expression(.identifier(name().text), at: here)
    }
  }

  private mutating func expression(depth: Int) -> Expression {
    Expression(expressionKind(depth: depth), at: here)
  }

  private mutating func expressionKind(depth: Int) -> Expression.Kind {
    func inner() -> Expression { expression(depth: depth - 1) }
    switch depth > 0
      ? Int.random(in: 0...20, using: &numbers) : Int.random(in: 0...5, using: &numbers)
    {
    case 0: return .number(one(of: Self.someNumbers, or: 0))
    case 1: return .string(one(of: Self.someStrings, or: ""))
    case 2: return one(of: [.null, .boolean(true), .boolean(false)], or: .null)
    case 3:
      return .illFormedString(
        one(of: [[0xD800], [0x61, 0xDC00, 0x31], [0xDC00, 0xD800]], or: []))
    case 6: return .array((0..<Int.random(in: 0...3, using: &numbers)).map { _ in inner() })
    case 7, 8:
      return .object(
        (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
          .init(Name(one(of: Self.someKeys, or: "a"), at: here), inner())
        })
    case 9: return .function(function(.expression, depth: depth))
    case 10: return .function(function(.arrow, depth: depth))
    case 11: return .member(inner(), Name(one(of: ["a", "if", "of", "größe"], or: "a"), at: here))
    case 12: return .index(inner(), inner())
    case 13, 14:
      return .call(inner(), (0..<Int.random(in: 0...3, using: &numbers)).map { _ in inner() })
    case 15: return .unary(one(of: UnaryOperator.allCases, or: .not), inner())
    case 16:
      let update = Expression.Update(isIncrement: chance(1, of: 2), isPrefix: chance(1, of: 2))
      return .update(update, target(depth: depth - 1))
    case 17: return .binary(one(of: BinaryOperator.allCases, or: .add), inner(), inner())
    case 18: return .logical(one(of: LogicalOperator.allCases, or: .and), inner(), inner())
    case 19: return .conditional(inner(), then: inner(), otherwise: inner())
    case 20:
      return chance(1, of: 2)
        ? .assign(target(depth: depth - 1), inner()) : .addAssign(target(depth: depth - 1), inner())
    default: return .identifier(name().text)
    }
  }

  private static let someNumbers: [Double] = [
    0, 1, 5, 10, 100, 1000, 1e6, 0.5, 0.001, 1.5, 123456789, 1e21, 1.5e-7, 1e300, 255, 1200,
    0.000015,
    .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
  ]
  private static let someStrings = [
    "", "a", "it's", "\"a\"", "'\"", "\\", "\n\r\t\0", "\u{0}1", "\u{1}\u{7F}", "ä😀",
    "\u{2028}\u{2029}",
    "</script>", "long enough to make a line that does not fit and has to be broken somewhere",
  ]
  private static let someKeys = [
    "a", "a-b", "if", "1", "01", "1e3", "", "größe", "get", "'", "10000000000000000000", "_", "$",
    "-1", "0",
  ]
}
