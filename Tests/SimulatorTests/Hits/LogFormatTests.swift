import SandboxedJS
import Simulator
import TestSupport
import Testing

/// Lines of the logs of servers and browsers.
struct LogFormatTests {
  private static let query = "v=2&tid=G-ABC1234567&en=page_view&cid=1.2"

  /// A line of each format for the same hit.
  private static let lines: [(format: String, line: String)] = [
    (
      "Cloud Logging",
      #"{"insertId":"1","httpRequest":{"requestMethod":"GET","requestUrl":"https://sgtm.example.com/g/collect?\#(query)","requestSize":"18","status":200,"userAgent":"Mozilla/5.0 (X11)","remoteIp":"192.0.2.17:4711","referer":"https://www.example.com/","latency":"0.04s"},"resource":{"type":"cloud_run_revision","labels":{}},"severity":"INFO"}"#
    ),
    (
      "Cloud Logging",
      #"{"timestamp":"2026-01-05 10:15:00.123456 UTC","httpRequest":{"requestMethod":"GET","requestUrl":"https://sgtm.example.com/g/collect?\#(query)","remoteIp":"192.0.2.17","userAgent":"Mozilla/5.0 (X11)","referer":"https://www.example.com/","status":"200"}}"#
    ),
    (
      "BigQuery rows",
      #"{"requestMethod":"GET","requestUrl":"https://sgtm.example.com/g/collect?\#(query)","remoteIp":"192.0.2.17","userAgent":"Mozilla/5.0 (X11)","referer":"https://www.example.com/"}"#
    ),
    (
      "App Engine",
      #"{"protoPayload":{"@type":"type.googleapis.com/google.appengine.logging.v1.RequestLog","ip":"192.0.2.17","method":"GET","resource":"/g/collect?\#(query)","status":200,"host":"sgtm.example.com","referrer":"https://www.example.com/","userAgent":"Mozilla/5.0 (X11)"}}"#
    ),
    (
      "access log",
      #"sgtm.example.com:443 192.0.2.17 - - [05/Jan/2026:10:15:00 +0000] "GET /g/collect?\#(query) HTTP/2.0" 200 0 "https://www.example.com/" "Mozilla/5.0 (X11)""#
    ),
    (
      "access log",
      #"10.0.0.7 - bob [05/Jan/2026:10:15:00 +0000] "GET https://sgtm.example.com/g/collect?\#(query) HTTP/1.1" 200 0 "https://www.example.com/" "Mozilla/5.0 (X11)" "192.0.2.17, 10.0.0.7""#
    ),
    (
      "JSON of a web server",
      #"{"time":"2026-01-05T10:15:00+00:00","remote_addr":"10.0.0.7","http_x_forwarded_for":"192.0.2.17","request_method":"GET","request_uri":"/g/collect?\#(query)","host":"sgtm.example.com","http_user_agent":"Mozilla/5.0 (X11)","http_referer":"https://www.example.com/","request_body":"-"}"#
    ),
    (
      "JSON of a web server",
      #"{"level":"info","request":{"remote_ip":"192.0.2.17","method":"GET","host":"sgtm.example.com","uri":"/g/collect?\#(query)","headers":{"User-Agent":["Mozilla/5.0 (X11)"],"Referer":["https://www.example.com/"]}},"status":200}"#
    ),
    (
      "JSON of a web server",
      #"{"ClientAddr":"192.0.2.17:5123","RequestMethod":"GET","RequestPath":"/g/collect?\#(query)","RequestHost":"sgtm.example.com","request_User-Agent":"Mozilla/5.0 (X11)","request_Referer":"https://www.example.com/","DownstreamStatus":200}"#
    ),
    (
      "AWS load balancer",
      #"https 2026-01-05T10:15:00.123456Z app/sgtm/0123456789abcdef 192.0.2.17:52114 198.51.100.4:8080 0.001 0.040 0.000 200 200 1873 612 "GET https://sgtm.example.com:443/g/collect?\#(query) HTTP/2.0" "Mozilla/5.0 (X11)" TLS_AES_128_GCM_SHA256 TLSv1.3 arn:aws:x "Root=1-6" "sgtm.example.com" "session-reused" 0 2026-01-05T10:15:00.082000Z "forward" "-" "-" "198.51.100.4:8080" "200" "-" "-""#
    ),
    (
      "CloudFront",
      "2026-01-05\t10:15:00\tFRA56-P1\t612\t192.0.2.17\tGET\td111111abcdef8.cloudfront.net\t/g/collect\t200\thttps://www.example.com/\tMozilla/5.0%20(X11)\t\(query)\t_ttp=01EXAMPLE;%20ttclid=E.C.P.1\tMiss\tx\tsgtm.example.com"
    ),
    (
      "CloudFront",
      #"{"date":"2026-01-05","c-ip":"192.0.2.17","cs-method":"GET","cs(Host)":"d1.cloudfront.net","x-host-header":"sgtm.example.com","cs-uri-stem":"/g/collect","cs-uri-query":"\#(query)","cs(User-Agent)":"Mozilla/5.0%2520(X11)","cs(Referer)":"https://www.example.com/","cs(Cookie)":"_ttp=01EXAMPLE;%20ttclid=E.C.P.1"}"#
    ),
    (
      "CloudFront",
      "#Fields: timestamp c-ip sc-status cs-method cs-host cs-uri-stem x-host-header cs-user-agent cs-referer cs-cookie cs-uri-query\n"
        + "1767608100.123\t192.0.2.17\t200\tGET\td1.cloudfront.net\t/g/collect?\(query)\tsgtm.example.com\tMozilla/5.0%20(X11)\thttps://www.example.com/\t_ttp=01EXAMPLE;%20ttclid=E.C.P.1\t\(query)"
    ),
    (
      "W3C extended log",
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus\n"
        + "2026-01-05 10:15:00 10.0.0.4 GET /g/collect \(query) 443 - 192.0.2.17 Mozilla/5.0+(X11) _ttp=01EXAMPLE;+ttclid=E.C.P.1 https://www.example.com/ sgtm.example.com 200 0"
    ),
    (
      "BigQuery rows",
      "timestamp,requestMethod,requestUrl,remoteIp,userAgent,referer\n"
        + "2026-01-05 10:15:00 UTC,GET,https://sgtm.example.com/g/collect?\(query),192.0.2.17,Mozilla/5.0 (X11),https://www.example.com/"
    ),
    (
      "JSON of a web server",
      #"request_method,"request_url",status,remote_ip,user_agent,referer"# + "\n"
        + #"GET,"https://sgtm.example.com/g/collect?\#(query)",200,192.0.2.17,"Mozilla/5.0 (X11)",https://www.example.com/"#
    ),
    (
      "BigQuery rows",
      LogText.message(
        #"{"requestMethod":"GET","requestUrl":"https://sgtm.example.com/g/collect?\#(query)","remoteIp":"192.0.2.17","userAgent":"Mozilla/5.0 (X11)","referer":"https://www.example.com/"}"#
      )
    ),
    (
      "access log",
      LogText.message(
        #"sgtm.example.com 192.0.2.17 - - [05/Jan/2026:10:15:00 +0000] "GET /g/collect?\#(query) HTTP/2.0" 200 0 "https://www.example.com/" "Mozilla/5.0 (X11)""#
      )
    ),
    (
      "Cloudflare",
      #"{"ClientIP":"192.0.2.17","ClientRequestHost":"sgtm.example.com","ClientRequestMethod":"GET","ClientRequestURI":"/g/collect?\#(query)","ClientRequestReferer":"https://www.example.com/","ClientRequestUserAgent":"Mozilla/5.0 (X11)","Cookies":{"_ttp":"01EXAMPLE","ttclid":"E.C.P.1"},"EdgeResponseStatus":200}"#
    ),
  ]

