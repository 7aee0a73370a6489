/// A script laid out in memory once, for all of its runs: its instructions, its names and constants together with the
/// names that the machine knows, and its functions.
///
/// Nothing changes it afterwards, so that runs on several threads share it; a run keeps its script, and with it the
/// layout, until it ends.
final class ScriptLayout: @unchecked Sendable {
  let code: UnsafeMutablePointer<Instruction>
  /// The names and the texts of the constants.
  let atoms: AtomTable
  /// The names that the machine knows, by raw value.
  let wellKnown: UnsafeMutablePointer<StringReference>
  /// By the numbers of the script's names.
  let names: UnsafeMutablePointer<StringReference>
  /// By the numbers of the script's constants; their strings are atoms.
  let constants: UnsafeMutablePointer<Value>
  let constantCount: Int
  /// The places that use a property by name, none of which has seen an object.
  let sites: UnsafeMutablePointer<PropertySite>
  let siteCount: Int
  /// The object literals, of none of which an object was made.
  let literals: UnsafeMutablePointer<LiteralCell>
  let literalCount: Int
  /// The functions, which belong to no loaded script yet.
  let functions: UnsafeMutablePointer<FunctionCode>
  let functionCount: Int
  /// The number of variables of the script that functions share.
  let globalCount: Int
  /// The APIs that constants name.
  let apis: [StringReference: APIOfSides]
  private let heap: Heap
  private let memory: UnsafeMutableRawPointer

  private static let size = 1 << 14

  /// An API as `require` makes it.
  struct API {
    /// The number of its function, or of the first of its methods.
    let function: Int
    /// The names of its methods; `nil` for a function.
    let methods: UnsafeMutablePointer<StringReference>?
    let methodCount: Int

    init(_ entry: APITable.Entry, _ atoms: AtomTable, _ heap: Heap) {
      function = entry.function
      let names = entry.api.methods
      methodCount = names?.count ?? 0
      methods = names.map { names in
        let cells = heap.allocate(StringReference.self, count: names.count)
        for (index, name) in names.enumerated() {
          cells[index] = atoms.atom(heap.string(name), heap)
        }
        return cells
      }
    }
  }

  /// The APIs of a name on both sides, each of which may have none.
  struct APIOfSides {
    let server: API?
    let web: API?

    subscript(side: TemplateSide) -> API? { side == .server ? server : web }
  }

  /// For what runs without a script of its own, such as a test.
  static let ofMachine = ScriptLayout(CompiledScript.Content())

  init(_ script: CompiledScript.Content) {
    memory = .allocate(byteCount: Self.size, alignment: 16)
    heap = Heap(memory, size: Self.size, limit: .max)
    atoms = AtomTable(heap)
    wellKnown = heap.allocate(StringReference.self, count: WellKnownName.allCases.count)
    for name in WellKnownName.allCases {
      let cell = name == .none ? heap.string("") : atoms.atom(heap.string(name.text), heap)
      cell.pointee.wellKnown = name
      wellKnown[Int(name.rawValue)] = cell
    }
    names = heap.allocate(StringReference.self, count: script.names.count)
    for (index, text) in script.names.enumerated() {
      names[index] = atoms.atom(heap.string(text), heap)
    }
    constants = heap.allocate(Value.self, count: script.constants.count)
    constantCount = script.constants.count
    for (index, constant) in script.constants.enumerated() {
      let value = heap.value(constant)
      constants[index] = value.isString ? Value(atoms.atom(value.string, heap)) : value
    }
    sites = heap.allocate(PropertySite.self, count: script.sites.count)
    siteCount = script.sites.count
    for (index, name) in script.sites.enumerated() {
      (sites + index).initialize(to: PropertySite(name: names[name], slot: 0))
    }
    literals = heap.allocate(LiteralCell.self, count: script.literals.count)
    literalCount = script.literals.count
    for (index, literal) in script.literals.enumerated() {
      (literals + index).initialize(to: LiteralCell(shape: nil, count: literal.keys.count))
    }
    code = heap.allocate(Instruction.self, count: script.code.count)
    for (index, instruction) in script.code.enumerated() {
      (code + index).initialize(to: instruction)
    }
    // Stands for that of a run, which has variables of its own.
    let instance = heap.allocate(ScriptInstance.self)
    functions = heap.allocate(FunctionCode.self, count: script.functions.count)
    instance.initialize(
      to: ScriptInstance(
        names: names, constants: constants, globals: constants, sites: sites, literals: literals,
        functions: functions))
    functionCount = script.functions.count
    for (index, info) in script.functions.enumerated() {
      let captures = heap.allocate(Int32.self, count: info.captures.count)
      for (place, capture) in info.captures.enumerated() { captures[place] = Int32(capture) }
      (functions + index).initialize(
        to: FunctionCode(
          start: code + info.start, instance: instance, captures: captures,
          captureCount: Int32(info.captures.count), parameterCount: Int32(info.parameterCount),
          registerCount: Int32(info.registerCount), script: 0, index: Int32(index)))
    }
    globalCount = script.globalCount
    var apis: [StringReference: APIOfSides] = [:]
    for (index, constant) in script.constants.enumerated() {
      guard case .string(let name) = constant else { continue }
      let (server, web) = (APITable.of(.server)[name], APITable.of(.web)[name])
      guard server != nil || web != nil else { continue }
      apis[constants[index].string] = APIOfSides(
        server: server.map { [atoms, heap] in API($0, atoms, heap) },
        web: web.map { [atoms, heap] in API($0, atoms, heap) })
    }
    self.apis = apis
  }

  deinit { memory.deallocate() }

  /// Whether a string is one of the constants.
  func isConstant(_ string: StringReference) -> Bool {
    (0..<constantCount).contains { constants[$0].isString && constants[$0].string == string }
  }
}
