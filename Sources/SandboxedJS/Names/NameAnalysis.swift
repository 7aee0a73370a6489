/// Which name of a script is which, and what happens to it.
///
/// Places stand for what is written there, so the tree has to come from the parser.
struct NameAnalysis: Sendable {
  private(set) var bindings: [DeclaredName] = []
  private(set) var functions: [DeclaredFunction] = []
  private(set) var freeNames: [FreeName] = []
  private(set) var requirements: [Requirement] = []
  private(set) var methodCalls: [MethodCall] = []
  /// The names of all properties that the script reads, writes or lists.
  private(set) var propertyNames: Set<String> = []
  /// The names of the properties that the script itself gives to objects.
  private(set) var definedProperties: Set<String> = []

  /// All string literals.
  private(set) var texts: Set<String> = []

  /// The binding that an identifier at a place means.
  private var bindingAtPlace: [SourcePosition: Int] = [:]
  /// The function that starts at a place.
  private var functionAtPlace: [SourcePosition: Int] = [:]
  private var scopes: [[String: Int]] = []
  private var functionDepth = 0

  init(_ program: Program) {
    enter(program.statements, parameters: [:])
    visit(program.statements)
    scopes.removeAll()
  }

  /// The binding that an identifier means; `nil` for a name that nothing declares.
  func binding(of expression: Expression) -> Int? {
    guard case .identifier = expression.kind else { return nil }
    return bindingAtPlace[expression.position]
  }

  /// The number of a function expression.
  func function(of expression: Expression) -> Int? {
    guard case .function = expression.kind else { return nil }
    return functionAtPlace[expression.position]
  }

  // MARK: Scopes

  private func lookUp(_ name: String) -> Int? {
    for scope in scopes.reversed() {
      if let binding = scope[name] { return binding }
    }
    return nil
  }

  private mutating func declare(
    _ name: Name, _ kind: DeclaredName.Kind, in scope: inout [String: Int]
  ) -> Int {
    if let known = scope[name.text], bindings[known].kind == kind || kind == .var { return known }
    bindings.append(DeclaredName(name: name, kind: kind))
    scope[name.text] = bindings.count - 1
    return bindings.count - 1
  }

  /// Starts a scope with all that its statements declare, wherever in it that stands.
  private mutating func enter(
    _ statements: [Statement], parameters: [String: Int], isFunction: Bool = true
  ) {
    var scope = parameters
    if isFunction { for statement in statements { declareVars(in: statement, &scope) } }
    for statement in statements { declareLexical(in: statement, &scope) }
    scopes.append(scope)
  }

  private mutating func declareLexical(in statement: Statement, _ scope: inout [String: Int]) {
    switch statement.kind {
    case .variables(let declaration) where declaration.keyword != .var:
      let kind: DeclaredName.Kind = declaration.keyword == .const ? .const : .let
      for variable in declaration.variables { _ = declare(variable.name, kind, in: &scope) }
    case .function(let function):
      if let name = function.name { _ = declare(name, .function, in: &scope) }
    default: break
    }
  }

  /// Finds what `var` declares, which belongs to the whole function.
  private mutating func declareVars(in statement: Statement, _ scope: inout [String: Int]) {
    switch statement.kind {
    case .variables(let declaration): declareVars(declaration, &scope)
    case .block(let statements): for inner in statements { declareVars(in: inner, &scope) }
    case .if(_, let then, let otherwise):
      declareVars(in: then, &scope)
      if let otherwise { declareVars(in: otherwise, &scope) }
    case .for(let loop):
      if case .variables(let declaration) = loop.initial { declareVars(declaration, &scope) }
      declareVars(in: loop.body, &scope)
    case .forIn(let variable, _, let body), .forOf(let variable, _, let body):
      if case .declared(.var, let name) = variable { _ = declare(name, .var, in: &scope) }
      declareVars(in: body, &scope)
    case .while(_, let body): declareVars(in: body, &scope)
    case .switch(_, let cases):
      for item in cases { for inner in item.body { declareVars(in: inner, &scope) } }
    case .empty, .expression, .function, .break, .continue, .return: break
    }
  }

  private mutating func declareVars(
    _ declaration: VariableDeclaration, _ scope: inout [String: Int]
  ) {
    guard declaration.keyword == .var else { return }
    for variable in declaration.variables { _ = declare(variable.name, .var, in: &scope) }
  }

  // MARK: Statements

