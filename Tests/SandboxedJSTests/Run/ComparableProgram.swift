import TestSupport

/// Writes random programs that mean the same in the sandbox and in a JavaScript engine.
///
/// What differs on purpose is left out: names read before they are declared, methods that the sandbox does
/// not have, functions as text, regular expressions beyond RE2, and loops without end.
struct ComparableProgram {
  private var random: SeededGenerator
  private var names: [Scope] = []
  private var nextName = 0
  private var depth = 0
  private var loops = 0
  private var functions = 0

  private struct Scope {
    /// Variables that can be assigned to.
    var variables: [String] = []
    /// Variables that can only be read.
    var constants: [String] = []
    /// Variables that hold arrays and objects.
    var structures: [String] = []
    /// Functions with how many parameters they have.
    var functions: [(String, Int)] = []
  }

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A program that logs, and returns what its variables hold in the end.
  mutating func text() -> String {
    names = [Scope()]
    var lines = [
      "const cut = v => typeof v === 'string' ? v.slice(0, 40) : v;",
      "const plain = v => typeof v === 'object' ? null : cut(v);",
      "const keep = v => { if (typeof v === 'object' && v && v.length > 20) { v.length = 20; } return v; };",
    ]
    lines += block(count: 6...14)
    let all = names[0].variables + names[0].constants + names[0].structures
    lines.append("return [\(all.joined(separator: ", "))];")
    return lines.joined(separator: "\n")
  }

  // MARK: Chance

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func newName() -> String {
    nextName += 1
    return "v\(nextName)"
  }

  private var variables: [String] { names.flatMap(\.variables) }
  private var readable: [String] { names.flatMap { $0.variables + $0.constants } }
  private var structures: [String] { names.flatMap(\.structures) }
  private var callable: [(String, Int)] { names.flatMap(\.functions) }

  // MARK: Statements

  private mutating func block(count: ClosedRange<Int>) -> [String] {
    (0..<number(count)).map { _ in statement() }
  }

  /// Statements in braces, with names of their own.
  private mutating func body() -> String {
    names.append(Scope())
    depth += 1
    let lines = block(count: 1...4)
    depth -= 1
    names.removeLast()
    return "{\n" + lines.joined(separator: "\n") + "\n}"
  }

  private mutating func statement() -> String {
    let choice = number(0...99)
    switch choice {
    case 0..<14: return declaration()
    case 14..<22: return structureDeclaration()
    case 22..<36: return assignment()
    case 36..<50: return "log(\(value()), \(value(1)));"
    case 50..<58: return structureChange()
    case 58..<64 where depth < 3:
      return "if (\(value())) \(body())" + (chance(40) ? " else \(body())" : "")
    case 64..<70 where depth < 3: return countingLoop()
    case 70..<76 where depth < 3: return eachLoop()
    case 76..<80 where depth < 3: return whileLoop()
    case 80..<85 where depth < 3: return switchStatement()
    case 85..<91 where depth < 2 && functions < 2: return function()
    case 91..<94 where loops > 0: return "if (\(value())) \(pick(["break", "continue"]));"
    case 94..<96 where functions > 0: return "if (\(value())) return \(value());"
    case 96..<98: return "\(structures.isEmpty ? value() : method());"
    default: return assignment()
    }
  }

  private mutating func declaration() -> String {
    let name = newName()
    let value = value()
    switch number(0...3) {
    case 0:
      names[names.count - 1].constants.append(name)
      return "const \(name) = \(value);"
    case 1 where depth == 0 && functions == 0:
      names[names.count - 1].variables.append(name)
      return "var \(name) = \(value);"
    default:
      names[names.count - 1].variables.append(name)
      return chance(85) ? "let \(name) = \(value);" : "let \(name);"
    }
  }

  private mutating func structureDeclaration() -> String {
    let name = newName()
    let value = chance(60) ? array() : object()
    names[names.count - 1].structures.append(name)
    return "const \(name) = \(value);"
  }

  private mutating func assignment() -> String {
    guard !variables.isEmpty else { return declaration() }
    let name = pick(variables)
    switch number(0...5) {
    case 0: return "\(name) += \(value()); \(name) = cut(\(name));"
    case 1: return "\(name)\(pick(["++", "--"]));"
    case 2: return "\(name) = \(name)\(pick(["++", "--"]));"
    default: return "\(name) = cut(\(value()));"
    }
  }

  private mutating func structureChange() -> String {
    guard !structures.isEmpty else { return structureDeclaration() }
    let name = pick(structures)
    switch number(0...5) {
    case 0: return "\(name).\(newKey()) = plain(\(primitive()));"
    case 1: return "\(name)[\(newIndex())] = plain(\(primitive()));"
    case 2: return "\(name)['\(newKey())'] += plain(\(primitive(1))); \(name).\(newKey()) = 0;"
    case 3:
      return
        "if (\(name).length !== undefined) { \(name).push(plain(\(primitive()))); keep(\(name)); }"
    case 4: return "if (\(name).length !== undefined) { \(name).length = \(number(0...4)); }"
    default: return "\(name).\(newKey())\(pick(["++", "--"]));"
    }
  }

