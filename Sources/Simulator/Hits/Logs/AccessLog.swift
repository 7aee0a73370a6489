import SandboxedJS

extension LogFormat {
  /// The format `combined` of nginx and Apache, with the name of a virtual host before it, and behind it what people add:
  /// forwarded addresses, and the body.
  ///
  /// Source: nginx, `ngx_http_log_module`; Apache, `mod_log_config`.
  static let accessLog = LogFormat(
    name: "access log",
    text: { line, _ in
      guard line.contains("\"") else { return nil }
      let words = QuotedText(line).words
      guard let place = words.firstIndex(where: { $0.isQuoted && isRequest($0.text) }) else {
        // What is no HTTP, such as TLS on a plain port, has a quoted request all the same.
        let isDated = words.contains {
          !$0.isQuoted && $0.text.first == "[" && $0.text.contains("/")
        }
        return isDated && words.contains(where: \.isQuoted) ? .remainder(.other) : nil
      }
      let parts = words[place].text.split(separator: " ")
      var request = LoggedRequest(
        String(parts[0]), parts[1...].filter { !$0.hasPrefix("HTTP/") }.joined(separator: " "))
      let before = words[..<place].map { $0.text.filter { $0 != "," } }
      let addresses = before.filter { VisitorAddress.address(of: $0) != nil }
      request.host = before.first.flatMap { $0.contains(".") && !addresses.contains($0) ? $0 : nil }
      let quoted = words[(place + 1)...].filter(\.isQuoted).map(\.text)
      request.add("referer", quoted.first)
      request.add("user-agent", quoted.dropFirst().first)
      let added = quoted.dropFirst(2).filter { $0 != "-" }
      let forwarded = added.filter { VisitorAddress.first(of: $0) != nil }
      request.hops = (forwarded + addresses).joined(separator: ",")
      request.body = added.first(where: isBody)
      if let start = before.firstIndex(where: { $0.first == "[" }) {
        request.time = LogTime.milliseconds(
          of: words[start...].prefix(2).map(\.text)
            .joined(separator: " "))
      }
      return .request(request)
    })

  /// Whether a text is the body of a hit: lines of parameters with an event's name, or JSON for other clients than
  /// Google's.
  private static func isBody(_ text: String) -> Bool {
    text.hasPrefix("{") || text.hasPrefix("[")
      || text.utf8.split(whereSeparator: { $0 == UInt8(ascii: "&") || $0 == 0x0A || $0 == 0x0D })
        .contains { $0.starts(with: "en=".utf8) }
  }

  private static let methods: Set<String> = [
    "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "TRACE",
  ]

  /// Whether a text is `GET /path HTTP/1.1`.
  static func isRequest(_ text: String) -> Bool {
    let parts = text.split(separator: " ", maxSplits: 2)
    guard parts.count > 1, methods.contains(String(parts[0])) else { return false }
    return parts[1].hasPrefix("/") || parts[1].hasPrefix("http") || parts[1] == "*"
  }
}
