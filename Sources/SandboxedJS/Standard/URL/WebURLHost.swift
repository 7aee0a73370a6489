/// The host of a URL, in the form in which it is compared and printed.
enum WebURLHost {
  /// Reads the host of a URL with a special scheme, or of `file:`; `nil` where it is not valid.
  static func parse(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.first == UInt8(ascii: "[") { return address(bytes) }
    guard let ascii = isPlain(bytes) ? String(decoding: bytes, as: UTF8.self) : domain(bytes)
    else { return nil }
    guard IPv4Address.endsLikeOne(ascii) else { return ascii }
    return IPv4Address.parse(ascii).map(IPv4Address.text)
  }

  /// Whether a host is written as it is printed, as nearly all are: lower case, digits, dots and single hyphens.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."):
        break
      case UInt8(ascii: "-") where last != byte: break
      default: return false
      }
      last = byte
    }
    return !bytes.isEmpty
  }

  private static func domain(_ bytes: ArraySlice<UInt8>) -> String? {
    let domain = String(decoding: PercentEncoding.decode(bytes), as: UTF8.self)
    guard let ascii = DomainName.ascii(domain),
      ascii.utf8.allSatisfy({ !forbiddenInDomain.contains($0) })
    else { return nil }
    return ascii
  }

  /// Reads the host of a URL whose scheme is not special; `nil` where it is not valid.
  static func parseOpaque(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.first == UInt8(ascii: "[") { return address(bytes) }
    guard bytes.allSatisfy({ !($0 < 0x80 && forbidden.contains($0)) }) else { return nil }
    var text: [UInt8] = []
    PercentEncoding.append(bytes, to: &text, escaping: .control)
    return String(decoding: text, as: UTF8.self)
  }

  private static func address(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.last == UInt8(ascii: "]"), bytes.count > 1 else { return nil }
    return IPv6Address.parse(bytes.dropFirst().dropLast()).map { "[\(IPv6Address.text($0))]" }
  }

  private static let forbidden = Set("\0\t\n\r #/:<>?@[\\]^|".utf8)
  private static let forbiddenInDomain = forbidden.union(0...0x1F).union([0x25, 0x7F])
}
