import Compiler
import JSONText
import SandboxedJS
import Testing

/// TikTok's rule, as its help states it: what is merged, what is dropped, and what counts twice.
@Suite struct DestinationCountTests {
  private static let counting = EventCounting.all.first { $0.service == "TikTok" }

  /// A call of the pixel.
  private static func pixel(
    _ name: String = "Purchase", id: String? = "A", pixel: String? = "P1",
    properties: ScriptValue = .object([])
  ) throws -> [ReceivedEvent] {
    var options: [ScriptValue.Member] = []
    if let id { options.append(.init("event_id", .string(id))) }
    if let pixel { options.append(.init("pixel_code", .string(pixel))) }
    let call = PageRecord.Call(
      path: "ttq.track", arguments: [.string(name), properties, .object(options)])
    return try #require(counting).events(of: [call]) { $0 == "_ttp" ? "browser-1" : nil }
  }

  /// A request of the server.
  private static func server(
    _ name: String = "Purchase", id: String? = "A", pixel: String = "P1", ttp: String? = nil,
    properties: JSON? = nil
  ) throws -> [ReceivedEvent] {
    var event = JSONObject([.init("event", .string(name))])
    if let id { event["event_id"] = .string(id) }
    if let properties { event["properties"] = properties }
    if let ttp { event["user"] = ["ttp": .string(ttp)] }
    let body: JSON = ["event_source_id": .string(pixel), "data": [.object(event)]]
    let request = OutgoingRequest(
      url: "https://business-api.tiktok.com/open_api/v1.3/event/track/", method: "POST",
      body: body.text(.compact))
    return try #require(counting).events(of: [request])
  }

  private static let minute = 60_000.0
  private static let hour = 60 * minute

