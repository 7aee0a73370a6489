extension CodeGenerator {
  /// Reads a variable; into its own register, where it has one and no other is asked for.
  mutating func load(
    _ name: String, into target: Int?
  ) throws(SyntaxError) -> Int {
    guard let binding = find(name) else {
      let register = try destination(target)
      emitConstant(.undefined, into: register)
      return register
    }
    if case .register(let register) = binding.storage {
      guard let target, target != register else { return register }
      emit(.move, target, register)
      return target
    }
    let register = try destination(target)
    switch binding.storage {
    case .global(let index): emit(.loadGlobal, register, index)
    case .box(let box) where binding.function === functionScope: emit(.loadBoxed, register, box)
    default: emit(.loadCaptured, register, functionScope.captureIndex(binding))
    }
    return register
  }

  /// Puts a register's value into a variable.
  mutating func store(_ value: Int, into binding: Binding) {
    switch binding.storage {
    case .register(let register): if register != value { emit(.move, register, value) }
    case .global(let index): emit(.storeGlobal, index, value)
    case .box(let box) where binding.function === functionScope: emit(.storeBoxed, box, value)
    case .box: emit(.storeCaptured, functionScope.captureIndex(binding), value)
    }
  }

  /// Puts a value into a variable, made where the variable is if that is a register.
  mutating func store(
    into binding: Binding, _ make: (inout Self, Int) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    if case .register(let register) = binding.storage { return try make(&self, register) }
    let mark = nextRegister
    let register = try allocate()
    try make(&self, register)
    store(register, into: binding)
    nextRegister = mark
  }

  /// Returns the error of an assignment to a name that cannot be assigned to; `nil` if it can.
  func failure(assigningTo name: String) -> String? {
    guard let binding = find(name) else {
      return "ReferenceError: Attempting to assign to undefined value '\(name)'."
    }
    return binding.kind == .constant || binding.kind == .callee
      ? "TypeError: Assignment to constant variable '\(name)'." : nil
  }

  mutating func emitFailure(_ message: String) {
    let index = index(of: .string(message))
    emit(wide: index, .fail)
  }

  /// Puts a register's value into a variable, a property or an element.
  mutating func assign(_ value: Int, to target: Expression) throws(SyntaxError) {
    position = target.position
    switch target.kind {
    case .identifier(let name):
      if let failure = failure(assigningTo: name) { return emitFailure(failure) }
      if let binding = find(name) { store(value, into: binding) }
    case .member(let object, let name):
      let object = try evaluate(object)
      position = name.position
      emit(.setProperty, object, value, try site(name.text))
    case .index(let object, let key):
      let object = try evaluate(object)
      let key = try evaluate(key)
      emit(.setIndex, object, key, value)
    default: break
    }
  }

  /// Whether evaluating an expression can change a variable that has a register.
  static func assigns(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .assign, .addAssign, .update: true
    case .null, .boolean, .number, .string, .illFormedString, .identifier, .function: false
    case .array(let elements): elements.contains(where: assigns)
    case .object(let properties): properties.contains { assigns($0.value) }
    case .member(let operand, _), .unary(_, let operand): assigns(operand)
    case .call(let callee, let arguments): assigns(callee) || arguments.contains(where: assigns)
    case .index(let left, let right), .binary(_, let left, let right),
      .logical(_, let left, let right):
      assigns(left) || assigns(right)
    case .conditional(let condition, let then, let otherwise):
      assigns(condition) || assigns(then) || assigns(otherwise)
    }
  }
}
