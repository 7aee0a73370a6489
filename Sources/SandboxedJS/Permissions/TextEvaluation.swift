/// Works out which texts an expression can have, as far as a script shows it: through names that are
/// given literals, `+`, alternatives, functions of the script and their arguments.
struct TextEvaluation {
  let names: NameAnalysis
  private var visited: Set<Int> = []
  private var steps = 0
  private var depth = 0
  private var stepsLeft = 2_000_000

  /// Beyond so many steps for one expression, so deep a chain of names, or so many texts, nothing is
  /// known: no script takes long, or much memory, to look at.
  private static let mostSteps = 5_000
  private static let deepestChain = 60
  private static let mostTexts = 32

  init(_ names: NameAnalysis) {
    self.names = names
  }

  /// The texts that an expression can have, each once.
  mutating func texts(of expression: Expression) -> [KnownText] {
    guard stepsLeft > 0 else { return [.unknown] }
    (steps, depth, visited) = (0, 0, [])
    defer { stepsLeft -= steps }
    return evaluate(expression)
  }

  private mutating func evaluate(_ expression: Expression) -> [KnownText] {
    steps += 1
    guard steps < Self.mostSteps else { return [.unknown] }
    switch expression.kind {
    case .string(let text): return [.exactly(text)]
    case .number(let value): return [.exactly(JavaScriptNumber.text(value))]
    case .identifier:
      guard let binding = names.binding(of: expression) else { return [.unknown] }
      return evaluate(binding: binding)
    case .binary(.add, let left, let right): return evaluateSum(left, right)
    case .logical(.or, let left, let right): return united(evaluate(left) + evaluate(right))
    case .logical(.and, _, let right): return evaluate(right)
    case .conditional(_, let then, let otherwise):
      return united(evaluate(then) + evaluate(otherwise))
    case .assign(_, let value): return evaluate(value)
    case .member(let object, let name): return evaluate(property: name.text, of: object)
    case .index(let object, let index):
      let name: String? = if case .string(let text) = index.kind { text } else { nil }
      return evaluate(property: name, of: object)
    case .call(let callee, let arguments): return evaluateCall(callee, arguments)
    default: return [.unknown]
    }
  }

  /// Each text once, and none that another one's start covers.
  private func united(_ texts: [KnownText]) -> [KnownText] {
    var seen: Set<KnownText> = []
    let once = texts.filter { seen.insert($0).inserted }
    guard !once.isEmpty, once.count <= Self.mostTexts else { return [.unknown] }
    return once.filter { text in !once.contains { $0 != text && $0.covers(text) } }
  }

  private mutating func evaluateSum(_ left: Expression, _ right: Expression) -> [KnownText] {
    // The sum of two numbers is not text.
    if case .number = left.kind, case .number = right.kind { return [.unknown] }
    let (starts, ends) = (evaluate(left), evaluate(right))
    return united(starts.flatMap { start in ends.map { start.followed(by: $0) } })
  }

  private mutating func evaluate(binding: Int) -> [KnownText] {
    guard depth < Self.deepestChain, visited.insert(binding).inserted else { return [.unknown] }
    depth += 1
    defer {
      visited.remove(binding)
      depth -= 1
    }
    let known = names.bindings[binding]
    var texts: [KnownText] = []
    var isAppended = false
    for value in known.values {
      switch value {
      case .expression(let expression): texts += evaluate(expression)
      case .element(let subject):
        texts += elements(of: subject).map { $0.flatMap { evaluate($0) } } ?? [.unknown]
      case .appended: isAppended = true
      case .function, .unknown: texts.append(.unknown)
      }
    }
    if let parameter = known.parameter {
      texts += evaluate(parameter: parameter.index, of: parameter.function)
    }
    guard isAppended else { return united(texts) }
    return united(texts.map { $0.followed(by: .unknown) })
  }

  /// Returns the texts that a parameter is given, where every call of its function is known.
  private mutating func evaluate(parameter index: Int, of function: Int) -> [KnownText] {
    let scope = names.functions[function]
    if let iterated = scope.iterated, index == 0, scope.binding == nil {
      return elements(of: iterated).map { $0.flatMap { evaluate($0) } } ?? [.unknown]
    }
    guard let binding = scope.binding, names.bindings[binding].values.count == 1 else {
      return [.unknown]
    }
    var texts: [KnownText] = []
    for use in names.bindings[binding].uses {
      guard case .called(let arguments) = use.context else { return [.unknown] }
      // What is left out is undefined, and no text that a permission could be about.
      if index < arguments.count { texts += evaluate(arguments[index]) }
    }
    return united(texts)
  }

