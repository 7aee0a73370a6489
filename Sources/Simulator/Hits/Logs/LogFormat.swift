import JSONText

/// A format in which servers and browsers write down the requests that they met.
struct LogFormat: Sendable {
  /// The result of reading one line or entry.
  enum Finding {
    case request(LoggedRequest)
    case remainder(LogRemainder)
    case sent(SentLine)
    /// What a program wrote to its console stands inside.
    case text(String)
    case object(JSONObject)
    /// A line of any format stands inside.
    case line(String)
    /// The line cannot be read, for this reason.
    case damaged(String)
  }

  /// The format's name in reports, for one line and for many.
  let name: String
  /// Reads a line of text; `nil` for a line of another format.
  var text: @Sendable (_ line: String, LogColumns) -> Finding? = { _, _ in nil }
  /// Reads a JSON object; `nil` for an object of another format.
  var object: @Sendable (JSONObject) -> Finding? = { _ in nil }

  /// Every format, those with marks of their own before those that are known by usual names.
  static let all: [LogFormat] = [
    .cloudLogging, .appEngine, .cloudflare, .table, .cloudFront, .extendedLog, .pubSub,
    .sentRequests, .queryRow, .loadBalancer, .accessLog, .webServer, .console,
  ]
}
