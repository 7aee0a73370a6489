extension CodeGenerator {
  /// Evaluates an operand so that what is evaluated after it cannot change it.
  mutating func operand(
    _ expression: Expression, before next: [Expression]
  ) throws(SyntaxError) -> Int {
    let register = try evaluate(expression)
    guard register < statementBase, next.contains(where: Self.assigns) else { return register }
    let copy = try allocate()
    emit(.move, copy, register)
    return copy
  }

  mutating func member(
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

  mutating func index(
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

  mutating func call(
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

  mutating func arguments(
    _ arguments: [Expression], from base: Int
  ) throws(SyntaxError) {
    for (index, argument) in arguments.enumerated() {
      nextRegister = base + index
      let register = try allocate()
      try evaluate(argument, into: register)
    }
    nextRegister = base + arguments.count
  }
}
