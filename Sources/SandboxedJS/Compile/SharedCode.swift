/// The instructions of a script, laid out once for all of its runs, none of which changes them; a run keeps its script,
/// and with it the instructions, until it ends.
final class SharedCode: @unchecked Sendable {
  let start: UnsafeMutablePointer<Instruction>

  init(_ instructions: [Instruction] = []) {
    start = .allocate(capacity: max(1, instructions.count))
    for (index, instruction) in instructions.enumerated() {
      (start + index).initialize(to: instruction)
    }
  }

  deinit { start.deallocate() }
}
