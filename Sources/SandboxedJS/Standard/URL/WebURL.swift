/// An absolute URL, read and printed as the WHATWG's URL standard has it; what `parseUrl` gives.
///
/// The one deviation is the mapping of non-ASCII domains, which is simpler than UTS #46: see
/// `DomainName`. Relative references are not URLs here, as `parseUrl` has no base.
package struct WebURL: Hashable, Sendable {
  /// The way from the host to a resource.
  enum Path: Hashable, Sendable {
    /// Segments, each after a `/`.
    case segments([String])
    /// A text without structure, as in `mailto:` and `data:`.
    case opaque(String)
  }

  /// The lower-case scheme, without the colon.
  package internal(set) var scheme = ""
  /// The user name, percent-encoded; empty where there is none.
  package internal(set) var username = ""
  /// The password, percent-encoded; empty where there is none.
  package internal(set) var password = ""
  /// The host as it is printed, an IPv6 address with its brackets; `nil` where there is none.
  package internal(set) var host: String?
  /// The port, unless it is the scheme's own.
  package internal(set) var portNumber: UInt16?
  /// The query, percent-encoded, without its `?`.
  package internal(set) var query: String?
  /// The fragment, percent-encoded, without its `#`.
  package internal(set) var fragment: String?
  var path = Path.segments([])

  init() {}

  /// Reads a URL.
  ///
  /// Space around it is skipped, and tabs and line breaks in it, as the standard has it.
  /// - Returns: `nil` for a relative reference and for what is no URL.
  package init?(_ text: String) {
    var parser = WebURLParser(text)
    guard let url = parser.parse() else { return nil }
    self = url
  }

  /// Whether its scheme is one of those that the standard calls special.
  var isSpecial: Bool { specialPort != nil || scheme == "file" }

  /// The port of its scheme; only special schemes have one, and `file` has none.
  var specialPort: UInt16? {
    switch scheme {
    case "https", "wss": 443
    case "http", "ws": 80
    case "ftp": 21
    default: nil
    }
  }
}

extension WebURL {
  /// The whole URL in its normal form.
  package var href: String {
    var text = ""
    text.reserveCapacity(64 + (query?.utf8.count ?? 0))
    text += scheme
    text += ":"
    if host != nil {
      text += "//"
      text += username
      if !password.isEmpty { text += ":" + password }
      if !username.isEmpty || !password.isEmpty { text += "@" }
      text += hostAndPort
    } else if case .segments(let segments) = path, segments.count > 1, segments[0].isEmpty {
      // Without it, the text would be read as a host.
      text += "/."
    }
    appendPath(to: &text)
    if let query {
      text += "?"
      text += query
    }
    if let fragment {
      text += "#"
      text += fragment
    }
    return text
  }

  /// The scheme with its colon, the field `protocol`.
  package var protocolText: String { scheme + ":" }

  /// The host and, where it is not the scheme's own, `:` and the port: the field `host`.
  package var hostAndPort: String {
    guard let host else { return "" }
    return portNumber.map { "\(host):\($0)" } ?? host
  }

  /// The host alone; empty where there is none.
  package var hostname: String { host ?? "" }

  /// The port in decimal digits; empty where it is the scheme's own.
  package var port: String { portNumber.map { String($0) } ?? "" }

  /// The path, starting with `/` where it is made of segments.
  package var pathname: String {
    var text = ""
    appendPath(to: &text)
    return text
  }

  private func appendPath(to text: inout String) {
    switch path {
    case .opaque(let path): text += path
    case .segments(let segments):
      for segment in segments {
        text += "/"
        text += segment
      }
    }
  }

  /// The query with its `?`; empty where there is nothing after it.
  package var search: String { query.map { $0.isEmpty ? "" : "?" + $0 } ?? "" }

  /// The fragment with its `#`; empty where there is nothing after it.
  package var hash: String { fragment.map { $0.isEmpty ? "" : "#" + $0 } ?? "" }

  /// The names and values of the query.
  package var searchParameters: QueryParameters { QueryParameters(query: query ?? "") }

  /// Scheme, host and port as browsers compare them; `null` for a scheme that has no origin.
  package var origin: String {
    if scheme == "blob", let inner = WebURL(pathname), ["http", "https"].contains(inner.scheme) {
      return inner.origin
    }
    guard isSpecial, scheme != "file" else { return "null" }
    return "\(scheme)://\(hostAndPort)"
  }
}
