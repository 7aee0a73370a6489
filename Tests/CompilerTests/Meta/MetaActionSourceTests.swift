import Compiler
import Diagnostics
import JSONText
import TagwrightPlan
import Testing

/// The places where events for Meta happen, each with what Meta refuses an event without.
@Suite struct MetaActionSourceTests {
  private static func plan(
    _ place: Meta.ActionSource, _ layout: Layout, _ style: SourceStyle,
    @MatchKeyBuilder userData: () -> [MatchKey]
  ) -> Plan {
    let meta = Meta(
      pixelID: "1234567890123456", accessToken: .secret("TOKEN"), actionSource: place,
      consent: .waived(because: "a test"),
      deduplication: .notNeeded(because: "only the server sends them"), userData: userData
    ) { On("purchase", send: .custom("Order")) }
    return Plan(serverContainers: [
      ServerContainer("Test", publicID: "GTM-ABC1234") {
        GA4Client()
        meta.layout(layout).sources(style)
      }
    ])
  }

  private static func person() -> [MatchKey] {
    MatchKeyBuilder.buildBlock(
      MatchKeyBuilder.buildExpression(Email(.eventData("user_data.email_address"))))
  }

  /// What an event of each hit leads to, in each layout and style.
  private static func outcomes(
    _ place: Meta.ActionSource, _ hits: [ServerHit]
  ) throws -> [[ScriptOutcome]] {
    var found = [[ScriptOutcome]](repeating: [], count: hits.count)
    for (layout, style) in TestOptions.arrangements {
      let container = try RunningContainer(plan(place, layout, style, userData: person))
      let runs = try ContainerRuns(
        hits.map {
          .init(container: container, hit: $0, answer: TestedDestination.meta.accepted)
        })
      for (index, outcomes) in runs.outcomes.enumerated() {
        found[index] += outcomes.map(\.outcome)
      }
    }
    return found
  }

  private static let order = ServerHit(
    eventData: [
      "event_name": "purchase", "user_data": ["email_address": "alice@example.com"],
      "page_location": "https://shop.example.com/",
    ])

  /// Holds events of a place: the whole hit is sent with these members, and without any of its fields nothing is.
  private func check(
    _ place: Meta.ActionSource, _ fields: [(String, JSON)], expected: [String: JSON]
  ) throws {
    let whole = fields.reduce(Self.order) { $0.with($1) }
    let partial = fields.map { whole.with(($0.0, nil)) }
    let outcomes = try Self.outcomes(place, [whole] + partial)
    for outcome in outcomes[0] {
      for (path, value) in expected {
        #expect(outcome.body?.at("data.0.\(path)") == value, "\(path)")
      }
      #expect(outcome.body?.at("data.0.event_source_url") == nil)
    }
    #expect(outcomes.allSatisfy { $0.count == TestOptions.arrangements.count })
    for outcome in outcomes.dropFirst().joined() {
      #expect(outcome.requests.isEmpty && outcome.failures == 1)
      #expect(outcome.log.contains { $0.contains("not sent: not all that its place needs") })
    }
  }

  @Test func anAppsEventHasItsSettingsAndItsDevice() throws {
    let device: JSON = [
      "i2", "com.example.shop", "1.0", "1.0.1", "17.4", "iPhone15,2", "de_DE", "CET", "", "390",
      "844", "3", "6", "128", "64", "Europe/Berlin",
    ]
    let place = Meta.ActionSource.app(
      advertiserTracking: .eventData("att"), applicationTracking: .eventData("tracking"),
      device: .eventData("device"))
    try check(
      place, [("att", "0"), ("tracking", true), ("device", device)],
      expected: [
        "action_source": "app",
        "app_data": [
          "advertiser_tracking_enabled": false, "application_tracking_enabled": true,
          "extinfo": device,
        ],
      ])
    let unusable = [["i2", "com.example.shop"], .string("iPhone"), .null].map {
      Self.order.with(("att", 1), ("tracking", 1), ("device", $0))
    }
    for outcome in try Self.outcomes(place, unusable).joined() {
      #expect(outcome.requests.isEmpty && outcome.failures == 1)
    }
  }

  @Test func aConversationHasItsMessengerAndBothSides() throws {
    let channels: [(Meta.ActionSource, String, String, String)] = [
      (
        .messenger(page: .eventData("business"), user: .eventData("person")), "messenger",
        "page_id", "page_scoped_user_id"
      ),
      (
        .instagram(account: .eventData("business"), user: .eventData("person")), "instagram",
        "ig_account_id", "ig_sid"
      ),
      (
        .whatsApp(account: .eventData("business"), click: .eventData("person")), "whatsapp",
        "whatsapp_business_account_id", "ctwa_clid"
      ),
    ]
    for (place, channel, business, person) in channels {
      try check(
        place, [("business", 104_013), ("person", "AbC-1")],
        expected: [
          "action_source": "business_messaging", "messaging_channel": .string(channel),
          "user_data.\(business)": "104013", "user_data.\(person)": "AbC-1",
          "user_data.em": [.digest(of: "alice@example.com")],
        ])
    }
  }

  @Test("a conversation has no address of a browser: the plan's line says so")
  func matchKeysOfBrowsers() {
    let plan = Self.plan(
      .messenger(page: .eventData("a"), user: .eventData("b")), .tagPerEvent, .visible
    ) {
      Email(.eventData("user_data.email_address"))
      IPAddress()
    }
    let found = Compilation(plan, name: "Test").diagnostics.filter {
      $0.rule == "match-key-not-taken"
    }
    #expect(found.count == 1 && found.allSatisfy { $0.place != nil })
  }

  @Test func otherPlacesNeedNothingMore() throws {
    let places: [(Meta.ActionSource, String)] = [
      (.chat, "chat"), (.email, "email"), (.phoneCall, "phone_call"),
      (.physicalStore, "physical_store"), (.systemGenerated, "system_generated"),
      (.other, "other"),
    ]
    for (place, name) in places {
      for outcome in try Self.outcomes(place, [Self.order])[0] {
        #expect(outcome.body?.at("data.0.action_source")?.string == name)
      }
    }
  }
}
