import SandboxedJS

/// A request as a log shows it.
struct LoggedRequest {
  /// Upper case; `-` of a log is none.
  var method: String?
  /// A whole address, or a path with its query.
  var url: String
  var host: String?
  /// The addresses that the request came over, the visitor's first, as proxies write them.
  var hops: String?
  var headers: [NamedText] = []
  var body: String?
  /// The time at which it came, in milliseconds since 1970.
  var time: Double?
  /// The id under which the server's logs have everything about it.
  var trace: String?
  /// Whether the request failed in the browser.
  var isBlocked = false

  init(_ method: String?, _ url: String) {
    self.method = method
    self.url = url
  }

  /// Adds a header that the log knows; `-` stands for none.
  mutating func add(_ name: String, _ value: String?) {
    guard let value = value?.nonEmpty, value != "-" else { return }
    headers.append(NamedText(name, value))
  }

  /// The host and the path; a log with paths alone may have the host beside them.
  private var place: (host: String, path: String) {
    let start = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let text = String(Substring(start))
    guard let mark = text.firstRange(of: "://") else { return (host ?? "", text) }
    let rest = text[mark.upperBound...]
    let host = rest.prefix { $0 != "/" }
    return (String(host), String(rest[host.endIndex...]))
  }

  private static let healthPaths: Set<String> = [
    "/health", "/healthy", "/healthz", "/health-check", "/healthcheck", "/livez", "/readyz",
    "/ping", "/_ah/health", "/_ah/start", "/_ah/warmup",
  ]
  private static let healthAgents = [
    "kube-probe", "googlehc", "elb-healthchecker", "route53-health-check", "uptimerobot",
    "pingdom", "googlestackdrivermonitoring", "statuscake", "cloudflare-healthchecks",
  ]
  private static let googleHosts = [
    "google-analytics.com", "analytics.google.com", "googletagmanager.com", "doubleclick.net",
    "googleadservices.com", "google.com",
  ]

  /// Returns the log entry for the request, as far as the log tells.
  ///
  /// - Parameter wantedHost: the only host whose requests are looked at.
  func entry(of format: String, wantedHost: String?) throws(HitError) -> LogEntry {
    let isAnalytics = url.containsText("/g/collect")
    let agent = headers.first { $0.name == "user-agent" }?.value.lowercased() ?? ""
    let place = place
    let host = place.host.prefix { $0 != ":" }.lowercased()
    func apart(_ remainder: LogRemainder) -> LogEntry { .setApart(remainder, format: format) }
    if method == "OPTIONS" { return apart(.preflight) }
    if !isAnalytics,
      Self.healthPaths.contains(place.path)
        || Self.healthAgents.contains(where: agent.containsText)
    {
      return apart(.healthCheck)
    }
    if let wantedHost, !host.isEmpty, host != wantedHost { return apart(.otherHost) }
    if Self.googleHosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) {
      return apart(isAnalytics ? .google : .other)
    }
    if isBlocked { return apart(isAnalytics ? .blocked : .other) }
    var headers = headers
    if let host = self.host?.nonEmpty, host != "-" { headers.append(NamedText("host", host)) }
    if let hops = hops?.nonEmpty, hops != "-" { headers.append(NamedText("x-forwarded-for", hops)) }
    do throws(HitError) {
      var hit = try IncomingHit(url: url, method: method ?? "GET", headers: headers, body: body)
      hit.isIncidental = !isAnalytics
      hit.time = time
      hit.trace = trace
      if isAnalytics, hit.request.method == "POST", body?.nonEmpty == nil,
        try !WireQuery.parameters(of: hit.request.query).contains(where: { $0.name == "en" })
      {
        return apart(.unknownBody)
      }
      hit.hasUnknownCookies = hit.request.header("cookie") == nil
      return .hit(hit, format: format)
    } catch {
      if isAnalytics { throw error }
      return apart(.other)
    }
  }
}
