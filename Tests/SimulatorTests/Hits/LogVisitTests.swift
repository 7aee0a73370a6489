import JSONText
import SandboxedJS
import Simulator
import TestSupport
import Testing

/// Generated visits, written down as servers do.
struct LogVisitTests {
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
      Writer(format: "W3C extended log", knowsCookies: true) {
        func word(_ text: String) -> String { text.replacing(" ", with: "+") }
        return
          "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Cookie) cs(Referer) cs-host\n"
          + "2026-01-05 10:15:00 \(method($0)) /g/collect \($0.query) \($0.address) \(word($0.agent)) \(word($0.cookie)) \($0.referrer) sgtm.example.com"
      },
      Writer(format: "BigQuery rows") {
        func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        return "requestMethod,requestUrl,remoteIp,userAgent,referer\n"
          + [method($0), url($0), $0.address, $0.agent, $0.referrer].map(quoted).joined(
            separator: ",")
      },
      Writer(format: "Cloud Logging") {
        LogText.message((["httpRequest": entry($0), "severity": "INFO"] as JSON).text(.compact))
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
        let found = try LogText.entry(line)
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
}
