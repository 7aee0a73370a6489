import JSONText

/// A line about a request that a tag sent, or about what came of it.
///
/// Source: stape-io/gtm-standards, GTMS-3 for consoles and GTMS-7 for BigQuery; the lines of our own templates have no body
/// and sum an answer up in `ResponseMessage`.
package struct SentLine: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case request = "Request"
    case response = "Response"
    case message = "Message"
  }

  package let kind: Kind
  /// Whether it is a row of BigQuery's table; else it is a line of the console.
  package let isRow: Bool
  /// The tag's name for itself, such as `TikTok`.
  package let tag: String
  /// The event's name at the destination; empty where the line does not say it.
  package let event: String
  /// The id of the incoming request that led to it.
  package let trace: String?
  package let method: String
  package let url: String?
  /// The body that was sent; `nil` where the log does not have it.
  package let body: String?
  package let status: Int?
  /// The answer that came: a body, or a summary of it.
  package let answer: String?

  /// - Returns: `nil` for an object about something else.
  init?(_ row: JSONObject) {
    var values: [String: JSON] = [:]
    for member in row.members where member.value != .null {
      let name = NamedValues.name(member.key)
      values[name] = values[name] ?? member.value
    }
    func text(_ name: String) -> String? { values[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }
    guard let kind = text("type").flatMap(Kind.init) else { return nil }
    guard
      ["traceid", "requesturl", "eventname", "tagname"].contains(where: { values[$0] != nil })
    else { return nil }
    self.kind = kind
    isRow = values["name"] == nil && values["tagname"] != nil
    tag = text("name") ?? text("tagname") ?? ""
    event = text("eventname") ?? ""
    trace = text("traceid")
    method = text("requestmethod") ?? "POST"
    url = text("requesturl")
    body = Self.body(values["requestbody"])
    status =
      values["responsestatuscode"]?.number?.integer
      ?? text("responsestatuscode").flatMap { Int($0) }
    answer = Self.body(values["responsebody"]) ?? text("responsemessage")
  }

  /// A body as it went over the wire; some are written as text, and that as text once more.
  private static func body(_ value: JSON?) -> String? {
    guard let value else { return nil }
    guard var text = value.string else { return value.text(.compact) }
    while text.hasPrefix("\""), let inner = (try? JSON.read(text))?.string { text = inner }
    return text.nonEmpty
  }
}
