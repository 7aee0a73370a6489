import JSONText
import SandboxedJS
import Simulator
import Testing

struct HitReadingTests {
  private func message(_ read: () throws(HitError) -> Void) -> String? {
    do throws(HitError) {
      try read()
      return nil
    } catch {
      return error.message
    }
  }

  // MARK: Addresses

  @Test(
    "an address, a path and a bare query are hits of the same path",
    arguments: [
      "https://sgtm.example.com/g/collect?v=2&en=a", "/g/collect?v=2&en=a", "v=2&en=a",
      "https://www.example.com/metrics/g/collect?v=2&en=a#top",
      "HTTP://example.com/g/collect?v=2&en=a",
    ])
  func addresses(_ url: String) throws {
    let hit = try IncomingHit(url: url)
    #expect(hit.request.path == "/g/collect")
    #expect(hit.request.query == "v=2&en=a")
  }

  @Test("the host of an address is its header, and an address without a path has the top one")
  func hosts() throws {
    let hit = try IncomingHit(url: "https://sgtm.example.com:8080")
    #expect(hit.request.path == "/")
    #expect(hit.request.header("Host") == "sgtm.example.com:8080")
  }

  @Test(
    "what is no address is named",
    arguments: [
      ("", "the address is empty"), ("#x", "the address is empty"),
      ("ftp://example.com/", "'ftp://example.com/' is not an address of the web"),
      ("/a b", "'/a b' is not an address: it has a space or a control character"),
      (
        "example.com",
        "'example.com' is not an address: one starts with https:// or with /, or is a query such as v=2&en=page_view"
      ),
    ])
  func noAddresses(_ row: (text: String, message: String)) {
    #expect(message { () throws(HitError) in _ = try IncomingHit(url: row.text) } == row.message)
  }

