/// Looks at eight bytes at once, by the bit tricks of https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord.
enum PlainWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// A place before which nothing ends or escapes a string: no quote, backslash or control character. One of
  /// them stands there, or fewer than eight bytes are left.
  static func skipText(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let hits =
        ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes)
        | ((backslashes &- ones) & ~backslashes)
      // Borrows reach only bytes behind the first hit.
      let found = hits & tops
      guard found == 0 else { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }

  /// The first place, in steps of eight bytes, before which everything is ASCII.
  static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & tops == 0
    {
      index += 8
    }
    return index
  }
}
