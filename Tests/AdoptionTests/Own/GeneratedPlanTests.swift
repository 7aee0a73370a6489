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
      #expect(kept == [] && container.counts.rawWords == [], "seed \(seed)")
      #expect(!container.isAdopted && container.planName == "Shop", "seed \(seed)")
      let adopted = try Adopted(ContainerFile(version, name: "\(seed)"), as: container)
      #expect(adopted.differences == [] && adopted.errors == [], "seed \(seed)")
    }
    #expect(count > Self.seeds.count / 2)
  }
}