  @Test("one event of the site: what TikTok makes of its halves")
  func whatTikTokKeepsOfTwo() throws {
    let cases: [([ReceivedEvent], [Int], isDouble: Bool, reason: String)] = [
      (try Self.pixel() + Self.server(), [1], false, "have the id 'A'"),
      (try Self.server() + Self.pixel(), [1], false, "have the id 'A'"),
      (try Self.pixel(), [1], false, "the pixel alone"),
      (try Self.server(), [1], false, "the server alone"),
      (
        try Self.pixel() + Self.server(id: "B"), [2], true,
        "the id of the pixel is 'A', that of the server 'B'"
      ),
      (try Self.pixel(id: nil) + Self.server(), [2], true, "the id of the pixel is none"),
      (try Self.pixel() + Self.server(id: nil), [2], true, "that of the server none"),
      (
        try Self.pixel("CompletePayment") + Self.server(), [2], true,
        "the pixel calls it 'CompletePayment', the server 'Purchase'"
      ),
      (try Self.pixel("purchase") + Self.server(), [2], true, "'purchase'"),
      (
        try Self.pixel() + Self.server(pixel: "P2"), [2], true,
        "the pixel is 'P1', the server sends to 'P2'"
      ),
      // A call that names no pixel is for those of the page.
      (try Self.pixel(pixel: nil) + Self.server(), [1], false, "have the id 'A'"),
      // Without an id on the server, the cookie decides.
      (
        try Self.pixel() + Self.server(id: nil, ttp: "browser-1"), [1], false,
        "on which nobody should rely"
      ),
      (try Self.pixel() + Self.server(id: nil, ttp: "browser-2"), [2], true, "none"),
      (try Self.pixel(id: nil) + Self.server(ttp: "browser-1"), [2], true, "none"),
      // Two events of the destination for one of the site.
      (
        try Self.pixel("AddToCart") + Self.pixel() + Self.server("AddToCart") + Self.server(),
        [1, 1], false, "have the id 'A'"
      ),
    ]
    for (events, counts, isDouble, reason) in cases {
      var count = DestinationCount(try #require(Self.counting))
      let verdicts = count.receive(events, at: 0)
      #expect(verdicts.map(\.count) == counts, "\(verdicts.map(\.text))")
      #expect(verdicts.contains(where: \.isDouble) == isDouble, "\(verdicts.map(\.text))")
      #expect(verdicts.first?.reason.contains(reason) == true, "\(verdicts.map(\.text))")
    }
  }

  @Test(
    "what comes again is dropped for 48 hours, whichever side it comes from, and then counts anew")
  func again() throws {
    let repeated: [[ReceivedEvent]] = [
      try Self.pixel(), try Self.server(), try Self.pixel() + Self.server(),
    ]
    for first in repeated {
      for second in repeated {
        for (later, expected) in [
          (Self.minute, 0), (6 * Self.minute, 0), (48 * Self.hour, 0), (48 * Self.hour + 1, 1),
        ] {
          var count = DestinationCount(try #require(Self.counting))
          #expect(count.receive(first, at: 0).map(\.count) == [1])
          let verdicts = count.receive(second, at: later)
          #expect(verdicts.map(\.count) == [expected], "\(later): \(verdicts.map(\.text))")
        }
      }
    }
  }

  @Test("two orders under one id are a fault; the same order again is none")
  func lost() throws {
    func order(_ value: Int) throws -> [[ReceivedEvent]] {
      let pixel = try Self.pixel(properties: ["value": .number(Double(value))])
      let server = try Self.server(properties: ["value": .number(JSONNumber(value))])
      return [pixel, server, pixel + server]
    }
    for (value, isLost) in [(5, false), (9, true)] {
      for (first, second) in zip(try order(5), try order(value)) {
        var count = DestinationCount(try #require(Self.counting))
        #expect(count.receive(first, at: 0).map(\.isFault) == [false])
        let verdicts = count.receive(second, at: Self.minute)
        #expect(verdicts.map(\.count) == [0])
        #expect(verdicts.map(\.isLost) == [isLost], "\(verdicts.map(\.text))")
      }
    }
  }

  @Test("money that stands below a member of its own tells two orders apart, too")
  func lostWithCollectedMoney() throws {
    let counting = try #require(EventCounting.all.first { $0.service == "LinkedIn" })
    func order(_ amount: String) -> [ReceivedEvent] {
      let body: JSON = [
        "conversion": "urn:lla:llaPartnerConversion:104012", "eventId": "A",
        "conversionValue": ["amount": .string(amount), "currencyCode": "EUR"],
      ]
      return counting.events(of: [
        OutgoingRequest(
          url: "https://api.linkedin.com/rest/conversionEvents", method: "POST",
          body: body.text(.compact))
      ])
    }
    for (amount, isLost) in [("5.00", false), ("9.00", true)] {
      var count = DestinationCount(counting)
      #expect(count.receive(order("5.00"), at: 0).map(\.count) == [1])
      #expect(count.receive(order(amount), at: Self.minute).map(\.isLost) == [isLost])
    }
  }

  @Test("an id that another event has is no repetition")
  func otherEvents() throws {
    var count = DestinationCount(try #require(Self.counting))
    #expect(count.receive(try Self.pixel("AddToCart"), at: 0).map(\.count) == [1])
    #expect(count.receive(try Self.pixel("Purchase"), at: 0).map(\.count) == [1])
    #expect(count.receive(try Self.pixel("Purchase", id: "B"), at: 0).map(\.count) == [1])
    #expect(
      count.receive(try Self.pixel("Purchase", id: "A", pixel: "P2"), at: 0).map(\.count) == [1])
    #expect(count.receive(try Self.pixel("Purchase"), at: 0).map(\.count) == [0])
  }

  @Test("what is no event of TikTok is none")
  func others() throws {
    let counting = try #require(Self.counting)
    let calls = [
      PageRecord.Call(path: "ttq.identify", arguments: [["email": "alice@example.com"]]),
      PageRecord.Call(path: "ttq.track", arguments: []),
      PageRecord.Call(path: "fbq", arguments: ["track", "Purchase"]),
    ]
    #expect(counting.events(of: calls) { _ in nil }.isEmpty)
    for body in [nil, "", "[]", "{", #"{"data":{}}"#, #"{"data":[{}]}"#] as [String?] {
      let request = OutgoingRequest(url: "https://business-api.tiktok.com/", body: body)
      #expect(counting.events(of: [request]).isEmpty)
    }
    let elsewhere = OutgoingRequest(
      url: "https://example.com/", body: #"{"data":[{"event":"Purchase"}]}"#)
    #expect(counting.events(of: [elsewhere]).isEmpty)
  }
}
