/// Finds out which names a script declares where, and which of them functions share.
///
/// It lists the scopes in the order in which the code generator enters them: a block's functions before
/// its statements; of `for` the start, the body, the update, the condition; of `switch` all values before
/// all bodies.
struct ScopeAnalysis {
  private(set) var scopes: [Scope] = []
  /// Names that are declared nowhere, each with its first place.
  private(set) var undeclared: [Name] = []
  private var undeclaredTexts: Set<String> = []
  private var scope: Scope
  private var function: FunctionScope
  private var loops = 0

  init(_ parts: [Program], supplied: [String]) throws(SyntaxError) {
    function = FunctionScope(nil)
    scope = Scope(nil, function, isRepeated: false)
    scopes.append(scope)
    for (index, name) in supplied.enumerated() {
      let binding = Binding(
        Name(name, at: SourcePosition(line: 1, column: 1)), .supplied, in: function)
      binding.storage = .global(index)
      scope.add(binding)
    }
    let body = parts.flatMap(\.statements)
    try enterScope { (self: inout Self) throws(SyntaxError) in
      try self.hoistVariables(body)
      try self.visit(block: body)
    }
  }

  // MARK: Scopes

  private mutating func enterScope(
    _ body: (inout Self) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let outer = scope
    scope = Scope(outer, function, isRepeated: loops > 0)
    scopes.append(scope)
    try body(&self)
    scope = outer
  }

  @discardableResult
  private mutating func declare(
    _ name: Name, _ kind: Binding.Kind
  ) throws(SyntaxError) -> Binding {
    if let earlier = scope[name.text] {
      switch (earlier.kind, kind) {
      case (.var, .var), (.var, .function), (.function, .var), (.function, .function),
        (.parameter, .parameter), (.parameter, .var), (.parameter, .function):
        return earlier
      default:
        throw SyntaxError(
          "'\(name.text)' is declared twice; it was first declared at \(earlier.name.position)",
          at: name.position)
      }
    }
    let binding = Binding(name, kind, in: function)
    scope.add(binding)
    return binding
  }

  private mutating func use(_ name: Name) {
    var current: Scope? = scope
    while let place = current {
      if let binding = place[name.text] {
        if binding.function !== function {
          binding.isShared = true
          binding.isReadEarly = true
        } else if !binding.isInitialised {
          binding.isReadEarly = true
        }
        return
      }
      current = place.parent
    }
    if name.text == "undefined" { return }
    if name.text == "arguments", useArguments() { return }
    if undeclaredTexts.insert(name.text).inserted { undeclared.append(name) }
  }

  /// Gives the function around this place its `arguments`; says whether there is a function.
  private func useArguments() -> Bool {
    guard function.parent != nil else { return false }
    if function.arguments == nil {
      function.arguments = Binding(
        Name("arguments", at: SourcePosition(line: 1, column: 1)), .variable, in: function)
    }
    return true
  }

  // MARK: Declarations

  /// Declares the `var` variables of a function, wherever they stand in it.
  private mutating func hoistVariables(_ statements: [Statement]) throws(SyntaxError) {
    for statement in statements { try hoistVariables(statement) }
  }

  private mutating func hoistVariables(_ statement: Statement) throws(SyntaxError) {
    switch statement.kind {
    case .variables(let declaration): try hoist(declaration)
    case .block(let body): try hoistVariables(body)
    case .if(_, let then, let otherwise):
      try hoistVariables(then)
      if let otherwise { try hoistVariables(otherwise) }
    case .for(let loop):
      if case .variables(let declaration) = loop.initial { try hoist(declaration) }
      try hoistVariables(loop.body)
    case .forIn(let variable, _, let body), .forOf(let variable, _, let body):
      if case .declared(.var, let name) = variable { try declare(name, .var).isReadEarly = true }
      try hoistVariables(body)
    case .while(_, let body): try hoistVariables(body)
    case .switch(_, let cases): for each in cases { try hoistVariables(each.body) }
    case .empty, .expression, .function, .break, .continue, .return: break
    }
  }

  private mutating func hoist(_ declaration: VariableDeclaration) throws(SyntaxError) {
    guard declaration.keyword == .var else { return }
    for variable in declaration.variables { try declare(variable.name, .var).isReadEarly = true }
  }

  private mutating func declareLexical(_ statements: [Statement]) throws(SyntaxError) {
    for statement in statements {
      switch statement.kind {
      case .variables(let declaration) where declaration.keyword != .var:
        for variable in declaration.variables {
          try declare(variable.name, declaration.keyword == .const ? .constant : .variable)
        }
      case .function(let function):
        if let name = function.name { try declare(name, .function) }
      default: break
      }
    }
  }

  /// Visits statements whose scope is entered already.
  private mutating func visit(block statements: [Statement]) throws(SyntaxError) {
    try declareLexical(statements)
    try visitFunctions(statements)
    for statement in statements { try visit(statement) }
  }

