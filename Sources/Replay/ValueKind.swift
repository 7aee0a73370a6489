import JSONText

/// The kinds of values, for reports that show nobody's values: `digest`, `number`, `list of 2`.
enum ValueKind {
  /// The kind of a value; of one that is missing `nothing`.
  static func text(_ value: JSON?) -> String {
    switch value {
    case nil, .null?: "nothing"
    case .bool?: "truth value"
    case .number?: "number"
    case .string(let text)?: self.text(text)
    case .array(let elements)?: "list of \(elements.count)"
    case .object?: "object"
    }
  }

  /// Whether a key may be somebody's data itself, as those of hits can be: names of members are short, of letters and few
  /// digits.
  static func isPersonal(_ key: String) -> Bool {
    var digits = 0
    for byte in key.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
        UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "$"), UInt8(ascii: ":"), UInt8(ascii: "/"):
        break
      default: return true
      }
    }
    return digits > 5 || key.utf8.count > 60
  }

  /// Whether a text is the address of a mailbox, or a digest.
  static func isAddress(_ text: String) -> Bool {
    ["digest", "text with '@'"].contains(Self.text(text))
  }

  private static func text(_ text: String) -> String {
    let bytes = text.utf8
    if bytes.isEmpty { return "empty text" }
    if bytes.count == 64, bytes.allSatisfy(isHexadecimal) { return "digest" }
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return "web address" }
    if bytes.contains(UInt8(ascii: "@")) { return "text with '@'" }
    if bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) {
      return "text of digits"
    }
    return "text"
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
