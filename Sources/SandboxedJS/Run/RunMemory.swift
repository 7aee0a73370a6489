import Synchronization

/// The memory that a run begins with. It outlives the run, so that the next one finds it ready.
final class RunMemory: @unchecked Sendable {
  /// Registers for all calls together.
  static let registerCount = 1 << 18
  /// Bytes of the heap's first chunk.
  static let chunkSize = 1 << 16

  let registers: UnsafeMutablePointer<Value>
  let frames: UnsafeMutablePointer<Machine.Frame>
  let chunk: UnsafeMutableRawPointer
  private let frameCount: Int

  /// The memory that no run has at the moment.
  private static let idle = Mutex<[RunMemory]>([])
  /// So many are kept: more than most machines have processors.
  private static let mostIdle = 64

  private init(frames count: Int) {
    registers = .allocate(capacity: Self.registerCount)
    frames = .allocate(capacity: count)
    chunk = .allocate(byteCount: Self.chunkSize, alignment: 16)
    frameCount = count
  }

  deinit {
    registers.deallocate()
    frames.deallocate()
    chunk.deallocate()
  }

  /// Memory with room for so many calls inside one another.
  static func take(frames count: Int) -> RunMemory {
    let known = idle.withLock { $0.popLast() }
    guard let known, known.frameCount >= count else { return RunMemory(frames: count) }
    return known
  }

  /// Leaves it to the next run.
  func giveBack() {
    Self.idle.withLock { if $0.count < Self.mostIdle { $0.append(self) } }
  }
}