  private mutating func countingLoop() -> String {
    let name = newName()
    names.append(Scope())
    names[names.count - 1].constants.append(name)
    loops += 1
    let word = depth == 0 && functions == 0 && chance(20) ? "var" : "let"
    let text = "for (\(word) \(name) = 0; \(name) < \(number(1...4)); \(name)++) \(body())"
    loops -= 1
    names.removeLast()
    return text
  }

  private mutating func eachLoop() -> String {
    let isIn = chance(50)
    // The sandbox walks the keys that there were at the start, so nothing may change them on the way.
    let subject = isIn && chance(50) ? object() : chance(30) ? string() : array()
    let name = newName()
    names.append(Scope())
    names[names.count - 1].constants.append(name)
    loops += 1
    let word = pick(["const", "let"])
    let text = "for (\(word) \(name) \(isIn ? "in" : "of") \(subject)) \(body())"
    loops -= 1
    names.removeLast()
    return text
  }

  private mutating func whileLoop() -> String {
    let name = newName()
    names[names.count - 1].constants.append(name)
    loops += 1
    let text = "let \(name) = \(number(0...3)); while (\(name)-- > 0) \(body())"
    loops -= 1
    return text
  }

  private mutating func switchStatement() -> String {
    var cases: [String] = []
    let outer = loops
    loops = 0
    names.append(Scope())
    depth += 1
    for _ in 0..<number(1...3) {
      let end = chance(60) ? "break;" : ""
      cases.append("case \(primitive(1)): \(assignmentOrLog()) \(end)")
    }
    if chance(60) {
      cases.insert("default: \(assignmentOrLog())", at: number(0...cases.count))
    }
    depth -= 1
    names.removeLast()
    loops = outer
    return "switch (\(primitive())) {\n" + cases.joined(separator: "\n") + "\n}"
  }

  private mutating func assignmentOrLog() -> String {
    chance(50) || variables.isEmpty ? "log(\(value()));" : assignment()
  }

  private mutating func function() -> String {
    let name = newName()
    let parameters = (0..<number(0...3)).map { _ in newName() }
    let outerLoops = loops
    names.append(Scope())
    names[names.count - 1].variables = parameters
    (loops, functions) = (0, functions + 1)
    depth += 1
    let usesArguments = chance(15)
    if usesArguments { names[names.count - 1].variables = [] }
    var lines = block(count: 1...4)
    if usesArguments { lines.append("log(arguments.length, arguments[1]);") }
    lines.append("return cut(\(value()));")
    depth -= 1
    (loops, functions) = (outerLoops, functions - 1)
    names.removeLast()
    names[names.count - 1].functions.append((name, parameters.count))
    let list = parameters.joined(separator: ", ")
    let code = "{\n" + lines.joined(separator: "\n") + "\n}"
    if usesArguments || chance(40) { return "function \(name)(\(list)) \(code)" }
    return chance(50)
      ? "const \(name) = (\(list)) => \(code);" : "const \(name) = function(\(list)) \(code);"
  }

  // MARK: Values

  /// Any value.
  private mutating func value(_ level: Int = 0) -> String {
    if level < 3, chance(12) { return chance(60) ? array(level + 1) : object(level + 1) }
    if !structures.isEmpty, chance(12) { return method(level + 1) }
    return primitive(level)
  }

  /// A value that is hardly ever an array or an object.
  private mutating func primitive(_ level: Int = 0) -> String {
    guard level < 4 else { return leaf() }
    switch number(0...19) {
    case 0..<5: return leaf()
    case 5..<9:
      let mark = pick(["+", "-", "*", "/", "%", "+", "-", "&", "|", "^", "<<", ">>", ">>>"])
      return "(\(primitive(level + 1)) \(mark) \(primitive(level + 1)))"
    case 9..<12:
      let mark = pick(["==", "!=", "===", "!==", "<", "<=", ">", ">="])
      return "(\(primitive(level + 1)) \(mark) \(primitive(level + 1)))"
    case 12..<14: return "(\(primitive(level + 1)) \(pick(["&&", "||"])) \(primitive(level + 1)))"
    case 14: return "\(pick(["!", "- ", "~", "typeof "]))(\(primitive(level + 1)))"
    case 15: return "(\(primitive(level + 1)) ? \(primitive(level + 1)) : \(primitive(level + 1)))"
    case 16: return stringMethod(level)
    case 17 where !callable.isEmpty:
      let (name, count) = pick(callable)
      let arguments = (0..<number(0...count + 1)).map { _ in primitive(level + 2) }
      return "\(name)(\(arguments.joined(separator: ", ")))"
    case 18 where !structures.isEmpty: return "\(pick(structures)).\(key())"
    case 19 where !structures.isEmpty: return "\(pick(structures))[\(index())]"
    default:
      guard level < 2, !variables.isEmpty, chance(30) else { return leaf() }
      let name = pick(variables)
      return pick(["(\(name) = \(primitive(level + 2)))", "\(name)++", "--\(name)"])
    }
  }

