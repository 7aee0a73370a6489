extension Parser {
  mutating func statements(until end: Token.Kind) throws(SyntaxError) -> [Statement] {
    var statements: [Statement] = []
    var highest = 0
    while kind != end {
      if kind == .end { throw unexpected("'}'") }
      statements.append(try statement())
      highest = max(highest, height)
    }
    height = highest
    return statements
  }

  private mutating func statement() throws(SyntaxError) -> Statement {
    try enter()
    defer { leave() }
    let start = position
    height = 0
    let kind = try statementKind()
    try raise(over: height, at: start)
    return Statement(kind, at: start)
  }

  private mutating func statementKind() throws(SyntaxError) -> Statement.Kind {
    switch kind {
    case .semicolon:
      advance()
      return .empty
    case .openBrace: return .block(try block("the block"))
    case .const, .let, .var:
      let declaration = try variables(needingValues: true)
      try endStatement()
      return .variables(declaration)
    case .function: return .function(try function(.declaration))
    case .if: return try ifStatement()
    case .for: return try forStatement()
    case .while:
      advance()
      let condition = try condition("while")
      return .while(condition, try loopBody(over: height))
    case .switch: return try switchStatement()
    case .break, .continue: return try jump()
    case .return:
      advance()
      if kind == .semicolon || kind == .closeBrace || kind == .end || current.followsLineBreak {
        try endStatement()
        return .return(nil)
      }
      let value = try lonelyExpression()
      try endStatement()
      return .return(value)
    case .else: throw SyntaxError("'else' has no 'if' before it", at: position)
    case .case, .default:
      throw SyntaxError("'\(text(current))' can only stand in a 'switch'", at: position)
    case .identifier where following.kind == .colon:
      throw RejectedConstruct.label.error(at: position)
    default:
      let value = try lonelyExpression()
      try endStatement()
      return .expression(value)
    }
  }

  /// Passes the semicolon, or the place where JavaScript puts one.
  private mutating func endStatement() throws(SyntaxError) {
    if accept(.semicolon) || kind == .closeBrace || kind == .end || current.followsLineBreak {
      return
    }
    if kind == .in { throw RejectedConstruct.inOperator.error(at: position) }
    throw unexpected("';' or a new line")
  }

  private mutating func block(_ what: String) throws(SyntaxError) -> [Statement] {
    let start = position
    advance()
    let body = try statements(until: .closeBrace)
    try expect(.closeBrace, "}", "to close \(what) at \(start)")
    return body
  }

  private mutating func condition(_ word: String) throws(SyntaxError) -> Expression {
    try expect(.openParenthesis, "(", "after '\(word)'")
    let value = try lonelyExpression()
    try expect(.closeParenthesis, ")", "after the condition of '\(word)'")
    return value
  }

  /// Reads a statement that stands alone where a block could stand.
  private mutating func body() throws(SyntaxError) -> Statement {
    switch kind {
    case .const, .let, .function:
      throw SyntaxError(
        "a declaration cannot stand here alone; put it into '{ … }'", at: position)
    default: return try statement()
    }
  }

  private mutating func ifStatement() throws(SyntaxError) -> Statement.Kind {
    advance()
    let condition = try condition("if")
    var highest = height
    let then = try body()
    highest = max(highest, height)
    var otherwise: Statement?
    if accept(.else) {
      otherwise = try body()
      highest = max(highest, height)
    }
    height = highest
    return .if(condition, then: then, otherwise: otherwise)
  }

  private mutating func loopBody(over height: Int) throws(SyntaxError) -> Statement {
    loops += 1
    breakables += 1
    let statement = try body()
    loops -= 1
    breakables -= 1
    self.height = max(self.height, height)
    return statement
  }

  // MARK: Variables

  /// Reads a declaration without the semicolon.
  ///
  /// - Parameter needingValues: whether `const` has to give each variable a value.
  private mutating func variables(
    needingValues: Bool
  ) throws(SyntaxError) -> VariableDeclaration {
    let keyword: VariableDeclaration.Keyword =
      kind == .const ? .const : kind == .let ? .let : .var
    advance()
    var variables: [VariableDeclaration.Variable] = []
    var highest = 0
    repeat {
      let name = try declaredName("a variable")
      var initial: Expression?
      if accept(.assign) {
        initial = try expression()
        highest = max(highest, height)
      } else if keyword == .const, needingValues {
        throw SyntaxError("'const \(name.text)' needs a value", at: name.position)
      }
      variables.append(.init(name, initial))
    } while accept(.comma)
    height = highest
    return VariableDeclaration(keyword, variables)
  }

  // MARK: Loops

  private mutating func forStatement() throws(SyntaxError) -> Statement.Kind {
    advance()
    try expect(.openParenthesis, "(", "after 'for'")
    if kind == .semicolon { return try countingLoop(nil) }
    if kind == .const || kind == .let || kind == .var {
      let word = position
      // `in` is not an operator here, so the head can be read before it is known which loop it is.
      let declaration = try variables(needingValues: false)
      guard isEach else {
        if declaration.keyword == .const, let name = declaration.variables.first?.name,
          declaration.variables.contains(where: { $0.initial == nil })
        {
          throw SyntaxError("'const \(name.text)' needs a value", at: name.position)
        }
        return try countingLoop(.variables(declaration))
      }
      guard declaration.variables.count == 1, declaration.variables[0].initial == nil else {
        throw SyntaxError("this loop declares one variable without a value", at: word)
      }
      return try eachLoop(.declared(declaration.keyword, declaration.variables[0].name))
    }
    let first = try lonelyExpression()
    guard isEach else { return try countingLoop(.expression(first)) }
    try checkTarget(first, "assigned to")
    return try eachLoop(.target(first))
  }

  private var isEach: Bool {
    kind == .in || kind == .identifier && text(current) == "of"
  }

  private mutating func eachLoop(
    _ variable: Statement.LoopVariable
  ) throws(SyntaxError) -> Statement.Kind {
    let isIn = kind == .in
    var highest = height
    advance()
    let subject = try lonelyExpression()
    highest = max(highest, height)
    try expect(.closeParenthesis, ")", "after the head of 'for'")
    let body = try loopBody(over: highest)
    return isIn ? .forIn(variable, subject, body) : .forOf(variable, subject, body)
  }

  private mutating func countingLoop(
    _ initial: Statement.ForLoop.Initial?
  ) throws(SyntaxError) -> Statement.Kind {
    var highest = height
    try expect(.semicolon, ";", "after the start of 'for'")
    var condition: Expression?
    if kind != .semicolon {
      condition = try lonelyExpression()
      highest = max(highest, height)
    }
    try expect(.semicolon, ";", "after the condition of 'for'")
    var update: Expression?
    if kind != .closeParenthesis {
      update = try lonelyExpression()
      highest = max(highest, height)
    }
    try expect(.closeParenthesis, ")", "after the head of 'for'")
    let body = try loopBody(over: highest)
    return .for(.init(initial, condition: condition, update: update, body: body))
  }

  // MARK: Jumps and switch

  private mutating func jump() throws(SyntaxError) -> Statement.Kind {
    let word = text(current)
    let isBreak = kind == .break
    if isBreak ? breakables == 0 : loops == 0 {
      throw SyntaxError(
        isBreak
          ? "'break' can only stand in a loop or a 'switch'"
          : "'continue' can only stand in a loop",
        at: position)
    }
    advance()
    if kind == .identifier, !current.followsLineBreak {
      throw RejectedConstruct.label.error(at: position)
    }
    guard accept(.semicolon) || kind == .closeBrace || kind == .end || current.followsLineBreak
    else { throw unexpected("';' or a new line after '\(word)'") }
    return isBreak ? .break : .continue
  }

  private mutating func switchStatement() throws(SyntaxError) -> Statement.Kind {
    advance()
    let subject = try condition("switch")
    var highest = height
    try expect(.openBrace, "{", "before the cases of 'switch'")
    breakables += 1
    var cases: [Statement.SwitchCase] = []
    var hasDefault = false
    while kind != .closeBrace {
      let start = position
      var value: Expression?
      if accept(.case) {
        value = try lonelyExpression()
        highest = max(highest, height)
      } else if kind == .default {
        if hasDefault { throw SyntaxError("this 'switch' has two 'default' cases", at: start) }
        hasDefault = true
        advance()
      } else {
        throw unexpected("'case', 'default' or '}'")
      }
      try expect(.colon, ":", "after the case")
      var body: [Statement] = []
      while kind != .case, kind != .default, kind != .closeBrace {
        if kind == .end { throw unexpected("'}'") }
        body.append(try statement())
        highest = max(highest, height)
      }
      cases.append(.init(value, body, at: start))
    }
    advance()
    breakables -= 1
    height = highest
    return .switch(subject, cases)
  }
}
