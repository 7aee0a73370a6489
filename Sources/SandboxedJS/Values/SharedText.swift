/// ASCII text that was made once and outlives every run: strings of any run can stand over its bytes, which nothing
/// changes.
struct SharedText: @unchecked Sendable {
  let bytes: UnsafeMutablePointer<UInt8>
  let count: Int

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
  }
}

/// The texts among a script's constants; a run keeps its script, and with it their bytes, until it ends.
final class ScriptTexts: Sendable {
  /// By the numbers of the script's constants; `nil` for what is no ASCII text.
  let constants: [SharedText?]
  private let memory: Memory

  /// Bytes that end with their owner.
  private struct Memory: @unchecked Sendable {
    let start: UnsafeMutablePointer<UInt8>
  }

  init(_ constants: [CompiledScript.Constant] = []) {
    let texts = constants.map { if case .string(let text) = $0 { text } else { nil as String? } }
    let length = texts.reduce(1) { $0 + ($1?.utf8.count ?? 0) }
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: length)
    var end = start
    func lay(_ text: String) -> SharedText? {
      let shared = SharedText(text, at: end)
      end += shared?.count ?? 0
      return shared
    }
    memory = Memory(start: start)
    self.constants = texts.map { $0.flatMap(lay) }
  }

  deinit { memory.start.deallocate() }
}
