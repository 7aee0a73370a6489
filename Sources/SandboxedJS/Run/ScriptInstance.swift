/// A script that was loaded into a heap: the same code can be loaded again with variables of its own.
struct ScriptInstance {
  var names: UnsafeMutablePointer<StringReference>
  var constants: UnsafeMutablePointer<Value>
  var globals: UnsafeMutablePointer<Value>
  var sites: UnsafeMutablePointer<PropertySite>
  var literals: UnsafeMutablePointer<LiteralCell>
  var functions: UnsafeMutablePointer<FunctionCode>
}

/// A place that uses a property by name, and what it saw last.
struct PropertySite {
  var name: StringReference
  /// The shape of the object that was seen.
  var shape: ShapeReference?
  /// The shape that the object got, where the place added the property.
  var added: ShapeReference?
  /// The slot in which the property was found.
  var slot: Int
}

/// An object literal.
struct LiteralCell {
  /// The shape of its objects; `nil` until the first is made.
  var shape: ShapeReference?
  var count: Int
}

/// A function's code in a loaded script.
struct FunctionCode {
  var start: UnsafeMutablePointer<Instruction>
  var instance: UnsafeMutablePointer<ScriptInstance>
  var captures: UnsafeMutablePointer<Int32>
  var captureCount: Int32
  var parameterCount: Int32
  var registerCount: Int32
  /// The number of the loaded script, and of the function in it.
  var script: Int32
  var index: Int32
}

extension Machine {
  /// Loads a script, so that its function can be called.
  ///
  /// - Parameter supplied: the values of the names that the script was compiled to be given.
  func load(
    _ script: CompiledScript, as parts: [ScriptPart], supplied: [Value]
  ) throws(RunFailure) -> FunctionReference {
    try reserve(script.sites.count * 32 + script.constants.count * 64)
    let code = script.sharedCode.start
    let names = names(of: script)
    let sites = heap.allocate(PropertySite.self, count: script.sites.count)
    sites.update(from: script.atoms.sites, count: script.sites.count)
    if names != script.atoms.names {
      for (index, name) in script.sites.enumerated() { sites[index].name = names[name] }
    }
    let constants = heap.allocate(Value.self, count: script.constants.count)
    for (index, text) in script.texts.constants.enumerated() {
      constants[index] =
        text.map { Value(heap.string(sharing: $0.bytes, $0.count)) }
        ?? heap.value(script.constants[index])
    }
    let literals = heap.allocate(LiteralCell.self, count: script.literals.count)
    for (index, literal) in script.literals.enumerated() {
      (literals + index).initialize(to: LiteralCell(shape: nil, count: literal.keys.count))
    }
    let globals = heap.allocate(Value.self, count: script.globalCount)
    globals.initialize(repeating: .undefined, count: script.globalCount)
    for (index, value) in supplied.prefix(script.globalCount).enumerated() {
      globals[index] = value
    }
    let instance = heap.allocate(ScriptInstance.self)
    let functions = heap.allocate(FunctionCode.self, count: script.functions.count)
    instance.initialize(
      to: ScriptInstance(
        names: names, constants: constants, globals: globals, sites: sites, literals: literals,
        functions: functions))
    for (index, info) in script.functions.enumerated() {
      let captures = heap.allocate(Int32.self, count: info.captures.count)
      for (place, capture) in info.captures.enumerated() { captures[place] = Int32(capture) }
      (functions + index).initialize(
        to: FunctionCode(
          start: code + info.start, instance: instance, captures: captures,
          captureCount: Int32(info.captures.count), parameterCount: Int32(info.parameterCount),
          registerCount: Int32(info.registerCount), script: Int32(scripts.count),
          index: Int32(index)))
    }
    scripts.append(LoadedScript(script: script, code: code, parts: parts))
    return heap.function(functions)
  }

  /// The atoms of a script's names: the script's own where the machine began with them.
  private func names(of script: CompiledScript) -> UnsafeMutablePointer<StringReference> {
    if initialAtoms === script.atoms { return script.atoms.names }
    let names = heap.allocate(StringReference.self, count: script.names.count)
    for (index, text) in script.names.enumerated() { names[index] = atom(text) }
    return names
  }

  /// Gives an object literal of a function its shape.
  @inline(never) func makeShape(
    ofLiteral index: Int, in code: UnsafeMutablePointer<FunctionCode>
  ) -> ShapeReference {
    let instance = code.pointee.instance
    var shape = emptyShape
    for key in scripts[Int(code.pointee.script)].script.literals[index].keys {
      shape = shape.adding(instance.pointee.names[key], heap)
    }
    instance.pointee.literals[index].shape = shape
    return shape
  }

  /// The place of an instruction that is running or waiting.
  func place(
    _ function: FunctionReference, _ next: UnsafeMutablePointer<Instruction>
  ) -> RunFailure.Place? {
    guard let code = function.pointee.code?.pointee else { return nil }
    let loaded = scripts[Int(code.script)]
    let offset = max(0, next - loaded.code - 1)
    let info = loaded.script.functions[Int(code.index)]
    guard let position = loaded.script.position(ofInstruction: offset) else { return nil }
    var part = info.part
    if code.index == 0, offset - info.start >= loaded.script.secondPartStart { part = 1 }
    return RunFailure.Place(
      part: loaded.parts[min(part, loaded.parts.count - 1)], position: position,
      function: info.name)
  }
}

extension Heap {
  func value(_ constant: CompiledScript.Constant) -> Value {
    switch constant {
    case .undefined: .undefined
    case .null: .null
    case .boolean(let value): Value(value)
    case .number(let bits): Value(bits: bits)
    case .string(let text): Value(string(text))
    case .illFormedString(let units): Value(string(units: units))
    }
  }

  func function(_ code: UnsafeMutablePointer<FunctionCode>) -> FunctionReference {
    let cell = allocate(FunctionCell.self)
    cell.initialize(
      to: FunctionCell(
        code: code, captured: noBoxes, native: -1, context: .undefined, properties: nil))
    return cell
  }
}
