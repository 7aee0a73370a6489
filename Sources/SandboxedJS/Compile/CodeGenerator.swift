/// Turns a syntax tree into the machine's instructions.
///
/// Registers are handed out like a stack: parameters, then variables as their blocks are entered, then
/// whatever an expression needs on the way.
struct CodeGenerator {
  var script = CompiledScript.Content()
  private let scopes: [Scope]
  private var nextScope = 0
  var scope: Scope
  var functionScope: FunctionScope

  // The function that is being made.
  var code: [Instruction] = []
  var positions: [SourcePosition] = []
  var nextRegister = 0
  private var registerCount = 0
  /// The jumps to the end or the next turn of the loops and `switch` statements around this place.
  var jumps: [Jumps] = []
  /// Registers from here on hold only what the current statement needs on the way.
  var statementBase = 0
  /// Which of the script's parts is being made.
  private var part = 0
  /// The place in the script that the code now being made comes from.
  var position = SourcePosition(line: 1, column: 1)

  private var constantIndexes: [CompiledScript.Constant: Int] = [:]
  private var nameIndexes: [String: Int] = [:]
  let coversLines: Bool
  private var coveredLines: Set<Int> = []

  /// Jumps out of a loop or a `switch` whose goals are not known yet.
  struct Jumps {
    let isLoop: Bool
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  init(
    _ parts: [Program], supplied: [String], coversLines: Bool
  ) throws(SyntaxError) {
    let analysis = try ScopeAnalysis(parts, supplied: supplied)
    scopes = analysis.scopes
    scope = scopes[0]
    functionScope = scopes[0].function
    self.coversLines = coversLines
    script.undeclaredNames = analysis.undeclared
    script.globalCount = supplied.count
    script.functions.append(
      .init(
        name: "", part: 0, start: 0, end: 0, parameterCount: 0, registerCount: 0, captures: []))
    nextScope = 1
    try enterScope { (self: inout Self) throws(SyntaxError) in
      try self.declareVariables()
      for (index, part) in parts.enumerated() {
        self.part = index
        try self.makeFunctions(part.statements)
      }
      for (index, part) in parts.enumerated() {
        self.part = index
        if index > 0 { self.script.secondPartStart = self.code.count }
        try self.statements(part.statements)
      }
    }
    emit(.returnUndefined)
    finishFunction(0, parameterCount: 0)
    script.coverableLines = coveredLines.sorted()
  }

  // MARK: Scopes and registers

  mutating func enterScope(
    _ body: (inout Self) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let outer = (scope, nextRegister)
    scope = scopes[nextScope]
    nextScope += 1
    try body(&self)
    (scope, nextRegister) = outer
  }

  func find(_ name: String) -> Binding? {
    var current: Scope? = scope
    while let place = current {
      if let binding = place[name] { return binding }
      current = place.parent
    }
    return name == "arguments" ? functionScope.arguments : nil
  }

  mutating func allocate(_ count: Int = 1) throws(SyntaxError) -> Int {
    let register = nextRegister
    nextRegister += count
    registerCount = max(registerCount, nextRegister)
    guard nextRegister < Int(UInt16.max) else {
      throw SyntaxError("this function is too large; split it", at: position)
    }
    return register
  }

  /// The register that is asked for, or a new one.
  mutating func destination(_ target: Int?) throws(SyntaxError) -> Int {
    if let target { return target }
    return try allocate()
  }

  /// Gives the variables of the current scope their places, and those that may be read early `undefined`.
  mutating func declareVariables(except skipped: Int = 0) throws(SyntaxError) {
    for binding in scope.bindings.dropFirst(skipped) {
      if binding.isShared, binding.function.parent == nil, !scope.isRepeated {
        binding.storage = .global(script.globalCount)
        script.globalCount += 1
        continue
      }
      let register = try allocate()
      if binding.kind == .callee {
        emit(.loadCallee, register)
      } else if binding.isShared || binding.isReadEarly {
        emitConstant(.undefined, into: register)
      }
      if binding.isShared { emit(.makeBox, register) }
      binding.storage = binding.isShared ? .box(register) : .register(register)
    }
  }

  // MARK: Functions

  /// Makes the functions that are declared in a block, before its statements run.
  mutating func makeFunctions(_ statements: [Statement]) throws(SyntaxError) {
    for statement in statements {
      guard case .function(let function) = statement.kind, let name = function.name,
        let binding = find(name.text)
      else { continue }
      position = statement.position
      try store(into: binding) { (self: inout Self, target) throws(SyntaxError) in
        try self.makeFunction(function, named: name.text, into: target)
      }
    }
  }

