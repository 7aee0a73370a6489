import Foundation
import JSONText
import Tagwright
import TestSupport
import Testing

struct SimulateCommandTests {
  static let hit =
    "https://sgtm.example.com/g/collect?v=2&tid=G-ABC1234567&gcs=G111&cid=1.2&cu=EUR&dl=https%3A%2F%2Fwww.example.com%2F%3Fttclid%3DE.C.P.x"
    + "&en=purchase&ep.event_id=17_1&ep.transaction_id=T1&epn.value=59.98&pr1=idSKU1~nmTee~pr29.99~qt2"
    + "&ep.user_data.email_address=alice%40example.com"

  private func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private func events(_ outcome: Outcome) throws -> [JSON] {
    try outcome.output.split(separator: "\n").map { try JSON.read(String($0)) }
  }

  @Test("a hit's address shows the request that the plan's tag sends, without its token")
  func address() throws {
    let outcome = run(["simulate", "--hit", Self.hit, "--format", "json"])
    #expect(outcome.status == .success, "\(outcome.errors)")
    let event = try #require(try events(outcome).first)
    #expect(event["event"]?["event_name"] == "purchase")
    let fired = (event["tags"]?.array ?? []).filter { $0["fired"] == true }
    #expect(fired.count == 1)
    let request = try #require(fired.first?["requests"]?.array?.first)
    #expect(request["url"] == "https://business-api.tiktok.com/open_api/v1.3/event/track/")
    #expect(request["headers"]?["Access-Token"] == "***")
    let body = try JSON.read(request["body"]?.string ?? "")
    #expect(
      body["data"]?.array?.first?["user"]?["email"]
        == "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976")
    #expect(!outcome.output.contains("SIMULATED"))
  }

  @Test("what is missing is shown and counted, with what the hit has under another name")
  func missing() throws {
    let folder = try folder([
      "event.json": """
      {"event_name": "purchase", "event_id": "a", "x-ga-gcs": "G111",
       "ecommerce": {"value": 10, "currency": "EUR", "transaction_id": "T1"}, "user_data": {"email": "alice@example.com"}}
      """
    ])
    let arguments = ["simulate", "--event", folder.at("event.json")]
    let text = run(arguments)
    #expect(text.status == .success, "\(text.errors)")
    let line = try #require(text.output.split(separator: "\n").first { $0.contains("  missing: ") })
    for name in ["value", "currency", "contents"] { #expect(line.contains(name)) }
    for (brought, read) in [
      ("ecommerce.value", "value"), ("ecommerce.currency", "currency"),
      ("ecommerce.transaction_id", "transaction_id"),
      ("user_data.email", "user_data.email_address"),
    ] {
      let hint =
        "the hit has '\(brought)', which no tag reads; '\(read)' is read, and the hit has none"
      #expect(text.output.contains("  hint: \(hint)"))
    }
    let json = try #require(try events(run(arguments + ["--format", "json"])).first)
    #expect(json["hints"]?.array?.count == 4)
    #expect(json["missing"]?.array?.first?["members"]?.array?.contains("value") == true)
    let summary = run(arguments + ["--format", "summary"]).output
    #expect(summary.contains("missing: contents 1, currency 1"))
    #expect(summary.contains("  hint: 1 event: the hit has 'ecommerce.value'"))
  }

  @Test("a hit that has everything is not remarked on")
  func nothingMissing() throws {
    let event = try #require(
      try events(run(["simulate", "--hit", Self.hit, "--format", "json"])).first)
    #expect(event["hints"] == nil && event["missing"] == nil)
  }

  @Test("a container from a file takes the place of the plan's, in either of its forms")
  func containerFiles() throws {
    let folder = try folder([
      "export.json": """
      {"exportFormatVersion": 2, "containerVersion": {"container": {"usageContext": ["SERVER"]},
       "tag": [{"tagId": "1", "name": "T", "type": "sgtmgaaw", "firingTriggerId": ["2"]}],
       "trigger": [{"triggerId": "2", "name": "P", "type": "CUSTOM_EVENT", "customEventFilter": [
         {"type": "EQUALS", "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{_event}}"},
           {"type": "TEMPLATE", "key": "arg1", "value": "purchase"}]}]}]}}
      """,
      "api.json": """
      {"container": {"usageContext": ["server"]},
       "tag": [{"tagId": "1", "name": "T", "type": "sgtmgaaw", "firingTriggerId": ["2"]}],
       "trigger": [{"triggerId": "2", "name": "P", "type": "customEvent", "customEventFilter": [
         {"type": "equals", "parameter": [{"type": "template", "key": "arg0", "value": "{{_event}}"},
           {"type": "template", "key": "arg1", "value": "purchase"}]}]}]}
      """,
    ])
    for name in ["export.json", "api.json"] {
      let outcome = run(["simulate", "--container", folder.at(name), "--hit", Self.hit])
      #expect(outcome.status == .success)
      #expect(outcome.output.contains("fired: T, trigger 'P': would fire"))
      #expect(outcome.errors.contains("note: the container has no client"))
    }
  }

  @Test("a log runs on behind a damaged hit, which is named with its line")
  func log() throws {
    let folder = try folder([
      "hits.log":
        "\(Self.hit)\n\n# a comment\n/g/collect?v=2\n{\"event_name\":\"page_view\"}\n/other\n"
    ])
    let outcome = run(["simulate", "--hits", folder.at("hits.log"), "--format", "json"])
    #expect(outcome.status == .finding)
    #expect(try events(outcome).map { $0["event"]?["event_name"] } == ["purchase", "page_view"])
    #expect(outcome.errors.contains("error: hit 4: the hit has no event name 'en'"))
    #expect(outcome.errors.contains("error: hit 6: no client claims the request 'GET /other'"))
    #expect(outcome.errors.contains("4 hits, 2 events, 1 request, 1 not read, 1 without a client"))
  }

  @Test(
    "hits with invalid UTF-8, a megabyte, ten thousand items or wrong numbers are errors, not the end"
  )
  func hostileLog() throws {
    let folder = try folder()
    var bytes = Array("/g/collect?v=2&en=a\n".utf8)
    bytes += Array("/g/collect?v=2&en=".utf8) + [0xFF, 0x0A]
    bytes += Array("/g/collect?v=2&en=a&ep.x=\(String(repeating: "x", count: 1 << 20))\n".utf8)
    bytes += Array(
      "/g/collect?v=2&en=a&\((1...10_000).map { "pr\($0)=ida" }.joined(separator: "&"))\n".utf8)
    bytes += Array("/g/collect?v=2&en=a&epn.value=1,5\n".utf8)
    bytes += Array("/g/collect%3Fv%3D2%26en%3Da\n".utf8)
    bytes += Array("/g/collect?v=2&en=a&dt=%E\n".utf8)
    bytes += Array(String(repeating: "y", count: 9 << 20).utf8) + [0x0A]
    bytes += Array("/g/collect?v=2&en=b".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.at("hits.log")))
    let outcome = run(["simulate", "--hits", folder.at("hits.log"), "--format", "json"])
    #expect(outcome.status == .finding)
    #expect(try events(outcome).map { $0["event"]?["event_name"] } == ["a", "a", "b"])
    for number in [2, 3, 4, 6, 7, 8] { #expect(outcome.errors.contains("error: hit \(number): ")) }
    #expect(outcome.errors.contains("note: hit 5: 'epn.value' is not a number: '1,5'"))
  }

  @Test("a HAR file, a cURL command and a list of cases are files of hits, too")
  func otherFiles() throws {
    let folder = try folder([
      "a.har": """
      {"log": {"entries": [
        {"request": {"method": "GET", "url": "https://www.example.com/x?y", "headers": []}},
        {"request": {"method": "GET", "url": "\(Self.hit)", "headers": []}}]}}
      """, "b.sh": "curl '\(Self.hit)' \\\n  -H 'user-agent: Mozilla/5.0'\n",
      "c.json": #"[{"event": {"event_name": "purchase"}}, {"event_name": "purchase"}]"#,
    ])
    for (name, count) in [("a.har", 1), ("b.sh", 1), ("c.json", 2)] {
      let outcome = run(["simulate", "--hits", folder.at(name), "--format", "json"])
      #expect(outcome.status == .success, "\(name): \(outcome.errors)")
      #expect(
        try events(outcome).map { $0["event"]?["event_name"] }
          == Array(repeating: "purchase", count: count))
    }
    let curl = run(["simulate", "--hit", "curl '\(Self.hit)'", "--format", "json"])
    #expect(try events(curl).count == 1)
  }

  @Test("of a browser's requests, those that never reach the server are set apart, in words")
  func neverArrived() throws {
    func entry(_ method: String, _ host: String, _ status: Int) -> String {
      let url = Self.hit.replacing("sgtm.example.com", with: host)
      return """
        {"request": {"method": "\(method)", "url": "\(url)", "headers": []}, "response": {"status": \(status)}}
        """
    }
    let entries = [
      entry("GET", "sgtm.example.com", 204), entry("GET", "region1.google-analytics.com", 204),
      entry("GET", "www.google-analytics.com", 204), entry("OPTIONS", "sgtm.example.com", 204),
      entry("GET", "sgtm.example.com", 0),
    ]
    let folder = try folder([
      "a.har": #"{"log": {"entries": [\#(entries.joined(separator: ","))]}}"#
    ])
    let outcome = run(["simulate", "--hits", folder.at("a.har"), "--format", "summary"])
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("1 hit, 1 event, 1 request\n"), "\(outcome.output)")
    #expect(
      outcome.output.contains(
        "set apart: 1 preflight, 2 hits that went to Google, past the server, 1 request that never reached a server"
      ))
  }

  @Test("compressed files, several files and folders are read, each hit with its file")
  func manyFiles() throws {
    let folder = try folder(["logs/b/second.log": "/g/collect?v=2\n", "logs/.hidden": "x"])
    let line =
      #"192.0.2.17 - - [x/y] "GET \#(Self.hit.dropFirst(24)) HTTP/2.0" 200 0 "-" "Mozilla""#
    try folder.write(String(repeating: line + "\n", count: 3), to: "plain")
    let gzip = try ChildProcess("gzip", ["-c", folder.at("plain")]).run()
    try Data(gzip.output).write(to: URL(fileURLWithPath: folder.at("logs/a.log.gz")))
    let outcome = run(["simulate", "--hits", folder.at("logs"), "--format", "summary"])
    #expect(outcome.status == .finding)
    #expect(outcome.output.hasPrefix("4 hits, 3 events, 3 requests, 1 not read\n"))
    #expect(outcome.errors.contains("second.log, hit 1: the hit has no event name"))
    let both = run([
      "simulate", "--hits", folder.at("logs/a.log.gz"), folder.at("plain"), "--format", "summary",
    ])
    #expect(both.output.hasPrefix("6 hits, 6 events, 6 requests\n"), "\(both.errors)")
    #expect(both.output.contains("unknown: the cookies of 6 hits"))
    #expect(both.output.contains("read as: access log 6"))
    // Cut off in the middle.
    try Data(gzip.output.prefix(gzip.output.count - 9)).write(
      to: URL(fileURLWithPath: folder.at("cut.gz")))
    let cut = run(["simulate", "--hits", folder.at("cut.gz"), "--format", "summary"])
    #expect(cut.status == .failure && cut.errors.contains("damaged or was cut off"))
    let empty = try TemporaryFolder()
    let none = run(["simulate", "--hits", empty.at("")])
    #expect(none.status == .failure && none.errors.contains("the folder has no files"))
  }

  @Test(
    "a log in a form that is not read is named, and so is what to do",
    arguments: [("PAR1\u{15}", "newline-delimited JSON"), ("Obj\u{1}", "newline-delimited JSON")])
  func otherForms(start: String, advice: String) throws {
    let folder = try folder(["a.log": start + "\n\u{0}"])
    let outcome = run(["simulate", "--hits", folder.at("a.log")])
    #expect(outcome.status == .failure && outcome.output.isEmpty)
    #expect(outcome.errors.contains(advice), "\(outcome.errors)")
  }

  @Test("with a host, requests to others are set apart")
  func host() throws {
    let folder = try folder([
      "a.json":
        #"[{"requestUrl": "\#(Self.hit)"}, {"requestUrl": "https://www.example.com/g/collect?v=2&en=a"}]"#
    ])
    let outcome = run([
      "simulate", "--hits", folder.at("a.json"), "--host", "SGTM.example.com", "--format",
      "summary",
    ])
    #expect(
      outcome.output.hasPrefix("1 hit, 1 event, 1 request\n  set apart: 1 request to other hosts\n")
    )
  }

  @Test("without one, the host is the container's own where it has exactly one")
  func hostOfTheContainer() throws {
    func summary(_ servers: String) throws -> String {
      let folder = try folder([
        "a.json":
          #"[{"requestUrl": "\#(Self.hit)"}, {"requestUrl": "https://www.example.com/g/collect?v=2&en=a"}]"#,
        "server.json": """
        {"exportFormatVersion": 2, "containerVersion": {
          "accountId": "1", "containerId": "2", "containerVersionId": "0",
          "container": {"accountId": "1", "containerId": "2", "name": "Shop", "publicId": "GTM-ABC1234",
            "usageContext": ["SERVER"], "taggingServerUrls": [\(servers)]},
          "client": [{"accountId": "1", "containerId": "2", "clientId": "1", "name": "GA4", "type": "gaaw_client"}]}}
        """,
      ])
      return run([
        "simulate", "--hits", folder.at("a.json"), "--container", folder.at("server.json"),
        "--format", "summary",
      ]).output
    }
    let own = try summary(#""https://sgtm.example.com""#)
    #expect(own.hasPrefix("1 hit, ") && own.contains("set apart: 1 request to other hosts"))
    for servers in ["", #""https://sgtm.example.com", "https://www.example.com""#] {
      #expect(try summary(servers).hasPrefix("2 hits, "))
    }
  }

  @Test("an event of nearly the name that a trigger waits for is hinted at, once")
  func nearNames() throws {
    let folder = try folder([
      "a.log":
        "{\"event_name\": \"purchas\"}\n{\"event_name\": \"purchas\"}\n{\"event_name\": \"zebra\"}"
    ])
    let outcome = run(["simulate", "--hits", folder.at("a.log"), "--format", "summary"])
    let notes = outcome.errors.split(separator: "\n").filter { $0.contains("did you mean") }
    #expect(
      notes == ["note: hit 1: no trigger waits for 'purchas'; did you mean 'purchase'?"],
      "\(outcome.errors)")
  }

  @Test("event data comes from a case, and answers from the case or a file")
  func answers() throws {
    let folder = try folder([
      "case.json": """
      {"event": {"event_name": "page_view", "x-ga-gcs": "G111", "event_id": "1"},
       "responses": [{"statusCode": 200, "body": {"code": 40002, "message": "wrong"}}]}
      """, "event.json": #"{"event_name": "page_view", "x-ga-gcs": "G111", "event_id": "1"}"#,
      "respond.json": #"[{"match": "tiktok", "timedOut": true}]"#,
    ])
    func outcome(_ arguments: String...) throws -> JSON? {
      let outcome = run(["simulate", "--format", "json"] + arguments)
      #expect(outcome.status == .success)
      return try events(outcome).first?["tags"]?.array?.first { $0["fired"] == true }?["outcome"]
    }
    #expect(try outcome("--event", folder.at("case.json")) == "failure")
    #expect(try outcome("--event", folder.at("event.json")) == "success")
    #expect(
      try outcome("--event", folder.at("event.json"), "--respond", folder.at("respond.json"))
        == "failure")
  }

  @Test("the clock stands still unless a time is given")
  func clock() throws {
    func body(_ arguments: String...) -> Bool {
      run(["simulate", "--hit", Self.hit] + arguments).output.contains("\"event_time\": 1767225600")
    }
    #expect(body())
    #expect(!body("--now", "1700000000000"))
    #expect(!body("--now", "clock"))
  }

  @Test("variables are shown on demand, and a page has everything")
  func variables() throws {
    #expect(!run(["simulate", "--hit", Self.hit]).output.contains("{{ed.value}} = 59.98"))
    let text = run(["simulate", "--hit", Self.hit, "--variables"]).output
    #expect(text.contains("{{ed.transaction_id}} = \"T1\""), "\(text)")
    let page = run(["simulate", "--hit", Self.hit, "--format", "html"])
    #expect(page.status == .success)
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test(
    "bad usage ends with status 2",
    arguments: [
      ([], "there has to be one of '--hit', '--hits', '--event'"),
      (["--hit", "/x", "--event", "y"], "there has to be one of"),
      (["--hits", "/nowhere/x"], "cannot read '/nowhere/x': no such file or directory"),
      (["--event", "/"], "cannot read '/': it is a folder"),
      ([], "'--push', '--prove'"), (["--hit", "/x", "y"], "unexpected argument 'y'"),
      (["--prove", "--format", "html"], "'--prove' has no '--format html'"),
      (["--prove", "--format", "summary"], "'--prove' has no '--format summary'"),
      (["--hit", "/x", "--container", "/nowhere"], "cannot read '/nowhere'"),
      (
        ["--hit", "/x", "--now", "noon"],
        "'--now' is a number of milliseconds or 'clock', not 'noon'"
      ),
      (["--hit", "/x", "--seed", "-1"], "'--seed' is a whole number, not '-1'"),
    ])
  func badUsage(_ row: (arguments: [String], message: String)) {
    let outcome = run(["simulate"] + row.arguments)
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains(row.message), "\(outcome.errors)")
  }

  @Test("a file that is not a container, or one for web pages, is refused")
  func noContainers() throws {
    let folder = try folder([
      "a.json": "{}", "b.json": "{", "c.json": #"{"containerVersion": {"tag": 1}}"#,
      "d.json": #"{"containerVersion": {"container": {"usageContext": ["WEB"]}}}"#,
    ])
    for (name, message) in [
      ("a.json", "a.json' is not a container"), ("b.json", "b.json:1:2"),
      ("c.json", "'tag' is a number, not an array"),
      ("d.json", "the container is for 'web', not for a server"),
    ] {
      let outcome = run(["simulate", "--container", folder.at(name), "--hit", "/x"])
      #expect(outcome.status == .failure)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }
}
