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
    let layout = script.layout
    try reserve(layout.siteCount * 32 + layout.constantCount * 64)
    let instance = heap.allocate(ScriptInstance.self)
    instance.initialize(
      to: ScriptInstance(
        names: layout.names, constants: layout.constants,
        globals: heap.allocate(Value.self, count: layout.globalCount),
        sites: heap.copy(layout.sites, layout.siteCount),
        literals: heap.copy(layout.literals, layout.literalCount),
        functions: heap.copy(layout.functions, layout.functionCount)))
    if self.layout !== layout { nameAnew(instance, script) }
    instance.pointee.globals.initialize(repeating: .undefined, count: layout.globalCount)
    for (index, value) in supplied.prefix(layout.globalCount).enumerated() {
      instance.pointee.globals[index] = value
    }
    for index in 0..<layout.functionCount {
      instance.pointee.functions[index].instance = instance
      instance.pointee.functions[index].script = Int32(scripts.count)
    }
    scripts.append(LoadedScript(script: script, code: layout.code, parts: parts))
    return heap.function(instance.pointee.functions)
  }

  /// Gives a script the machine's own atoms, where the machine did not begin with those of the script.
  private func nameAnew(
    _ instance: UnsafeMutablePointer<ScriptInstance>, _ script: CompiledScript
  ) {
    let content = script.content
    let names = heap.allocate(StringReference.self, count: content.names.count)
    for (index, text) in content.names.enumerated() { names[index] = atom(text) }
    let constants = heap.allocate(Value.self, count: content.constants.count)
    for (index, constant) in content.constants.enumerated() {
      constants[index] = heap.value(constant)
    }
    for (index, name) in content.sites.enumerated() {
      instance.pointee.sites[index].name = names[name]
    }
    instance.pointee.names = names
    instance.pointee.constants = constants
  }

  /// Gives an object literal of a function its shape.
  @inline(never) func makeShape(
    ofLiteral index: Int, in code: UnsafeMutablePointer<FunctionCode>
  ) -> ShapeReference {
    let instance = code.pointee.instance
    var shape = emptyShape
    for key in scripts[Int(code.pointee.script)].script.content.literals[index].keys {
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
    let info = loaded.script.content.functions[Int(code.index)]
    guard let position = loaded.script.position(ofInstruction: offset) else { return nil }
    var part = info.part
    if code.index == 0, offset - info.start >= loaded.script.content.secondPartStart { part = 1 }
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
