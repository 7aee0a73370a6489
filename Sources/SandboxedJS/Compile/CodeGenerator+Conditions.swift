extension CodeGenerator {
  /// Makes the code for a condition; says which jumps are taken when it has a value. Else the code goes on.
  mutating func branch(
    _ condition: Expression, when sense: Bool
  ) throws(SyntaxError) -> [Int] {
    let mark = nextRegister
    defer { nextRegister = mark }
    switch condition.kind {
    case .boolean(let value): return value == sense ? [emit(.jump)] : []
    case .unary(.not, let operand): return try branch(operand, when: !sense)
    case .logical(let logical, let left, let right):
      if (logical == .and) == !sense {
        let first = try branch(left, when: sense)
        return first + (try branch(right, when: sense))
      }
      let skip = try branch(left, when: !sense)
      let taken = try branch(right, when: sense)
      land(skip)
      return taken
    case .binary(let mark, let left, let right):
      if let jump = try comparison(mark, left, right, at: condition.position, when: sense) {
        return [jump]
      }
    default: break
    }
    let register = try evaluate(condition)
    return [emit(sense ? .jumpIfTrue : .jumpIfFalse, register)]
  }

  private mutating func comparison(
    _ mark: BinaryOperator, _ left: Expression, _ right: Expression, at start: SourcePosition,
    when sense: Bool
  ) throws(SyntaxError) -> Int? {
    guard let fused = mark.jump else { return nil }
    let expected = sense == fused.sense ? 1 : 0
    let leftRegister = try evaluate(left)
    if let constant = constant(right) {
      position = start
      emit(fused.constant, leftRegister, constant, d: expected)
      return emit(.jump)
    }
    var stable = leftRegister
    if leftRegister < statementBase, Self.assigns(right) {
      stable = try allocate()
      emit(.move, stable, leftRegister)
    }
    let rightRegister = try evaluate(right)
    position = start
    if fused.isSwapped {
      emit(fused.opcode, rightRegister, stable, d: expected)
    } else {
      emit(fused.opcode, stable, rightRegister, d: expected)
    }
    return emit(.jump)
  }
}

extension BinaryOperator {
  /// The instruction that compares and jumps at once.
  fileprivate var jump: (opcode: Opcode, constant: Opcode, isSwapped: Bool, sense: Bool)? {
    switch self {
    case .less: (.jumpIfLess, .jumpIfLessConstant, false, true)
    case .lessOrEqual: (.jumpIfLessOrEqual, .jumpIfLessOrEqualConstant, false, true)
    case .greater: (.jumpIfLess, .jumpIfGreaterConstant, true, true)
    case .greaterOrEqual: (.jumpIfLessOrEqual, .jumpIfGreaterOrEqualConstant, true, true)
    case .identical: (.jumpIfIdentical, .jumpIfIdenticalConstant, false, true)
    case .notIdentical: (.jumpIfIdentical, .jumpIfIdenticalConstant, false, false)
    case .equal: (.jumpIfEqual, .jumpIfEqualConstant, false, true)
    case .notEqual: (.jumpIfEqual, .jumpIfEqualConstant, false, false)
    default: nil
    }
  }
}
