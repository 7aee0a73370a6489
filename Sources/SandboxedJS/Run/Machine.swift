/// Runs scripts: the state of one run.
///
/// Everything that a run makes lives in its heap and ends with it. A machine is used by one thread, and nothing in it is
/// looked at while it is being changed: asking that at each access would take longer than most of them.
final class Machine {
  let heap: Heap
  let atoms: AtomTable
  let limits: RunLimits
  /// The outside world.
  let host: Host
  /// The layout of the script that it began with.
  let layout: ScriptLayout
  let emptyShape: ShapeReference

  private let memory: RunMemory
  let registersEnd: UnsafeMutablePointer<Value>
  /// The calls that wait for others to end.
  let frames: UnsafeMutablePointer<Frame>
  /// The place of the current call in `frames`; -1 outside any.
  @exclusivity(unchecked) var depth = -1
  /// The first register that no suspended call uses.
  @exclusivity(unchecked) var top: UnsafeMutablePointer<Value>
  /// The place of the native stack when the machine was entered from outside.
  @exclusivity(unchecked) var stackStart: UInt = 0

  /// The APIs of the side that the script runs on.
  let apis: APITable
  /// The functions that were made for this run; their numbers follow those of the APIs.
  @exclusivity(unchecked) private(set) var natives: [NativeFunction] = []
  /// The contents of opaque values.
  @exclusivity(unchecked) var opaques: [Opaque] = []
  /// The values that `require` gave before, outside tests, by name.
  @exclusivity(unchecked) var required = FewEntries<StringReference, Value>()
  /// The scripts that were loaded.
  @exclusivity(unchecked) var scripts: [LoadedScript] = []
  /// The calls that promises have to make, in order.
  @exclusivity(unchecked) var jobs = JobQueue()
  /// The functions that `callLater` was given.
  var laterCalls: [Value] = []
  /// The arrays that are being joined, so that one inside itself ends.
  var joining: [ArrayReference] = []
  /// The errors that rejected a promise instead of ending the run.
  var swallowed: [RunFailure] = []
  /// Patterns that were given as strings, by the string's cell.
  @exclusivity(unchecked) var patterns = FewEntries<StringReference, Pattern>()
  /// The lines that were reached, where a script was compiled to note them.
  var coveredLines: Set<Int> = []

  @exclusivity(unchecked) private var stepsLeft: Int
  private let deadline: ContinuousClock.Instant?

  /// A script that was loaded, for finding places.
  struct LoadedScript {
    let script: CompiledScript
    let code: UnsafeMutablePointer<Instruction>
    /// The roles of the first and the second part of the script.
    let parts: [ScriptPart]
  }

  /// A call that waits for another to end.
  struct Frame {
    var next: UnsafeMutablePointer<Instruction>
    var registers: UnsafeMutablePointer<Value>
    var function: FunctionReference
    /// The register that the other call's result goes to.
    var destination: UInt16
  }

  /// Steps between two looks at the clock.
  private static let slice = 1 << 14
  /// The native stack that methods and callbacks may use, in bytes: half of what the smallest thread has.
  ///
  /// That is 512 KiB with Darwin's dispatch, and 2 MiB with glibc. A callback takes some 30 KiB in a build for
  /// debugging, where templates nest about a dozen.
  #if canImport(Glibc)
    static let nativeStack: UInt = 1 << 20
  #else
    static let nativeStack: UInt = 1 << 18
  #endif

  /// - Parameter layout: that of the script that it is to run.
  init(limits: RunLimits, host: Host = Host(), _ layout: ScriptLayout = .ofMachine) {
    self.limits = limits
    self.host = host
    apis = .of(host.side)
    memory = .take(frames: limits.callDepth + 2)
    heap = Heap(memory.chunk, size: RunMemory.chunkSize, limit: limits.memory)
    self.layout = layout
    atoms = AtomTable(layout.atoms, heap)
    registersEnd = memory.registers + RunMemory.registerCount
    top = memory.registers
    frames = memory.frames
    emptyShape = heap.makeEmptyShape()
    stepsLeft = limits.steps
    deadline = limits.seconds.map { .now + .seconds($0) }
    refuel()
  }

  deinit { memory.giveBack() }

  // MARK: Names and strings

  @inline(__always) func atom(_ name: WellKnownName) -> StringReference {
    layout.wellKnown[Int(name.rawValue)]
  }

  func atom(_ string: StringReference) -> StringReference {
    string.flatten(heap)
    return atoms.atom(string, heap)
  }

  func atom(_ text: String) -> StringReference { atoms.atom(text, heap) }

  func string(_ text: String) -> Value { Value(heap.string(text)) }

  func makeObject(capacity: Int = 4) -> ObjectReference {
    // One shape that grows takes less than a further one for each of many properties.
    let shape = capacity > Shape.scanned ? emptyShape.owned(heap) : emptyShape
    return heap.object(shape, capacity: capacity)
  }

  func makeArray(_ values: some Collection<Value> = [Value]()) -> ArrayReference {
    heap.array(values)
  }

  // MARK: Limits

  private func refuel() {
    let slice = min(stepsLeft, Self.slice)
    stepsLeft -= slice
    heap.fuel.pointee = slice
  }

