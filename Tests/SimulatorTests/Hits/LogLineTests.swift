import SandboxedJS
import Simulator
import Testing

/// Spellings of log lines beside the usual ones.
@Suite struct LogLineTests {
  /// What a line is expected to hold.
  private struct Expected: Sendable {
    var url = "/g/collect?v=2&en=a&cid=1.2"
    var method = "GET"
    var address = "192.0.2.17"
    var time: Double? = 1_767_608_100_000
    var trace: String?
    var body: String?
  }

  private static let target = "/g/collect?v=2&en=a&cid=1.2"
  private static let whole = "https://sgtm.example.com\(target)"

  private static let rows: [(line: String, expected: Expected)] = [
    (
      #"{"timestamp":"2026-01-05T10:15:00.123456Z","trace":"projects/p/traces/0af7","httpRequest":{"requestMethod":"GET","requestUrl":"\#(whole)","remoteIp":"[2001:db8::17]:4711"}}"#,
      Expected(address: "2001:db8::17", time: 1_767_608_100_123, trace: "0af7")
    ),
    (
      #"{"timestamp":"2026-01-05 10:15:00.123456 UTC","requestUrl":"\#(whole)","remoteIp":"192.0.2.17","trace":"projects/p/traces/0af7"}"#,
      Expected(time: 1_767_608_100_123, trace: "0af7")
    ),
    (
      #"{"timestamp":"1.7676081E9","request_method":"GET","request_url":"\#(whole)","remote_ip":"192.0.2.17"}"#,
      Expected()
    ),
    (
      #"{"protopayload_requestlog":{"ip":"192.0.2.17","method":"GET","resource":"\#(target)","startTime":"2026-01-05T11:15:00+01:00"}}"#,
      Expected()
    ),
    (
      #"{"textPayload":"{\"remote_addr\":\"192.0.2.17\",\"request_uri\":\"\#(target)\",\"time\":\"2026-01-05T10:15:00+00:00\"}"}"#,
      Expected()
    ),
    (
      #"{":authority":"sgtm.example.com",":method":"GET",":path":"\#(target)","x_forwarded_for":"192.0.2.17","response_code":200,"start_time":"2026-01-05T10:15:00.000Z","x-request-id":"1"}"#,
      Expected()
    ),
    (
      #"{"ClientIP":"192.0.2.17","ClientRequestHost":"sgtm.example.com","ClientRequestURI":"\#(target)","EdgeStartTimestamp":1767608100000000000}"#,
      Expected()
    ),
    (
      #"192.0.2.17 - - [05/Jan/2026:12:15:00 +0200] "GET \#(target) HTTP/2.0" 200 0 "-" "M" rt=0.041 "urt=0.040""#,
      Expected()
    ),
    (
      #"192.0.2.17 - - [05/Jan/2026:10:15:00 +0000] "POST \#(target) HTTP/2.0" 200 0 "-" "M" "urt=0.040" "_et=7&en=b\x0A_et=8&en=c""#,
      Expected(method: "POST", body: "_et=7&en=b\n_et=8&en=c")
    ),
    (
      #"Jan  5 10:15:00 lb haproxy[14]: 192.0.2.17:33317 [05/Jan/2026:10:15:00.000] web~ app/a 0/0/1/2/3 200 612 - - ---- 1/1/0/0/0 0/0 "GET \#(target) HTTP/1.1""#,
      Expected()
    ),
    (
      #"h2 2026-01-05T10:15:00.000000Z app/sgtm/01 [2001:db8::17]:52114 - -1 -1 -1 502 - 34 366 "GET https://sgtm.example.com:443\#(target) HTTP/2.0" "-" - - - "Root=1" "-" "-" 0 2026-01-05T10:15:00.082000Z "-" "-" "-" "-" "-" "-" "-""#,
      Expected(address: "2001:db8::17")
    ),
    (
      "2026-01-05\t10:15:00\tFRA56-P1\t612\t192.0.2.17\tGET\td1.cloudfront.net\t/g/collect\t200\t-\t-\tv=2&en=a&cid=1.2\t-\tMiss",
      Expected()
    ),
  ]

