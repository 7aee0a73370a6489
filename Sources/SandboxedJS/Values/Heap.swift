/// The memory of one run: cells are only ever added, and all end together.
///
/// A template runs for microseconds, so nothing is freed while it runs; what a run may add is limited.
final class Heap {
  private var cursor: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// The additions to the memory that the run began with.
  private var chunks: [UnsafeMutableRawPointer] = []
  /// Bytes that all chunks have together, and those that were counted beside them.
  private(set) var reservedBytes: Int
  /// The number of bytes that a run may have.
  let limit: Int
  /// Whether the limit is passed; the machine ends the run at its next step.
  private(set) var isExhausted = false
  /// Steps until the machine looks at its limits again.
  let fuel: UnsafeMutablePointer<Int>
  /// The strings of one ASCII character, as far as they were needed.
  private let characters: UnsafeMutablePointer<StringReference?>
  /// The empty string.
  let empty: StringReference
  /// The boxes of a function that shares no variables.
  let noBoxes: UnsafeMutablePointer<UnsafeMutablePointer<Value>>

  private static let largestChunk = 1 << 20

  /// - Parameter memory: where the first cells stand; it has to outlive the heap.
  init(_ memory: UnsafeMutableRawPointer, size: Int, limit: Int) {
    self.limit = limit
    cursor = memory
    end = cursor + size
    reservedBytes = size
    fuel = cursor.assumingMemoryBound(to: Int.self)
    noBoxes = (cursor + 8).assumingMemoryBound(to: UnsafeMutablePointer<Value>.self)
    characters = (cursor + 16).assumingMemoryBound(to: StringReference?.self)
    characters.initialize(repeating: nil, count: 128)
    empty = (characters + 128).withMemoryRebound(to: StringCell.self, capacity: 1) { $0 }
    cursor = UnsafeMutableRawPointer(empty + 1)
    empty.initialize(to: StringCell(length: 0, form: .ascii, first: cursor))
  }

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  /// Bytes that a run may still take.
  var remainingBytes: Int { max(0, limit - reservedBytes) + (end - cursor) }

  /// Takes memory for a few cells, which is always granted.
  @inline(__always) func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let start = cursor
    let next = start + (size + 7) & ~7
    if next <= end {
      cursor = next
      return start
    }
    return addChunk(holding: size)
  }

  @inline(__always) func allocate<T>(_ type: T.Type) -> UnsafeMutablePointer<T> {
    allocate(MemoryLayout<T>.size).assumingMemoryBound(to: type)
  }

  @inline(__always) func allocate<T>(_ type: T.Type, count: Int) -> UnsafeMutablePointer<T> {
    allocate(MemoryLayout<T>.stride &* count).assumingMemoryBound(to: type)
  }

  /// A copy of values that stand elsewhere.
  func copy<T>(_ values: UnsafeMutablePointer<T>, _ count: Int) -> UnsafeMutablePointer<T> {
    let copy = allocate(T.self, count: count)
    copy.update(from: values, count: count)
    return copy
  }

  /// Counts memory that is taken elsewhere for the run, such as copies of its strings.
  func count(_ bytes: Int) {
    reservedBytes += bytes
    if reservedBytes > limit { exhaust() }
  }

  /// Whether a large piece of memory can be had.
  func canAllocate(_ size: Int) -> Bool {
    if size <= remainingBytes { return true }
    exhaust()
    return false
  }

  /// The string of one ASCII character.
  @inline(__always) func character(_ byte: UInt8) -> StringReference {
    characters[Int(byte & 0x7F)] ?? makeCharacter(byte & 0x7F)
  }

  @inline(never) private func makeCharacter(_ byte: UInt8) -> StringReference {
    let bytes = allocate(UInt8.self, count: 1)
    bytes[0] = byte
    let string = string(sharing: bytes, 1)
    characters[Int(byte)] = string
    return string
  }

  /// The string of an integer that is not negative.
  func string(integer: UInt32) -> StringReference {
    let count = Self.digitCount(integer)
    let bytes = allocate(UInt8.self, count: count)
    Self.write(integer, count, at: bytes)
    return string(sharing: bytes, count)
  }

  @inline(__always) static func digitCount(_ integer: UInt32) -> Int {
    var count = 1
    var rest = integer
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }

  @inline(__always) static func write(
    _ integer: UInt32, _ count: Int, at bytes: UnsafeMutablePointer<UInt8>
  ) {
    var rest = integer
    for place in stride(from: count - 1, through: 0, by: -1) {
      bytes[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    }
  }

  private func exhaust() {
    isExhausted = true
    fuel.pointee = -1
  }

  @inline(never) private func addChunk(holding size: Int) -> UnsafeMutableRawPointer {
    let needed = (size + 15) & ~15
    let isLarge = needed > Self.largestChunk / 4
    let length = isLarge ? needed : min(max(reservedBytes, needed), Self.largestChunk)
    let chunk = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: 16)
    chunks.append(chunk)
    reservedBytes += length
    if reservedBytes > limit { exhaust() }
    // What is left in the chunk before stays in use when a large piece gets a chunk of its own.
    if !isLarge {
      cursor = chunk + needed
      end = chunk + length
    }
    return chunk
  }
}
