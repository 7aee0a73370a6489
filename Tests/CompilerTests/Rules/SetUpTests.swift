import Compiler
import Diagnostics
import TagwrightPlan
import Testing

/// The steps of setting up TikTok: every rule belongs to exactly one of them.
@Suite struct SetUpTests {
  @Test(arguments: Rule.all) func whatARuleFindsBreaksExactlyOneStep(_ rule: Rule) throws {
    let examples = try #require(RuleExamples.all.first { $0.id == rule.id })
    for list in examples.wrong().compilation.checklists {
      let broken = list.steps.filter { step in
        step.diagnostics.contains { $0.rule == rule.id }
      }
      #expect(broken.count == 1)
      #expect(list.firstBroken != nil)
    }
  }

  @Test func theStepsAreThoseOfTheGuide() throws {
    let plan = ExamplePlan.events { On("page_view", send: .pageview()) }
    let list = try #require(plan.compilation.checklists.first)
    #expect(list.service == "TikTok Events API")
    #expect(list.steps.map(\.number) == Array(1...12))
    for step in list.steps {
      #expect(step.title.first?.isLowercase == true)
      #expect(!step.proof.isEmpty && !step.proof.hasSuffix("."))
    }
  }
}
