extension ServerAPI {
  static let createRegex = ServerAPI(
    "createRegex", "Makes a pattern of RE2's syntax with the flags 'g' and 'i'; null if invalid."
  ) { (machine, arguments) throws(RunFailure) in
    let text = try machine.text(arguments[0])
    let flags = try machine.textIfGiven(arguments[1]) ?? ""
    do throws(RegularExpressionError) {
      let expression = try RegularExpression(text, ignoresCase: flags.contains("i"))
      machine.heap.count(expression.size)
      return machine.makeOpaque(
        .pattern(Pattern(expression, isGlobal: flags.contains("g"))))
    } catch {
      return .null
    }
  }

  static let testRegex = ServerAPI(
    "testRegex", "Says whether a pattern matches a text; a global one goes on where it ended."
  ) { (machine, arguments) throws(RunFailure) in
    guard let pattern = machine.compiledPattern(arguments[0]) else {
      throw .type("testRegex needs what createRegex gave, not \(machine.preview(arguments[0]))")
    }
    let string = try machine.string(arguments[1])
    let start = pattern.isGlobal ? pattern.nextTest : 0
    var found: [Range<Int>?]?
    if start <= string.count {
      found = try PatternSubject(string, machine.heap).firstMatch(
        pattern.expression, from: start, machine)
    }
    if pattern.isGlobal { pattern.nextTest = found?[0]?.upperBound ?? 0 }
    return Value(found != nil)
  }
}

extension Machine {
  func makeOpaque(_ opaque: Opaque) -> Value {
    opaques.append(opaque)
    let cell = heap.allocate(OpaqueCell.self)
    cell.initialize(to: OpaqueCell(index: opaques.count - 1))
    return Value(cell)
  }
}
