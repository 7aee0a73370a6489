import SandboxedJS

/// The visitor's address among the hops that proxies write down.
enum VisitorAddress {
  /// The first public address of a list, or else its first address; `nil` where it holds none, such as `unknown`.
  static func first(of hops: String) -> String? {
    let addresses = hops.split(separator: ",").compactMap { address(of: $0.trimmingSpaces) }
    return addresses.first(where: isPublic) ?? addresses.first
  }

  /// The address of a hop: without port, brackets and quotes, IPv4 also where it is mapped into IPv6.
  ///
  /// Source: RFC 7239 for `"[2001:db8::1]:4711"`, RFC 4291 for `::ffff:192.0.2.1`.
  static func address(of hop: String) -> String? {
    var text = hop.filter { $0 != "\"" }.trimmingSpaces[...]
    if text.first == "[" {
      text = text.dropFirst().prefix { $0 != "]" }
    } else if text.count(where: { $0 == ":" }) == 1 {
      text = text.prefix { $0 != ":" }
    }
    text = text.prefix { $0 != "%" }
    if let parts = ipv4(text) { return parts.map(String.init).joined(separator: ".") }
    guard let groups = ipv6(text) else { return nil }
    guard groups.prefix(5).allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF else { return String(text) }
    return [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255].map(String.init)
      .joined(separator: ".")
  }

  /// Whether an address is one of the public network: no private, local or shared one.
  private static func isPublic(_ address: String) -> Bool {
    guard let parts = ipv4(address[...]) else {
      return ipv6(address[...]).map { 0x2000...0x3FFF ~= $0[0] } ?? false
    }
    switch (parts[0], parts[1]) {
    case (0, _), (10, _), (127, _), (100, 64...127), (169, 254), (172, 16...31), (192, 168):
      return false
    default: return true
    }
  }

  private static func ipv4(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.count <= 3 && part.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(part) : nil
    }
    return parts.count == 4 && numbers.count == 4 && numbers.allSatisfy { $0 < 256 } ? numbers : nil
  }

  private static func ipv6(_ text: Substring) -> [Int]? {
    let halves = String(text).replacing("::", with: "|").split(
      separator: "|", omittingEmptySubsequences: false)
    guard text.contains(":"), halves.count <= 2 else { return nil }
    var groups: [[Int]] = []
    for half in halves {
      var numbers: [Int] = []
      for part in half.split(separator: ":", omittingEmptySubsequences: half.isEmpty) {
        if let tail = ipv4(part) {
          numbers += [tail[0] << 8 | tail[1], tail[2] << 8 | tail[3]]
        } else {
          guard part.utf8.count <= 4, part.allSatisfy(\.isHexDigit),
            let number = Int(part, radix: 16)
          else { return nil }
          numbers.append(number)
        }
      }
      groups.append(numbers)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    guard groups.count == 2 ? count < 8 : count == 8 else { return nil }
    return groups[0] + Array(repeating: 0, count: 8 - count) + groups.dropFirst().joined()
  }
}

extension IncomingRequest {
  /// The visitor's address: the first public hop of `X-Forwarded-For` or `Forwarded`.
  ///
  /// Source: `getRemoteAddress` reads these headers, "best-effort".
  var visitorAddress: String {
    if let hops = header("x-forwarded-for"), let first = VisitorAddress.first(of: hops) {
      return first
    }
    guard let forwarded = header("forwarded") else { return remoteAddress }
    let hops = forwarded.split(whereSeparator: { $0 == ";" || $0 == "," })
      .map(\.trimmingSpaces).filter { $0.lowercased().hasPrefix("for=") }.map { $0.dropFirst(4) }
    return VisitorAddress.first(of: hops.joined(separator: ",")) ?? remoteAddress
  }
}
