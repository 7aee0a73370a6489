import Compiler
import Foundation
import TagManager
import TagwrightPlan
import TestSupport
import Testing

/// What is wrong with one event of an otherwise right pair is found, and called what it is.
@Suite struct SingleFaultTests {
  private static let compiled = Result { try makeHalves() }

  private static func halves() throws -> ContractTests.Halves { try compiled.get() }

  private static func makeHalves() throws -> ContractTests.Halves {
    let plan = WebPlan(events: {
      On("page_view", send: .pageview())
      On("search", send: .search(query: .eventData("search_term")))
      On("generate_lead", send: .lead())
    })
    var halves = try ContractTests.Halves(plan)
    var container = halves.server.container ?? Container(usageContexts: [.server])
    container.taggingServerURLs = ["https://sgtm.example.com"]
    halves.server.container = container
    return halves
  }

  @Test("a pair without a fault has no finding")
  func right() throws {
    #expect(try Self.halves().shown == [])
  }

  @Test("a single fault is found and named", arguments: FaultyEvent.all.indices)
  func faults(place: Int) throws {
    let right = try Self.halves()
    for (number, fault) in SingleFault.all.enumerated() where number % 3 == place {
      Self.expect(fault, of: FaultyEvent.all[place], in: right, "")
    }
  }

  @Test("a single fault in the containers of any plan is found and named", arguments: seeds)
  func faultsOfAnyPlan(seed: UInt64) throws {
    var generator = RandomHits(seed: seed)
    var generated = GeneratedPlan(using: &generator, layout: .tagPerEvent)
    // An event that is sent twice still has its other half where one is at fault.
    while generated.mappings.count(where: { $0.event == generated.mappings[0].event }) > 1 {
      generated = GeneratedPlan(using: &generator, layout: .tagPerEvent)
    }
    let mapping = generated.mappings[0]
    let server = "TikTok \(mapping.sent) (\(mapping.event))"
    let event = FaultyEvent(name: mapping.event, pixel: "\(server) pixel", server: server)
    let pair = try #require(Compilation(generated.plan, name: "Test").pairs.first)
    var right = ContractTests.Halves(web: pair.web, server: pair.server)
    right.server.container?.taggingServerURLs = ["https://sgtm.example.com"]
    #expect(right.shown == [], "\(generated.words)")
    let count = Self.isThorough ? SingleFault.all.count : 3
    for place in 0..<count {
      let fault = SingleFault.all[(Int(seed) * 3 + place) % SingleFault.all.count]
      Self.expect(fault, of: event, in: right, generated.words)
    }
  }

  private static let isThorough =
    TestRun.isThorough
  /// Many where `TAGWRIGHT_THOROUGH` is set.
  private static let seeds: ClosedRange<UInt64> = isThorough ? 1...40 : 1...2

  private static func expect(
    _ fault: SingleFault, of event: FaultyEvent, in right: ContractTests.Halves, _ words: String
  ) {
    var halves = right
    fault.make(&halves, event)
    let contract = Contract(web: halves.web, server: halves.server)
    let findings = contract.findings
    // What no page was found for is named as that.
    let isUntried = contract.gaps.contains {
      $0.contains("'\(event.pixel)'") || $0.contains("'\(event.server)'")
    }
    let subject = "\(words) \(event.name): \(fault.words)"
    #expect(!findings.isEmpty || isUntried, "\(subject)")
    let others = Set(findings.map(\.rule)).subtracting(fault.rules)
    #expect(
      others.isEmpty, "\(subject): \(findings.map { "\($0.rule): \($0.message)" })")
    let isAbout = findings.contains { finding in
      finding.event == event.name || finding.rule == "no-server-address"
        || finding.rule == "other-server"
        || fault.words.hasSuffix("every event") || fault.words.hasPrefix("no event")
    }
    #expect(isAbout || isUntried, "\(subject): \(findings.map(\.message))")
  }
}