  private mutating func leaf() -> String {
    switch number(0...9) {
    case 0..<4 where !readable.isEmpty: return pick(readable)
    case 4..<6:
      return pick([
        "0", "1", "2", "-1", "7", "1.5", "0.1", "255", "1e21", "4294967296", "-0", "2147483648",
      ])
    case 6..<8: return string()
    default: return pick(["true", "false", "null", "undefined", "0", "''", "10"])
    }
  }

  private mutating func string() -> String {
    pick([
      "''", "'a'", "'b'", "'abc'", "'10'", "' 7 '", "'1e2'", "'0x1F'", "'A,b,C'", "'é'", "'日本'",
      "'😀x'",
      "'length'", "'true'", "'-3.5'", "'Infinity'", "'aXbXc'", "'\\t\\n z'",
    ])
  }

  private mutating func key() -> String { pick(["a", "b", "c", "length", "z"]) }

  private mutating func newKey() -> String { pick(["a", "b", "c", "z"]) }

  /// An index that makes no array long.
  private mutating func newIndex() -> String {
    pick(["0", "1", "2", "3", "7", "'1'", "'a'", "'b'", "-1", "1.5", "'x' + \(number(0...3))"])
  }

  private mutating func index() -> String {
    pick(["0", "1", "2", "3", "'1'", "'a'", "'b'", "-1", "1.5", "'length'", primitive(3)])
  }

  private mutating func array(_ level: Int = 1) -> String {
    let elements = (0..<number(0...4)).map { _ in value(level + 2) }
    return "[\(elements.joined(separator: ", "))]"
  }

  private mutating func object(_ level: Int = 1) -> String {
    let keys = ["a", "b", "c", "'z'", "1", "0", "'10'", "x1"]
    let members = (0..<number(0...4)).map { _ in "\(pick(keys)): \(value(level + 2))" }
    return "({\(members.joined(separator: ", "))})"
  }

  // MARK: Methods

  private mutating func stringMethod(_ level: Int) -> String {
    let text = chance(60) ? "(\(primitive(level + 1)) + '')" : string()
    let argument = primitive(level + 2)
    switch number(0...13) {
    case 0: return "\(text).charAt(\(argument))"
    case 1: return "\(text).indexOf(\(argument))"
    case 2: return "\(text).lastIndexOf(\(argument), \(number(-1...5)))"
    case 3: return "\(text).slice(\(number(-3...3)), \(argument))"
    case 4: return "\(text).substring(\(argument), \(number(-2...4)))"
    case 5: return "\(text).split(\(argument)).join('|')"
    case 6: return "\(text).toUpperCase()"
    case 7: return "\(text).toLowerCase()"
    case 8: return "\(text).trim()"
    case 9:
      return "\(text).replace(\(string()), \(pick(["'<$&>'", "'$$'", "'-'", "(m, i) => m + i"])))"
    case 10: return "\(text).concat(\(argument), \(number(0...9)))"
    case 11: return "\(text).search('\(pick(["b", "[0-9]", "^a", "x$", "a|c"]))')"
    case 12: return "\(text).split(\(string()), \(number(0...3))).length"
    default: return "\(text).length"
    }
  }

  /// A function of one value that gives a value, or logs it.
  private mutating func callback(_ level: Int, logs: Bool = false) -> String {
    let name = newName()
    names.append(Scope(constants: [name]))
    defer { names.removeLast() }
    let body = primitive(level + 2)
    return logs ? "(\(name), i) => { log(i, \(body)); }" : "\(name) => \(body)"
  }

  /// A method of an array or an object that is known.
  private mutating func method(_ level: Int = 0) -> String {
    let list = chance(70) ? pick(structures) : array(level + 1)
    switch number(0...19) {
    case 0: return "\(list).map(\(callback(level)))"
    case 1: return "\(list).filter(\(callback(level)))"
    case 2: return "\(list).every(\(callback(level)))"
    case 3: return "\(list).some(\(callback(level)))"
    case 4: return "\(list).reduce((p, q) => cut(p + q), '')"
    case 5: return "\(list).reduceRight((p, q) => cut(p + ',' + q))"
    case 6: return "\(list).indexOf(\(primitive(level + 2)), \(number(-2...2)))"
    case 7: return "\(list).lastIndexOf(\(primitive(level + 2)))"
    case 8: return "\(list).join(\(primitive(level + 2)))"
    case 9: return "\(list).slice(\(number(-3...2)), \(number(-2...4)))"
    case 10: return "\(list).concat(\(primitive(level + 2)), [\(number(0...3))])"
    case 11:
      return "\(list).splice(\(number(-2...2)), \(number(0...2)), plain(\(primitive(level + 2))))"
    case 12: return "\(list).reverse()"
    case 13: return "\(list).sort()"
    case 14: return "\(list).sort((p, q) => (p + '').length - (q + '').length)"
    case 15: return "\(list).\(pick(["pop", "shift", "toString"]))()"
    case 16: return "keep(\(list)).unshift(plain(\(primitive(level + 2))))"
    case 17: return "\(list).hasOwnProperty(\(index()))"
    case 18: return "\(list).forEach(\(callback(level, logs: true)))"
    default: return "(\(list) + '')"
    }
  }
}
