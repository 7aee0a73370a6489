import Adoption
import Compiler
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// Plans made by chance: what they compile to comes back as the same plan.
@Suite struct GeneratedPlanTests {
  private static let seeds = TestRun.isThorough ? 1...600 : 1...3

  /// A server container with two destinations, in the layout and with the reads that the seed says.
  static func container(seed: Int) -> ServerContainer {
    let layouts: [Layout] = [.tagPerEvent, .tagPerEvent(template: .shared), .lookupTable]
    let layout = layouts[seed % 3]
    let style: SourceStyle = seed / 3 % 2 == 0 ? .visible : .inline
    var made = GeneratedDestination(seed: UInt64(seed), layout, style)
    let first = made.destination(seed / 6)
    let second = made.destination(seed / 6 + seed % 5, named: "Second")
    let consents: [Consent?] = [
      nil, .required(.analyticsStorage), .required(.adStorage, .adUserData, whenMissing: .granted),
    ]
    return ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(
        measurementID: "G-ABC1234567", excluding: seed % 2 == 0 ? [] : ["ttclid"],
        redactsVisitorIP: seed % 4 == 0, consent: consents[seed / 2 % 3],
        notes: seed % 7 == 0 ? "Own notes." : nil)
      if seed % 8 < 2 { Variable("Own value", .eventData("own")) }
      if seed % 8 >= 2 { Variable("Own value", .eventData("own"), notes: "Kept by hand.") }
      first
      if seed % 3 == 0 {
        Folder("Advertising", notes: seed % 2 == 0 ? "Own folder." : nil) { second }
      } else {
        second
      }
    }
  }

  @Test func theyComeBackFromTheirContainers() throws {
    var count = 0
    for seed in Self.seeds {
      let plan = Plan(serverContainers: [Self.container(seed: seed)])
      let compilation = Compilation(
        [PlanVariant(environment: nil, plan: plan)], name: "Shop", makesFiles: false)
      guard let version = compilation.containers.first?.version else { continue }
      count += 1
      let container = try AdoptedContainer.recognising(version)
      let kept = container.remarks.filter { !$0.hasPrefix("no server container has") }
      #expect(kept == [], "seed \(seed)")
      #expect(container.counts.rawWords == [], "seed \(seed)")
      #expect(!container.isAdopted && container.planName == "Shop", "seed \(seed)")
      let adopted = try Adopted(ContainerFile(version, name: "\(seed)"), as: container)
      #expect(adopted.differences == [] && adopted.errors == [], "seed \(seed)")
    }
    #expect(count > Self.seeds.count / 2)
  }

  @Test(arguments: [SourceStyle.visible, .inline])
  func aMemberThatIsDeclaredTwiceComesBackTwice(style: SourceStyle) throws {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      Meta(
        pixelID: "1234567890123456", accessToken: .secret("META_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On(
          "purchase",
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items,
            orderID: .eventData("transaction_id"),
            properties: [.contentCategory(.eventData("category")), .orderID(.cookie("order"))]))
      }.layout(.tagPerEvent).sources(style)
    }
    let made = Self.compiled(Plan(serverContainers: [server]))
    let version = try #require(made.containers.first?.version)
    let container = try AdoptedContainer.recognising(version)
    #expect(container.remarks == [] && container.counts.rawWords == [])
  }

  /// The browser's half of the container of a seed.
  static func web(_ seed: Int, _ server: ServerContainer) -> WebContainer {
    let consents: [Consent?] = [
      nil, nil, .required(.analyticsStorage), .waived(because: "it is asked elsewhere"),
    ]
    let origins: [Pixel.Origin] = [.generated, .installed, .none]
    return WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(origins[seed % 3]),
      measurementID: seed % 5 == 0 ? "G-OTHER12345" : nil, consent: consents[seed / 3 % 4],
      pageViews: seed % 2 == 0 ? .everyPage : .historyChanges,
      alsoToGA4: seed % 4 == 0 ? ["view_item_list", "purchase"] : [])
  }

  @Test func bothHalvesComeBackFromTheirContainers() throws {
    var (count, kept) = (0, 0)
    for seed in Self.seeds {
      let server = Self.container(seed: seed)
      let made = Self.compiled(
        Plan(serverContainers: [server], webContainers: [Self.web(seed, server)]))
      guard let server = made.containers.first?.version,
        let web = made.webContainers.first?.version
      else { continue }
      let plan = try AdoptedPlan(server: server, web: web)
      let again = Self.compiled(plan.plan, plan.templateBytes)
      for (old, new) in [
        (server, again.containers.first?.version), (web, again.webContainers.first?.version),
      ] {
        let new = try #require(new, "seed \(seed)")
        #expect(
          try Adopted.differences(from: ContainerFile(old, name: "old"), to: new) == [],
          "seed \(seed)")
      }
      count += 1
      if plan.webRemarks != [] { kept += 1 }
    }
    #expect(count >= Self.seeds.count / 3)
    // A condition that no hit can tell from another is in the browser's half alone.
    #expect(kept * 50 <= count)
  }

  static func compiled(
    _ plan: Plan, _ template: (String) -> [UInt8]? = { _ in nil }
  ) -> Compilation {
    Compilation(
      [PlanVariant(environment: nil, plan: plan)], name: "Shop", makesFiles: false
    ) { path in template(path).map { .bytes($0) } ?? .missing(reason: "no such file") }
  }
}