  private mutating func visitFunctions(_ statements: [Statement]) throws(SyntaxError) {
    for statement in statements {
      if case .function(let function) = statement.kind { try visit(function) }
    }
  }

  // MARK: Statements

  private mutating func visit(_ statement: Statement) throws(SyntaxError) {
    switch statement.kind {
    case .empty, .function, .break, .continue: break
    case .expression(let value): try visit(value)
    case .variables(let declaration): try visit(declaration)
    case .block(let body):
      try enterScope { (self: inout Self) throws(SyntaxError) in try self.visit(block: body) }
    case .if(let condition, let then, let otherwise):
      try visit(condition)
      try visit(then)
      if let otherwise { try visit(otherwise) }
    case .for(let loop): try visit(loop)
    case .forIn(let variable, let subject, let body), .forOf(let variable, let subject, let body):
      try visit(subject)
      loops += 1
      try enterScope { (self: inout Self) throws(SyntaxError) in
        switch variable {
        case .declared(.var, let name): self.use(name)
        case .declared(let keyword, let name):
          try self.declare(name, keyword == .const ? .constant : .variable).isInitialised = true
        case .target(let target): try self.visit(target)
        }
        try self.visit(body)
      }
      loops -= 1
    case .while(let condition, let body):
      loops += 1
      try visit(body)
      try visit(condition)
      loops -= 1
    case .switch(let subject, let cases):
      try visit(subject)
      try enterScope { (self: inout Self) throws(SyntaxError) in
        let body = cases.flatMap(\.body)
        try self.declareLexical(body)
        // A case can be entered without the declarations of the cases before it.
        for binding in self.scope.bindings { binding.isReadEarly = true }
        try self.visitFunctions(body)
        for each in cases { if let value = each.value { try self.visit(value) } }
        for statement in body { try self.visit(statement) }
      }
    case .return(let value): if let value { try visit(value) }
    }
  }

  private mutating func visit(_ loop: Statement.ForLoop) throws(SyntaxError) {
    loops += 1
    try enterScope { (self: inout Self) throws(SyntaxError) in
      switch loop.initial {
      case .variables(let declaration)?:
        if declaration.keyword != .var {
          for variable in declaration.variables {
            try self.declare(
              variable.name, declaration.keyword == .const ? .constant : .variable)
          }
        }
        try self.visit(declaration)
      case .expression(let value)?: try self.visit(value)
      case nil: break
      }
      try self.visit(loop.body)
      if let update = loop.update { try self.visit(update) }
      if let condition = loop.condition { try self.visit(condition) }
    }
    loops -= 1
  }

  private mutating func visit(_ declaration: VariableDeclaration) throws(SyntaxError) {
    for variable in declaration.variables {
      if let initial = variable.initial { try visit(initial) }
      scope[variable.name.text]?.isInitialised = true
      if declaration.keyword == .var { use(variable.name) }
    }
  }

  private mutating func visit(_ function: Function) throws(SyntaxError) {
    let outer = (self.function, loops)
    self.function = FunctionScope(outer.0)
    loops = 0
    try enterScope { (self: inout Self) throws(SyntaxError) in
      for parameter in function.parameters {
        try self.declare(parameter, .parameter).isInitialised = true
      }
      switch function.body {
      case .block(let body):
        try self.hoistVariables(body)
        try self.declareLexical(body)
        try self.declareCallee(function)
        try self.visitFunctions(body)
        for statement in body { try self.visit(statement) }
      case .expression(let value): try self.visit(value)
      }
    }
    (self.function, loops) = outer
  }

  private mutating func declareCallee(_ function: Function) throws(SyntaxError) {
    guard function.form == .expression, let name = function.name, scope[name.text] == nil
    else { return }
    try declare(name, .callee).isInitialised = true
  }

  // MARK: Expressions

  private mutating func visit(_ expression: Expression) throws(SyntaxError) {
    switch expression.kind {
    case .null, .boolean, .number, .string, .illFormedString: break
    case .identifier(let name): use(Name(name, at: expression.position))
    case .array(let elements): for element in elements { try visit(element) }
    case .object(let properties): for property in properties { try visit(property.value) }
    case .function(let function): try visit(function)
    case .member(let object, _): try visit(object)
    case .unary(_, let operand), .update(_, let operand): try visit(operand)
    case .call(let callee, let arguments):
      try visit(callee)
      for argument in arguments { try visit(argument) }
    case .index(let left, let right), .binary(_, let left, let right),
      .logical(_, let left, let right), .assign(let left, let right),
      .addAssign(let left, let right):
      try visit(left)
      try visit(right)
    case .conditional(let condition, let then, let otherwise):
      try visit(condition)
      try visit(then)
      try visit(otherwise)
    }
  }
}
