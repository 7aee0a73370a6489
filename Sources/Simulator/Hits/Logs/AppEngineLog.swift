import JSONText

extension LogFormat {
  /// The requests that App Engine's standard environment writes to Cloud Logging.
  ///
  /// Source: Cloud Logging, `google.appengine.logging.v1.RequestLog`.
  static let appEngine = LogFormat(
    name: "App Engine",
    object: { entry in
      guard let log = entry["protoPayload"]?.object, let resource = log["resource"]?.string else {
        return nil
      }
      var request = LoggedRequest(log["method"]?.string, resource)
      request.host = log["host"]?.string
      request.hops = log["ip"]?.string
      request.add("user-agent", log["userAgent"]?.string)
      request.add("referer", log["referrer"]?.string)
      return .request(request)
    })
}
