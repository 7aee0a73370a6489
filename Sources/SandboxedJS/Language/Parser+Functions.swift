extension Parser {
  /// Whether an arrow function starts here: `name =>` or `(…) =>`.
  var startsArrow: Bool {
    switch kind {
    case .identifier: following.kind == .arrow
    case .openParenthesis: afterMatch?.kind == .arrow
    default: false
    }
  }

  mutating func arrow() throws(SyntaxError) -> Expression {
    let start = position
    var parameters: [Name] = []
    if kind == .identifier {
      parameters.append(try declaredName("a parameter"))
    } else {
      parameters = try self.parameters()
    }
    if current.followsLineBreak {
      throw SyntaxError("'=>' has to stand on the line of its parameters", at: position)
    }
    advance()
    let body: Function.Body
    if kind == .openBrace {
      body = .block(try functionBlock())
    } else {
      let outside = (loops, breakables)
      (loops, breakables) = (0, 0)
      body = .expression(try expression())
      (loops, breakables) = outside
    }
    try raise(over: height, at: start)
    return Expression(
      .function(Function(.arrow, name: nil, parameters: parameters, body: body)), at: start)
  }

  /// Reads a function from the word `function` on.
  mutating func function(_ form: Function.Form) throws(SyntaxError) -> Function {
    let start = position
    try enter()
    defer { leave() }
    advance()
    if kind == .multiply { throw RejectedConstruct.generator.error(at: position) }
    var name: Name?
    if form == .declaration || kind == .identifier { name = try declaredName("a function") }
    guard kind == .openParenthesis else { throw unexpected("'(' before the parameters") }
    let parameters = try self.parameters()
    guard kind == .openBrace else { throw unexpected("'{' before the body of the function") }
    let body = try functionBlock()
    try raise(over: height, at: start)
    return Function(form, name: name, parameters: parameters, body: .block(body))
  }

  private mutating func parameters() throws(SyntaxError) -> [Name] {
    advance()
    var names: [Name] = []
    while kind != .closeParenthesis {
      names.append(try declaredName("a parameter"))
      if kind == .assign { throw RejectedConstruct.defaultParameter.error(at: position) }
      guard accept(.comma) else { break }
    }
    try expect(.closeParenthesis, ")", "after the parameters")
    return names
  }

  private mutating func functionBlock() throws(SyntaxError) -> [Statement] {
    let outside = (loops, breakables)
    (loops, breakables) = (0, 0)
    advance()
    let body = try statements(until: .closeBrace)
    try expect(.closeBrace, "}", "after the body of the function")
    (loops, breakables) = outside
    return body
  }

  /// Reads the name of something that is declared.
  mutating func declaredName(_ what: String) throws(SyntaxError) -> Name {
    switch kind {
    case .identifier:
      let name = Name(text(current), at: position)
      if name.text == "undefined" || name.text == "arguments" {
        throw SyntaxError("'\(name.text)' cannot be the name of \(what)", at: position)
      }
      advance()
      return name
    case .openBrace, .openBracket: throw RejectedConstruct.destructuring.error(at: position)
    default: throw unexpected("the name of \(what)")
    }
  }
}
