import JSONText
import SandboxedJS

extension LogFormat {
  /// Standard and real-time logs of Amazon CloudFront, with tabs or as JSON.
  ///
  /// Source: Amazon CloudFront, standard logging and real-time logs, which name some fields otherwise: a `-` is an empty value; what is not allowed in an address is escaped
  /// once more.
  static let cloudFront = LogFormat(
    name: "CloudFront",
    text: { line, columns in
      let values = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard values.count > (columns.kind == .usual ? 8 : 1) else { return nil }
      // Real-time logs begin with seconds since 1970, and have the fields that somebody chose.
      if columns.kind == .usual, values[0].contains("."), Double(values[0]) != nil {
        return .damaged(
          "the columns of CloudFront's real-time log are not known; put a line '#Fields: timestamp c-ip …' with the "
            + "configured fields before it")
      }
      return request { name in
        columns.place(of: name).flatMap { values.indices.contains($0) ? values[$0] : nil }
          .map(String.init)
      }
    },
    object: { row in request { row[$0]?.string } })

  private static func request(_ value: (String) -> String?) -> Finding? {
    func given(_ names: String...) -> String? {
      for name in names {
        if let text = value(name)?.nonEmpty, text != "-" { return text }
      }
      return nil
    }
    guard let path = given("cs-uri-stem"), path.hasPrefix("/") else { return nil }
    // The path of a real-time log has the query, too.
    let query =
      path.contains("?") ? "" : given("cs-uri-query").map { "?" + unescapedQuery($0) } ?? ""
    var request = LoggedRequest(given("cs-method"), unescapedQuery(path) + query)
    request.host = given("x-host-header", "cs(Host)", "cs-host")
    request.hops = [given("x-forwarded-for").map(unescaped), given("c-ip")].compactMap { $0 }
      .joined(separator: ",")
    request.add("user-agent", given("cs(User-Agent)", "cs-user-agent").map(unescaped))
    request.add("referer", given("cs(Referer)", "cs-referer"))
    request.add("cookie", given("cs(Cookie)", "cs-cookie").map(unescaped))
    if let date = given("date"), let time = given("time") {
      request.time = LogTime.milliseconds(of: "\(date)T\(time)Z")
    } else {
      request.time = LogTime.milliseconds(of: given("timestamp"))
    }
    return .request(request)
  }

  /// A header's value; an agent's blanks were seen escaped twice.
  private static func unescaped(_ text: String) -> String {
    let once = URIEncoding.decode(text, as: .component) ?? text
    return once.containsText("%20") ? URIEncoding.decode(once, as: .component) ?? once : once
  }

  /// A path or a query as it was sent: escapes of other bytes than the log itself escapes mean that it escaped nothing.
  private static func unescapedQuery(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      if byte == UInt8(ascii: "%") {
        guard index + 2 < bytes.count,
          let code = UInt8(
            String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16),
          code > 0x20, code >= 0x7F || Array(##"<>"#%{}|\^~[]`'"##.utf8).contains(code)
        else { return text }
        byte = code
        index += 2
      }
      plain.append(byte)
      index += 1
    }
    return String(validating: plain, as: UTF8.self) ?? text
  }
}
