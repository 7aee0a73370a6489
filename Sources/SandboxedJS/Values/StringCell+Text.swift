#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