  private mutating func evaluateCall(_ callee: Expression, _ arguments: [Expression])
    -> [KnownText]
  {
    if case .member(let object, let method) = callee.kind, method.text == "join" {
      return evaluateJoin(object, arguments)
    }
    guard let binding = names.binding(of: callee) else { return [.unknown] }
    if isAPI("makeString", binding), arguments.count == 1 { return evaluate(arguments[0]) }
    guard names.bindings[binding].values.count == 1,
      case .function(let function) = names.bindings[binding].values[0],
      depth < Self.deepestChain, visited.insert(binding).inserted
    else { return [.unknown] }
    depth += 1
    defer {
      visited.remove(binding)
      depth -= 1
    }
    switch names.functions[function].function.body {
    case .expression(let value): return evaluate(value)
    case .block(let statements):
      return united(statements.flatMap(\.returnedValues).flatMap { evaluate($0) })
    }
  }

  /// The elements of an array literal with a separator between them.
  private mutating func evaluateJoin(_ array: Expression, _ arguments: [Expression]) -> [KnownText]
  {
    guard let elements = elements(of: array) else { return [.unknown] }
    let separators = arguments.first.map { evaluate($0) } ?? [.exactly(",")]
    var texts: [KnownText] = [.exactly("")]
    for (index, element) in elements.enumerated() {
      let ends = evaluate(element)
      let next = index == 0 ? [.exactly("")] : separators
      texts = united(
        texts.flatMap { start in
          next.flatMap { between in
            ends.map { start.followed(by: between).followed(by: $0) }
          }
        })
    }
    return texts
  }

  private func isAPI(_ name: String, _ binding: Int) -> Bool {
    guard names.bindings[binding].values.count == 1,
      case .expression(let value) = names.bindings[binding].values[0],
      case .call(let callee, let arguments) = value.kind, arguments.count == 1,
      case .identifier("require") = callee.kind
    else { return false }
    return arguments[0].kind == .string(name)
  }

  /// The value of a property of an object literal that nothing changes; of each, where the name is
  /// not known.
  private mutating func evaluate(property name: String?, of object: Expression) -> [KnownText] {
    guard let literal = unchangedLiteral(object), case .object(let properties) = literal.kind else {
      return [.unknown]
    }
    let values = properties.filter { name == nil || $0.key.text == name }.map(\.value)
    return united(values.flatMap { evaluate($0) })
  }

  /// The elements of an array literal that nothing changes.
  func elements(of expression: Expression) -> [Expression]? {
    guard let literal = unchangedLiteral(expression), case .array(let elements) = literal.kind
    else {
      return nil
    }
    return elements
  }

  /// The literal that an expression is, or that a name holds which is only read.
  func unchangedLiteral(_ expression: Expression) -> Expression? {
    switch expression.kind {
    case .array, .object: return expression
    case .identifier:
      guard let binding = names.binding(of: expression),
        case let known = names.bindings[binding], known.values.count == 1,
        case .expression(let value) = known.values[0], known.parameter == nil
      else { return nil }
      switch value.kind {
      case .array, .object: break
      default: return nil
      }
      let isOnlyRead = known.uses.allSatisfy { use in
        switch use.context {
        case .member, .indexed, .tested: true
        case .method(let name, _): Self.readingMethods.contains(name)
        // What is passed on is read, in all but a few templates; a wrong guess is too narrow a
        // permission, which a run shows at once.
        case .argument: true
        default: false
        }
      }
      return isOnlyRead ? value : nil
    default: return nil
    }
  }

  private static let readingMethods: Set<String> = [
    "concat", "every", "filter", "forEach", "hasOwnProperty", "indexOf", "join", "lastIndexOf",
    "map", "reduce", "slice", "some", "toString",
  ]
}

extension Statement {
  /// The values that the statement returns from its function.
  fileprivate var returnedValues: [Expression] {
    switch kind {
    case .return(let value): value.map { [$0] } ?? []
    case .block(let statements): statements.flatMap(\.returnedValues)
    case .if(_, let then, let otherwise):
      then.returnedValues + (otherwise?.returnedValues ?? [])
    case .for(let loop): loop.body.returnedValues
    case .forIn(_, _, let body), .forOf(_, _, let body), .while(_, let body): body.returnedValues
    case .switch(_, let cases): cases.flatMap { $0.body.flatMap(\.returnedValues) }
    case .empty, .expression, .variables, .function, .break, .continue: []
    }
  }
}
