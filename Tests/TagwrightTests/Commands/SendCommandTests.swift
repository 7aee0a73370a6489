import Foundation
import JSONText
import TagManagerStandIn
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// The command `send` against a stand-in for TikTok on the loopback interface.
struct SendCommandTests {
  static let token = "canary-token-5f21"
  static let accepted = Reply(
    200, #"{"code":0,"message":"OK","request_id":"20260101000000ABC","data":{}}"#)

  /// A server that always answers the same.
  private func server(_ reply: Reply = accepted) throws -> LoopbackServer {
    try LoopbackServer { _ in reply }
  }

  private func send(
    _ arguments: String..., to server: LoopbackServer, plan: Plan = Self.plan
  ) -> Outcome {
    // A server ends with its last use.
    withExtendedLifetime(server) {
      run(
        ["send"] + arguments, plan: plan,
        environment: ["TIKTOK_ACCESS_TOKEN": Self.token, "TAGWRIGHT_TIKTOK_URL": server.url])
    }
  }

  static let plan = Plan(serverContainers: [
    ServerContainer("Small shop", publicID: "GTM-ABC1234") {
      GA4Client()
      tikTok(layout: .tagPerEvent, sources: .visible)
      Example("denied") {
        Hit("purchase", consent: .denied, ["event_id": "17_0"])
        Expect.nothingSent
      }
      Example("a purchase") {
        Hit(
          "purchase", consent: .granted,
          [
            "event_id": "17_1", "value": 59.98, "currency": "EUR",
            "items": [["item_id": "SKU-1", "price": 29.99, "quantity": 2]],
          ])
      }
    }
  ])

  /// A body without its time.
  private func timeless(_ body: String) throws -> JSON {
    var object = try #require(try JSON.read(body).object)
    var event = try #require(object["data"]?.array?.first?.object)
    #expect((event["event_time"]?.number?.integer ?? 0) > 0)
    event["event_time"] = nil
    object["data"] = [.object(event)]
    return .object(object)
  }

  @Test("what is sent is what the simulation of the example sends, with the test event code")
  func request() throws {
    let server = try server()
    let outcome = send("--test-event-code", "TEST12345", to: server)
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(
      outcome.output
        == "example 'a purchase', tag 'TikTok Purchase (purchase)': 0 OK, the event was taken\n")
    #expect(outcome.errors.contains("note: look for it in Events Manager, under Test Events"))
    #expect(outcome.errors.contains("note: the request has the id 20260101000000ABC"))

    #expect(server.requests.count == 1)
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.path == "/open_api/v1.3/event/track/")
    #expect(request.headers["access-token"] == Self.token)
    #expect(request.headers["content-type"] == "application/json")

    let folder = try TemporaryFolder()
    let generated = run(["generate", "--into", folder.at("out")], plan: Self.plan)
    #expect(generated.status == .success)
    let file = URL(fileURLWithPath: folder.at("out/requests/a-purchase.json"))
    let example = try JSON.read(Array(try Data(contentsOf: file)))
    let tag = example["events"]?.array?.first?["tags"]?.array?.first
    let simulated = try #require(tag?["requests"]?.array?.first?["body"]?.object)
    var expected = simulated
    expected["test_event_code"] = "TEST12345"
    #expect(
      try timeless(request.body) == timeless(JSON.object(expected).text(.compact)))
  }

  @Test(
    "the code in the answer decides, and its meaning is told",
    arguments: [
      (40001, "PERMISSION_ERROR", "the token may not send events for this pixel"),
      (40002, "PARAM_ERROR", "a member of the request is wrong or missing"),
      (40062, "PII_NOT_HASHED", "personal data that has to be hashed is plain"),
      (40100, "REQUEST_TOO_FREQUENT", "there were too many requests"),
      (40105, "ACCESS_TOKEN_INVALID", "the token is not valid"),
      (51012, "PIXEL_ERROR", "TikTok itself has a failure"),
    ])
  func errorCodes(_ row: (code: Int, name: String, meaning: String)) throws {
    let server = try server(
      Reply(200, #"{"code":\#(row.code),"message":"Batch.0: \#(Self.token)","request_id":"R"}"#))
    let outcome = send("--test-event-code", "TEST1", to: server)
    #expect(outcome.status == .finding)
    #expect(outcome.output.contains(": \(row.code) \(row.name), \(row.meaning): Batch.0: (secret)"))
    #expect(outcome.errors.hasPrefix("note: "))
    let json = send("--test-event-code", "TEST1", "--format", "json", to: server)
    let object = try JSON.read(json.output)
    #expect(object["accepted"] == false && object["name"] == .string(row.name))
    #expect(object["message"] == "Batch.0: (secret)")
    for text in [outcome.output, outcome.errors, json.output, json.errors] {
      #expect(!text.contains(Self.token))
    }
  }

  @Test("a code that is not documented, or one of a failed request, is no success")
  func strangeCodes() throws {
    let unknown = send(
      "--test-event-code", "TEST1", to: try server(Reply(200, #"{"code":7}"#)))
    #expect(unknown.status == .finding)
    #expect(unknown.output.contains(": 7, a code that is not documented\n"))
    let failed = send(
      "--test-event-code", "TEST1", to: try server(Reply(403, #"{"code":0,"message":"no"}"#)))
    #expect(failed.status == .finding)
    #expect(failed.output.contains("the event was taken: no (status 403)"))
  }

  @Test(
    "an answer that is not one of TikTok's ends with status 2",
    arguments: [
      (Reply(502, "<html>", headers: ["Content-Type": "text/html"]), "answered with status 502"),
      (Reply(200, #"{"code":"0"}"#), "answered with status 200, and not as TikTok does"),
      (Reply(302, "", headers: ["Location": "https://example.com/"]), "answered with status 302"),
      (Reply(200, #"{"code":0,"message":"OK"}"#, manner: .cut(after: 8)), "ended the connection"),
    ])
  func noAnswers(_ row: (reply: Reply, message: String)) throws {
    let server = try server(row.reply)
    let outcome = send("--test-event-code", "TEST1", to: server)
    #expect(outcome.status == .failure)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(row.message), "\(outcome.errors)")
    #expect(server.requests.count == 1)
  }

  @Test("a server that does not answer in time, or is not there, ends with status 2")
  func silence() throws {
    let stuck = try server(Reply(200, "{}", manner: .stuck))
    let late = send("--test-event-code", "TEST1", "--timeout", "1", to: stuck)
    #expect(late.status == .failure)
    #expect(late.errors == "error: '127.0.0.1' did not answer in time\n")
    let port = try UnansweredPort()
    let absent = run(
      ["send", "--test-event-code", "TEST1"], plan: Self.plan,
      environment: [
        "TIKTOK_ACCESS_TOKEN": Self.token,
        "TAGWRIGHT_TIKTOK_URL": "http://127.0.0.1:\(port.number)",
      ])
    #expect(absent.status == .failure)
    #expect(absent.errors.contains("could not be reached"))
    #expect(!(late.errors + absent.errors).contains(Self.token))
  }

  @Test("nothing is sent without a test event code, in CI, without a token or to another host")
  func refusals() throws {
    let server = try server()
    let code = ["--test-event-code", "TEST1"]
    let rows: [(arguments: [String], environment: [String: String], message: String)] = [
      ([], [:], "'send' needs '--test-event-code CODE'"),
      (["--test-event-code", "no code"], [:], "'no code' is not a test event code"),
      (["--test-event-code", "{{x}}"], [:], "'{{x}}' is not a test event code"),
      (code, ["CI": "true"], "which no CI job may do"),
      (code, ["CI": "1"], "which no CI job may do"),
      (
        code, ["TIKTOK_ACCESS_TOKEN": ""],
        "the environment variable 'TIKTOK_ACCESS_TOKEN' is not set, or empty"
      ),
      (
        code, ["TIKTOK_ACCESS_TOKEN": "\(Self.token)\nX: y"],
        "the value of 'TIKTOK_ACCESS_TOKEN' holds a line break"
      ),
      (code, ["TAGWRIGHT_TIKTOK_URL": "https://example.com"], "refused TAGWRIGHT_TIKTOK_URL"),
      (code, ["TAGWRIGHT_TIKTOK_URL": "http://127.0.0.1.example.com"], "refused TAGWRIGHT_"),
      (code + ["--timeout", "0"], [:], "'--timeout' is a number of seconds from 1 to 600"),
      (code + ["a purchas"], [:], "the plan has no example 'a purchas'"),
      (code + ["denied"], [:], "the example 'denied' sends nothing to TikTok"),
    ]
    let folder = try TemporaryFolder()
    for row in rows {
      let environment = [
        "TIKTOK_ACCESS_TOKEN": Self.token, "TAGWRIGHT_TIKTOK_URL": server.url,
      ].merging(row.environment) { $1 }
      let outcome = run(
        ["send"] + row.arguments, plan: Self.plan, environment: environment,
        workingDirectory: folder.path)
      #expect(outcome.status == .failure, "\(row)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(row.message), "\(outcome.errors)")
      #expect(!outcome.errors.contains(Self.token))
    }
    #expect(server.requests.isEmpty)
  }

  @Test("an example that goes to several destinations is sent to the named one alone")
  func severalDestinations() throws {
    let server = try server()
    let plan = Plan(serverContainers: [
      ServerContainer("Small shop", publicID: "GTM-ABC1234") {
        GA4Client()
        tikTok(layout: .tagPerEvent, sources: .visible)
        Meta(
          pixelID: "1234567890123456", accessToken: .secret("META_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageView())
        }
        Example("a view") {
          Hit(
            "page_view", consent: .granted,
            ["event_id": "17_1", "user_data": ["email_address": "alice@example.com"]])
        }
      }
    ])
    let several = send("--test-event-code", "TEST1", to: server, plan: plan)
    #expect(several.status == .failure)
    #expect(several.errors.contains("goes to several destinations: TikTok, Meta"))
    #expect(several.errors.contains("'--to NAME'"))
    #expect(server.requests.isEmpty)
    #expect(
      send("--to", "tiktok", "--test-event-code", "TEST1", to: server, plan: plan).status
        == .success)
    #expect(server.requests.count == 1)
    let other = try self.server(Reply(200, #"{"events_received":1,"messages":[]}"#))
    let toMeta = withExtendedLifetime(other) {
      run(
        ["send", "--to", "meta", "--test-event-code", "TEST2"], plan: plan,
        environment: ["META_ACCESS_TOKEN": Self.token, "TAGWRIGHT_META_URL": other.url])
    }
    #expect(toMeta.status == .success, "\(toMeta.errors)")
    let request = try #require(other.requests.first)
    #expect(request.path == "/v26.0/1234567890123456/events")
    let body = try JSON.read(Array(request.body.utf8))
    #expect(body["test_event_code"] == "TEST2" && body["access_token"]?.string == Self.token)
    #expect(body["data"]?.array?.first?["event_name"] == "PageView")
    #expect(!(toMeta.output + toMeta.errors).contains(Self.token))
    for name in ["linkedin", "nobody"] {
      let outcome = send("--to", name, "--test-event-code", "TEST1", to: server, plan: plan)
      #expect(outcome.status == .failure)
      #expect(outcome.errors.contains("test events"))
    }
  }

  @Test(
    "each destination with test events gets them marked as its documents say, and its answer counts",
    arguments: [
      (
        "pinterest", [String](), "/v5/ad_accounts/1/events?test=true",
        #"{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed"}]}"#,
        #"{"code":29,"message":"no"}"#
      ),
      (
        "snapchat", [String](), "/v3/p1/events/validate?access_token=\(token)",
        #"{"status":"VALID"}"#, #"{"status":"INVALID","reason":"no"}"#
      ),
      (
        "reddit", ["--test-event-code", "T1"], "/api/v3/pixels/p1/conversion_events",
        #"{"data":{"message":"Successfully processed 1 conversion events."}}"#,
        #"{"data":{"message":"Successfully processed 0 conversion events."}}"#
      ),
    ])
  func everyKindOfTest(
    _ name: String, _ code: [String], _ path: String, _ good: String, _ bad: String
  ) throws {
    for (body, status) in [(good, ExitStatus.success), (bad, .finding)] {
      let server = try server(Reply(200, body))
      let variable = name.uppercased()
      let outcome = withExtendedLifetime(server) {
        run(
          ["send", "--to", name] + code, plan: Self.tested,
          environment: [
            "\(variable)_ACCESS_TOKEN": Self.token, "TAGWRIGHT_\(variable)_URL": server.url,
          ])
      }
      #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
      #expect(!(outcome.output + outcome.errors).contains(Self.token))
      let request = try #require(server.requests.first)
      let query = request.queryItems.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
      #expect(request.path + (query.isEmpty ? "" : "?\(query)") == path)
      #expect(server.requests.count == 1)
      let sent = try JSON.read(request.body)
      #expect((sent["data"]?["test_id"]?.string == "T1") == (name == "reddit"))
    }
  }

  private static let tested = Plan(serverContainers: [
    ServerContainer("Small shop", publicID: "GTM-ABC1234") {
      GA4Client()
      Pinterest(
        tagID: "2", adAccountID: "1", accessToken: .secret("PINTEREST_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id")),
        userData: { Email(.eventData("user_data.email_address")) },
        events: { On("page_view", send: .pageVisit()) })
      Snapchat(
        pixelID: "p1", accessToken: .secret("SNAPCHAT_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id")),
        userData: { Email(.eventData("user_data.email_address")) },
        events: { On("page_view", send: .pageView()) })
      Reddit(
        pixelID: "p1", accessToken: .secret("REDDIT_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id")),
        userData: { Email(.eventData("user_data.email_address")) },
        events: { On("page_view", send: .pageVisit()) })
      Example("a view") {
        Hit(
          "page_view", consent: .granted,
          ["event_id": "17_1", "user_data": ["email_address": "alice@example.com"]])
      }
    }
  ])

  @Test("an example is chosen by its name, and a plan without examples is told what to declare")
  func choice() throws {
    let server = try server()
    let named = send("--test-event-code", "TEST1", "a purchase", to: server)
    #expect(named.status == .success)
    #expect(server.requests.count == 1)
    let outcome = send("--test-event-code", "TEST1", to: server, plan: SmallPlan().plan)
    #expect(outcome.status == .failure)
    #expect(outcome.errors.hasPrefix("error: the plan has no example to send\nnote: declare one"))
  }

  @Test("the token comes from '.env', too, and stands in no list of processes")
  func process() throws {
    let folder = try TemporaryFolder()
    try folder.write("TIKTOK_ACCESS_TOKEN=\(Self.token)\n", to: ".env")
    let server = try server(Reply(200, "{}", manner: .stuck))
    let running = try Running(
      try BuiltTool.path, ["send", "--to", "TikTok", "--test-event-code", "TEST1"], in: folder,
      environment: ["TAGWRIGHT_TIKTOK_URL": server.url, "CI": ""])
    while server.requests.isEmpty, running.isRunning { usleep(5000) }
    #expect(server.requests.first?.headers["access-token"] == Self.token)
    #if os(Linux)
      let line = try String(contentsOfFile: "/proc/\(running.id)/cmdline", encoding: .utf8)
      #expect(line.contains("send") && !line.contains(Self.token))
    #endif
    running.kill()
    #expect(try running.result().wasKilled)
  }
}
