import Compiler
import JSONText
import SandboxedJS
import Testing

/// A request becomes a test where its destination has tests, with the token in its place.
@Suite struct TestEventServiceTests {
  private static let token = "a token&more"

  private static func service(_ name: String) throws -> TestEventService {
    try #require(TestEventService.all.first { $0.name == name })
  }

  private static func request(
    _ url: String, _ headers: [NamedText] = [], _ body: String = #"{"data":{"events":[]}}"#
  ) -> OutgoingRequest {
    OutgoingRequest(url: url, method: "POST", headers: headers, body: body)
  }

  private static let bearer = [NamedText("Authorization", "Bearer simulated")]

  @Test func pinterestAndSnapchatHaveAnAddressForTests() throws {
    let pinterest = try Self.service("Pinterest")
    #expect(!pinterest.needsCode)
    let url = "https://api.pinterest.com/v5/ad_accounts/1/events"
    let real = Self.request(url, Self.bearer)
    #expect(pinterest.takes(url) && pinterest.token(of: real) == "simulated")
    let test = try #require(pinterest.filled(real, testCode: "", token: Self.token))
    #expect(test.url == "\(url)?test=true")
    #expect(test.headers == [NamedText("Authorization", "Bearer \(Self.token)")])
    // A plan that only tests has marked it already.
    #expect(pinterest.filled(test, testCode: "", token: Self.token)?.url == test.url)

    let snapchat = try Self.service("Snapchat")
    let start = "https://tr.snapchat.com/v3/p/events"
    let sent = Self.request("\(start)?access_token=simulated")
    #expect(!snapchat.needsCode && snapchat.token(of: sent) == "simulated")
    let checked = try #require(snapchat.filled(sent, testCode: "", token: Self.token))
    #expect(checked.url == "\(start)/validate?access_token=a%20token%26more")
  }

  @Test func redditsCodeStandsInsideItsEnvelope() throws {
    let reddit = try Self.service("Reddit")
    let request = Self.request(
      "https://ads-api.reddit.com/api/v3/pixels/p/conversion_events", Self.bearer)
    let test = try #require(reddit.filled(request, testCode: "T1", token: Self.token))
    #expect(reddit.needsCode)
    #expect(test.url == request.url)
    #expect(try JSON.read(test.body ?? "")["data"]?["test_id"] == "T1")
  }

  @Test func linkedInHasNone() {
    #expect(TestEventService.untestable.map(\.name) == ["LinkedIn"])
  }

  @Test func answersMeanWhatTheDestinationsSay() throws {
    let cases: [(String, JSON, Bool?)] = [
      ("Pinterest", ["num_events_received": 1, "num_events_processed": 1], true),
      ("Pinterest", ["num_events_received": 1, "num_events_processed": 0], false),
      (
        "Pinterest",
        [
          "num_events_received": 1, "num_events_processed": 1, "events": [["status": "failed"]],
        ], false
      ),
      ("Pinterest", ["code": 29, "message": "no"], false), ("Pinterest", [:], nil),
      ("Snapchat", ["status": "VALID"], true), ("Snapchat", ["status": "INVALID"], false),
      ("Snapchat", ["reason": "no token"], false),
      ("Snapchat", ["status": "VALID", "errors": ["codes": [], "error_msgs": []]], true),
      ("Snapchat", ["status": "VALID", "errors": ["codes": [7], "error_msgs": ["no"]]], false),
      (
        "Snapchat",
        ["status": "VALID", "event_logs": [["status": "INVALID", "errors": ["no user"]]]], false
      ),
      ("Reddit", ["data": ["message": "Successfully processed 1 conversion events."]], true),
      ("Reddit", ["data": ["message": "Successfully processed 0 conversion events."]], false),
      (
        "Reddit",
        [
          "data": [
            "message": "Successfully processed 1 conversion events.",
            "invalid_events": [["error_message": "no user"]],
          ]
        ], false
      ),
      ("Reddit", ["invalid_events": [["error_message": "no user"]]], false),
      ("Reddit", ["error": ["code": 401, "message": "no"]], false),
    ]
    for (name, json, isAccepted) in cases {
      let service = try Self.service(name)
      let answer = service.answer(json)
      #expect(
        answer.flatMap { service.meaning($0.code)?.isAccepted } == isAccepted, "\(name): \(json)")
    }
  }
}
