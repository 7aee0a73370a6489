// Looks through the tree of a script for something, functions in it included.

extension Expression {
  /// Whether it, or a part of it, fits.
  func contains(_ fits: (Expression) -> Bool) -> Bool {
    fits(self) || parts.contains { $0.contains(fits) } || bodies.contains { $0.contains(fits) }
  }

  /// Whether it calls nothing and is no function: all there is to it is its value.
  var isPlain: Bool {
    !contains { part in
      switch part.kind {
      case .call, .function: true
      default: false
      }
    }
  }

  /// The expressions right below it.
  private var parts: [Expression] {
    switch kind {
    case .null, .boolean, .number, .string, .illFormedString, .identifier: []
    case .array(let elements): elements
    case .object(let properties): properties.map(\.value)
    case .function(let function):
      if case .expression(let value) = function.body { [value] } else { [] }
    case .member(let object, _): [object]
    case .unary(_, let operand), .update(_, let operand): [operand]
    case .call(let callee, let arguments): [callee] + arguments
    case .index(let left, let right), .binary(_, let left, let right),
      .logical(_, let left, let right), .assign(let left, let right),
      .addAssign(let left, let right):
      [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    }
  }

  private var bodies: [Statement] {
    if case .function(let function) = kind, case .block(let body) = function.body {
      body
    } else {
      []
    }
  }
}

extension Statement {
  /// Whether an expression in it fits.
  func contains(_ fits: (Expression) -> Bool) -> Bool {
    parts.contains { $0.contains(fits) } || inner.contains { $0.contains(fits) }
  }

  /// The functions that it declares, itself or in a block.
  var declaredFunctions: [Function] {
    if case .function(let function) = kind { return [function] }
    return inner.flatMap(\.declaredFunctions)
  }

  /// Whether it, or a statement in it, declares a variable of a name.
  func declares(_ name: String) -> Bool {
    switch kind {
    case .variables(let declaration):
      return declaration.variables.contains { $0.name.text == name }
    case .for(let loop):
      if case .variables(let declaration) = loop.initial,
        declaration.variables.contains(where: { $0.name.text == name })
      {
        return true
      }
    case .forIn(.declared(_, let declared), _, _), .forOf(.declared(_, let declared), _, _):
      if declared.text == name { return true }
    default: break
    }
    return inner.contains { $0.declares(name) }
  }

  /// The expressions right below it.
  private var parts: [Expression] {
    switch kind {
    case .empty, .block, .break, .continue, .function: []
    case .expression(let value): [value]
    case .variables(let declaration): declaration.variables.compactMap(\.initial)
    case .if(let condition, _, _), .while(let condition, _): [condition]
    case .for(let loop): loop.initialParts + [loop.condition, loop.update].compactMap(\.self)
    case .forIn(let variable, let subject, _), .forOf(let variable, let subject, _):
      if case .target(let target) = variable { [target, subject] } else { [subject] }
    case .switch(let subject, let cases): [subject] + cases.compactMap(\.value)
    case .return(let value): value.map { [$0] } ?? []
    }
  }

  /// The statements right below it, those of functions that it declares included.
  private var inner: [Statement] {
    switch kind {
    case .block(let body): body
    case .if(_, let then, let otherwise): [then] + (otherwise.map { [$0] } ?? [])
    case .for(let loop): [loop.body]
    case .forIn(_, _, let body), .forOf(_, _, let body), .while(_, let body): [body]
    case .switch(_, let cases): cases.flatMap(\.body)
    case .function(let function):
      if case .block(let body) = function.body { body } else { [] }
    case .empty, .expression, .variables, .break, .continue, .return: []
    }
  }
}

extension Statement.ForLoop {
  fileprivate var initialParts: [Expression] {
    switch initial {
    case .variables(let declaration): declaration.variables.compactMap(\.initial)
    case .expression(let value): [value]
    case nil: []
    }
  }
}
