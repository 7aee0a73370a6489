import JSONText
import SandboxedJS

extension LogFormat {
  /// JSON of nginx, Caddy, Envoy, Traefik and the like, known by the names that are usual for a request's parts.
  static let webServer = LogFormat(
    name: "JSON of a web server",
    object: { row in
      let values = NamedValues(row)
      guard
        var target = values.text(
          "request_uri", "uri", "request_path", "path", "request_url", "url", "request"),
        values.hasMark
      else { return nil }
      var method = values.text("request_method", "method", "http_method", "verb")
      if isRequest(target) {
        let parts = target.split(separator: " ")
        (method, target) = (method ?? String(parts[0]), String(parts[1]))
      }
      guard target.hasPrefix("/") || target.hasPrefix("http") else { return nil }
      if !target.contains("?"),
        let query = values.text("args", "query_string", "query", "request_query"), query != "-"
      {
        target += query.hasPrefix("?") ? query : "?" + query
      }
      var request = LoggedRequest(method?.uppercased(), target)
      request.host = values.text("host", "http_host", "request_host", "authority", "server_name")
      request.hops = [
        values.text(
          "http_x_forwarded_for", "x_forwarded_for", "forwarded_for", "request_x_forwarded_for"),
        values.text(
          "remote_addr", "remote_ip", "client_ip", "client_addr", "client_host", "remote_address",
          "client", "ip"),
      ].compactMap { $0 }.filter { $0 != "-" }.joined(separator: ",")
      request.add(
        "user-agent",
        values.text("http_user_agent", "user_agent", "request_user_agent", "agent"))
      request.add(
        "referer",
        values.text("http_referer", "referer", "referrer", "http_referrer", "request_referer"))
      request.add("cookie", values.text("http_cookie", "cookie", "cookies", "request_cookie"))
      let body = values.text("request_body", "body", "post_data")
      request.body = body == "-" ? nil : body
      request.time = LogTime.milliseconds(
        of: values.text(
          "time", "timestamp", "time_iso8601", "start_time", "start_utc", "ts", "msec", "date",
          "time_local", "datetime"))
      request.trace = values.text("trace_id", "http_trace_id", "request_trace_id")
      return .request(request)
    })

  /// Lines of a console that a collector has wrapped: an access log inside is read, the rest is set apart.
  ///
  /// Source: Cloud Logging's `textPayload` and `jsonPayload`, Docker's `log`.
  static let console = LogFormat(
    name: "console",
    object: { entry in
      if let text = (entry["textPayload"] ?? entry["log"])?.string { return .text(text) }
      if let object = entry["jsonPayload"]?.object { return .object(object) }
      return nil
    })
}
