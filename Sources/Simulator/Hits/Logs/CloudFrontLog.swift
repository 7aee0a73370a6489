import JSONText
import SandboxedJS

extension LogFormat {
  /// Standard logs of Amazon CloudFront, with tabs or as JSON.
  ///
  /// Source: Amazon CloudFront, standard logging: a `-` is an empty value; what is not allowed in an address is escaped
  /// once more.
  static let cloudFront = LogFormat(
    name: "CloudFront",
    text: { line, columns in
      let values = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard values.count > (columns.isUsual ? 8 : 1) else { return nil }
      return request { name in
        columns.names.firstIndex(of: name).flatMap {
          values.indices.contains($0) ? values[$0] : nil
        }
        .map(String.init)
      }
    },
    object: { row in request { row[$0]?.string } })

  private static func request(_ value: (String) -> String?) -> Finding? {
    func given(_ name: String) -> String? {
      let text = value(name)
      return text == "-" ? nil : text?.nonEmpty
    }
    guard let path = given("cs-uri-stem"), path.hasPrefix("/") else { return nil }
    let query = given("cs-uri-query").map { "?" + unescapedQuery($0) } ?? ""
    var request = LoggedRequest(given("cs-method"), unescapedQuery(path) + query)
    request.host = given("x-host-header") ?? given("cs(Host)")
    request.hops = [given("x-forwarded-for").map(unescaped), given("c-ip")].compactMap { $0 }
      .joined(separator: ",")
    request.add("user-agent", given("cs(User-Agent)").map(unescaped))
    request.add("referer", given("cs(Referer)"))
    request.add("cookie", given("cs(Cookie)").map(unescaped))
    if let date = given("date"), let time = given("time") {
      request.time = LogTime.milliseconds(of: "\(date)T\(time)Z")
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
