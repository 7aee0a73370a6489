/// Bytes as text of 64 characters, and back (RFC 4648, sections 4 and 5).
package enum Base64 {
  /// Which characters stand for 62 and 63.
  package enum Alphabet: Sendable {
    /// `+` and `/`.
    case standard
    /// `-` and `_`, which need no escaping in a URL.
    case urlSafe
  }

  /// The text of bytes.
  ///
  /// - Parameter padded: whether the last group is filled up with `=`.
  package static func encode(
    _ bytes: [UInt8], alphabet: Alphabet = .standard, padded: Bool = true
  ) -> String {
    let characters = alphabet == .standard ? standardCharacters : urlSafeCharacters
    let capacity = (bytes.count / 3 + 1) * 4
    return String(unsafeUninitializedCapacity: capacity) { text in
      var (count, index) = (0, 0)
      func put(_ byte: UInt8) {
        text[count] = byte
        count += 1
      }
      while index < bytes.count {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        put(characters[Int(bytes[index] >> 2)])
        put(characters[Int((bytes[index] & 3) << 4 | second >> 4)])
        if index + 1 < bytes.count {
          put(characters[Int((second & 15) << 2 | third >> 6)])
        } else if padded {
          put(UInt8(ascii: "="))
        }
        if index + 2 < bytes.count {
          put(characters[Int(third & 63)])
        } else if padded {
          put(UInt8(ascii: "="))
        }
        index += 3
      }
      return count
    }
  }

  /// The bytes of a text, or `nil` where it is not base64.
  ///
  /// Forgiving as the WHATWG's decoder is: white space is skipped and the padding may be missing.
  /// Both alphabets are understood, even mixed.
  package static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3 + 3)
    var (bits, digits, padding) = (UInt32(0), 0, 0)
    for character in text.utf8 {
      switch character {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: continue
      case UInt8(ascii: "="): padding += 1
      default:
        guard padding == 0, let value = value(of: character) else { return nil }
        bits = bits << 6 | UInt32(value)
        digits += 1
        guard digits.isMultiple(of: 4) else { continue }
        bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
        bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
        bytes.append(UInt8(truncatingIfNeeded: bits))
      }
    }
    if padding > 0 {
      guard padding <= 2, (digits + padding).isMultiple(of: 4) else { return nil }
    }
    switch digits % 4 {
    case 1: return nil
    case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3:
      bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
    default: break
    }
    return bytes
  }

  private static let standardCharacters = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let urlSafeCharacters = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func value(of character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
