import JSONText
import SandboxedJS

/// A line of a log with one hit per line.
package enum HitLine {
  /// The hit of a line; `nil` for an empty line and for a comment, which starts with `#`.
  ///
  /// A line is an address, a path with a query, a query, an object as ``EventCase`` reads it or
  /// `{"url", "method", "headers", "body"}`, or a line of a web server's access log.
  package static func hit(_ bytes: [UInt8]) throws(HitError) -> Hit? {
    guard bytes.count <= limit else {
      throw HitError("the line has \(bytes.count) bytes, more than \(limit)")
    }
    guard let whole = String(validating: bytes, as: UTF8.self) else {
      throw HitError("the line is no valid UTF-8")
    }
    let text = whole.trimmingSpaces
    switch text.first {
    case nil, "#": return nil
    case "{": return try hit(json: text)
    default: break
    }
    if let quoted = accessLogRequest(text) { return try hit(accessLog: text, quoted) }
    if text.hasPrefix("curl ") { return try CurlCommand.hit(text) }
    return try Hit(url: text)
  }

  /// Bytes that a line may have: event data can be larger than a hit.
  package static let limit = 8 << 20

  private static func hit(json text: String) throws(HitError) -> Hit {
    let json: JSON
    do throws(JSONReadError) {
      json = try JSON.read(
        Array(text.utf8), JSONReadOptions(depthLimit: 100, repeatedKeys: .lastOneCounts))
    } catch {
      throw HitError("column \(error.column): \(error.message)")
    }
    guard let url = json["url"]?.string, json["event_name"] == nil else {
      return try EventCase.hit(json)
    }
    var headers: [NamedText] = []
    for member in json["headers"]?.object?.members ?? [] {
      if let value = member.value.string { headers.append(NamedText(member.key, value)) }
    }
    let body = json["body"]?.string
    return try Hit(
      url: url, method: json["method"]?.string ?? (body == nil ? "GET" : "POST"), headers: headers,
      body: body)
  }

  // MARK: Access logs

  /// The quoted request, `GET /g/collect?… HTTP/1.1`.
  private static func accessLogRequest(_ text: String) -> Range<String.Index>? {
    guard !text.hasPrefix("http"), !text.hasPrefix("/") else { return nil }
    for method in ["\"GET /", "\"POST /"] {
      if let start = text.firstRange(of: method),
        let end = text[start.upperBound...].firstRange(of: " HTTP/")
      {
        return text.index(after: start.lowerBound)..<end.lowerBound
      }
    }
    return nil
  }

  private static func hit(
    accessLog text: String, _ request: Range<String.Index>
  ) throws(HitError) -> Hit {
    let parts = text[request].split(separator: " ", maxSplits: 1)
    var headers: [NamedText] = []
    if let address = text.split(separator: " ", maxSplits: 1).first, address != "-" {
      headers.append(NamedText("x-forwarded-for", String(address)))
    }
    // Behind the request stand the status, the size, and in quotes the referrer and the browser.
    let quoted = text[request.upperBound...].split(
      separator: "\"", omittingEmptySubsequences: false)
    if quoted.count > 4, quoted[4] != "-" {
      headers.append(NamedText("user-agent", String(quoted[4])))
    }
    return try Hit(
      url: String(parts.last ?? ""), method: String(parts.first ?? "GET"), headers: headers)
  }
}