  /// Makes a function's code, and an instruction that makes the function.
  mutating func makeFunction(
    _ function: Function, named name: String, into target: Int
  ) throws(SyntaxError) {
    let index = script.functions.count
    guard index <= Int(UInt16.max) else {
      throw SyntaxError("this script has too many functions", at: position)
    }
    script.functions.append(
      .init(
        name: function.name?.text ?? name, part: part, start: 0, end: 0,
        parameterCount: function.parameters.count, registerCount: 0, captures: []))
    let outerPosition = position
    let outer = (
      code, positions, nextRegister, registerCount, jumps, functionScope, statementBase
    )
    (code, positions, nextRegister, registerCount, jumps) = ([], [], 0, 0, [])
    statementBase = 0
    let inner = scopes[nextScope].function
    functionScope = inner
    try enterScope { (self: inout Self) throws(SyntaxError) in
      try self.declareParameters(function)
      self.statementBase = self.nextRegister
      switch function.body {
      case .block(let body):
        try self.makeFunctions(body)
        try self.statements(body)
        self.emit(.returnUndefined)
      case .expression(let value):
        let result = try self.evaluate(value)
        self.emit(.returnValue, result)
      }
    }
    finishFunction(index, parameterCount: function.parameters.count)
    (code, positions, nextRegister, registerCount, jumps, functionScope, statementBase) = outer
    position = outerPosition
    script.functions[index].captures = inner.captures.map { binding in
      if binding.function === functionScope, case .box(let register) = binding.storage {
        return register
      }
      return -functionScope.captureIndex(binding) - 1
    }
    emit(.makeFunction, target, index)
  }

  private mutating func declareParameters(_ function: Function) throws(SyntaxError) {
    // Of parameters with the same name the last one counts.
    _ = try allocate(function.parameters.count)
    if let arguments = functionScope.arguments {
      let register = try allocate()
      emit(.makeArguments, register)
      arguments.storage = .register(register)
    }
    var parameters = 0
    for binding in scope.bindings where binding.kind == .parameter {
      parameters += 1
      let register =
        function.parameters.lastIndex { $0.text == binding.name.text } ?? 0
      if binding.isShared { emit(.makeBox, register) }
      binding.storage = binding.isShared ? .box(register) : .register(register)
    }
    try declareVariables(except: parameters)
  }

  private mutating func finishFunction(_ index: Int, parameterCount: Int) {
    script.functions[index].start = script.code.count
    script.code.append(contentsOf: code)
    script.positions.append(contentsOf: positions)
    script.functions[index].end = script.code.count
    script.functions[index].registerCount = registerCount
  }

  // MARK: Instructions

  @discardableResult
  mutating func emit(
    _ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, d: Int = 0
  ) -> Int {
    code.append(
      Instruction(
        opcode: opcode, d: UInt8(truncatingIfNeeded: d), a: UInt16(truncatingIfNeeded: a),
        b: UInt16(truncatingIfNeeded: b), c: UInt16(truncatingIfNeeded: c)))
    positions.append(position)
    return code.count - 1
  }

  mutating func emit(wide value: Int, _ opcode: Opcode, _ a: Int = 0) {
    emit(opcode, a, value >> 16, value & 0xFFFF)
  }

  /// Makes a jump at a place go to the next instruction.
  mutating func land(_ jump: Int) { aim(jump, at: code.count) }

  mutating func land(_ jumps: [Int]) {
    for jump in jumps { land(jump) }
  }

  /// Makes a jump at a place go to another.
  mutating func aim(_ jump: Int, at goal: Int) {
    let offset = goal - jump - 1
    code[jump].b = UInt16(truncatingIfNeeded: offset >> 16)
    code[jump].c = UInt16(truncatingIfNeeded: offset)
  }

  mutating func emitConstant(_ constant: CompiledScript.Constant, into target: Int) {
    emit(wide: index(of: constant), .loadConstant, target)
  }

  /// The number of a constant.
  mutating func index(of constant: CompiledScript.Constant) -> Int {
    if let index = constantIndexes[constant] { return index }
    script.constants.append(constant)
    constantIndexes[constant] = script.constants.count - 1
    return script.constants.count - 1
  }

  /// The number of a property's name.
  mutating func index(ofName name: String) -> Int {
    if let index = nameIndexes[name] { return index }
    script.names.append(name)
    nameIndexes[name] = script.names.count - 1
    return script.names.count - 1
  }

  /// The number of a new place that uses a property by name.
  mutating func site(_ name: String) throws(SyntaxError) -> Int {
    guard script.sites.count <= Int(UInt16.max) else {
      throw SyntaxError("this script uses too many properties by name", at: position)
    }
    script.sites.append(index(ofName: name))
    return script.sites.count - 1
  }

  /// Notes that the line of a statement is reached here.
  mutating func cover(_ statement: Statement) {
    guard coversLines else { return }
    let line = statement.position.line
    coveredLines.insert(line)
    emit(wide: line, .cover)
  }
}
