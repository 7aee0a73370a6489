import Diagnostics
import TagwrightPlan
import Testing

/// A plan as an author writes it, with what Swift offers.
private struct Shop: TrackingPlan {
  var isStaging = false
  var names = ["a", "b"]

  var plan: Plan {
    ServerContainer("First", publicID: "GTM-A") {
      GA4Client()
      if isStaging { GA4Tag("staging", measurementID: "G-B") } else { GA4Tag(measurementID: "G-A") }
      Folder("F") {
        for name in names { RawVariable(name, type: "vr") }
        shared
      }
      tikTok
    }
    if isStaging { ServerContainer("Second", publicID: "GTM-B") {} }
    more
  }

  @ContainerBuilder var shared: [ContainerElement] {
    Trigger("t", on: .anyEvent, where: .client("GA4"))
    RawTag("tag", type: "http_request", firing: [.named("t")])
  }

  @PlanBuilder var others: Plan {
    ServerContainer("Third", publicID: "GTM-C") {}
  }

  var more: [ServerContainer] { [ServerContainer("Fourth", publicID: "GTM-D") {}] }

  var tikTok: TikTok {
    TikTok(
      pixelCode: "P", accessToken: .secret("T"),
      consent: .required(.adStorage, .adUserData, .adStorage),
      deduplication: .notNeeded(because: "test")
    ) {
      common
      if isStaging { IPAddress() }
      for name in names { ExternalID(.cookie(name)) }
    } events: {
      On("purchase", send: .lead())
      browsing
      for name in names { On(name, send: .lead()) { UserAgent() } }
      if isStaging { On("staging", send: .pageview()) } else { On("live", send: .pageview()) }
    }
  }

  @MatchKeyBuilder var common: [MatchKey] {
    Email(.eventData("email"))
    UserAgent()
  }

  @EventMapBuilder<TikTok.Event> var browsing: [On<TikTok.Event>] {
    On("page_view", send: .pageview())
    On("search", send: .search(query: .eventData("q")))
  }
}

@Suite struct BuilderTests {
  private func destination(_ shop: Shop) throws -> TikTok {
    try #require(
      shop.plan.serverContainers[0].elements.compactMap { element in
        if case .destination(let destination) = element.kind { destination as? TikTok } else { nil }
      }.first)
  }

  @Test func aPlanTakesConditionsLoopsAndFunctions() throws {
    let (live, staging) = (Shop(), Shop(isStaging: true, names: []))
    #expect(live.plan.serverContainers.map(\.name) == ["First", "Fourth"])
    #expect(staging.plan.serverContainers.map(\.name) == ["First", "Second", "Fourth"])
    #expect(live.others.serverContainers.map(\.publicID) == ["GTM-C"])
    #expect(
      try destination(live).declaration.events.map(\.eventName) == [
        "purchase", "page_view", "search", "a", "b", "live",
      ])
    #expect(
      try destination(staging).declaration.events.map(\.eventName) == [
        "purchase", "page_view", "search", "staging",
      ])
  }

  @Test func aFolderHoldsWhatStandsInIt() throws {
    let folder = try #require(
      Shop().plan.serverContainers[0].elements.compactMap { element in
        if case .folder(let folder) = element.kind { folder } else { nil }
      }.first)
    #expect(folder.elements.count == 4)
  }

  @Test func matchKeysComeFromBlocksLoopsAndFunctions() throws {
    let live = try destination(Shop())
    #expect(
      live.declaration.userData.map(\.kind) == [.email, .externalID, .externalID, .userAgent])
    #expect(live.declaration.events[3].userData.map(\.kind) == [.userAgent])
    #expect(
      try destination(Shop(isStaging: true)).declaration.userData.map(\.kind).contains(.ipAddress))
  }

  @Test func consentNamesEachTypeOnce() throws {
    guard
      case .required(let types, let whenMissing) = try destination(Shop()).declaration.consent.kind
    else {
      Issue.record("consent is not required")
      return
    }
    #expect(types == [.adStorage, .adUserData])
    #expect(whenMissing == .refused)
  }

  @Test func everyDeclarationRemembersItsLine() throws {
    let container = ServerContainer("A", publicID: "GTM-A") {
      GA4Client()
      GA4Tag(measurementID: "G-A")
      Trigger("t", on: .anyEvent)
      RawTag("t", type: "x", parameters: [.text("a", "b")], firing: [.allEvents()])
      RawTrigger("t", type: "x")
      RawVariable("t", type: "x")
      ExternalVariable("t")
      RawClient("t", type: "x")
      TemplateTag("t", template: Template("x"), firing: [])
      TemplateVariable("t", template: Template("x"))
      TemplateClient("t", template: Template("x"))
      Folder("t") {}
      Example("t") {}
    }
    let first = #line - 14
    #expect(container.place.line == first - 1)
    let lines = container.elements.map { element in
      switch element.kind {
      case .ga4Client(let one): one.place.line
      case .ga4Tag(let one): one.place.line
      case .trigger(let one): one.place.line
      case .rawTag(let one): one.parameters[0].place.line
      case .rawTrigger(let one): one.place.line
      case .rawVariable(let one): one.place.line
      case .externalVariable(let one): one.place.line
      case .rawClient(let one): one.place.line
      case .templateTag(let one): one.template.place.line
      case .templateVariable(let one): one.place.line
      case .templateClient(let one): one.place.line
      case .folder(let one): one.place.line
      case .destination(let one): one.place.line
      case .example(let one): one.place.line
      case .variable, .builtIns, .rawTemplate, .rawTransformation, .rawZone, .rawGoogleTagSettings,
        .rawMember:
        0
      }
    }
    #expect(lines == Array(first..<first + 13))
  }
}

@Suite struct CookieLifetimeTests {
  @Test(arguments: [
    (1, 86_400), (390, 33_696_000), (0, 0), (-1, -86_400), (Int.max, Int.max), (.min, .min),
  ])
  func aDayHas86400SecondsAndNothingOverflows(_ days: Int, _ seconds: Int) {
    #expect(CookieLifetime.days(days).seconds == seconds)
  }
}
