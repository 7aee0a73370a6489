/// The host of a URL, in the form in which it is compared and printed.
enum WebURLHost {
  /// Reads the host of a URL with a special scheme, or of `file:`; `nil` where it is not valid.
  static func parse(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.first == UInt8(ascii: "[") { return address(bytes) }
    let domain = String(decoding: PercentEncoding.decode(bytes), as: UTF8.self)
    guard let ascii = DomainName.ascii(domain),
      ascii.utf8.allSatisfy({ !forbiddenInDomain.contains($0) })
    else { return nil }
    guard IPv4Address.endsLikeOne(ascii) else { return ascii }
    return IPv4Address.parse(ascii).map(IPv4Address.text)
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