  private mutating func visit(_ statements: [Statement]) {
    for (index, statement) in statements.enumerated() {
      func isUnread(_ name: String, _ value: Expression, isOfList: Bool = false) -> Bool {
        value.isPlain
          && Overwriting.isOverwritten(name, behind: index, in: statements, isOfList: isOfList)
      }
      switch statement.kind {
      case .variables(let declaration) where declaration.keyword != .const:
        visit(declaration) { isUnread($0, $1, isOfList: declaration.keyword == .let) }
      case .expression(let expression):
        if case .assign(let target, let value) = expression.kind,
          case .identifier(let name) = target.kind, lookUp(name) != nil, isUnread(name, value)
        {
          note(name, NameUse(position: target.position, context: .written))
          visit(value, .value)
        } else {
          visit(expression, .value)
        }
      default: visit(statement)
      }
    }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .empty, .break, .continue: break
    case .expression(let value): visit(value, .value)
    case .variables(let declaration): visit(declaration)
    case .function(let function): visitFunction(function, at: statement.position)
    case .block(let statements): visit(block: statements)
    case .if(let condition, let then, let otherwise):
      visit(condition, .tested)
      visit(then)
      if let otherwise { visit(otherwise) }
    case .for(let loop): visit(loop)
    case .forIn(let variable, let subject, let body):
      visit(eachLoop: variable, .unknown, subject, body)
    case .forOf(let variable, let subject, let body):
      visit(eachLoop: variable, .element(of: subject), subject, body)
    case .while(let condition, let body):
      visit(condition, .tested)
      visit(body)
    case .switch(let subject, let cases):
      visit(subject, .tested)
      enter(cases.flatMap(\.body), parameters: [:], isFunction: false)
      for item in cases {
        if let value = item.value { visit(value, .tested) }
        for inner in item.body { visit(inner) }
      }
      scopes.removeLast()
    case .return(let value): if let value { visit(value, .value) }
    }
  }

  private mutating func visit(block statements: [Statement]) {
    enter(statements, parameters: [:], isFunction: false)
    visit(statements)
    scopes.removeLast()
  }

  /// - Parameter isUnread: whether nothing ever reads the first value of a name.
  private mutating func visit(
    _ declaration: VariableDeclaration,
    isUnread: (String, Expression) -> Bool = { _, _ in false }
  ) {
    for variable in declaration.variables {
      guard let initial = variable.initial, let binding = lookUp(variable.name.text) else {
        continue
      }
      if isUnread(variable.name.text, initial) {
        visit(initial, .value)
      } else {
        give(binding, initial)
      }
    }
  }

  /// Notes that a binding is given the value of an expression.
  private mutating func give(_ binding: Int, _ value: Expression) {
    if case .function = value.kind {
      visit(value, .alias(binding))
      if let function = functionAtPlace[value.position] {
        functions[function].binding = binding
        bindings[binding].values.append(.function(function))
      }
    } else if appends(value, to: binding) {
      bindings[binding].values.append(.appended)
      visit(value, .value)
    } else {
      bindings[binding].values.append(.expression(value))
      visit(value, .alias(binding))
    }
  }

  /// Whether a value is what the name holds already, and something behind it: `a = a + b`.
  private func appends(_ value: Expression, to binding: Int) -> Bool {
    var first = value
    while case .binary(.add, let left, _) = first.kind { first = left }
    guard case .binary = value.kind, case .identifier(let name) = first.kind else { return false }
    return lookUp(name) == binding
  }

  private mutating func visit(_ loop: Statement.ForLoop) {
    var scope: [String: Int] = [:]
    if case .variables(let declaration) = loop.initial, declaration.keyword != .var {
      let kind: DeclaredName.Kind = declaration.keyword == .const ? .const : .let
      for variable in declaration.variables { _ = declare(variable.name, kind, in: &scope) }
    }
    scopes.append(scope)
    switch loop.initial {
    case .variables(let declaration): visit(declaration)
    case .expression(let value): visit(value, .value)
    case nil: break
    }
    if let condition = loop.condition { visit(condition, .tested) }
    if let update = loop.update { visit(update, .value) }
    visit(loop.body)
    scopes.removeLast()
  }

  private mutating func visit(
    eachLoop variable: Statement.LoopVariable, _ value: DeclaredName.Value, _ subject: Expression,
    _ body: Statement
  ) {
    visit(subject, .tested)
    var scope: [String: Int] = [:]
    if case .declared(let keyword, let name) = variable, keyword != .var {
      _ = declare(name, keyword == .const ? .const : .let, in: &scope)
    }
    scopes.append(scope)
    switch variable {
    case .declared(_, let name):
      if let binding = lookUp(name.text) { bindings[binding].values.append(value) }
    case .target(let target): visit(target: target, giving: value)
    }
    visit(body)
    scopes.removeLast()
  }

  // MARK: Functions

  private mutating func visitFunction(_ function: Function, at position: SourcePosition) {
    let number = functions.count
    functions.append(DeclaredFunction(function: function))
    functionAtPlace[position] = number
    var names: [String: Int] = [:]
    if let name = function.name {
      if function.form == .declaration {
        if let binding = lookUp(name.text) {
          functions[number].binding = binding
          bindings[binding].values.append(.function(number))
        }
      } else {
        let binding = declare(name, .function, in: &names)
        bindings[binding].values.append(.function(number))
        scopes.append(names)
      }
    }
    defer { if function.form == .expression, function.name != nil { scopes.removeLast() } }
    var parameters: [String: Int] = [:]
    for (index, parameter) in function.parameters.enumerated() {
      bindings.append(DeclaredName(name: parameter, kind: .parameter, parameter: (number, index)))
      parameters[parameter.text] = bindings.count - 1
      functions[number].parameters.append(bindings.count - 1)
    }
    functionDepth += 1
    switch function.body {
    case .block(let statements):
      enter(statements, parameters: parameters)
      visit(statements)
    case .expression(let value):
      scopes.append(parameters)
      visit(value, .value)
    }
    scopes.removeLast()
    functionDepth -= 1
  }

  // MARK: Expressions

  private mutating func visit(_ expression: Expression, _ context: NameUse.Context) {
    switch expression.kind {
    case .null, .boolean, .number, .illFormedString: break
    case .string(let text): texts.insert(text)
    case .identifier(let name):
      note(name, NameUse(position: expression.position, context: context))
    case .array(let elements): for element in elements { visit(element, .value) }
    case .object(let properties):
      for property in properties {
        propertyNames.insert(property.key.text)
        definedProperties.insert(property.key.text)
        visit(property.value, .value)
      }
    case .function(let function): visitFunction(function, at: expression.position)
    case .member(let object, let name):
      propertyNames.insert(name.text)
      visit(object, .member(name.text))
    case .index(let object, let index):
      visit(object, Self.context(ofIndex: index) ?? .indexed(index))
      if case .string(let name) = index.kind { propertyNames.insert(name) }
      visit(index, .value)
    case .call(let callee, let arguments): visitCall(callee, arguments, expression, context)
    case .unary(_, let operand): visit(operand, .tested)
    case .update(_, let target): visit(target: target, giving: .unknown)
    case .binary(let sign, let left, let right):
      let isTest = (6...7).contains(sign.precedence)
      visit(left, isTest ? .tested : .value)
      visit(right, isTest ? .tested : .value)
    case .logical(let sign, let left, let right):
      visit(left, sign == .and ? .tested : context)
      visit(right, context)
    case .conditional(let condition, let then, let otherwise):
      visit(condition, .tested)
      visit(then, context)
      visit(otherwise, context)
    case .assign(let target, let value):
      if case .identifier(let name) = target.kind, let binding = lookUp(name) {
        note(name, NameUse(position: target.position, context: .written))
        give(binding, value)
      } else {
        visit(target: target, giving: .unknown)
        visit(value, .value)
      }
    case .addAssign(let target, let value):
      visit(target: target, giving: .appended)
      visit(value, .value)
    }
  }

  private mutating func visit(target: Expression, giving value: DeclaredName.Value) {
    switch target.kind {
    case .identifier(let name):
      if let binding = lookUp(name) { bindings[binding].values.append(value) }
      note(name, NameUse(position: target.position, context: .written))
    case .member(let object, let name):
      propertyNames.insert(name.text)
      definedProperties.insert(name.text)
      visit(object, .changed)
    case .index(let object, let index):
      if case .string(let name) = index.kind { definedProperties.insert(name) }
      visit(object, .changed)
      visit(index, .value)
    default: visit(target, .value)
    }
  }

  private mutating func visitCall(
    _ callee: Expression, _ arguments: [Expression], _ call: Expression, _ context: NameUse.Context
  ) {
    if case .identifier("require") = callee.kind, lookUp("require") == nil {
      var name: String?
      if arguments.count == 1, case .string(let text) = arguments[0].kind { name = text }
      requirements.append(
        Requirement(name: name, use: NameUse(position: call.position, context: context)))
      note("require", NameUse(position: callee.position, context: .called(arguments)))
      for argument in arguments { visit(argument, .value) }
      return
    }
    var iterated: Expression?
    if case .member(let object, let method) = callee.kind {
      propertyNames.insert(method.text)
      methodCalls.append(MethodCall(object: object, method: method))
      visit(object, .method(method.text, arguments))
      if Self.iteratingMethods.contains(method.text) { iterated = object }
    } else {
      visit(callee, .called(arguments))
    }
    for (index, argument) in arguments.enumerated() {
      visit(argument, .argument(of: callee))
      if index == 0, let function = function(of: argument) {
        functions[function].iterated = iterated
      }
    }
  }

  private mutating func note(_ name: String, _ use: NameUse) {
    if let binding = lookUp(name) {
      bindings[binding].uses.append(use)
      bindingAtPlace[use.position] = binding
    } else {
      freeNames.append(FreeName(name: name, use: use, isInFunction: functionDepth > 0))
    }
  }
}