  /// Steps that may still be done.
  var remainingSteps: Int { stepsLeft + max(0, heap.fuel.pointee) }

  /// Steps that were done so far.
  var stepCount: Int { limits.steps - stepsLeft - max(0, heap.fuel.pointee) }

  /// Looks whether a limit is reached, once the steps of a slice are used up.
  @inline(never) func checkLimits() throws(RunFailure) {
    if heap.isExhausted { throw .outOfMemory }
    let missing = -heap.fuel.pointee
    if stepsLeft < missing {
      throw RunFailure(.steps, "the script takes more than \(limits.steps) steps")
    }
    stepsLeft -= max(0, missing)
    if let deadline, ContinuousClock.now > deadline {
      throw RunFailure(.time, "the script runs longer than \(limits.seconds ?? 0) seconds")
    }
    refuel()
  }

  /// Counts steps for work that is done outside the script's own instructions.
  @inline(__always) func charge(_ steps: Int) throws(RunFailure) {
    heap.fuel.pointee &-= steps
    if heap.fuel.pointee < 0 { try checkLimits() }
  }

  /// Refuses to make something that is larger than the memory that is left.
  func reserve(_ bytes: Int) throws(RunFailure) {
    if !heap.canAllocate(bytes) { throw .outOfMemory }
  }

  /// Counts the native stack that is used.
  ///
  /// - Parameter isEntry: whether a function is called, which outside any other starts the count.
  @inline(__always) func checkNativeStack(isEntry: Bool = false) throws(RunFailure) {
    var marker: UInt8 = 0
    let here = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    if depth < 0, isEntry || stackStart == 0 { stackStart = here }
    // The stack may grow in either direction.
    if here &- stackStart &+ Self.nativeStack > 2 * Self.nativeStack { throw Self.tooDeep }
  }

  static let tooDeep = RunFailure(
    .callDepth, "RangeError: functions call each other too deeply; end the recursion earlier")

  // MARK: Functions

  /// Makes a function of the machine callable by scripts.
  func register(_ native: NativeFunction) -> Int {
    natives.append(native)
    return apis.functionCount + natives.count - 1
  }

  func makeFunction(native: Int, context: Value = .undefined) -> FunctionReference {
    let cell = heap.allocate(FunctionCell.self)
    cell.initialize(
      to: FunctionCell(
        code: nil, captured: heap.noBoxes, native: Int32(truncatingIfNeeded: native),
        context: context, properties: nil))
    return cell
  }

  func makeFunction(
    _ name: String, context: Value = .undefined, _ body: @escaping NativeFunction.Body
  ) -> Value {
    Value(
      makeFunction(native: register(NativeFunction(name: name, body: body)), context: context))
  }

  /// Calls a function of a script or of the machine from the machine's own code.
  func call(_ callee: Value, _ arguments: [Value]) throws(RunFailure) -> Value {
    guard callee.isFunction else { throw notAFunction(callee) }
    let function = callee.function
    let base = top
    let outer = (top, depth)
    defer { (top, depth) = outer }
    guard base + arguments.count + 1 < registersEnd else { throw Self.tooDeep }
    for (index, argument) in arguments.enumerated() { base[index] = argument }
    if function.pointee.code != nil {
      try charge(1)
      return try execute(function, base, arguments.count)
    }
    top = base + arguments.count
    return try callNative(function, Arguments(base: base, count: arguments.count))
  }

  @inline(never) func callNative(
    _ function: FunctionReference, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    var arguments = arguments
    arguments.context = function.pointee.context
    try charge(1)
    let place = Int(function.pointee.native) - apis.functionCount
    return place < 0
      ? try apis.functions[Int(function.pointee.native)].body(self, arguments)
      : try natives[place].body(self, arguments)
  }

  func notAFunction(_ value: Value) -> RunFailure {
    .type("\(preview(value)) is not a function")
  }

  /// Returns the text that a message shows for a value.
  func preview(_ value: Value) -> String {
    if value.isString { return String(value.string.text(heap).prefix(100)) }
    if value.isFunction { return "function" }
    if value.isArray { return "Array" }
    if value.isReference { return "Object" }
    return value.isNumber ? JavaScriptNumber.text(value.number) : describe(value)
  }

  private func describe(_ value: Value) -> String {
    value.isUndefined || value.isHole
      ? "undefined" : value.isNull ? "null" : value.isTruthy ? "true" : "false"
  }
}

/// A function that the machine gives to scripts.
struct NativeFunction {
  typealias Body = (Machine, Arguments) throws(RunFailure) -> Value

  let name: String
  let body: Body
}

/// The arguments of a call to a function of the machine.
struct Arguments {
  let base: UnsafeMutablePointer<Value>
  let count: Int
  /// The value that the function is bound to.
  var context = Value.undefined

  init(base: UnsafeMutablePointer<Value>, count: Int) {
    self.base = base
    self.count = count
  }

  /// An argument, or `undefined` where none was given.
  @inline(__always) subscript(index: Int) -> Value {
    index < count ? base[index] : .undefined
  }

  /// All arguments.
  var all: [Value] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// The contents of an opaque value, which only the machine looks into.
enum Opaque {
  case credentials(scopes: [String])
  case pattern(Pattern)
}
