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

  // MARK: Literals

  private mutating func array(
    _ elements: [Expression], into target: Int?
  ) throws(SyntaxError) -> Int {
    let batch = 64
    let result = try destination(target)
    let mark = nextRegister
    // A long literal is built where nothing in it can see it.
    let built = elements.count > batch ? try allocate() : result
    var start = 0
    repeat {
      let end = min(start + batch, elements.count)
      let base = nextRegister
      for element in elements[start..<end] {
        let register = try allocate()
        try evaluate(element, into: register)
        nextRegister = register + 1
      }
      emit(start == 0 ? .makeArray : .appendElements, built, base, end - start)
      nextRegister = base
      start = end
    } while start < elements.count
    if built != result { emit(.move, result, built) }
    nextRegister = mark
    return result
  }

  private mutating func object(
    _ properties: [Expression.Property], into target: Int?
  ) throws(SyntaxError) -> Int {
    // What fits one instruction: the first properties, as long as their keys differ.
    var seen: Set<String> = []
    let head = properties.prefix(48).prefix { seen.insert($0.key.text).inserted }
    let rest = properties[head.endIndex...]
    let result = try destination(target)
    let mark = nextRegister
    let built = rest.isEmpty ? result : try allocate()
    let base = nextRegister
    for property in head {
      let register = try allocate()
      try evaluate(property.value, into: register)
      nextRegister = register + 1
    }
    guard script.literals.count <= Int(UInt16.max) else {
      throw SyntaxError("this script has too many object literals", at: position)
    }
    script.literals.append(.init(keys: head.map { index(ofName: $0.key.text) }))
    emit(.makeObject, built, base, script.literals.count - 1)
    nextRegister = base
    for property in rest {
      let value = try evaluate(property.value)
      emit(.setProperty, built, value, try site(property.key.text))
      nextRegister = base
    }
    if built != result { emit(.move, result, built) }
    nextRegister = mark
    return result
  }

  // MARK: Properties and calls

  /// Evaluates an operand so that what is evaluated after it cannot change it.
  private mutating func operand(
    _ expression: Expression, before next: [Expression]
  ) throws(SyntaxError) -> Int {
    let register = try evaluate(expression)
    guard register < statementBase, next.contains(where: Self.assigns) else { return register }
    let copy = try allocate()
    emit(.move, copy, register)
    return copy
  }

  private mutating func member(
    _ object: Expression, _ name: Name, into target: Int?
  ) throws(SyntaxError) -> Int {
    let result = try destination(target)
    let mark = nextRegister
    let object = try evaluate(object)
    position = name.position
    emit(name.text == "length" ? .getLength : .getProperty, result, object, try site(name.text))
    nextRegister = mark
    return result
  }

  private mutating func index(
    _ object: Expression, _ key: Expression, into target: Int?
  ) throws(SyntaxError) -> Int {
    if case .string(let name) = key.kind, !name.utf8.allSatisfy(\.isDigit) {
      return try member(object, Name(name, at: key.position), into: target)
    }
    let result = try destination(target)
    let mark = nextRegister
    let object = try operand(object, before: [key])
    let start = key.position
    let key = try evaluate(key)
    position = start
    emit(.getIndex, result, object, key)
    nextRegister = mark
    return result
  }

  private mutating func call(
    _ callee: Expression, _ arguments: [Expression], at start: SourcePosition, into target: Int?
  ) throws(SyntaxError) -> Int {
    let result = try destination(target)
    let mark = nextRegister
    let base = try allocate()
    switch callee.kind {
    case .member(let object, let name):
      try evaluate(object, into: base)
      try self.arguments(arguments, from: base + 1)
      position = name.position
      guard arguments.count <= Int(UInt8.max) else {
        throw SyntaxError("a method can be given at most 255 arguments", at: position)
      }
      emit(.callMethod, result, base, try site(name.text), d: arguments.count)
    case .index(let object, let key):
      try evaluate(object, into: base)
      let name = try allocate()
      try evaluate(key, into: name)
      try self.arguments(arguments, from: name + 1)
      position = key.position
      emit(.callIndexedMethod, result, base, arguments.count)
    default:
      try evaluate(callee, into: base)
      try self.arguments(arguments, from: base + 1)
      position = start
      emit(.call, result, base, arguments.count)
    }
    nextRegister = mark
    return result
  }

  private mutating func arguments(
    _ arguments: [Expression], from base: Int
  ) throws(SyntaxError) {
    for (index, argument) in arguments.enumerated() {
      nextRegister = base + index
      let register = try allocate()
      try evaluate(argument, into: register)
    }
    nextRegister = base + arguments.count
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

  // MARK: Assignments

  /// The target, unless it is a variable that the expression may read after it has a part of its value.
  private func unlessVariable(_ target: Int?) -> Int? {
    target.flatMap { $0 < statementBase ? nil : $0 }
  }

  /// Moves a value to where it has to be.
  private mutating func deliver(_ register: Int, to target: Int?) -> Int {
    guard let target, target != register else { return register }
    emit(.move, target, register)
    return target
  }

  private mutating func assign(
    _ goal: Expression, _ value: Expression, into target: Int?
  ) throws(SyntaxError) -> Int {
    let start = goal.position
    switch goal.kind {
    case .identifier(let name):
      if let failure = failure(assigningTo: name) {
        let register = try evaluate(value, into: target)
        position = start
        emitFailure(failure)
        return register
      }
      guard let binding = find(name) else { return try evaluate(value, into: target) }
      if case .register(let register) = binding.storage {
        try evaluate(value, into: register)
        return deliver(register, to: target)
      }
      let register = try evaluate(value, into: target)
      position = start
      store(register, into: binding)
      return register
    case .member(let object, let name):
      let object = try operand(object, before: [value])
      let register = try evaluate(value, into: unlessVariable(target))
      position = name.position
      emit(.setProperty, object, register, try site(name.text))
      return deliver(register, to: target)
    case .index(let object, let key):
      let object = try operand(object, before: [key, value])
      let keyRegister = try operand(key, before: [value])
      let register = try evaluate(value, into: unlessVariable(target))
      position = key.position
      emit(.setIndex, object, keyRegister, register)
      return deliver(register, to: target)
    default: return try evaluate(value, into: target)
    }
  }

  private mutating func addAssign(
    _ goal: Expression, _ value: Expression, into target: Int?
  ) throws(SyntaxError) -> Int {
    let start = goal.position
    switch goal.kind {
    case .identifier(let name):
      let binding = find(name)
      if failure(assigningTo: name) == nil, case .register(let register)? = binding?.storage {
        let left = try operand(goal, before: [value])
        try add(value, to: left, at: start, into: register)
        return deliver(register, to: target)
      }
      let left = try evaluate(goal)
      let result = try destination(target)
      try add(value, to: left, at: start, into: result)
      try assign(result, to: goal)
      return result
    case .member(let object, let name):
      let result = try destination(unlessVariable(target))
      let object = try operand(object, before: [value])
      position = name.position
      let left = try allocate()
      emit(.getProperty, left, object, try site(name.text))
      try add(value, to: left, at: start, into: result)
      position = name.position
      emit(.setProperty, object, result, try site(name.text))
      return deliver(result, to: target)
    case .index(let object, let key):
      let result = try destination(unlessVariable(target))
      let object = try operand(object, before: [key, value])
      let keyRegister = try operand(key, before: [value])
      position = key.position
      let left = try allocate()
      emit(.getIndex, left, object, keyRegister)
      try add(value, to: left, at: start, into: result)
      position = key.position
      emit(.setIndex, object, keyRegister, result)
      return deliver(result, to: target)
    default: return try evaluate(value, into: target)
    }
  }

  private mutating func add(
    _ value: Expression, to left: Int, at start: SourcePosition, into result: Int
  ) throws(SyntaxError) {
    if let constant = constant(value) {
      position = start
      emit(.addConstant, result, left, constant)
    } else {
      let right = try evaluate(value)
      position = start
      emit(.add, result, left, right)
    }
  }

  @discardableResult
  private mutating func update(
    _ update: Expression.Update, _ operand: Expression, into target: Int?
  ) throws(SyntaxError) -> Int {
    position = operand.position
    let opcode = update.isIncrement ? Opcode.increment : .decrement
    if case .identifier(let name) = operand.kind {
      if let failure = failure(assigningTo: name) { emitFailure(failure) }
      if let binding = find(name), case .register(let register) = binding.storage {
        if !update.isPrefix {
          let old = try destination(target)
          emit(.toNumber, old, register)
          // `i = i++` leaves the old value.
          if old != register { emit(opcode, register) }
          return old
        }
        emit(opcode, register)
        return deliver(register, to: target)
      }
    }
    let result = try destination(unlessVariable(target))
    let value = try allocate()
    var object = 0
    var key = 0
    switch operand.kind {
    case .member(let holder, let name):
      object = try evaluate(holder)
      emit(.getProperty, value, object, try site(name.text))
    case .index(let holder, let index):
      object = try self.operand(holder, before: [index])
      key = try evaluate(index)
      emit(.getIndex, value, object, key)
    default: try evaluate(operand, into: value)
    }
    if !update.isPrefix { emit(.toNumber, result, value) }
    emit(opcode, value)
    switch operand.kind {
    case .member(_, let name): emit(.setProperty, object, value, try site(name.text))
    case .index: emit(.setIndex, object, key, value)
    default: try assign(value, to: operand)
    }
    if update.isPrefix { emit(.move, result, value) }
    return deliver(result, to: target)
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
