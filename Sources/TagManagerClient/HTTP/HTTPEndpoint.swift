/// An address that requests may go to: `https`, or plain `http` where the bytes stay on this machine.
///
/// Stricter than a general URL: no user or password, no fragment, only visible ASCII. What this type
/// reads and what the network library reads can therefore not be two different hosts.
package struct HTTPEndpoint: Hashable, Sendable {
  /// Whether the connection is encrypted.
  package let isSecure: Bool
  /// The host in lower case, an IPv6 address with its brackets.
  package let host: String
  /// The port, where the address names one.
  package let port: Int?
  /// The path and the query; empty, or beginning with `/`.
  package let target: String

  /// Reads an absolute address, such as `https://tagmanager.googleapis.com`; `nil` for anything else.
  package init?(_ text: String) {
    let rest: Substring
    if text.lowercased().hasPrefix("https://") {
      isSecure = true
      rest = text.dropFirst("https://".count)
    } else if text.lowercased().hasPrefix("http://") {
      isSecure = false
      rest = text.dropFirst("http://".count)
    } else {
      return nil
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard let (host, port) = Self.hostAndPort(authority) else { return nil }
    let target = rest.dropFirst(authority.count)
    guard Self.isTarget(target) else { return nil }
    self.host = host
    self.port = port
    self.target = target.hasPrefix("?") ? "/" + String(target) : String(target)
  }

  private init(isSecure: Bool, host: String, port: Int?, target: String) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.target = target
  }

  /// The address as text.
  package var text: String { origin + target }

  /// Scheme, host and port, without the path.
  package var origin: String {
    "\(isSecure ? "https" : "http")://\(host)\(port.map { ":\($0)" } ?? "")"
  }

  /// Whether the host is this machine itself: `localhost`, `127.0.0.0/8` or `[::1]`.
  package var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { $0 != nil }
  }

  /// Whether a token may be sent there: encrypted, or not leaving this machine.
  package var keepsSecrets: Bool { isSecure || isLoopback }

  /// The same host with another path and query; `target` begins with `/`.
  package func at(_ target: String) -> HTTPEndpoint {
    HTTPEndpoint(isSecure: isSecure, host: host, port: port, target: target)
  }

  /// Whether both name the same scheme, host and port.
  package func hasOrigin(of other: HTTPEndpoint) -> Bool {
    isSecure == other.isSecure && host == other.host && effectivePort == other.effectivePort
  }

  /// Returns the address that a `Location` header leads to from here; `nil` if it cannot be read.
  package func redirected(to location: String) -> HTTPEndpoint? {
    if location.hasPrefix("//") { return HTTPEndpoint((isSecure ? "https:" : "http:") + location) }
    guard location.hasPrefix("/") else { return HTTPEndpoint(location) }
    return Self.isTarget(location[...]) ? at(location) : nil
  }

  private var effectivePort: Int { port ?? (isSecure ? 443 : 80) }

  private static func hostAndPort(_ authority: Substring) -> (String, Int?)? {
    let host: Substring
    let isIPv6 = authority.hasPrefix("[")
    if isIPv6 {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[...end]
      guard host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
      else { return nil }
    } else {
      host = authority.prefix { $0 != ":" }
      guard
        host.utf8.allSatisfy({
          switch $0 {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
          default: false
          }
        })
      else { return nil }
    }
    guard !host.isEmpty else { return nil }
    let rest = authority[host.endIndex...]
    if rest.isEmpty { return (host.lowercased(), nil) }
    let digits = rest.dropFirst()
    guard rest.hasPrefix(":"), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), (1...65535).contains(port)
    else { return nil }
    return (host.lowercased(), port)
  }

  private static func isTarget(_ text: Substring) -> Bool {
    text.utf8.allSatisfy {
      (0x21...0x7E).contains($0)
        && ![UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "\"")].contains($0)
    }
  }
}

extension String {
  /// The text as part of a query or a form: everything but letters, digits and `-._~` percent-encoded.
  package var percentEncoded: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}
