/// ASCII text that was made once and outlives every run: strings of any run can stand over its bytes, which nothing
/// changes.
struct SharedText: @unchecked Sendable {
  let bytes: UnsafeMutablePointer<UInt8>
  let count: Int
  /// As ``AtomTable/hash(_:)`` makes it.
  let hash: UInt32

  /// Lays a text out at a place that has room for it; `nil` for what is not ASCII.
  init?(_ text: String, at memory: UnsafeMutablePointer<UInt8>) {
    var count = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      memory[count] = byte
      count += 1
    }
    bytes = memory
    self.count = count
    hash = AtomTable.hash(UnsafeBufferPointer(start: memory, count: count))
  }

  /// The names that the machine knows, by raw value.
  static let wellKnown: [SharedText] = WellKnownName.allCases.compactMap { name in
    SharedText(name.text, at: .allocate(capacity: max(1, name.text.utf8.count)))
  }
}

/// The texts of a script; a run keeps its script, and with it their bytes, until it ends.
final class ScriptTexts: Sendable {
  /// By the numbers of the script's names; `nil` for what is not ASCII.
  let names: [SharedText?]
  /// By the numbers of the script's constants; `nil` for what is no ASCII text.
  let constants: [SharedText?]
  private let memory: Memory

  /// Bytes that end with their owner.
  private struct Memory: @unchecked Sendable {
    let start: UnsafeMutablePointer<UInt8>
  }

  init(names: [String] = [], constants: [CompiledScript.Constant] = []) {
    let texts = constants.map { if case .string(let text) = $0 { text } else { nil as String? } }
    let length = (names + texts.compactMap(\.self)).reduce(1) { $0 + $1.utf8.count }
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: length)
    var end = start
    func lay(_ text: String) -> SharedText? {
      let shared = SharedText(text, at: end)
      end += shared?.count ?? 0
      return shared
    }
    memory = Memory(start: start)
    self.names = names.map(lay)
    self.constants = texts.map { $0.flatMap(lay) }
  }

  deinit { memory.start.deallocate() }
}
