import JSONText

/// A format in which servers and browsers write down the requests that they met.
struct LogFormat: Sendable {
  /// The result of reading one line or entry.
  enum Finding {
    case request(LoggedRequest)
    case remainder(LogRemainder)
    case sent(SentLine)
    /// A line of another format stands inside.
    case text(String)
    case object(JSONObject)
  }

  /// The format's name in reports, for one line and for many.
  let name: String
  /// Reads a line of text; `nil` for a line of another format.
  var text: @Sendable (_ line: String, LogColumns) -> Finding? = { _, _ in nil }
  /// Reads a JSON object; `nil` for an object of another format.
  var object: @Sendable (JSONObject) -> Finding? = { _ in nil }

  /// Every format, those with marks of their own before those that are known by usual names.
  static let all: [LogFormat] = [
    .cloudLogging, .appEngine, .cloudflare, .cloudFront, .sentRequests, .queryRow, .loadBalancer,
    .accessLog, .webServer, .console,
  ]
}

/// The columns that a log of tab-separated values has, as its last header says.
package struct LogColumns: Hashable, Sendable {
  let names: [String]
  /// Whether no header said so.
  let isUsual: Bool

  /// Those of a standard log of CloudFront.
  ///
  /// Source: Amazon CloudFront, standard logging, the 33 fields in their order.
  package static let usual = LogColumns(
    names: """
      date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) \
      cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken \
      x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status \
      fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len \
      sc-range-start sc-range-end
      """.split(separator: " ").map(String.init))

  private init(names: [String]) { (self.names, isUsual) = (names, true) }

  /// The columns of a line `#Fields: date time …`; `nil` for any other line.
  package init?(header line: [UInt8]) {
    let mark = Array("#Fields:".utf8)
    let isMarked = line.starts(with: mark) || line.starts(with: [0xEF, 0xBB, 0xBF] + mark)
    guard isMarked, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    names = String(decoding: line[(colon + 1)...], as: UTF8.self).split(
      whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }
    ).map(String.init)
    isUsual = false
  }
}
