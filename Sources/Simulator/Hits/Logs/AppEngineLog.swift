import JSONText

extension LogFormat {
  /// The requests that App Engine's standard environment writes to Cloud Logging.
  ///
  /// Source: Cloud Logging, `google.appengine.logging.v1.RequestLog`.
  static let appEngine = LogFormat(
    name: "App Engine",
    object: { entry in
      // BigQuery's table shortens the name of a member that says its type.
      let member = entry.members.first { $0.key.lowercased().hasPrefix("protopayload") }
      guard let log = member?.value.object, let resource = log["resource"]?.string else {
        return nil
      }
      var request = LoggedRequest(log["method"]?.string, resource)
      request.host = log["host"]?.string
      request.hops = log["ip"]?.string
      request.add("user-agent", log["userAgent"]?.string)
      request.add("referer", log["referrer"]?.string)
      request.time = LogTime.milliseconds(of: entry["timestamp"] ?? log["startTime"])
      request.trace = CloudTrace.id(entry)
      return .request(request)
    })
}
