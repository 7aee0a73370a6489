extension ScriptPrinter {
  /// Writes an expression, in parentheses where it binds less strongly than its place needs.
  mutating func write(_ expression: Expression, above minimum: Int = 0) {
    guard !isBroken else { return }
    if expression.precedence < minimum {
      put("(")
      write(expression)
      put(")")
      return
    }
    noteSource(expression.position)
    switch expression.kind {
    case .null: put("null")
    case .boolean(let value): put(value ? "true" : "false")
    case .number(let value): write(number: value)
    case .string(let text): write(string: text)
    case .illFormedString(let units): write(units: units)
    case .identifier(let name): put(name)
    case .array(let elements): writeList("[", elements.map { .value($0) }, "]")
    case .object(let properties):
      writeGuarded { $0.writeList("{", properties.map { .property($0) }, "}") }
    case .function(let function):
      if function.form == .arrow {
        writeArrow(function)
      } else {
        writeGuarded { $0.write(function: function) }
      }
    case .member(let object, let name): writeMember(object, name)
    case .index(let object, let index):
      writeObject(object)
      put("[")
      write(index)
      put("]")
    case .call(let callee, let arguments):
      writeObject(callee)
      writeList("(", arguments.map { .value($0) }, ")")
    case .unary(let sign, let operand):
      put(sign.rawValue)
      if sign == .typeof { space() }
      write(operand, above: Expression.unary)
    case .update(let update, let operand):
      let mark = update.isIncrement ? "++" : "--"
      if update.isPrefix { put(mark) }
      write(operand, above: update.isPrefix ? Expression.unary : Expression.call)
      if !update.isPrefix { put(mark) }
    case .binary(let sign, _, _):
      writeChain(expression, sign.precedence)
    case .logical(let sign, _, _):
      writeChain(expression, sign.precedence)
    case .conditional(let condition, let then, let otherwise):
      writeConditional(condition, then, otherwise)
    case .assign(let target, let value): writeAssignment(target, "=", value)
    case .addAssign(let target, let value): writeAssignment(target, "+=", value)
    }
  }

  /// Writes what cannot start a statement as it is.
  private mutating func writeGuarded(_ write: (inout ScriptPrinter) -> Void) {
    let isGuarded = guardedStart == length
    if isGuarded { put("(") }
    write(&self)
    if isGuarded { put(")") }
  }

  /// Writes what a property, an index or arguments follow.
  private mutating func writeObject(_ object: Expression) {
    write(object, above: Expression.call)
  }

  private mutating func writeMember(_ object: Expression, _ name: Name) {
    if case .number(let value) = object.kind, value.sign == .plus {
      let text = text(number: value)
      if isReadable, guardedStart != length {
        put("(")
        put(text)
        put(")")
      } else {
        put(text.contains(".") || text.contains("e") ? text : text + ".")
      }
    } else {
      writeObject(object)
    }
    guard Self.isWord(name.text) || name.text.utf8.contains(where: { $0 >= 0x80 }) else {
      put("[")
      write(string: name.text)
      put("]")
      return
    }
    put(".")
    put(name.text)
  }

  private mutating func writeAssignment(_ target: Expression, _ mark: String, _ value: Expression) {
    write(target, above: Expression.call)
    space()
    put(mark)
    space()
    write(value)
  }

  private mutating func writeArrow(_ function: Function) {
    if style == .compact, function.parameters.count == 1 {
      put(function.parameters[0].text)
    } else {
      write(parameters: function.parameters)
    }
    space()
    put("=>")
    space()
    switch function.body {
    case .block(let statements): write(block: statements)
    case .expression(let value):
      guardedStart = length
      write(value)
    }
  }

  mutating func write(function: Function) {
    put("function")
    if let name = function.name {
      put(" ")
      put(name.text)
    }
    write(parameters: function.parameters)
    space()
    switch function.body {
    case .block(let statements): write(block: statements)
    case .expression(let value): write(block: [Statement(.return(value), at: value.position)])
    }
  }

  private mutating func write(parameters: [Name]) {
    put("(")
    for (index, parameter) in parameters.enumerated() {
      if index > 0 {
        put(",")
        space()
      }
      put(parameter.text)
    }
    put(")")
  }
}
