/// The ASCII characters that a part of a URL cannot hold as they are.
///
/// Bytes from 0x7F on are never kept: every set of the standard contains them.
struct PercentEncodeSet: Sendable {
  private var low: UInt64
  private var high: UInt64

  /// The C0 control percent-encode set: all but the printable ASCII characters.
  static let control = PercentEncodeSet(low: 0xFFFF_FFFF, high: 1 << 63)
  /// The characters that a fragment escapes.
  static let fragment = control.adding(" \"<>`")
  /// The characters that the query of a scheme that is not special escapes.
  static let query = control.adding(" \"#<>")
  /// The characters that the query of a special scheme escapes.
  static let specialQuery = query.adding("'")
  /// The characters that a path segment escapes.
  static let path = query.adding("?^`{}")
  /// The characters that a user name and a password escape.
  static let userInformation = path.adding("/:;=@[\\]|")

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Every ASCII character but these.
  init(allBut kept: String) {
    let kept = PercentEncodeSet(low: 0, high: 0).adding(kept)
    self.init(low: ~kept.low, high: ~kept.high)
  }

  /// The same set and further ASCII characters.
  func adding(_ characters: String) -> PercentEncodeSet {
    var set = self
    for character in characters.utf8 {
      if character < 64 {
        set.low |= 1 << UInt64(character)
      } else if character < 128 {
        set.high |= 1 << UInt64(character & 63)
      }
    }
    return set
  }

  /// Whether a byte has to be written as `%XX`.
  func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<64: low & (1 << UInt64(byte)) != 0
    case ..<128: high & (1 << UInt64(byte & 63)) != 0
    default: true
    }
  }
}

/// `%XX` escapes of single bytes.
enum PercentEncoding {
  /// Appends bytes to a text, those of the set as `%XX` with upper-case digits.
  static func append(
    _ bytes: some Sequence<UInt8>, to text: inout [UInt8], escaping set: PercentEncodeSet
  ) {
    for byte in bytes {
      if set.contains(byte) {
        text.append(UInt8(ascii: "%"))
        text.append(digit(byte >> 4))
        text.append(digit(byte & 15))
      } else {
        text.append(byte)
      }
    }
  }

  /// The bytes with every `%XX` replaced by the byte that it stands for; any other `%` stays.
  static func decode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let byte = escape(in: bytes, at: index) {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  /// The byte that an escape at an index stands for; `nil` where there is none.
  static func escape(in bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = Hexadecimal.value(of: bytes[index + 1]),
      let low = Hexadecimal.value(of: bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
