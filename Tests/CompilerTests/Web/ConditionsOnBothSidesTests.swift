import Compiler
import Diagnostics
import SandboxedJS
import Simulator
import TagwrightPlan
import Testing

/// A condition means the same in the browser and on the server.
@Suite struct ConditionsOnBothSidesTests {
  private static let events = ["page_view", "purchase", "sign_up"]

  private static func plan(
    _ mappings: [On<TikTok.Event>], layout: Layout, sources: SourceStyle
  ) -> Plan {
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id")),
        layout: layout, sources: sources
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID(.urlParameter("ttclid"), .eventData("ttclid"))
        BrowserID(.cookie("_ttp"), .eventData("ttp"))
      } events: {
        mappings
      }
    }
    let web = WebContainer(
      "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sst.example.com",
      pixel: Pixel(.generated))
    return Plan(serverContainers: [server], webContainers: [web])
  }

  /// The rules by which a plan with such a condition does not compile.
  private static let refusals: Set<String> = [
    "server-only-condition", "constant-condition", "first-of-in-variable", "unknown-variable",
    "not-a-number",
  ]

  @Test(
    "a condition that the pixel cannot follow is said once, with one advice",
    arguments: [("form.topic", "form_topic"), ("ecommerce.value", "value"), ("ep.topic", "topic")])
  func saidOnce(path: String, better: String) {
    let mapping = On("search", where: .eventData(path) == "a", send: TikTok.Event.custom("Case"))
    let compilation = Compilation(
      Self.plan([mapping], layout: .tagPerEvent, sources: .visible), name: "Test")
    let rules = compilation.diagnostics.map(\.rule).filter { $0 != "missing-match-key" }
    #expect(rules == ["server-only-condition"])
    let notes = compilation.diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes.contains { $0.contains("'.eventData(\"\(better)\")'") }, "\(notes)")
  }

  @Test(
    "pixel and server fire for the same events, whatever the condition, or the plan does not compile",
    arguments: 1...4 as ClosedRange<UInt64>)
  func sameEvents(seed: UInt64) throws {
    var random = RandomConditions(seed: seed)
    let mappings = (1...24).map { number -> On<TikTok.Event> in
      let one = random.condition(line: UInt(number))
      guard number % 4 == 0 else {
        return On(Self.events[number % 3], where: one, send: .custom("Case\(number)"))
      }
      return On(
        Self.events[number % 3], where: one, random.condition(line: UInt(number)),
        send: .custom("Case\(number)"))
    }
    let layout: Layout = .tagPerEvent
    let sources: SourceStyle = seed % 2 == 0 ? .visible : .inline
    let first = Compilation(
      Self.plan(mappings, layout: layout, sources: sources), name: "Test", isTest: true)
    let errors = first.diagnostics.filter { $0.severity == .error }
    #expect(Set(errors.map(\.rule)).isSubset(of: Self.refusals), "\(errors.map(\.message))")
    let refused = Set(errors.compactMap { $0.place?.line })
    let kept = mappings.enumerated().filter { !refused.contains($0.offset + 1) }.map(\.element)
    #expect(kept.count > 5)
    let both = try BothContainers(Self.plan(kept, layout: layout, sources: sources))
    for _ in 1...6 {
      let visit = random.visit(events: Self.events)
      for result in both.run(visit) {
        let pixels = Set(result.pixels.map { $0.replacing(" pixel", with: "") })
        let different = pixels.symmetricDifference(result.servers)
        let conditions = kept.filter {
          different.contains("TikTok \($0.event.payload.name) (\($0.eventName))")
        }
        .map { "\($0.event.payload.name): \($0.conditions)" }
        #expect(different.isEmpty, "\(conditions) \(visit) \(result.event.push ?? 0)")
        if !different.isEmpty { return }
      }
    }
  }

  private static func brand(_ name: String, _ code: String, _ host: String) -> TikTok {
    TikTok(
      name, pixelCode: code, accessToken: .secret("TOKEN"), consent: .required(.adStorage),
      deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
    } events: {
      On("page_view", where: .eventData("page_hostname") == host, send: .pageview())
      On("generate_lead", where: .eventData("page_hostname") == host, send: .lead())
    }
  }

  @Test("a visitor of one brand appears in no call and no request of the other")
  func twoBrands() throws {
    let (sun, roof) = ("D6AP4E3C77U3L7SP8O7G", "D6AP4E3C77U3L7SP8O8H")
    let server = ServerContainer("Brands", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      Self.brand("Sun", sun, "www.sun.example.com")
      Self.brand("Roof", roof, "www.roof.example.com")
    }
    let web = WebContainer(
      "Brands", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sst.example.com",
      pixel: Pixel(.generated))
    let both = try BothContainers(Plan(serverContainers: [server], webContainers: [web]))
    for (host, own, other) in [
      ("www.sun.example.com", sun, roof), ("www.roof.example.com", roof, sun),
      ("www.example.com", "", ""),
    ] {
      let results = both.run(
        BrowserVisit(
          url: "https://\(host)/contact",
          consent: .object(ConsentCode.types.map { .init($0, "granted") }),
          pushes: [
            ["event": "generate_lead", "user_data": ["email_address": "alice@example.com"]]
          ]))
      let texts = results.flatMap(\.texts)
      #expect(texts.filter { $0.contains(sun) || $0.contains(roof) }.count == (own.isEmpty ? 0 : 4))
      #expect(own.isEmpty ? texts.isEmpty : !texts.contains { $0.contains(other) })
      for result in results {
        #expect(result.pixels.count == result.servers.count)
      }
    }
  }

  @Test(
    "Google's own tag and client fill in what the table of common event data says, and nothing else of it"
  )
  func commonEventData() throws {
    let visit = BrowserVisit(
      url: "https://www.example.com/danke?a=1#top", referrer: "https://www.example.com/",
      title: "Danke",
      headers: [
        NamedText("user-agent", "Mozilla/5.0"), NamedText("accept-language", "de-DE,de;q=0.9"),
      ], consent: .object([]), pushes: [["event": "sign_up"]])
    let both = try BothContainers(
      Self.plan(
        [On("sign_up", send: .completeRegistration())], layout: .tagPerEvent, sources: .visible))
    let hit = try #require(both.run(visit).flatMap(\.event.hits).last)
    let data = try #require(hit.events.first?.eventData)
    for common in CommonEventData.all {
      guard let value = common.pageValue else { continue }
      let expected = common.key == "language" ? "de-de" : visit.value(value)
      #expect(
        data.value(at: common.key)?.text == (common.filler == nil ? nil : expected), "\(common.key)"
      )
    }
    #expect(CommonEventData.isFilledByGoogle("x-ga-gcs"))
    #expect(!CommonEventData.isFilledByGoogle("page_hostname"))
  }
}
