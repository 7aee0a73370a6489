extension CodeGenerator {
  mutating func statements(_ statements: [Statement]) throws(SyntaxError) {
    for statement in statements { try self.statement(statement) }
  }

  private mutating func statement(_ statement: Statement) throws(SyntaxError) {
    position = statement.position
    let outer = (nextRegister, statementBase)
    statementBase = nextRegister
    switch statement.kind {
    case .empty, .function, .block: break
    default: cover(statement)
    }
    switch statement.kind {
    case .empty, .function: break
    case .expression(let value): try discard(value)
    case .variables(let declaration): try variables(declaration)
    case .block(let body): try block(body)
    case .if(let condition, let then, let otherwise):
      try ifStatement(condition, then, otherwise)
    case .for(let loop): try forLoop(loop)
    case .forIn(let variable, let subject, let body):
      try eachLoop(.startKeys, .nextKey, variable, subject, body)
    case .forOf(let variable, let subject, let body):
      try eachLoop(.startElements, .nextElement, variable, subject, body)
    case .while(let condition, let body): try whileLoop(condition, body)
    case .switch(let subject, let cases): try switchStatement(subject, cases)
    case .break:
      let jump = emit(.jump)
      jumps[jumps.count - 1].breaks.append(jump)
    case .continue:
      if let loop = jumps.lastIndex(where: \.isLoop) {
        let jump = emit(.jump)
        jumps[loop].continues.append(jump)
      }
    case .return(let value?):
      let result = try evaluate(value)
      emit(.returnValue, result)
    case .return(nil): emit(.returnUndefined)
    }
    (nextRegister, statementBase) = outer
  }

  private mutating func block(_ body: [Statement]) throws(SyntaxError) {
    try enterScope { (self: inout Self) throws(SyntaxError) in
      try self.declareVariables()
      try self.makeFunctions(body)
      try self.statements(body)
    }
  }

  private mutating func ifStatement(
    _ condition: Expression, _ then: Statement, _ otherwise: Statement?
  ) throws(SyntaxError) {
    let skip = try branch(condition, when: false)
    nextRegister = statementBase
    try statement(then)
    guard let otherwise else { return land(skip) }
    let end = emit(.jump)
    land(skip)
    try statement(otherwise)
    land(end)
  }

  mutating func variables(_ declaration: VariableDeclaration) throws(SyntaxError) {
    for variable in declaration.variables {
      guard let binding = find(variable.name.text) else { continue }
      position = variable.name.position
      guard let initial = variable.initial else {
        // The others became undefined when their block was entered.
        if declaration.keyword == .let, !binding.isShared, !binding.isReadEarly {
          try store(into: binding) { (self: inout Self, target) in
            self.emitConstant(.undefined, into: target)
          }
        }
        continue
      }
      try store(into: binding) { (self: inout Self, target) throws(SyntaxError) in
        if case .function(let function) = initial.kind {
          try self.makeFunction(function, named: variable.name.text, into: target)
        } else {
          try self.evaluate(initial, into: target)
        }
      }
    }
  }

  // MARK: Loops

  private mutating func loopBody(_ body: Statement) throws(SyntaxError) {
    let mark = (nextRegister, statementBase)
    statementBase = nextRegister
    try statement(body)
    (nextRegister, statementBase) = mark
    let continues = jumps[jumps.count - 1].continues
    land(continues)
  }

  private mutating func endLoop() {
    if let ended = jumps.popLast() { land(ended.breaks) }
  }

  private mutating func whileLoop(
    _ condition: Expression, _ body: Statement
  ) throws(SyntaxError) {
    jumps.append(Jumps(isLoop: true))
    let start = emit(.jump)
    let top = code.count
    try loopBody(body)
    land(start)
    for jump in try branch(condition, when: true) { aim(jump, at: top) }
    endLoop()
  }

  private mutating func forLoop(_ loop: Statement.ForLoop) throws(SyntaxError) {
    try enterScope { (self: inout Self) throws(SyntaxError) in
      try self.declareVariables()
      self.statementBase = self.nextRegister
      switch loop.initial {
      case .variables(let declaration)?: try self.variables(declaration)
      case .expression(let value)?: try self.discard(value)
      case nil: break
      }
      self.nextRegister = self.statementBase
      self.jumps.append(Jumps(isLoop: true))
      let start = self.emit(.jump)
      let top = self.code.count
      try self.loopBody(loop.body)
      for binding in self.scope.bindings {
        if case .box(let register) = binding.storage { self.emit(.renewBox, register) }
      }
      if let update = loop.update { try self.discard(update) }
      self.nextRegister = self.statementBase
      self.land(start)
      if let condition = loop.condition {
        for jump in try self.branch(condition, when: true) { self.aim(jump, at: top) }
      } else {
        let jump = self.emit(.jump)
        self.aim(jump, at: top)
      }
      self.endLoop()
    }
  }

  private mutating func eachLoop(
    _ start: Opcode, _ next: Opcode, _ variable: Statement.LoopVariable, _ subject: Expression,
    _ body: Statement
  ) throws(SyntaxError) {
    let state = try allocate(2)
    position = subject.position
    let value = try evaluate(subject)
    emit(start, state, value)
    nextRegister = state + 2
    try enterScope { (self: inout Self) throws(SyntaxError) in
      self.jumps.append(Jumps(isLoop: true))
      let current = try self.allocate()
      let begin = self.emit(.jump)
      let top = self.code.count
      try self.declareVariables()
      self.statementBase = self.nextRegister
      switch variable {
      case .declared(_, let name):
        if let binding = self.find(name.text) { self.store(current, into: binding) }
      case .target(let target): try self.assign(current, to: target)
      }
      self.nextRegister = self.statementBase
      try self.loopBody(body)
      self.land(begin)
      self.emit(next, state, current)
      let exit = self.emit(.jump)
      let again = self.emit(.jump)
      self.aim(again, at: top)
      self.land(exit)
      self.endLoop()
    }
  }

  // MARK: Switch

  private mutating func switchStatement(
    _ subject: Expression, _ cases: [Statement.SwitchCase]
  ) throws(SyntaxError) {
    let value = try allocate()
    try evaluate(subject, into: value)
    try enterScope { (self: inout Self) throws(SyntaxError) in
      try self.declareVariables()
      self.statementBase = self.nextRegister
      for each in cases { try self.makeFunctions(each.body) }
      var entries: [Int] = []
      for each in cases {
        guard let test = each.value else {
          entries.append(-1)
          continue
        }
        self.position = each.position
        let mark = self.nextRegister
        if let constant = self.constant(test) {
          self.emit(.jumpIfIdenticalConstant, value, constant, d: 1)
        } else {
          let register = try self.evaluate(test)
          self.emit(.jumpIfIdentical, value, register, d: 1)
        }
        entries.append(self.emit(.jump))
        self.nextRegister = mark
      }
      let otherwise = self.emit(.jump)
      self.jumps.append(Jumps(isLoop: false))
      var hasDefault = false
      for (each, entry) in zip(cases, entries) {
        if entry < 0 {
          hasDefault = true
          self.land(otherwise)
        } else {
          self.land(entry)
        }
        try self.statements(each.body)
      }
      if !hasDefault { self.land(otherwise) }
      self.endLoop()
    }
  }
}
