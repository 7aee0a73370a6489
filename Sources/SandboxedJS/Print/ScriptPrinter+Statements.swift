extension ScriptPrinter {
  mutating func write(program: Program) {
    write(statements: program.statements)
    writeComments(before: ScriptPrinter.end, isFirst: output.isEmpty)
    if isReadable, !output.isEmpty { newLine() }
  }

  /// Writes statements, in compact text without the semicolon before a brace or the end.
  private mutating func write(statements: [Statement], isBeforeBrace: Bool = true) {
    let outer = scope
    for (index, statement) in statements.enumerated() {
      if isReadable { startLine(of: statement.position, after: index == 0) }
      let isLast = index == statements.count - 1
      scope = Scope(
        column: statement.position.column,
        end: isLast ? outer.end : statements[index + 1].position)
      write(statement, isLast: isLast && isBeforeBrace)
    }
    scope = outer
  }

  /// Writes a block with its braces.
  mutating func write(block statements: [Statement]) {
    put("{")
    guard !statements.isEmpty || hasCommentInside else { return put("}") }
    indentation += 2
    write(statements: statements)
    writeCommentsInside(isFirst: statements.isEmpty)
    indentation -= 2
    newLine()
    put("}")
  }

  /// - Parameter isLast: whether a brace or the end follows, so that compact text needs no semicolon.
  private mutating func write(_ statement: Statement, isLast: Bool) {
    noteSource(statement.position)
    switch statement.kind {
    case .empty: put(";")
    case .expression(let value):
      guardedStart = length
      write(value)
      endStatement(isLast)
    case .variables(let declaration):
      write(declaration)
      endStatement(isLast)
    case .function(let function): write(function: function)
    case .block(let statements): write(block: statements)
    case .if(let condition, let then, let otherwise):
      writeIf(condition, then, otherwise, isLast: isLast)
    case .for(let loop):
      write(loopHead: loop)
      write(body: loop.body, isLast: isLast)
    case .forIn(let variable, let subject, let body):
      write(eachLoop: variable, "in", subject)
      write(body: body, isLast: isLast)
    case .forOf(let variable, let subject, let body):
      write(eachLoop: variable, "of", subject)
      write(body: body, isLast: isLast)
    case .while(let condition, let body):
      write(head: "while", condition)
      write(body: body, isLast: isLast)
    case .switch(let subject, let cases): writeSwitch(subject, cases)
    case .break:
      put("break")
      endStatement(isLast)
    case .continue:
      put("continue")
      endStatement(isLast)
    case .return(let value):
      put("return")
      if let value {
        space()
        write(value)
      }
      endStatement(isLast)
    }
  }

  private mutating func endStatement(_ isLast: Bool) {
    if isReadable || !isLast { put(";") }
  }

  private mutating func write(_ declaration: VariableDeclaration) {
    put(declaration.keyword.rawValue)
    space()
    indentation += 2
    for (index, variable) in declaration.variables.enumerated() {
      if index > 0 {
        put(",")
        if isReadable { startLine(of: variable.name.position, after: true) }
      }
      noteSource(variable.name.position)
      put(variable.name.text)
      guard let initial = variable.initial else { continue }
      space()
      put("=")
      space()
      if declaration.variables.count == 1 { indentation -= 2 }
      write(initial)
      if declaration.variables.count == 1 { indentation += 2 }
    }
    indentation -= 2
  }

  private mutating func write(head word: String, _ condition: Expression) {
    put(word)
    space()
    put("(")
    write(condition)
    put(")")
  }

  /// Writes what a condition or a loop governs: a block on the line of its head, else a line further.
  private mutating func write(body: Statement, isLast: Bool) {
    if case .block(let statements) = body.kind {
      space()
      noteSource(body.position)
      write(block: statements)
      return
    }
    if case .empty = body.kind { return put(";") }
    if Self.needsBraces(body) {
      space()
      return write(block: [body])
    }
    if isReadable, !isFlat, !hasComment(before: body.position) {
      var flat = flat()
      flat.space()
      flat.write(body, isLast: isLast)
      if !flat.isBroken { return append(flat) }
    }
    indentation += 2
    if isReadable { startLine(of: body.position, after: true) }
    write(body, isLast: isLast)
    indentation -= 2
  }

  private mutating func writeIf(
    _ condition: Expression, _ then: Statement, _ otherwise: Statement?, isLast: Bool
  ) {
    write(head: "if", condition)
    guard let otherwise else { return write(body: then, isLast: isLast) }
    let outer = scope
    scope.end = otherwise.position
    var isBlock = false
    if case .block = then.kind { isBlock = true }
    if Self.takesElse(then) {
      isBlock = true
      space()
      write(block: [then])
    } else {
      write(body: then, isLast: false)
    }
    if isBlock { space() } else { newLine() }
    scope = outer
    put("else")
    if case .if(let condition, let then, let otherwise) = otherwise.kind {
      put(" ")
      noteSource(condition.position)
      writeIf(condition, then, otherwise, isLast: isLast)
    } else {
      write(body: otherwise, isLast: isLast)
    }
  }

  /// Whether a declaration stands where only a block can hold one.
  private static func needsBraces(_ body: Statement) -> Bool {
    switch body.kind {
    case .function: true
    case .variables(let declaration): declaration.keyword != .var
    default: false
    }
  }

  /// Whether an `else` behind the statement would belong to it.
  private static func takesElse(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .if(_, _, let otherwise): otherwise.map(takesElse) ?? true
    case .for(let loop): takesElse(loop.body)
    case .forIn(_, _, let body), .forOf(_, _, let body), .while(_, let body): takesElse(body)
    default: false
    }
  }

  private mutating func write(loopHead loop: Statement.ForLoop) {
    put("for")
    space()
    put("(")
    switch loop.initial {
    case .variables(let declaration): writeInline(declaration)
    case .expression(let value): write(value)
    case nil: break
    }
    put(";")
    if let condition = loop.condition {
      space()
      write(condition)
    }
    put(";")
    if let update = loop.update {
      space()
      write(update)
    }
    put(")")
  }

  private mutating func writeInline(_ declaration: VariableDeclaration) {
    put(declaration.keyword.rawValue)
    space()
    for (index, variable) in declaration.variables.enumerated() {
      if index > 0 {
        put(",")
        space()
      }
      put(variable.name.text)
      guard let initial = variable.initial else { continue }
      space()
      put("=")
      space()
      write(initial)
    }
  }

  private mutating func write(
    eachLoop variable: Statement.LoopVariable, _ word: String, _ subject: Expression
  ) {
    put("for")
    space()
    put("(")
    switch variable {
    case .declared(let keyword, let name):
      put(keyword.rawValue)
      space()
      put(name.text)
    case .target(let target): write(target)
    }
    space()
    put(word)
    space()
    write(subject)
    put(")")
  }

  private mutating func writeSwitch(_ subject: Expression, _ cases: [Statement.SwitchCase]) {
    let outer = scope
    write(head: "switch", subject)
    space()
    put("{")
    indentation += 2
    for (index, item) in cases.enumerated() {
      if isReadable { startLine(of: item.position, after: index == 0) }
      noteSource(item.position)
      if let value = item.value {
        put("case")
        space()
        write(value)
      } else {
        put("default")
      }
      put(":")
      indentation += 2
      scope.end = index == cases.count - 1 ? outer.end : cases[index + 1].position
      write(statements: item.body, isBeforeBrace: index == cases.count - 1)
      indentation -= 2
    }
    scope = outer
    writeCommentsInside(isFirst: cases.isEmpty)
    indentation -= 2
    newLine()
    put("}")
  }
}
