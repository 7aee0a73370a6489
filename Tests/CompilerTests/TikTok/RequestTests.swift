import JSONText
import TagwrightPlan
import Testing

@Suite(.enabled(if: NodeSandbox.isInstalled, "node is not on PATH")) struct RequestTests {
  @Test func aPurchaseBecomesTheDocumentedRequest() throws {
    let containers = try TestOptions().arranged.map { try RunningContainer(TestPlan.tikTok($0)) }
    let runs = try ContainerRuns(containers.map { .init(container: $0, hit: .purchase) })
    for outcomes in runs.outcomes {
      #expect(outcomes.count == 1)
      let outcome = try #require(outcomes.first).outcome
      #expect(outcome.thrown == nil)
      #expect(outcome.body == nil)
      #expect(outcome.cookies == [])
      #expect(outcome.log == [])
    }
  }
}
