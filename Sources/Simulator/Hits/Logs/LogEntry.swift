import Diagnostics

/// The content of a line or an entry of a log.
package enum LogEntry: Hashable, Sendable {
  /// A request that may be a hit, or event data, and the format's name.
  case hit(IncomingHit, format: String)
  /// A tag's account of a request that it sent.
  case sent(SentLine, format: String)
  /// Something else that never reaches a tag.
  case setApart(LogRemainder, format: String)
}

/// The kinds of log entries besides hits.
package enum LogRemainder: String, Hashable, Sendable, CaseIterable {
  /// A request that asks whether another one is allowed.
  case preflight
  /// A load balancer or a monitor that asks whether the server is alive.
  case healthCheck
  /// A hit that went to Google and past the tagging server.
  case google
  /// A request to a host that nobody asked for.
  case otherHost
  /// A request that the browser did not get through.
  case blocked
  /// A request that no client of the container claims, such as one for a picture.
  case other
  /// A request whose events stand in a body that the log does not have.
  case unknownBody
  /// A line about a request that a tag sent, or about its answer.
  case sent
  /// A line that a program wrote to its console.
  case console

  /// So many of them, in words.
  package func text(_ count: Int) -> String {
    switch self {
    case .preflight: count.counted("preflight")
    case .healthCheck: count.counted("health check")
    case .google: "\(count.counted("hit")) that went to Google, past the server"
    case .otherHost: "\(count.counted("request")) to other hosts"
    case .blocked: "\(count.counted("request")) that never reached a server"
    case .other: "\(count.counted("request")) that no client claims"
    case .unknownBody:
      "\(count.counted("POST request")) whose events are unknown, as the log has no bodies"
    case .sent: "\(count.counted("line")) about what tags sent"
    case .console: "\(count.counted("line")) of the console"
    }
  }
}
