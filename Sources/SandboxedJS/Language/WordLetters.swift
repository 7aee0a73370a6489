/// The letters of a short word in one number, which is compared faster than a text.
struct WordLetters: Hashable {
  private var number: UInt128 = 0

  /// The number of letters that the number can hold; no word of the language has more.
  static let most = 16
  static let bucketCount = 64

  init() {}

  init(_ word: String) {
    for byte in word.utf8 { append(byte) }
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    number = number << 8 | UInt128(byte)
  }

  /// Words of different buckets differ.
  var bucket: Int {
    let low = UInt64(truncatingIfNeeded: number)
    return Int((low &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}
