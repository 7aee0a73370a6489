import Foundation
import JSONText
import SandboxedJS
import Simulator
import TestSupport
import Testing

/// Lines of the logs of servers and browsers.
struct LogFormatTests {
  private func entry(_ line: String, host: String? = nil) throws -> LogEntry? {
    try HitLine.entry(Array(line.utf8), wantedHost: host)
  }

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
      "Cloudflare",
      #"{"ClientIP":"192.0.2.17","ClientRequestHost":"sgtm.example.com","ClientRequestMethod":"GET","ClientRequestURI":"/g/collect?\#(query)","ClientRequestReferer":"https://www.example.com/","ClientRequestUserAgent":"Mozilla/5.0 (X11)","Cookies":{"_ttp":"01EXAMPLE","ttclid":"E.C.P.1"},"EdgeResponseStatus":200}"#
    ),
  ]

  @Test("a hit is the same in every format, as far as the format knows it", arguments: lines)
  func everyFormat(_ row: (format: String, line: String)) throws {
    guard case .hit(let hit, let format)? = try entry(row.line) else {
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
    #expect(try entry(row.line, host: "other.example.com") == .setApart(.otherHost, format: format))
    #expect(try entry("\u{FEFF}" + row.line) != nil)
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
      let found = try entry(line)
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
      guard case .hit(let hit, _)? = try entry(line) else {
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
      guard case .hit(let hit, _)? = try entry(line) else {
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

  // MARK: Generated visits

  /// A visit's hit, as a browser sends it.
  private struct Visit {
    var query: String
    var body: String?
    var agent: String
    var address: String
    var cookie: String
    var referrer: String

    init(_ random: inout SeededGenerator) {
      func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
      let name = pick(["page_view", "purchase", "add_to_cart", "generate_lead"])
      let title = URIEncoding.encode(
        pick(["Tee", "Ä & B", "100% \"off\"", "a\\b", "x'y\tz", "{}|^~"]), as: .component)
      let own = "en=\(name)&dt=\(title)&ep.event_id=\(Int.random(in: 0...9_999, using: &random))"
      let shared =
        "v=2&tid=G-A&cid=1.2&gcs=G1\(pick(["00", "11", "--"]))&dl=https%3A%2F%2Fwww.example.com%2F"
      let isBatch = Int.random(in: 0..<4, using: &random) == 0
      query = isBatch ? shared : "\(shared)&\(own)"
      body = isBatch ? "\(own)\nen=scroll&epn.percent=90" : nil
      agent = pick(["Mozilla/5.0 (X11; Linux x86_64)", "App \"one\" (a\\b)", "curl/8.0", "Ünicode"])
      address = pick(["192.0.2.17", "203.0.113.9", "2001:db8::17"])
      cookie = pick(["_ttp=01A; ttclid=E.C.P.1", "a=b"])
      referrer = pick(["https://www.example.com/", "https://www.example.com/?q=a%20b"])
    }

    /// What a browser sends, without what a log may not know.
    func request(cookies: Bool, referrer: Bool) throws(HitError) -> IncomingRequest {
      var headers = [NamedText("x-forwarded-for", address), NamedText("user-agent", agent)]
      if cookies { headers.append(NamedText("cookie", cookie)) }
      return try IncomingHit(
        url: "https://sgtm.example.com/g/collect?\(query)", method: body == nil ? "GET" : "POST",
        headers: headers, body: body
      ).request
    }
  }

  /// How a format writes a visit, and what it knows of it.
  private struct Writer: Sendable {
    let format: String
    var knowsBody = false
    var knowsCookies = false
    let line: @Sendable (Visit) -> String
  }

  private static func json(_ members: KeyValuePairs<String, String?>) -> JSON {
    .object(
      JSONObject(
        members.compactMap { member in
          member.value.map { JSONObject.Member(member.key, .string($0)) }
        }))
  }

  private static func nginx(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C {
        escaped += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      } else {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return escaped
  }

  private static func apache(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// As CloudFront escapes: what no address may have, and the escapes themselves.
  private static func cloudFront(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      if byte <= 0x20 || byte >= 0x7F || Array(##"<>"#%{}|\^~[]`'"##.utf8).contains(byte) {
        escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      } else {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return escaped
  }

  private static let writers: [Writer] = {
    @Sendable func method(_ visit: Visit) -> String { visit.body == nil ? "GET" : "POST" }
    @Sendable func url(_ visit: Visit) -> String {
      "https://sgtm.example.com/g/collect?\(visit.query)"
    }
    @Sendable func entry(_ visit: Visit) -> JSON {
      json([
        "requestMethod": method(visit), "requestUrl": url(visit), "remoteIp": visit.address,
        "userAgent": visit.agent, "referer": visit.referrer,
      ])
    }
    return [
      Writer(format: "Cloud Logging") {
        (["httpRequest": entry($0), "severity": "INFO"] as JSON).text(.compact)
      },
      Writer(format: "BigQuery rows") { entry($0).text(.compact) },
      Writer(format: "App Engine") {
        ([
          "protoPayload": json([
            "ip": $0.address, "method": method($0), "resource": "/g/collect?\($0.query)",
            "host": "sgtm.example.com", "userAgent": $0.agent, "referrer": $0.referrer,
          ])
        ] as JSON).text(.compact)
      },
      Writer(format: "Cloudflare", knowsCookies: true) {
        let headers = json(["cookie": $0.cookie])
        var row =
          json([
            "ClientIP": $0.address, "ClientRequestHost": "sgtm.example.com",
            "ClientRequestMethod": method($0), "ClientRequestURI": "/g/collect?\($0.query)",
            "ClientRequestUserAgent": $0.agent, "ClientRequestReferer": $0.referrer,
          ]).object ?? JSONObject()
        row["RequestHeaders"] = headers
        return JSON.object(row).text(.compact)
      },
      Writer(format: "CloudFront", knowsCookies: true) {
        [
          "2026-01-05", "10:15:00", "FRA56-P1", "612", $0.address, method($0), "d1.cloudfront.net",
          "/g/collect", "200", cloudFront($0.referrer), cloudFront($0.agent),
          cloudFront($0.query), cloudFront($0.cookie), "Miss", "x", "sgtm.example.com",
        ].joined(separator: "\t")
      },
      Writer(format: "AWS load balancer") {
        let client = $0.address.contains(":") ? "[\($0.address)]:52114" : "\($0.address):52114"
        return
          #"https 2026-01-05T10:15:00.123456Z app/sgtm/01 \#(client) 198.51.100.4:8080 0.001 0.040 0.000 200 200 1873 612 "\#(method($0)) https://sgtm.example.com:443/g/collect?\#($0.query) HTTP/2.0" "\#(nginx($0.agent))" TLS TLSv1.3 arn:aws:x "Root=1" "sgtm.example.com" "-" 0 2026-01-05T10:15:00.082000Z "forward" "-" "-" "198.51.100.4:8080" "200" "-" "-""#
      },
      Writer(format: "access log", knowsBody: true) {
        #"10.0.0.7 - - [05/Jan/2026:10:15:00 +0000] "\#(method($0)) /g/collect?\#($0.query) HTTP/2.0" 200 0 "\#($0.referrer)" "\#(nginx($0.agent))" "\#($0.address)" "\#(nginx($0.body ?? "-"))""#
      },
      Writer(format: "access log") {
        #"\#($0.address) - - [05/Jan/2026:10:15:00 +0000] "\#(method($0)) /g/collect?\#($0.query) HTTP/2.0" 200 0 "\#($0.referrer)" "\#(apache($0.agent))""#
      },
      Writer(format: "JSON of a web server", knowsBody: true, knowsCookies: true) {
        json([
          "remote_addr": $0.address, "request_method": method($0),
          "request_uri": "/g/collect?\($0.query)", "host": "sgtm.example.com",
          "http_user_agent": $0.agent, "http_referer": $0.referrer, "http_cookie": $0.cookie,
          "request_body": $0.body ?? "",
        ]).text(.compact)
      },
      Writer(format: HitLine.ownFormat, knowsBody: true, knowsCookies: true) {
        var row =
          json(["url": url($0), "method": method($0), "body": $0.body]).object ?? JSONObject()
        row["headers"] = json([
          "cookie": $0.cookie, "user-agent": $0.agent, "x-forwarded-for": $0.address,
        ])
        return JSON.object(row).text(.compact)
      },
      Writer(format: HitLine.ownFormat, knowsBody: true, knowsCookies: true) {
        func quoted(_ text: String) -> String { "'" + text.replacing("'", with: #"'\''"#) + "'" }
        let body = $0.body.map { " --data-raw \(quoted($0))" } ?? ""
        return "curl \(quoted(url($0))) -H \(quoted("x-forwarded-for: \($0.address)"))"
          + " -H \(quoted("user-agent: \($0.agent)")) -b \(quoted($0.cookie))\(body)"
      },
    ]
  }()

  /// More where `TAGWRIGHT_THOROUGH` is set.
  private static let visitCount =
    TestRun.isThorough ? 10_000 : 300

  @Test("generated visits give the same events in every format, as far as the format knows them")
  func visits() throws {
    var random = SeededGenerator(seed: 7)
    for number in 0..<Self.visitCount {
      let visit = Visit(&random)
      for writer in Self.writers {
        let line = writer.line(visit)
        let found = try entry(line)
        if visit.body != nil, !writer.knowsBody {
          #expect(found == .setApart(.unknownBody, format: writer.format), "\(number): \(line)")
          continue
        }
        guard case .hit(let hit, let format)? = found else {
          #expect(Bool(false), "\(number): \(line)")
          continue
        }
        #expect(format == writer.format)
        let expected = try visit.request(cookies: writer.knowsCookies, referrer: true)
        #expect(
          try EventDataReading().events(of: hit.request)
            == EventDataReading().events(of: expected), "\(number): \(line)")
        #expect(hit.request.cookies == expected.cookies, "\(number): \(line)")
      }
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
