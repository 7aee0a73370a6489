extension Parser {
  /// Reads an expression; a comma ends it.
  mutating func expression() throws(SyntaxError) -> Expression {
    try enter()
    defer { leave() }
    let start = position
    var left: Expression
    if startsArrow {
      left = try arrow()
      // Tag Manager's grammar lets arguments follow a body in braces, JavaScript's does not.
      guard kind == .openParenthesis, !current.followsLineBreak else { return left }
      left = try binary(above: 0, from: postfix(left, at: start), at: start)
    } else {
      left = try binary(above: 0)
    }
    switch kind {
    case .question: return try conditional(left, at: start)
    case .assign, .addAssign:
      let isAdd = kind == .addAssign
      try checkTarget(left, "assigned to")
      advance()
      let targetHeight = height
      let value = try expression()
      try raise(over: max(targetHeight, height), at: start)
      return Expression(isAdd ? .addAssign(left, value) : .assign(left, value), at: start)
    case .rejectedMark, .invalid: throw unexpected("an operator")
    case .arrow:
      throw SyntaxError("'=>' follows a parameter or parameters in parentheses", at: position)
    default: return left
    }
  }

  /// Reads an expression where a comma would be the comma operator.
  mutating func lonelyExpression() throws(SyntaxError) -> Expression {
    let value = try expression()
    if kind == .comma { throw RejectedConstruct.comma.error(at: position) }
    return value
  }

  private mutating func conditional(
    _ condition: Expression, at start: SourcePosition
  ) throws(SyntaxError) -> Expression {
    var highest = height
    advance()
    let then = try expression()
    highest = max(highest, height)
    try expect(.colon, ":", "after the first value of '?'")
    let otherwise = try expression()
    try raise(over: max(highest, height), at: start)
    return Expression(.conditional(condition, then: then, otherwise: otherwise), at: start)
  }

  /// Reads operands and the operators that bind more strongly than `minimum`.
  private mutating func binary(above minimum: Int) throws(SyntaxError) -> Expression {
    let start = position
    return try binary(above: minimum, from: unary(), at: start)
  }

  /// Reads the operators and operands that follow a first operand.
  private mutating func binary(
    above minimum: Int, from first: Expression, at start: SourcePosition
  ) throws(SyntaxError) -> Expression {
    var left = first
    while true {
      if kind == .or || kind == .and {
        let logical: LogicalOperator = kind == .or ? .or : .and
        guard logical.precedence > minimum else { return left }
        let leftHeight = height
        advance()
        let right = try binary(above: logical.precedence)
        try raise(over: max(leftHeight, height), at: start)
        left = Expression(.logical(logical, left, right), at: start)
      } else if let binary = BinaryOperator(kind) {
        guard binary.precedence > minimum else { return left }
        let leftHeight = height
        advance()
        let right = try self.binary(above: binary.precedence)
        try raise(over: max(leftHeight, height), at: start)
        left = Expression(.binary(binary, left, right), at: start)
      } else {
        return left
      }
    }
  }

  private mutating func unary() throws(SyntaxError) -> Expression {
    let start = position
    let mark: UnaryOperator
    switch kind {
    case .not: mark = .not
    case .subtract: mark = .negate
    case .bitwiseNot: mark = .bitwiseNot
    case .typeof: mark = .typeof
    case .add: throw RejectedConstruct.unaryPlus.error(at: start)
    case .increment, .decrement:
      let isIncrement = kind == .increment
      try enter()
      defer { leave() }
      advance()
      let operand = try unary()
      try checkTarget(operand, isIncrement ? "incremented" : "decremented")
      try raise(over: height, at: start)
      return Expression(
        .update(.init(isIncrement: isIncrement, isPrefix: true), operand), at: start)
    default: return try postfix()
    }
    try enter()
    defer { leave() }
    advance()
    let operand = try unary()
    try raise(over: height, at: start)
    return Expression(.unary(mark, operand), at: start)
  }

  /// Reads an operand with the calls and properties that follow it.
  private mutating func postfix() throws(SyntaxError) -> Expression {
    let start = position
    return try postfix(primary(), at: start)
  }

  /// Reads the calls and properties that follow an operand.
  private mutating func postfix(
    _ operand: Expression, at start: SourcePosition
  ) throws(SyntaxError) -> Expression {
    var value = operand
    while true {
      switch kind {
      case .dot:
        advance()
        let name = try propertyName()
        try raise(over: height, at: name.position)
        value = Expression(.member(value, name), at: start)
      case .openBracket:
        let objectHeight = height
        advance()
        let index = try lonelyExpression()
        try expect(.closeBracket, "]", "after the index")
        try raise(over: max(objectHeight, height), at: start)
        value = Expression(.index(value, index), at: start)
      case .openParenthesis:
        let calleeHeight = height
        advance()
        let arguments = try list(until: .closeParenthesis, ")", "after the arguments")
        try raise(over: max(calleeHeight, height), at: start)
        value = Expression(.call(value, arguments), at: start)
      case .increment, .decrement:
        if current.followsLineBreak { return value }
        let isIncrement = kind == .increment
        try checkTarget(value, isIncrement ? "incremented" : "decremented")
        advance()
        try raise(over: height, at: start)
        return Expression(
          .update(.init(isIncrement: isIncrement, isPrefix: false), value), at: start)
      case .rejectedMark where rejected != nil: throw unexpected("an operator")
      default: return value
      }
    }
  }

  private mutating func primary() throws(SyntaxError) -> Expression {
    let token = current
    height = 0
    switch token.kind {
    case .identifier:
      try rejectContextualWord()
      advance()
      return Expression(.identifier(text(token)), at: token.position)
    case .string:
      advance()
      return Expression(
        try StringLiteral.read(content(token), at: token.position), at: token.position)
    case .number:
      advance()
      return Expression(.number(try number(token)), at: token.position)
    case .true, .false:
      advance()
      return Expression(.boolean(token.kind == .true), at: token.position)
    case .null:
      advance()
      return Expression(.null, at: token.position)
    case .openParenthesis:
      advance()
      let value = try lonelyExpression()
      try expect(.closeParenthesis, ")", "to close the parenthesis at \(token.position)")
      return value
    case .openBracket:
      advance()
      let elements = try list(until: .closeBracket, "]", "after the elements of the array")
      try raise(over: height, at: token.position)
      return Expression(.array(elements), at: token.position)
    case .openBrace: return try object()
    case .function:
      let function = try function(.expression)
      return Expression(.function(function), at: token.position)
    case .in: throw RejectedConstruct.inOperator.error(at: token.position)
    default: throw unexpected("a value")
    }
  }

  private func number(_ token: Token) throws(SyntaxError) -> Double {
    var text = text(token)
    // Swift reads neither '1.' nor '.5'.
    if text.hasPrefix(".") { text = "0" + text }
    if let dot = text.firstIndex(of: "."),
      !text[dot...].dropFirst().prefix(1).allSatisfy(\.isNumber)
        || text.hasSuffix(".")
    {
      text.insert("0", at: text.index(after: dot))
    }
    guard let value = Double(text) else {
      throw SyntaxError("'\(text)' is not a number", at: token.position)
    }
    return value
  }

  /// Reads values separated by commas up to a closing mark.
  private mutating func list(
    until end: Token.Kind, _ mark: String, _ purpose: String
  ) throws(SyntaxError) -> [Expression] {
    var values: [Expression] = []
    var highest = 0
    while kind != end {
      if kind == .comma {
        throw SyntaxError("a value is missing before ','; write 'undefined'", at: position)
      }
      values.append(try expression())
      highest = max(highest, height)
      guard accept(.comma) else { break }
    }
    try expect(end, mark, purpose)
    height = highest
    return values
  }

  private mutating func object() throws(SyntaxError) -> Expression {
    let start = position
    try enter()
    defer { leave() }
    advance()
    var properties: [Expression.Property] = []
    var highest = 0
    while kind != .closeBrace {
      let key = try propertyKey()
      if kind == .openParenthesis { throw RejectedConstruct.method.error(at: key.position) }
      try expect(.colon, ":", "after the key '\(key.text)'")
      properties.append(.init(key, try expression()))
      highest = max(highest, height)
      guard accept(.comma) else { break }
    }
    try expect(.closeBrace, "}", "after the properties of the object")
    try raise(over: highest, at: start)
    return Expression(.object(properties), at: start)
  }

  private mutating func propertyKey() throws(SyntaxError) -> Name {
    let token = current
    switch token.kind {
    case .string:
      advance()
      guard case .string(let text) = try StringLiteral.read(content(token), at: token.position)
      else {
        throw SyntaxError("a key cannot hold half a character", at: token.position)
      }
      return Name(text, at: token.position)
    case .number:
      advance()
      return Name(JavaScriptNumber.text(try number(token)), at: token.position)
    case .openBracket: throw RejectedConstruct.computedKey.error(at: token.position)
    case _ where token.kind.isWord:
      let name = text(token)
      advance()
      if name == "get" || name == "set", kind.isWord || kind == .string || kind == .number {
        throw RejectedConstruct.accessor.error(at: token.position)
      }
      if name == "async", kind.isWord {
        throw RejectedConstruct.asynchronousFunction.error(at: token.position)
      }
      if token.kind == .identifier, kind == .comma || kind == .closeBrace {
        throw RejectedConstruct.shorthand(name).error(at: token.position)
      }
      return Name(name, at: token.position)
    case .multiply: throw RejectedConstruct.generator.error(at: token.position)
    default: throw unexpected("a key of the object")
    }
  }

  /// A property's name after a dot, where every word is allowed.
  private mutating func propertyName() throws(SyntaxError) -> Name {
    guard kind.isWord else { throw unexpected("a property's name after '.'") }
    let name = Name(text(current), at: position)
    advance()
    return name
  }

  func checkTarget(_ target: Expression, _ verb: String) throws(SyntaxError) {
    switch target.kind {
    case .identifier(let name) where name == "undefined" || name == "arguments":
      throw SyntaxError("'\(name)' cannot be \(verb)", at: target.position)
    case .identifier, .member, .index: return
    case .array, .object: throw RejectedConstruct.destructuring.error(at: target.position)
    default:
      throw SyntaxError(
        "only a variable or a property can be \(verb)", at: target.position)
    }
  }

  /// Refuses words that begin a construct which the sandbox does not have.
  private func rejectContextualWord() throws(SyntaxError) {
    let next = following
    if next.kind == .function, !next.followsLineBreak, text(current) == "async" {
      throw RejectedConstruct.asynchronousFunction.error(at: position)
    }
  }
}

extension BinaryOperator {
  init?(_ kind: Token.Kind) {
    switch kind {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .remainder: self = .remainder
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .identical: self = .identical
    case .notIdentical: self = .notIdentical
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .bitwiseAnd: self = .bitwiseAnd
    case .bitwiseOr: self = .bitwiseOr
    case .bitwiseXor: self = .bitwiseXor
    case .shiftLeft: self = .shiftLeft
    case .shiftRight: self = .shiftRight
    case .shiftRightUnsigned: self = .shiftRightUnsigned
    default: return nil
    }
  }
}
