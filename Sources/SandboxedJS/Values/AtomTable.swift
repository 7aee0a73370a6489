#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The strings of one run that are compared by address: one for each text that names a property.
final class AtomTable {
  private var slots: UnsafeMutablePointer<StringReference?>
  private var capacity: Int
  private(set) var count = 0

  init(_ heap: Heap) {
    capacity = 1024
    slots = heap.allocate(StringReference?.self, count: capacity)
    slots.initialize(repeating: nil, count: capacity)
  }

  /// A table that begins with the atoms of another, which have to outlive the heap.
  init(_ other: AtomTable, _ heap: Heap) {
    capacity = other.capacity
    count = other.count
    slots = heap.allocate(StringReference?.self, count: capacity)
    slots.update(from: other.slots, count: capacity)
  }

  /// The atom of a flat string's text.
  func atom(_ string: StringReference, _ heap: Heap) -> StringReference {
    if string.pointee.isAtom { return string }
    if let known = string.pointee.atom { return known }
    let hash = Self.hash(string)
    var slot = Int(hash) & (capacity - 1)
    while let found = slots[slot] {
      if found.pointee.hash == hash, Self.sameText(found, string) {
        string.pointee.atom = found
        return found
      }
      slot = (slot + 1) & (capacity - 1)
    }
    // The string itself may be a small part of a large text; what names a property is copied.
    let size = string.isASCII ? string.count : string.count * 2
    let memory = heap.allocate(size)
    memory.copyMemory(from: string.pointee.first, byteCount: size)
    let atom = heap.allocate(StringCell.self)
    atom.initialize(to: string.pointee)
    atom.pointee.first = memory
    atom.pointee.isAtom = true
    atom.pointee.hash = hash
    insert(atom, at: slot, heap)
    string.pointee.atom = atom
    return atom
  }

  /// The atom of a text.
  func atom(_ text: String, _ heap: Heap) -> StringReference {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, bytes.isASCII else {
        return atom(heap.string(utf8: bytes), heap)
      }
      let hash = Self.hash(bytes)
      var slot = Int(hash) & (capacity - 1)
      while let found = slots[slot] {
        if found.pointee.hash == hash, found.isASCII, found.count == bytes.count,
          memcmp(found.bytes, start, bytes.count) == 0
        {
          return found
        }
        slot = (slot + 1) & (capacity - 1)
      }
      return atom(heap.string(utf8: bytes), heap)
    }
  }

  private func insert(_ atom: StringReference, at slot: Int, _ heap: Heap) {
    slots[slot] = atom
    count += 1
    if count * 2 > capacity { grow(heap) }
  }

  private func grow(_ heap: Heap) {
    let old = UnsafeMutableBufferPointer(start: slots, count: capacity)
    capacity *= 4
    slots = heap.allocate(StringReference?.self, count: capacity)
    slots.initialize(repeating: nil, count: capacity)
    for case let atom? in old {
      var slot = Int(atom.pointee.hash) & (capacity - 1)
      while slots[slot] != nil { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = atom
    }
  }

  private static func sameText(_ left: StringReference, _ right: StringReference) -> Bool {
    guard left.pointee.length == right.pointee.length, left.pointee.form == right.pointee.form
    else { return false }
    return memcmp(
      left.pointee.first, right.pointee.first, left.isASCII ? left.count : left.count * 2) == 0
  }

  private static func hash(_ string: StringReference) -> UInt32 {
    string.isASCII
      ? hash(UnsafeBufferPointer(start: string.bytes, count: string.count))
      : hash(UnsafeBufferPointer(start: string.units, count: string.count))
  }

  /// The hash of a text; the same for its bytes and its units.
  private static func hash(_ text: some Sequence<some FixedWidthInteger>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for unit in text { hash = (hash ^ UInt32(truncatingIfNeeded: unit)) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}
