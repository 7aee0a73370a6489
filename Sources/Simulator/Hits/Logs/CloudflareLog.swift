import JSONText
import SandboxedJS

extension LogFormat {
  /// The data set `http_requests` of Cloudflare's Logpush.
  ///
  /// Source: Cloudflare, Logpush, HTTP requests.
  static let cloudflare = LogFormat(
    name: "Cloudflare",
    object: { row in
      guard let uri = row["ClientRequestURI"]?.string else { return nil }
      var request = LoggedRequest(row["ClientRequestMethod"]?.string, uri)
      request.host = row["ClientRequestHost"]?.string
      request.hops = row["ClientIP"]?.string
      request.add("user-agent", row["ClientRequestUserAgent"]?.string)
      request.add("referer", row["ClientRequestReferer"]?.string)
      let cookies = (row["Cookies"]?.object?.members ?? []).compactMap { cookie in
        cookie.value.string.map { "\(cookie.key)=\($0)" }
      }
      request.add("cookie", cookies.joined(separator: "; "))
      for header in row["RequestHeaders"]?.object?.members ?? [] {
        let name = header.key.lowercased()
        guard !request.headers.contains(where: { $0.name == name }) else { continue }
        request.add(name, header.value.string)
      }
      request.time = LogTime.milliseconds(of: row["EdgeStartTimestamp"])
      return .request(request)
    })
}
