#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
  var isAtom: Bool
  /// For an atom: which of the names that the machine knows it is.
  var wellKnown: WellKnownName
  /// For an atom: the hash of its text.
  var hash: UInt32
  /// The bytes or units, or the left part of a rope.
  var first: UnsafeMutableRawPointer
  /// The right part of a rope; else the atom of the same text, if that is known.
  var second: StringReference?

  /// No string is longer, so that no memory is asked for that cannot be had.
  static let maximumLength = 1 << 26
  /// From this length on two strings are joined without copying.
  static let ropeLength = 24
}

extension UnsafeMutablePointer<StringCell> {
  @inline(__always) var count: Int { Int(pointee.length) }

  /// Makes sure that it is no rope.
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
        if let right = part.pointee.second { pending.append(right) }
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
    pointee.second = nil
    pointee.form = isWide ? .wide : .ascii
  }

  /// Whether a part is not ASCII; a rope says so in its hash, which only atoms need.
  var hasWidePart: Bool {
    pointee.form == .wide || pointee.form == .rope && pointee.hash != 0
  }
}

extension Heap {
  /// A string over ASCII bytes that live as long as the heap.
  @inline(__always) func string(
    sharing bytes: UnsafeMutablePointer<UInt8>, _ count: Int
  ) -> StringReference {
    let cell = allocate(StringCell.self)
    cell.initialize(
      to: StringCell(
        length: UInt32(truncatingIfNeeded: count), form: .ascii, isAtom: false, wellKnown: .none,
        hash: 0, first: UnsafeMutableRawPointer(bytes), second: nil))
    return cell
  }

  /// A string over UTF-16 units that live as long as the heap; units that are all ASCII are copied to bytes.
  func string(sharing units: UnsafeMutablePointer<UInt16>, _ count: Int) -> StringReference {
    if UnsafeMutableBufferPointer(start: units, count: count).allSatisfy({ $0 < 0x80 }) {
      let bytes = allocate(UInt8.self, count: count)
      for index in 0..<count { bytes[index] = UInt8(truncatingIfNeeded: units[index]) }
      return string(sharing: bytes, count)
    }
    let cell = allocate(StringCell.self)
    cell.initialize(
      to: StringCell(
        length: UInt32(truncatingIfNeeded: count), form: .wide, isAtom: false, wellKnown: .none,
        hash: 0, first: UnsafeMutableRawPointer(units), second: nil))
    return cell
  }

  /// A string of a text.
  func string(_ text: String) -> StringReference {
    var text = text
    return text.withUTF8 { string(utf8: $0) }
  }

  /// A string of valid UTF-8.
  func string(utf8: UnsafeBufferPointer<UInt8>) -> StringReference {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      let bytes = allocate(UInt8.self, count: utf8.count)
      if let start = utf8.baseAddress { bytes.update(from: start, count: utf8.count) }
      return string(sharing: bytes, utf8.count)
    }
    let units = allocate(UInt16.self, count: utf8.count)
    var count = 0
    _ = transcode(
      utf8.makeIterator(), from: UTF8.self, to: UTF16.self, stoppingOnError: false
    ) { unit in
      // A byte gives at most one unit, except for U+FFFD, which stands for at least one byte.
      units[count] = unit
      count += 1
    }
    return string(sharing: units, count)
  }

  /// A string of UTF-16 units.
  func string(units source: some Collection<UInt16>) -> StringReference {
    let units = allocate(UInt16.self, count: source.count)
    var count = 0
    for unit in source {
      units[count] = unit
      count += 1
    }
    return string(sharing: units, count)
  }

  /// A string of ASCII bytes.
  func string(ascii source: some Collection<UInt8>) -> StringReference {
    let bytes = allocate(UInt8.self, count: source.count)
    var count = 0
    for byte in source {
      bytes[count] = byte
      count += 1
    }
    return string(sharing: bytes, count)
  }

  /// The string of one UTF-16 unit.
  func string(unit: UInt16) -> StringReference {
    if unit < 0x80 { return character(UInt8(truncatingIfNeeded: unit)) }
    let units = allocate(UInt16.self, count: 1)
    units[0] = unit
    return string(sharing: units, 1)
  }

  /// Part of a flat string, which shares its text.
  func substring(_ string: StringReference, _ start: Int, _ end: Int) -> StringReference {
    if start >= end { return empty }
    if end - start == 1 { return self.string(unit: string.unit(start)) }
    if start == 0, end == string.count { return string }
    return string.isASCII
      ? self.string(sharing: string.bytes + start, end - start)
      : self.string(sharing: string.units + start, end - start)
  }

  /// Two strings joined; `nil` if that is too long.
  @inline(__always) func join(
    _ left: StringReference, _ right: StringReference
  ) -> StringReference? {
    let length = left.count &+ right.count
    if length >= StringCell.ropeLength, left.count != 0, right.count != 0 {
      if length > StringCell.maximumLength { return nil }
      let cell = allocate(StringCell.self)
      cell.initialize(
        to: StringCell(
          length: UInt32(truncatingIfNeeded: length), form: .rope, isAtom: false,
          wellKnown: .none, hash: left.hasWidePart || right.hasWidePart ? 1 : 0,
          first: UnsafeMutableRawPointer(left), second: right))
      return cell
    }
    return joinShort(left, right)
  }

  @inline(never) private func joinShort(
    _ left: StringReference, _ right: StringReference
  ) -> StringReference {
    if left.count == 0 { return right }
    if right.count == 0 { return left }
    let length = left.count + right.count
    if left.isASCII, right.isASCII {
      let bytes = allocate(UInt8.self, count: length)
      bytes.update(from: left.bytes, count: left.count)
      (bytes + left.count).update(from: right.bytes, count: right.count)
      return string(sharing: bytes, length)
    }
    left.flatten(self)
    right.flatten(self)
    let units = allocate(UInt16.self, count: length)
    for index in 0..<left.count { units[index] = left.unit(index) }
    for index in 0..<right.count { units[left.count + index] = right.unit(index) }
    return string(sharing: units, length)
  }
}

extension UnsafeMutablePointer<StringCell> {
  /// The text; half a character becomes U+FFFD.
  func text(_ heap: Heap) -> String {
    flatten(heap)
    if isASCII {
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
    return String(decoding: UnsafeBufferPointer(start: units, count: count), as: UTF16.self)
  }

  /// The UTF-8 bytes; half a character becomes U+FFFD.
  func utf8(_ heap: Heap) -> [UInt8] {
    flatten(heap)
    return isASCII
      ? Array(UnsafeBufferPointer(start: bytes, count: count)) : Array(text(heap).utf8)
  }

  /// Whether two strings have the same text.
  func equals(_ other: StringReference, _ heap: Heap) -> Bool {
    if self == other { return true }
    if pointee.length != other.pointee.length { return false }
    if pointee.isAtom, other.pointee.isAtom { return false }
    flatten(heap)
    other.flatten(heap)
    if pointee.form != other.pointee.form { return false }
    let size = isASCII ? count : count * 2
    return memcmp(pointee.first, other.pointee.first, size) == 0
  }

  /// Whether it comes before another in the order of UTF-16 units.
  func precedes(_ other: StringReference, _ heap: Heap) -> Bool {
    flatten(heap)
    other.flatten(heap)
    let shorter = Swift.min(count, other.count)
    if isASCII, other.isASCII {
      let order = memcmp(pointee.first, other.pointee.first, shorter)
      return order == 0 ? count < other.count : order < 0
    }
    for index in 0..<shorter {
      let (left, right) = (unit(index), other.unit(index))
      if left != right { return left < right }
    }
    return count < other.count
  }
}
