extension CodeGenerator {
  /// The target, unless it is a variable that the expression may read after it has a part of its value.
  func unlessVariable(_ target: Int?) -> Int? {
    target.flatMap { $0 < statementBase ? nil : $0 }
  }

  /// Moves a value to where it has to be.
  mutating func deliver(_ register: Int, to target: Int?) -> Int {
    guard let target, target != register else { return register }
    emit(.move, target, register)
    return target
  }

  mutating func assign(
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

  mutating func addAssign(
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

  mutating func add(
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
  mutating func update(
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