  @Test(
    "the visitor's address is the first public hop, without port and brackets",
    arguments: [
      ("x-forwarded-for", "203.0.113.7, 10.0.0.1", "203.0.113.7"),
      ("forwarded", #"proto=https; For="[2001:db8::1]";by=203.0.113.43"#, "2001:db8::1"),
      ("forwarded", "for=192.0.2.60, for=198.51.100.17", "192.0.2.60"), ("via", "x", ""),
      ("forwarded", #"for="[2001:db8::1]:4711""#, "2001:db8::1"),
      ("forwarded", "for=_hidden, for=10.0.0.1;proto=https, for=192.0.2.60", "192.0.2.60"),
      ("x-forwarded-for", "203.0.113.7:55123", "203.0.113.7"),
      ("x-forwarded-for", "[2001:db8::1]:443", "2001:db8::1"),
      ("x-forwarded-for", "::ffff:203.0.113.7", "203.0.113.7"),
      ("x-forwarded-for", "[::ffff:203.0.113.7]:80", "203.0.113.7"),
      ("x-forwarded-for", "::FFFF:CB00:7107", "203.0.113.7"),
      ("x-forwarded-for", "10.0.0.1, 192.168.7.7:80,203.0.113.7", "203.0.113.7"),
      ("x-forwarded-for", "unknown, fd00::1, 2001:db8::1", "2001:db8::1"),
      ("x-forwarded-for", "10.0.0.1, 192.168.0.1", "10.0.0.1"), ("x-forwarded-for", "unknown", ""),
    ])
  func visitors(_ row: (header: String, value: String, address: String)) throws {
    let hit = try IncomingHit(url: "/g/collect?v=2", headers: [NamedText(row.header, row.value)])
    #expect(hit.request.remoteAddress == row.address)
  }

  // MARK: cURL

  @Test("a command that Chrome copies for a shell has its headers, cookies and lines")
  func shellCommand() throws {
    let hit = try CurlCommand.hit(
      #"""
      curl 'https://sgtm.example.com/g/collect?v=2&tid=G-A' \
        -X POST \
        -H 'accept: */*' \
        -H "user-agent: Mozilla/5.0 (\"X\")" \
        -b '_ga=GA1.1.1.2; _ttp=abc' \
        --data-raw $'en=page_view&dt=It\'s\r\nen=scroll\u0021' \
        --compressed ;
      """#)
    #expect(hit.request.method == "POST")
    #expect(hit.request.header("User-Agent") == #"Mozilla/5.0 ("X")"#)
    #expect(hit.request.cookies == [NamedText("_ga", "GA1.1.1.2"), NamedText("_ttp", "abc")])
    #expect(hit.request.body == "en=page_view&dt=It's\r\nen=scroll!")
  }

  @Test("a command that Chrome copies for Windows is the same hit")
  func windowsCommand() throws {
    let hit = try CurlCommand.hit(
      "curl ^\"https://sgtm.example.com/g/collect?v=2^&en=a^\" ^\n  -H ^\"cookie: a=b^\" ^\n  --compressed"
    )
    #expect(hit.request.query == "v=2&en=a")
    #expect(hit.request.cookies == [NamedText("a", "b")])
    #expect(hit.request.method == "GET")
  }

  @Test(
    "a command that cannot be a hit is named",
    arguments: [
      ("curl 'https://example.com/", "a quote of the command is not closed; it was cut off"),
      ("curl -H", "the option '-H' of the command has no value"),
      ("curl", "the command has no address"), ("wget x", "the command is not 'curl'"),
      ("curl -F a=b https://example.com", "the option '-F' of the command is not understood"),
      (
        "curl -d @body https://example.com",
        "a body in a file cannot be read; copy the command with the body"
      ),
      ("curl https://a.example https://b.example", "the command has two addresses"),
    ])
  func noCommands(_ row: (text: String, message: String)) {
    #expect(message { () throws(HitError) in _ = try CurlCommand.hit(row.text) } == row.message)
  }

  @Test("any cut of a command gives a hit or an error")
  func cutCommands() {
    let command =
      #"curl 'https://a.example/g/collect?v=2' -H "a: \"b" --data-raw $'en=a\u00e4\n' -b 'a=b'"#
    for length in 0...command.count {
      _ = message { () throws(HitError) in _ = try CurlCommand.hit(String(command.prefix(length))) }
    }
  }

  // MARK: HAR

  @Test("a HAR file has its analytics hits; what is none for the server is set apart")
  func har() throws {
    let json = try JSON.read(
      #"""
      {"log": {"entries": [
        {"request": {"method": "GET", "url": "https://www.example.com/logo.png", "headers": []}},
        {"request": {"method": "POST", "url": "https://sgtm.example.com/g/collect?v=2",
          "headers": [{"name": ":method", "value": "POST"}, {"name": "Cookie", "value": "a=b"}],
          "postData": {"mimeType": "text/plain", "text": "en=a\nen=b"}}},
        {"request": {"method": "GET", "url": "https://www.example.com/search?q=x", "headers": []}},
        {"request": {"method": "GET", "url": "https://sgtm.example.com/g/collect?v=2 &", "headers": []}},
        {"request": {"method": "POST", "url": "blob:https://x", "headers": []}},
        {"request": {"method": "OPTIONS", "url": "https://sgtm.example.com/g/collect?v=2"}},
        {"request": {"method": "GET", "url": "https://region1.google-analytics.com/g/collect?v=2&en=a"}},
        {"request": {"method": "GET", "url": "https://sgtm.example.com/g/collect?v=2&en=a"},
          "response": {"status": 0, "_error": "net::ERR_BLOCKED_BY_CLIENT"}},
        {}
      ]}}
      """#)
    #expect(HARFile.isOne(json))
    let entries = HARFile.entries(json)
    guard case .hit(let first, _) = try entries[1].get(),
      case .hit(let other, _) = try entries[2].get()
    else { return #expect(Bool(false), "no hits") }
    #expect(first.request.body == "en=a\nen=b")
    #expect(first.request.headers.map(\.name) == ["cookie", "host"])
    #expect(!first.isIncidental && other.isIncidental)
    #expect(throws: HitError.self) { try entries[3].get() }
    #expect(throws: HitError.self) { try entries[8].get() }
    let apart = entries[4...7].map { try? $0.get() }
    #expect(
      apart
        == [.other, .preflight, .google, .blocked].map { .setApart($0, format: "HAR") })
  }

  // MARK: Cases

  private func hit(_ text: String) throws -> IncomingHit { try EventCase.hit(JSON.read(text)) }

  @Test("a case has everything that comes with an event")
  func wholeCase() throws {
    let hit = try hit(
      #"""
      {"event": {"event_name": "a", "value": 1.50}, "cookies": {"_ttp": "x;y"},
       "headers": {"User-Agent": "Mozilla", "X-Forwarded-For": "203.0.113.7"},
       "query": {"a": "b c", "d": ["1", 2]}, "clientName": "GA4",
       "responses": [{"match": "tiktok", "statusCode": 500, "body": {"code": 1}, "headers": {"a": "b"}},
         {"timedOut": true}, {"failed": true}], "now": 1700000000000, "preview": true}
      """#)
    #expect(hit.eventData == ["event_name": "a", "value": 1.5])
    #expect(hit.request.cookies == [NamedText("_ttp", "x%3By")])
    #expect(hit.request.query == "a=b%20c&d=1&d=2")
    #expect(hit.request.remoteAddress == "203.0.113.7")
    #expect(hit.clientName == "GA4")
    #expect(
      hit.answers == [
        SuppliedAnswer(
          match: "tiktok",
          answer: .response(status: 500, headers: [NamedText("a", "b")], body: #"{"code":1}"#)),
        SuppliedAnswer(answer: .timedOut), SuppliedAnswer(answer: .failed),
      ])
    #expect(hit.time == 1_700_000_000_000)
    #expect(hit.isPreview)
  }

  @Test("event data alone is a case, also with a parameter of the name 'event'")
  func bareEventData() throws {
    #expect(try hit(#"{"event_name": "a"}"#).eventData == ["event_name": "a"])
    #expect(
      try hit(#"{"event_name": "a", "event": "b"}"#).eventData == ["event_name": "a", "event": "b"])
  }

  @Test(
    "what a case does not have is named",
    arguments: [
      ("[]", "event data is an object"), ("{}", "the event data has no 'event_name'"),
      (
        #"{"event": {}, "cookie": {}}"#,
        "a case has no 'cookie'; did you mean 'cookies'?"
      ),
      (#"{"event": {}, "cookies": []}"#, "'cookies' is an object"),
      (#"{"event": {}, "headers": {"a": {}}}"#, "the values of 'headers' are texts"),
      (#"{"event": {}, "responses": {}}"#, "'responses' is a list"),
      (
        #"{"event": {}, "responses": [{"status": 1}]}"#,
        "a response has no 'status'; it has 'match', 'statusCode', 'body', 'headers', 'timedOut', 'failed'"
      ),
      (
        #"{"event": "a", "value": 5}"#,
        "the event data has no 'event_name'; 'event' is what the data layer calls it"
      ),
      (
        #"{"logs": {"entries": []}}"#,
        "neither event data nor a HAR file, which has a list 'log.entries'"
      ),
      (
        #"{"log": {"entries": {}}}"#,
        "neither event data nor a HAR file, which has a list 'log.entries'"
      ),
      (#"{"eventname": "a"}"#, "the event data has no 'event_name', but 'eventname'"),
      (
        #"{"event": {"event_nam": "a"}}"#, "the event data has no 'event_name', but 'event_nam'"
      ),
      (
        #"{"event": {}, "x": 1}"#,
        "a case has no 'x'; it has 'event', 'cookies', 'headers', 'query', 'clientName', 'responses', 'now', 'preview'"
      ),
      (#"{"event": {}, "now": "today"}"#, "'now' is a number of milliseconds since 1970"),
      (#"{"event": {}, "preview": 1}"#, "'preview' is true or false"),
    ])
  func wrongCases(_ row: (text: String, message: String)) throws {
    let json = try JSON.read(row.text)
    #expect(message { () throws(HitError) in _ = try EventCase.hit(json) } == row.message)
  }

  // MARK: Lines of a log

  private func line(_ text: String) throws -> IncomingHit? {
    guard case .hit(let hit, _)? = try HitLine.entry(Array(text.utf8)) else { return nil }
    return hit
  }

  @Test("a log has addresses, cases, requests and lines of access logs; others are left out")
  func lines() throws {
    #expect(try line("") == nil)
    #expect(try line("  # a comment") == nil)
    #expect(try line(" https://sgtm.example.com/g/collect?v=2&en=a\r")?.request.query == "v=2&en=a")
    #expect(try line(#"{"event_name": "a"}"#)?.eventData == ["event_name": "a"])
    let request = try line(
      #"{"url": "https://sgtm.example.com/g/collect?v=2", "headers": {"cookie": "a=b"}, "body": "en=a"}"#
    )
    #expect(request?.request.method == "POST")
    #expect(request?.request.body == "en=a")
    let logged = try line(
      #"203.0.113.7 - - [21/Nov/2026:06:30:00 +0000] "GET /g/collect?v=2&en=a HTTP/1.1" 204 0 "https://www.example.com/" "Mozilla/5.0 (X11)""#
    )
    #expect(logged?.request.query == "v=2&en=a")
    #expect(logged?.request.remoteAddress == "203.0.113.7")
    #expect(logged?.request.header("user-agent") == "Mozilla/5.0 (X11)")
    #expect(
      try line("curl 'https://sgtm.example.com/g/collect?v=2&en=a'")?.request.query == "v=2&en=a")
  }

  @Test("a line that is not a text, or no hit, is named")
  func wrongLines() {
    #expect(
      message { () throws(HitError) in _ = try HitLine.entry([0x2F, 0xFF]) }
        == "the line is not valid UTF-8")
    #expect(
      message { () throws(HitError) in _ = try HitLine.entry(Array(#"{"event_name": }"#.utf8)) }?
        .hasPrefix("column 16: ") == true)
    let long = [UInt8](repeating: 0x61, count: HitLine.limit + 1)
    #expect(
      message { () throws(HitError) in _ = try HitLine.entry(long) }?.contains("more than 8388608")
        == true)
    let deep = String(repeating: #"{"a":"#, count: 5_000)
    #expect(message { () throws(HitError) in _ = try HitLine.entry(Array(deep.utf8)) } != nil)
  }

  @Test("half a surrogate pair is read as JavaScript writes it, and data may be deep")
  func javaScriptTexts() throws {
    let half = try line(#"{"event_name": "a", "b": "x\ud83d", "c": "\ude00y\ud83d\ud83d\ude00"}"#)
    #expect(half?.eventData?["b"] == "x\u{FFFD}")
    #expect(half?.eventData?["c"] == "\u{FFFD}y\u{FFFD}\u{1F600}")
    let depth = 400
    let deep =
      String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    #expect(try line(#"{"event_name": "a", "b": \#(deep)}"#) != nil)
  }

  @Test("a misspelt member of a hit is named with what was meant")
  func misspeltHit() {
    for (text, message) in [
      (
        #"{"url": "/g/collect?v=2&en=a", "header": {}}"#,
        "a hit has no 'header'; did you mean 'headers'?"
      ),
      (
        #"{"url": "/g/collect?v=2&en=a", "metod": "GET"}"#,
        "a hit has no 'metod'; did you mean 'method'?"
      ),
    ] {
      #expect(
        message == self.message { () throws(HitError) in _ = try HitLine.entry(Array(text.utf8)) })
    }
  }
}
