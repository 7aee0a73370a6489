typealias StringReference = UnsafeMutablePointer<StringCell>

/// A string: ASCII bytes, UTF-16 units, or the two strings that it joins.
///
/// Text outside ASCII is kept in UTF-16 because scripts count and cut in its units; everything that is
/// ASCII, nearly all that tags handle, is kept and compared in bytes.
struct StringCell {
  enum Form: UInt8 {
    case ascii, wide, rope
  }

  /// UTF-16 units.
  var length: UInt32
  var form: Form
  /// Whether it is the one string of its text that property names are compared by.
  var isAtom = false
  /// For an atom: which of the names that the machine knows it is.
  var wellKnown = WellKnownName.none
  /// For a rope: whether a part is not ASCII.
  var isWideRope = false
  /// The bytes or units, or the left part of a rope.
  var first: UnsafeMutableRawPointer
  /// The right part of a rope; of an atom its hash; else the atom of the same text, if that is known.
  private var second: UInt

  init(
    length: Int, form: Form, first: UnsafeMutableRawPointer, right: StringReference? = nil
  ) {
    self.length = UInt32(truncatingIfNeeded: length)
    self.form = form
    self.first = first
    second = UInt(bitPattern: right)
  }

  // Each of these is valid only for a string of that kind.
  @inline(__always) var hash: UInt32 {
    get { UInt32(truncatingIfNeeded: second) }
    set { second = UInt(newValue) }
  }
  @inline(__always) var atom: StringReference? {
    get { StringReference(bitPattern: second) }
    set { second = UInt(bitPattern: newValue) }
  }
  @inline(__always) var right: StringReference? {
    get { StringReference(bitPattern: second) }
    set { second = UInt(bitPattern: newValue) }
  }

  /// No string is longer, so that no memory is asked for that cannot be had.
  static let maximumLength = 1 << 26
  /// From this length on two strings are joined without copying.
  static let ropeLength = 24
}

extension UnsafeMutablePointer<StringCell> {
  @inline(__always) var count: Int { Int(pointee.length) }

  /// Whether it is not a rope.
  @inline(__always) var isFlat: Bool { pointee.form != .rope }

  /// Makes sure that it is not a rope.
  @inline(__always) func flatten(_ heap: Heap) {
    if pointee.form == .rope { flattenRope(heap) }
  }

  // Valid only if it is flat and of that form.
  @inline(__always) var bytes: UnsafeMutablePointer<UInt8> {
    pointee.first.assumingMemoryBound(to: UInt8.self)
  }
  @inline(__always) var units: UnsafeMutablePointer<UInt16> {
    pointee.first.assumingMemoryBound(to: UInt16.self)
  }
  @inline(__always) var isASCII: Bool { pointee.form == .ascii }

  /// The UTF-16 unit at an index of a flat string.
  @inline(__always) func unit(_ index: Int) -> UInt16 {
    isASCII ? UInt16(bytes[index]) : units[index]
  }

  @inline(never) private func flattenRope(_ heap: Heap) {
    let length = count
    let isWide = hasWidePart
    let memory = heap.allocate(isWide ? length * 2 : length)
    // The right part is written first: a string that grew at its end then needs one pending entry.
    var pending: [StringReference] = [self]
    var end = length
    while let part = pending.popLast() {
      switch part.pointee.form {
      case .rope:
        pending.append(part.pointee.first.assumingMemoryBound(to: StringCell.self))
        if let right = part.pointee.right { pending.append(right) }
      case .ascii:
        let count = part.count
        end -= count
        if isWide {
          let target = memory.assumingMemoryBound(to: UInt16.self) + end
          for index in 0..<count { target[index] = UInt16(part.bytes[index]) }
        } else {
          (memory + end).copyMemory(from: part.pointee.first, byteCount: count)
        }
      case .wide:
        end -= part.count
        (memory + end * 2).copyMemory(from: part.pointee.first, byteCount: part.count * 2)
      }
    }
    pointee.first = memory
    pointee.right = nil
    pointee.form = isWide ? .wide : .ascii
  }

  /// Whether it, or a part of it, is not ASCII.
  @inline(__always) var hasWidePart: Bool {
    pointee.form == .wide || pointee.isWideRope && pointee.form == .rope
  }
}
