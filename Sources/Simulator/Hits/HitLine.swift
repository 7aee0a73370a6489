package import JSONText
import SandboxedJS

/// A line of a log, whatever its format.
package enum HitLine {
  /// Reads a line and returns its content; `nil` for an empty line, for a comment, which starts with
  /// `#`, and for a table's header.
  ///
  /// A line is an address, a path with a query, a query, a cURL command, an object as ``EventCase`` reads it or
  /// `{"url", "method", "headers", "body"}`, or a line of any ``LogFormat``; lines of several formats may follow each
  /// other.
  ///
  /// - Parameters:
  ///   - columns: what the last header before the line says.
  ///   - wantedHost: the only host whose requests are looked at.
  package static func entry(
    _ bytes: [UInt8], columns: LogColumns = .usual, wantedHost: String? = nil
  ) throws(HitError) -> LogEntry? {
    guard bytes.count <= limit else {
      throw HitError("the line has \(bytes.count) bytes, more than \(limit)")
    }
    guard let whole = String(validating: bytes, as: UTF8.self) else {
      throw HitError("the line is not valid UTF-8")
    }
    var text = whole.trimmingSpaces
    if text.unicodeScalars.first == "\u{FEFF}" { text = String(text.unicodeScalars.dropFirst()) }
    switch text.utf8.first {
    case nil, UInt8(ascii: "#"): return nil
    case UInt8(ascii: "{"):
      let json: JSON
      do throws(JSONReadError) {
        json = try JSON.read(Array(text.utf8), .ofJavaScript())
      } catch {
        throw HitError("column \(error.column): \(error.message)")
      }
      return try entry(json, wantedHost: wantedHost)
    default: break
    }
    if text.hasPrefix("curl ") { return .hit(try CurlCommand.hit(text), format: ownFormat) }
    if columns.kind == .table, LogColumns(header: bytes) != nil { return nil }
    let hasColumns = columns.kind != .usual || text.utf8.place(of: UInt8(ascii: "\t")) != nil
    if hasColumns
      || !text.hasPrefix("/")
        && (!text.hasPrefix("http") || text.utf8.place(of: UInt8(ascii: " ")) != nil)
    {
      for format in LogFormat.all {
        guard let finding = format.text(text, columns) else { continue }
        return try entry(finding, format.name, wantedHost)
      }
    }
    return .hit(try IncomingHit(url: text), format: ownFormat)
  }

  /// Bytes that a line may have: event data can be larger than a hit.
  package static let limit = 8 << 20
  /// The format name for a line that is in no format of others.
  package static let ownFormat = ""

  /// Reads a JSON value that is a line of its own, or an entry of a list.
  package static func entry(_ json: JSON, wantedHost: String? = nil) throws(HitError) -> LogEntry {
    // Rows about sent requests name the event, too.
    guard let object = json.object,
      object["event_name"] == nil || LogFormat.sentRequests.object(object) != nil
    else {
      return .hit(try EventCase.hit(json), format: ownFormat)
    }
    let isOwn = object["url"]?.string != nil && object.members.allSatisfy { keys.contains($0.key) }
    if !isOwn {
      for format in LogFormat.all {
        guard let finding = format.object(object) else { continue }
        return try entry(finding, format.name, wantedHost)
      }
    }
    guard let url = object["url"]?.string else {
      return .hit(try EventCase.hit(json), format: ownFormat)
    }
    try HitError.checkNames(of: object, among: keys, "a hit")
    var headers: [NamedText] = []
    for member in object["headers"]?.object?.members ?? [] {
      if let value = member.value.string { headers.append(NamedText(member.key, value)) }
    }
    let body = object["body"]?.string
    let hit = try IncomingHit(
      url: url, method: object["method"]?.string ?? (body == nil ? "GET" : "POST"),
      headers: headers, body: body)
    return .hit(hit, format: ownFormat)
  }

  private static let keys = ["url", "method", "headers", "body"]

  private static func entry(
    _ finding: LogFormat.Finding, _ format: String, _ wantedHost: String?
  ) throws(HitError) -> LogEntry {
    switch finding {
    case .request(let request): return try request.entry(of: format, wantedHost: wantedHost)
    case .remainder(let remainder): return .setApart(remainder, format: format)
    case .sent(let line): return .sent(line, format: format)
    case .damaged(let reason): throw HitError(reason)
    case .line(let line):
      return try entry(Array(line.utf8), wantedHost: wantedHost)
        ?? .setApart(.console, format: format)
    case .text(let line):
      if line.hasPrefix("{"), let object = (try? JSON.read(line))?.object {
        return try entry(.object(object), format, wantedHost)
      }
      guard let inner = LogFormat.accessLog.text(line.trimmingSpaces, .usual) else {
        return .setApart(.console, format: format)
      }
      return try entry(inner, LogFormat.accessLog.name, wantedHost)
    case .object(let object):
      let formats = [LogFormat.sentRequests, .webServer]
      for inner in formats {
        if let found = inner.object(object) { return try entry(found, inner.name, wantedHost) }
      }
      return .setApart(.console, format: format)
    }
  }
}
