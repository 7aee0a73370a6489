/// The property names of a script, together with those that the machine knows: made once, for all runs of the script.
///
/// Nothing changes them afterwards, so that runs on several threads share them; a run keeps its script, and with it the
/// names, until it ends.
final class ScriptAtoms: @unchecked Sendable {
  let table: AtomTable
  /// The names that the machine knows, by raw value.
  let wellKnown: UnsafeMutablePointer<StringReference>
  /// By the numbers of the script's names.
  let names: UnsafeMutablePointer<StringReference>
  /// The places that use a property by name, none of which has seen an object.
  let sites: UnsafeMutablePointer<PropertySite>
  private let heap: Heap
  private let memory: UnsafeMutableRawPointer

  private static let size = 1 << 14

  /// For what runs without a script of its own, such as a test.
  static let ofMachine = ScriptAtoms()

  /// - Parameters:
  ///   - names: the texts of the script's names.
  ///   - sites: for each place that uses a property by name, the number of the name.
  init(names texts: [String] = [], sites places: [Int] = []) {
    memory = .allocate(byteCount: Self.size, alignment: 16)
    heap = Heap(memory, size: Self.size, limit: .max)
    table = AtomTable(heap)
    wellKnown = heap.allocate(StringReference.self, count: WellKnownName.allCases.count)
    for name in WellKnownName.allCases {
      let cell = name == .none ? heap.string("") : table.atom(heap.string(name.text), heap)
      cell.pointee.wellKnown = name
      wellKnown[Int(name.rawValue)] = cell
    }
    names = heap.allocate(StringReference.self, count: texts.count)
    for (index, text) in texts.enumerated() {
      names[index] = table.atom(heap.string(text), heap)
    }
    sites = heap.allocate(PropertySite.self, count: places.count)
    for (index, name) in places.enumerated() {
      (sites + index).initialize(to: PropertySite(name: names[name], slot: 0))
    }
  }

  deinit { memory.deallocate() }
}
