import SandboxedJS

/// The columns of a log, as its last header says.
package struct LogColumns: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// No header said so.
    case usual
    /// A line `#Fields: date time …`.
    case header
    /// The first line of a table with commas.
    case table
  }

  let names: [String]
  let kind: Kind

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

  private init(names: [String]) { (self.names, kind) = (names, .usual) }

  /// The columns of a line `#Fields: date time …` or of a table's header; `nil` for any other line.
  package init?(header line: [UInt8]) {
    let mark = Array("#Fields:".utf8)
    let start = line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if line.dropFirst(start).starts(with: mark) {
      names = String(decoding: line[(start + mark.count)...], as: UTF8.self).split(
        whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }
      ).map(String.init)
      kind = .header
    } else if let columns = Self.ofTable(line[start...]) {
      names = columns
      kind = .table
    } else {
      return nil
    }
  }

  func place(of name: String) -> Int? { names.firstIndex(of: name) }

  /// The names in a table's header, without the objects that they are in: `httpRequest.requestUrl` is `requestUrl`.
  private static func ofTable(_ line: ArraySlice<UInt8>) -> [String]? {
    let others = Array(",_.\" \r".utf8)
    let isHeader = line.allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        || others.contains($0)
    }
    guard isHeader, line.contains(UInt8(ascii: ",")) else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmingSpaces
    let names = (LogFormat.values(of: text) ?? []).map {
      $0.split(separator: ".").last.map { String($0).trimmingSpaces } ?? ""
    }
    return names.contains { addressNames.contains(NamedValues.name($0)) } ? names : nil
  }

  /// The columns of which one must be there: a table without a request's address is no log of requests.
  private static let addressNames: Set<String> = [
    "requesturl", "requesturi", "clientrequesturi", "requestpath", "url", "uri",
  ]
}