  @Test(arguments: rows.indices)
  func aLineIsReadWithTimeAddressAndTrace(index: Int) throws {
    let (line, expected) = Self.rows[index]
    guard case .hit(let hit, _)? = try HitLine.entry(Array(line.utf8)) else {
      return #expect(Bool(false), "no hit: \(line)")
    }
    #expect("\(hit.request.path)?\(hit.request.query)" == expected.url)
    #expect(hit.request.method == expected.method)
    #expect(hit.request.remoteAddress == expected.address, "\(line)")
    #expect(hit.time == expected.time, "\(line)")
    #expect(hit.trace == expected.trace)
    #expect(hit.request.body == expected.body, "\(line)")
  }

  @Test(
    arguments: [
      ("2026-13-01T00:00:00Z", nil), ("yesterday", nil), ("", nil),
      ("2024-02-29T23:59:60Z", 1_709_251_200_000), ("1767608100.5", 1_767_608_100_500),
      ("1767608100123456", 1_767_608_100_123), ("2026-01-05T10:15Z", 1_767_608_100_000),
      ("2026-01-05t10:15:00,25-0530", 1_767_627_900_250), ("05/Foo/2026:10:15:00 +0000", nil),
      ("2026-01-05T1", nil), ("[05/Jan/2026:10:15:00 +0000]", 1_767_608_100_000),
    ] as [(String, Double?)])
  func timesOfLogsAreRead(text: String, time: Double?) throws {
    let line =
      #"{"timestamp":"\#(text)","requestUrl":"\#(Self.whole)"}"#
    guard case .hit(let hit, _)? = try HitLine.entry(Array(line.utf8)) else {
      return #expect(Bool(false), "no hit")
    }
    #expect(hit.time == time)
  }

  @Test func aLineAboutASentRequestIsReadInEverySpelling() throws {
    let body = #"{"data":[{"event":"Purchase","event_id":"T-1"}]}"#
    let escaped = body.replacing("\"", with: "\\\"")
    let twice = "\\\"" + body.replacing("\"", with: "\\\\\\\"") + "\\\""
    let console =
      #"{"Name":"TikTok","Type":"Request","TraceId":"4b","EventName":"Purchase","RequestMethod":"POST","RequestUrl":"https://events.example.com/","RequestBody":\#(body)}"#
    let row =
      #""tag_name":"TikTok","type":"Request","trace_id":"4b","event_name":"Purchase","request_method":"POST","request_url":"https://events.example.com/","request_body""#
    for line in [
      console, #"{\#(row):"\#(escaped)"}"#, #"{\#(row):"\#(twice)","timestamp":1767608100123}"#,
      #"{"jsonPayload":\#(console),"logName":"x"}"#,
      #"{"textPayload":"\#(console.replacing("\"", with: "\\\""))"}"#,
      #"{"log":"\#(console.replacing("\"", with: "\\\""))\n","stream":"stdout"}"#,
      #"{"jsonPayload":{"name":"TikTok","type":"Request","traceid":"4b","eventname":"Purchase","requesturl":"https://events.example.com/","requestbody":\#(body)}}"#,
    ] {
      guard case .sent(let sent, "logs of tags")? = try HitLine.entry(Array(line.utf8)) else {
        #expect(Bool(false), "\(line)")
        continue
      }
      #expect(sent.kind == .request && sent.tag == "TikTok" && sent.trace == "4b", "\(line)")
      #expect(sent.event == "Purchase" && sent.url == "https://events.example.com/")
      #expect(sent.body == body, "\(line)")
    }
    let answer =
      #"{"Type":"Response","ResponseStatusCode":200,"ResponseMessage":"0 OK","Name":"TikTok","EventName":"Purchase"}"#
    guard case .sent(let sent, _)? = try HitLine.entry(Array(answer.utf8)) else {
      return #expect(Bool(false), "no answer")
    }
    #expect(sent.kind == .response && sent.status == 200 && sent.answer == "0 OK")
  }
}
