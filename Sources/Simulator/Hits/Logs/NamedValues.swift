import JSONText

/// The texts of a JSON object by name, whatever the case and whatever stands between the words of a name.
struct NamedValues {
  private var texts: [String: String] = [:]

  init(_ object: JSONObject) {
    add(object)
    // Caddy has the request's parts in an object of their own, and headers as lists.
    if let request = object["request"]?.object {
      add(request)
      if let headers = request["headers"]?.object { add(headers) }
    }
  }

  private mutating func add(_ object: JSONObject) {
    for member in object.members {
      guard
        let text = member.value.string ?? member.value.array?.first?.string
          ?? member.value.number?.text
      else { continue }
      let name = Self.name(member.key)
      texts[name] = texts[name] ?? text
    }
  }

  static func name(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The first that there is.
  func text(_ names: String...) -> String? {
    names.lazy.compactMap { texts[Self.name($0)]?.nonEmpty }.first
  }

  /// Whether something stands there that only who met a request knows.
  var hasMark: Bool {
    text(
      "status", "remote_addr", "remote_ip", "client_ip", "client_addr", "client_host",
      "http_user_agent", "user_agent", "request_uri", "request_time", "response_code",
      "downstream_status", "bytes_sent", "body_bytes_sent") != nil
  }
}
