/// A hash that is the same on every machine and in every run.
package enum StableHash {
  /// FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
  static func value(of text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// Eight hexadecimal digits of it, for names.
  package static func digits(of text: String) -> String {
    let hash = value(of: text)
    let digits = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
