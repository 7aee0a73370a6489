extension LogFormat {
  /// The W3C extended log of IIS: words between blanks, by the names of the last `#Fields:` line.
  ///
  /// Source: W3C, Extended Log File Format; IIS writes a `+` for each blank of a header.
  static let extendedLog = LogFormat(
    name: "W3C extended log",
    text: { line, columns in
      guard columns.kind == .header else { return nil }
      let values = line.split(separator: " ").map(String.init)
      guard values.count == columns.names.count else { return nil }
      func given(_ names: String...) -> String? {
        names.lazy.compactMap { columns.place(of: $0) }.map { values[$0] }.first { $0 != "-" }
      }
      func header(_ name: String) -> String? {
        given("cs(\(name))")?.replacing("+", with: " ")
      }
      guard let path = given("cs-uri-stem"), path.hasPrefix("/") else { return nil }
      let query = given("cs-uri-query").map { "?" + $0 } ?? ""
      var request = LoggedRequest(given("cs-method"), path + query)
      request.host = given("cs-host", "cs(Host)")
      request.hops = [header("X-Forwarded-For") ?? given("X-Forwarded-For"), given("c-ip")]
        .compactMap { $0 }.joined(separator: ",")
      request.add("user-agent", header("User-Agent"))
      request.add("referer", given("cs(Referer)"))
      request.add("cookie", header("Cookie"))
      if let date = given("date"), let time = given("time") {
        request.time = LogTime.milliseconds(of: "\(date)T\(time)Z")
      }
      return .request(request)
    })
}
