/// The consent that `gcs` and `gcd` carry.
///
/// Evidence: recorded hits, and public decoders that agree on every letter: a digit of `gcd` in the alphabet
/// `0-9a-zA-Z-_` has two bits of default and two of update, 2 for denied and 3 for granted, and an update outweighs
/// the default. The case of letters counts.
package enum ConsentCode {
  /// The types of consent, in the order of `gcd`.
  package static let types = [
    "ad_storage", "analytics_storage", "ad_user_data", "ad_personalization",
  ]

  private static let alphabet = Array(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_".utf8)

  /// Returns the state that `gcd` gives for each type; `nil` for a type of which it says nothing,
  /// or if it is no such code.
  package static func states(gcd: String) -> [Bool?] {
    let bytes = Array(gcd.utf8)
    guard bytes.count >= 10, bytes[0] == UInt8(ascii: "1") else {
      return types.map { _ in nil }
    }
    return types.indices.map { index in
      guard let digit = alphabet.firstIndex(of: bytes[2 + 2 * index]) else { return nil }
      let update = digit & 3
      let initial = digit >> 2 & 3
      switch update >= 2 ? update : initial {
      case 2: return false
      case 3: return true
      default: return nil
      }
    }
  }

  /// The letter of `gcd` for what was said of a type at first and then; 1 stands for nothing.
  static func letter(initial: Bool?, update: Bool?) -> String {
    func bits(_ state: Bool?) -> Int { state.map { $0 ? 3 : 2 } ?? 1 }
    // Recorded letters have a bit above these four.
    let index = 16 | bits(initial) << 2 | bits(update)
    return String(decoding: [alphabet[index]], as: UTF8.self)
  }

  /// Returns the states that `gcs`, such as `G110`, gives for `ad_storage` and `analytics_storage`.
  package static func states(gcs: String) -> [Bool?] {
    let bytes = Array(gcs.utf8)
    guard bytes.count == 4, bytes.starts(with: "G1".utf8) else { return [nil, nil, nil, nil] }
    func state(_ byte: UInt8) -> Bool? {
      byte == UInt8(ascii: "1") ? true : byte == UInt8(ascii: "0") ? false : nil
    }
    return [state(bytes[2]), state(bytes[3]), nil, nil]
  }
}
