import Compiler
import TagManager
import TagwrightPlan
import Testing

/// What is wrong with one event of an otherwise right pair is found, and called what it is.
@Suite struct SingleFaultTests {
  private static func halves() throws -> ContractTests.Halves {
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
    let event = FaultyEvent.all[place]
    let right = try Self.halves()
    for (number, fault) in SingleFault.all.enumerated() where number % 3 == place {
      var halves = right
      fault.make(&halves, event)
      let findings = halves.findings
      #expect(!findings.isEmpty, "\(event.name): \(fault.words)")
      let others = Set(findings.map(\.rule)).subtracting(fault.rules)
      #expect(
        others.isEmpty,
        "\(event.name): \(fault.words): \(findings.map { "\($0.rule): \($0.message)" })")
      let isAbout = findings.contains { finding in
        finding.event == event.name || finding.rule == "no-server-address"
          || finding.rule == "other-server"
          || fault.words.hasSuffix("every event") || fault.words.hasPrefix("no event")
      }
      #expect(isAbout, "\(event.name): \(fault.words): \(findings.map(\.message))")
    }
  }
}
