extension CodeGenerator {
  /// Makes the code for a value; says which register has it.
  ///
  /// - Parameter target: where it has to be; without one, a variable's own register may be the answer.
  @discardableResult
  mutating func evaluate(
    _ expression: Expression, into target: Int? = nil
  ) throws(SyntaxError) -> Int {
    if let constant = constantValue(expression) {
      let register = try destination(target)
      emitConstant(constant, into: register)
      return register
    }
    switch expression.kind {
    case .identifier(let name):
      position = expression.position
      return try load(name, into: target)
    case .array(let elements): return try array(elements, into: target)
    case .object(let properties): return try object(properties, into: target)
    case .function(let function):
      let register = try destination(target)
      position = expression.position
      try makeFunction(function, named: "", into: register)
      return register
    case .member(let object, let name): return try member(object, name, into: target)
    case .index(let object, let key): return try index(object, key, into: target)
    case .call(let callee, let arguments):
      return try call(callee, arguments, at: expression.position, into: target)
    case .unary(let mark, let operand): return try unary(mark, operand, into: target)
    case .update(let update, let operand):
      return try self.update(update, operand, into: target)
    case .binary(let mark, let left, let right):
      return try binary(mark, left, right, at: expression.position, into: target)
    case .logical(let mark, let left, let right):
      return try logical(mark, left, right, into: target)
    case .conditional(let condition, let then, let otherwise):
      return try conditional(condition, then, otherwise, into: target)
    case .assign(let goal, let value): return try assign(goal, value, into: target)
    case .addAssign(let goal, let value): return try addAssign(goal, value, into: target)
    case .null, .boolean, .number, .string, .illFormedString: return try destination(target)
    }
  }

  /// Makes the code for an expression whose value nobody needs.
  mutating func discard(_ expression: Expression) throws(SyntaxError) {
    if case .update(let update, let operand) = expression.kind {
      try self.update(
        .init(isIncrement: update.isIncrement, isPrefix: true), operand, into: nil)
    } else {
      try evaluate(expression)
    }
  }

  // MARK: Constants

  private func constantValue(_ expression: Expression) -> CompiledScript.Constant? {
    switch expression.kind {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let value): .number(value.bitPattern)
    case .string(let text): .string(text)
    case .illFormedString(let units): .illFormedString(units)
    case .identifier("undefined") where find("undefined") == nil: .undefined
    case .unary(.negate, let operand):
      if case .number(let value) = operand.kind { .number((-value).bitPattern) } else { nil }
    default: nil
    }
  }

  /// The number of the constant that an expression is, where an instruction can name it.
  mutating func constant(_ expression: Expression) -> Int? {
    guard let value = constantValue(expression) else { return nil }
    let index = index(of: value)
    return index <= Int(UInt16.max) ? index : nil
  }

  // MARK: Operators

  private mutating func unary(
    _ mark: UnaryOperator, _ operand: Expression, into target: Int?
  ) throws(SyntaxError) -> Int {
    let result = try destination(target)
    let start = nextRegister
    let value = try evaluate(operand)
    let opcode: Opcode =
      switch mark {
      case .not: .not
      case .negate: .negate
      case .bitwiseNot: .bitwiseNot
      case .typeof: .typeof
      }
    emit(opcode, result, value)
    nextRegister = start
    return result
  }

  private mutating func binary(
    _ mark: BinaryOperator, _ left: Expression, _ right: Expression, at start: SourcePosition,
    into target: Int?
  ) throws(SyntaxError) -> Int {
    let result = try destination(target)
    let scratch = nextRegister
    let leftRegister = try operand(left, before: [right])
    if let opcode = mark.constantOpcode, let constant = constant(right) {
      position = start
      emit(opcode, result, leftRegister, constant)
    } else {
      let rightRegister = try evaluate(right)
      position = start
      if mark == .greater || mark == .greaterOrEqual {
        emit(mark.opcode, result, rightRegister, leftRegister)
      } else {
        emit(mark.opcode, result, leftRegister, rightRegister)
      }
    }
    nextRegister = scratch
    return result
  }

  private mutating func logical(
    _ mark: LogicalOperator, _ left: Expression, _ right: Expression, into target: Int?
  ) throws(SyntaxError) -> Int {
    // The target may be a variable that the right operand reads.
    let isVariable = target.map { $0 < statementBase } ?? false
    let isSafe = !isVariable || constantValue(right) != nil
    let result = isSafe ? try destination(target) : try allocate()
    let scratch = nextRegister
    try evaluate(left, into: result)
    let end = emit(mark == .and ? .jumpIfFalse : .jumpIfTrue, result)
    nextRegister = scratch
    try evaluate(right, into: result)
    land(end)
    nextRegister = scratch
    return deliver(result, to: target)
  }

  private mutating func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, into target: Int?
  ) throws(SyntaxError) -> Int {
    let result = try destination(target)
    let scratch = nextRegister
    let skip = try branch(condition, when: false)
    nextRegister = scratch
    try evaluate(then, into: result)
    let end = emit(.jump)
    land(skip)
    nextRegister = scratch
    try evaluate(otherwise, into: result)
    land(end)
    nextRegister = scratch
    return result
  }
}

extension BinaryOperator {
  fileprivate var opcode: Opcode {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    case .equal: .equal
    case .notEqual: .notEqual
    case .identical: .identical
    case .notIdentical: .notIdentical
    case .less, .greater: .less
    case .lessOrEqual, .greaterOrEqual: .lessOrEqual
    case .bitwiseAnd: .bitwiseAnd
    case .bitwiseOr: .bitwiseOr
    case .bitwiseXor: .bitwiseXor
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .shiftRightUnsigned: .shiftRightUnsigned
    }
  }

  fileprivate var constantOpcode: Opcode? {
    switch self {
    case .add: .addConstant
    case .subtract: .subtractConstant
    case .multiply: .multiplyConstant
    case .remainder: .remainderConstant
    default: nil
    }
  }
}