  @Test("a hit is the same in every format, as far as the format knows it", arguments: lines)
  func everyFormat(_ row: (format: String, line: String)) throws {
    guard case .hit(let hit, let format)? = try LogText.entry(row.line) else {
      return #expect(Bool(false), "no hit: \(row.line)")
    }
    #expect(format == row.format)
    #expect(hit.request.method == "GET" && hit.request.path == "/g/collect")
    #expect(hit.request.query == Self.query)
    #expect(hit.request.remoteAddress == "192.0.2.17")
    #expect(hit.request.header("host")?.hasPrefix("sgtm.example.com") == true)
    #expect(hit.request.header("user-agent") == "Mozilla/5.0 (X11)")
    let referrer = row.format == "AWS load balancer" ? nil : "https://www.example.com/"
    #expect(hit.request.header("referer") == referrer)
    let hasCookies = row.line.contains("_ttp")
    #expect(hit.hasUnknownCookies == !hasCookies)
    #expect(
      hit.request.cookies
        == (hasCookies ? [NamedText("_ttp", "01EXAMPLE"), NamedText("ttclid", "E.C.P.1")] : []))
    #expect(try EventDataReading().events(of: hit.request).first?["event_name"] == "page_view")
    #expect(
      try LogText.entry(row.line, host: "other.example.com")
        == .setApart(.otherHost, format: format))
    #expect(try LogText.entry("\u{FEFF}" + row.line) != nil)
  }

  @Test("what is no hit for the server is set apart, whatever the format")
  func remainders() throws {
    let rows: [(String, LogRemainder)] = [
      (#"1.2.3.4 - - [x/y] "OPTIONS /g/collect?v=2&en=a HTTP/2.0" 204 0 "-" "M""#, .preflight),
      (#"1.2.3.4 - - [x/y] "GET /healthz HTTP/1.1" 200 0 "-" "kube-probe/1.2""#, .healthCheck),
      (#"1.2.3.4 - - [x/y] "GET / HTTP/1.1" 200 0 "-" "ELB-HealthChecker/2.0""#, .healthCheck),
      (#"1.2.3.4 - - [x/y] "POST /g/collect?v=2&tid=G-A HTTP/2.0" 200 0 "-" "M""#, .unknownBody),
      (#"1.2.3.4 - - [x/y] "POST /g/collect?v=2 HTTP/2.0" 200 0 "-" "M" "-" "-""#, .unknownBody),
      (#"1.2.3.4 - - [x/y] "\x16\x03\x01" 400 0 "-" "-""#, .other),
      (#"1.2.3.4 - - [05/Jan/2026:10:15:00 +0000] "-" 408 0 "-" "-""#, .other),
      (
        #"{"httpRequest":{"requestMethod":"GET","requestUrl":"https://sgtm.example.com/healthy"}}"#,
        .healthCheck
      ),
      (
        #"{"httpRequest":{"requestMethod":"POST","requestUrl":"https://sgtm.example.com/g/collect?v=2","requestSize":"9"}}"#,
        .unknownBody
      ),
      (#"{"textPayload":"{\"Name\":\"TikTok\"}","logName":"x%2Fstdout"}"#, .console),
    ]
    for (line, remainder) in rows {
      let found = try LogText.entry(line)
      guard case .setApart(let kind, _)? = found else {
        #expect(Bool(false), "\(line): \(String(describing: found))")
        continue
      }
      #expect(kind == remainder, "\(line)")
    }
  }

  @Test("a line that a collector wrapped is read")
  func wrapped() throws {
    let inner = #"192.0.2.17 - - [x/y] \"GET /g/collect?v=2&en=a HTTP/2.0\" 200 0 \"-\" \"M\""#
    for line in [
      #"{"textPayload":"\#(inner)","logName":"x"}"#,
      #"{"log":"\#(inner)\n","stream":"stdout","time":"2026-01-05T10:15:00Z"}"#,
      #"{"jsonPayload":{"request_uri":"/g/collect?v=2&en=a","remote_addr":"192.0.2.17"}}"#,
    ] {
      guard case .hit(let hit, _)? = try LogText.entry(line) else {
        #expect(Bool(false), "\(line)")
        continue
      }
      #expect(hit.request.remoteAddress == "192.0.2.17")
    }
  }

  @Test("a body is read with the line ends that servers escape")
  func bodies() throws {
    let expected = "en=view_item&ep.event_id=a1&dt=\"ä\"\nen=add_to_cart&ep.event_id=a2"
    for line in [
      #"192.0.2.17 - - [x/y] "POST /g/collect?v=2 HTTP/2.0" 200 0 "-" "M" "198.51.100.9" "en=view_item&ep.event_id=a1&dt=\x22\xC3\xA4\x22\x0Aen=add_to_cart&ep.event_id=a2""#,
      #"{"remote_addr":"192.0.2.17","request_method":"POST","request_uri":"/g/collect?v=2","request_body":"en=view_item&ep.event_id=a1&dt=\"ä\"\nen=add_to_cart&ep.event_id=a2"}"#,
    ] {
      guard case .hit(let hit, _)? = try LogText.entry(line) else {
        #expect(Bool(false), "\(line)")
        continue
      }
      #expect(hit.request.body == expected)
      #expect(try EventDataReading().events(of: hit.request).count == 2)
    }
  }

  @Test("columns are read by the names of the header, and by those of a standard log without one")
  func columns() throws {
    let header = "#Fields: cs-method cs-uri-stem cs-uri-query c-ip x cs(User-Agent) a b c"
    let columns = try #require(LogColumns(header: Array(header.utf8)))
    let line =
      "GET\t/g/collect\tv=2&en=a&dl=https%253A%252F%252Fwww.example.com%252F%253Fa%2520b\t192.0.2.17\t-\tM%20N\t-\t-\t-"
    guard case .hit(let hit, _)? = try HitLine.entry(Array(line.utf8), columns: columns) else {
      return #expect(Bool(false), "no hit")
    }
    #expect(hit.request.query == "v=2&en=a&dl=https%3A%2F%2Fwww.example.com%2F%3Fa%20b")
    #expect(hit.request.header("user-agent") == "M N")
    #expect(LogColumns(header: Array("#Version: 1.0".utf8)) == nil)
  }

  @Test(
    "a line that lacks what its format needs is an error that says so",
    arguments: [
      ("1767608100.123\t192.0.2.17\t0.001\t200\t612\tGET\thttps\tx\t/g/collect", "'#Fields: "),
      (#"{"message":{"data":"%%%","messageId":"1"}}"#, "is not text in base64"),
      (#"{"message":{"data":"//79","messageId":"1"}}"#, "is not text in base64"),
      ("requestUrl,referer\n\"https://sgtm.example.com/g/coll", "ends within quotes"),
    ])
  func damagedLines(text: String, reason: String) throws {
    let error = #expect(throws: HitError.self) { try LogText.entry(text) }
    #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
  }

  @Test("a header holds for the lines of its own form alone, and is no hit")
  func headers() throws {
    let table = "requestUrl,remoteIp"
    #expect(try LogText.entry(table + "\n" + table) == nil)
    for header in [table, "#Fields: date time cs-uri-stem c-ip"] {
      for row in Self.lines where !row.line.contains("\n") && row.format != "CloudFront" {
        #expect(try LogText.entry(header + "\n" + row.line) == LogText.entry(row.line), "\(header)")
      }
    }
    #expect(LogColumns(header: Array("name,value".utf8)) == nil)
    #expect(LogColumns(header: Array("/g/collect?url=1,2".utf8)) == nil)
  }

  @Test("columns may stand in any order, few or many, those that begin as an address does first")
  func columnOrders() throws {
    var random = SeededGenerator(seed: 61)
    let needed = [("cs-uri-stem", "/g/collect"), ("cs-uri-query", "v=2&en=a&cid=1.2")]
    let others = [
      ("cs-method", "GET"), ("c-ip", "192.0.2.17"), ("cs(Referer)", "https://www.example.com/"),
      ("date", "2026-01-05"), ("time", "10:15:00"), ("x-edge-location", "-"), ("sc-status", "200"),
      ("cs(User-Agent)", "M%2520N"), ("cs(Cookie)", "_ttp=1"), ("a", "http"), ("b", "7"),
    ]
    for _ in 0..<(TestRun.isThorough ? 5_000 : 100) {
      let count = Int.random(in: 0...others.count, using: &random)
      let columns = (needed + others.shuffled(using: &random).prefix(count)).shuffled(
        using: &random)
      let header = "#Fields: " + columns.map(\.0).joined(separator: " ")
      let line = columns.map(\.1).joined(separator: "\t")
      let entry = try HitLine.entry(
        Array(line.utf8), columns: try #require(LogColumns(header: Array(header.utf8))))
      guard case .hit(let hit, "CloudFront")? = entry else {
        #expect(Bool(false), "\(line)")
        continue
      }
      #expect(hit.request.query == "v=2&en=a&cid=1.2", "\(line)")
      let isTimed = ["date", "time"].allSatisfy { name in columns.contains { $0.0 == name } }
      #expect(hit.time == (isTimed ? 1_767_608_100_000 : nil), "\(line)")
    }
  }

  @Test("any cut and any changed byte of a line gives a hit, a remainder or an error")
  func damage() {
    var random = SeededGenerator(seed: 11)
    for row in Self.lines {
      let bytes = Array(row.line.utf8)
      for _ in 0..<60 {
        var changed = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
        _ = try? HitLine.entry(changed)
        changed = bytes
        changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0x20...0x7E, using: &random)
        _ = try? HitLine.entry(changed)
      }
    }
  }
}
