import Compiler
import JSONText
import SandboxedJS
import Simulator
import TagwrightPlan
import Testing

/// What leaves the page under which consent.
@Suite struct BrowserConsentTests {
  private static let types: [ConsentType] = [
    .adStorage, .analyticsStorage, .adUserData, .adPersonalization,
  ]

  private static func tikTok(
    _ name: String, _ code: String, consent: Consent, @MatchKeyBuilder userData: () -> [MatchKey]
  ) -> TikTok {
    TikTok(
      name, pixelCode: code, accessToken: .secret("TOKEN"), consent: consent,
      deduplication: .sharedEventID(.eventData("event_id")), userData: userData
    ) {
      On("generate_lead", send: .lead())
    }
  }

  private static func plan(
    first: Consent, second: Consent, page: Consent? = nil, ga4: Consent? = nil,
    pageViews: PageViews = .everyPage, alsoToGA4: [String] = []
  ) -> Plan {
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567", consent: ga4)
      tikTok("First", "D6AP4E3C77U3L7SP8O7G", consent: first) {
        Email(.eventData("user_data.email_address"))
        ClickID(.urlParameter("ttclid"), .eventData("ttclid"))
      }
      tikTok("Second", "D6AP4E3C77U3L7SP8O8H", consent: second) {
        Email(.eventData("user_data.email_address"))
        Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
        ExternalID(.eventData("user_id"))
      }
    }
    let web = WebContainer(
      "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sst.example.com",
      pixel: Pixel(.generated), consent: page, pageViews: pageViews, alsoToGA4: alsoToGA4)
    return Plan(serverContainers: [server], webContainers: [web])
  }

  private static func visit(_ granted: Set<ConsentType>, pushes: [ScriptValue] = []) -> BrowserVisit
  {
    BrowserVisit(
      url: "https://www.example.com/?ttclid=E.C.P.1",
      consent: .object(
        types.map { .init($0.rawValue, granted.contains($0) ? "granted" : "denied") }),
      pushes: pushes + [
        [
          "event": "generate_lead", "user_id": "visitor-7",
          "user_data": [
            "email_address": "alice@example.com", "phone_number": "+15550100123",
            "birthday": "unread",
          ],
        ]
      ])
  }

  /// The addresses of the hits that a page sends.
  private static func hits(_ results: [BothContainers.Result]) -> [String] {
    results.flatMap(\.event.page.tags).flatMap(\.effects.requests).map(\.url)
  }

  /// Those of the event that the plan maps.
  private static func leads(_ results: [BothContainers.Result]) -> [String] {
    hits(results).filter { $0.contains("en=generate_lead") }
  }

  @Test(
    "what says who the visitor is leaves the page where a destination that reads it may have it, and only there"
  )
  func personalData() throws {
    var random = RandomHits(seed: 11)
    var subsets: [[ConsentType]] = [[]]
    for type in Self.types { subsets += subsets.map { $0 + [type] } }
    func policy(_ types: [ConsentType]) -> Consent {
      guard let first = types.first else { return .waived(because: "nothing is stored") }
      return types.count == 1
        ? .required(first)
        : types.count == 2 ? .required(first, types[1]) : .required(first, types[1], types[2])
    }
    for _ in 1...12 {
      let first = subsets.randomElement(using: &random)?.prefix(3).map(\.self) ?? []
      let second = subsets.randomElement(using: &random)?.prefix(3).map(\.self) ?? []
      let both = try BothContainers(Self.plan(first: policy(first), second: policy(second)))
      for granted in subsets.map(Set.init) {
        let hits = Self.leads(both.run(Self.visit(granted)))
        #expect(hits.count == 1)
        let hit = hits.joined()
        let (isFirst, isSecond) = (granted.isSuperset(of: first), granted.isSuperset(of: second))
        let label = "\(first) \(second) \(granted)"
        #expect(hit.contains("alice%40example.com") == (isFirst || isSecond), "\(label)")
        #expect(hit.contains("ep.ttclid=") == isFirst, "\(label)")
        #expect(hit.contains("15550100123") == isSecond, "\(label)")
        #expect(hit.contains("visitor-7") == isSecond, "\(label)")
        #expect(!hit.contains("unread"))
      }
    }
  }

  @Test("of a visitor that a page does not describe, or only in part, no hit invents anything")
  func partsOfAPerson() throws {
    let policies: [Consent] = [.required(.adStorage), .required(.adStorage, .adUserData)]
    let people: [ScriptValue?] = [
      nil, .null, .undefined, [], [:], "", "guest", 5, true, ["email_address": .null],
      ["email_address": ""], ["email_address": .undefined], ["phone_number": "+15550100123"],
      ["address": ["city": "Berlin"]],
    ]
    for (first, second) in [(policies[0], policies[0]), (policies[0], policies[1])] {
      let both = try BothContainers(Self.plan(first: first, second: second))
      for person in people {
        var push: [ScriptValue.Member] = [.init("event", "generate_lead")]
        if let person { push.append(.init("user_data", person)) }
        var visit = Self.visit(Set(Self.types))
        visit.pushes = [.object(push)]
        let hits = Self.leads(both.run(visit))
        #expect(hits.count == 1)
        let sent = hits.joined().split(whereSeparator: { $0 == "&" || $0 == "?" })
          .filter { $0.contains("user_data") || $0.contains("user_id") }
        let isPhone = person?.description.contains("15550100123") == true
        #expect(
          sent.allSatisfy { isPhone && $0.hasSuffix("=%2B15550100123") },
          "\(person?.description ?? "no 'user_data'"): \(sent)")
      }
    }
  }

  @Test("a web container with a policy sends nothing before consent, and then to its own server")
  func basicConsentMode() throws {
    let both = try BothContainers(
      Self.plan(
        first: .required(.adStorage), second: .required(.adStorage),
        page: .required(.analyticsStorage)))
    #expect(Self.hits(both.run(Self.visit([.adStorage]))).isEmpty)
    let update: ScriptValue = [
      "consent", "update", ["analytics_storage": "granted", "ad_storage": "granted"],
    ]
    let later = both.run(
      Self.visit([], pushes: [["event": "generate_lead"], update]))
    let hits = Self.hits(later)
    #expect(Self.leads(later).count == 1)
    #expect(hits.allSatisfy { $0.hasPrefix("https://sst.example.com/g/collect?") }, "\(hits)")
    #expect(later.last?.servers.count == 2)
    let always = try BothContainers(
      Self.plan(first: .required(.adStorage), second: .required(.adStorage)))
    #expect(Self.leads(always.run(Self.visit([]))).count == 1)
  }

  @Test("a GA4 tag with a policy passes no event on without that consent")
  func serverTag() throws {
    let both = try BothContainers(
      Self.plan(
        first: .required(.adStorage), second: .required(.adStorage),
        ga4: .required(.analyticsStorage, .adUserData)))
    for granted in [[], [.analyticsStorage], [.adUserData], [.analyticsStorage, .adUserData]]
      as [Set<ConsentType>]
    {
      let tags = both.run(Self.visit(granted)).flatMap(\.event.hits).flatMap(\.events)
        .flatMap(\.tags).filter { $0.name == "GA4" }
      #expect(!tags.isEmpty)
      #expect(tags.allSatisfy { $0.isFired == (granted.count == 2) }, "\(granted)")
    }
  }

  @Test("a plan says what counts as a page view, and which other events GA4 gets")
  func pageViewsAndOtherEvents() throws {
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
      } events: {
        On("page_view", send: .pageview())
        On("page_view", where: .eventData("page_path") == "/danke", send: .lead())
      }
    }
    let plan = WebPlan(
      Plan(
        serverContainers: [server],
        webContainers: [
          WebContainer(
            "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sst.example.com",
            pixel: Pixel(.generated), pageViews: .historyChanges,
            alsoToGA4: ["view_item_list", "page_view", "view_item_list"])
        ]))
    #expect(plan.problems == [])
    let triggers = try plan.names("trigger")
    #expect(
      triggers == [
        "page_view, history change", "view_item_list",
        "TikTok Lead (page_view) pixel", "TikTok Lead (page_view) pixel, history change",
      ])
    #expect(
      try plan.entity("trigger", "page_view, history change")["type"]?.string == "HISTORY_CHANGE")
    #expect(
      try plan.names("tag").filter { $0.hasPrefix("GA4 ") } == [
        "GA4 page_view", "GA4 view_item_list",
      ])
    #expect(
      try plan.parameter("eventSettingsTable", of: "GA4 page_view").contains(
        "page_path={{Page Path}}"))
  }
}
