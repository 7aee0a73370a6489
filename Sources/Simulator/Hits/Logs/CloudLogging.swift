import JSONText

extension LogFormat {
  /// Cloud Logging's entries of Cloud Run and of App Engine's flexible environment, and the rows of the same in BigQuery.
  ///
  /// Source: Cloud Logging, `LogEntry` and `HttpRequest`.
  static let cloudLogging = LogFormat(
    name: "Cloud Logging",
    object: { entry in
      guard let row = entry["httpRequest"]?.object else { return nil }
      guard var request = request(of: row) else { return .remainder(.console) }
      request.time = LogTime.milliseconds(of: entry["timestamp"])
      request.trace = CloudTrace.id(entry)
      return .request(request)
    })

  /// The columns of a request that a query picks, by the names of Cloud Logging.
  static let queryRow = LogFormat(
    name: "BigQuery rows",
    object: { row in
      guard var request = request(of: row) else { return nil }
      request.time = LogTime.milliseconds(of: row["timestamp"])
      request.trace = CloudTrace.id(row)
      return .request(request)
    })

  /// A request by the names of Cloud Logging; `nil` for one without an address.
  private static func request(of row: JSONObject) -> LoggedRequest? {
    guard let url = row["requestUrl"]?.string else { return nil }
    var request = LoggedRequest(row["requestMethod"]?.string, url)
    request.hops = row["remoteIp"]?.string
    request.add("user-agent", row["userAgent"]?.string)
    request.add("referer", row["referer"]?.string)
    return request
  }
}
