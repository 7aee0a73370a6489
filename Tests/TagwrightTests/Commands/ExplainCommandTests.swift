import Compiler
import ContainerCheck
import ContainerDiff
import CustomTemplate
import Diagnostics
import Foundation
import JSONText
import Simulator
import Tagwright
import Testing

@Suite struct ExplainCommandTests {
  @Test func aPageSaysWhyAndShowsBothExamples() {
    #expect(
      run(["explain", "form-submit-as-lead"])
        == Outcome(
          output: """
            form-submit-as-lead: warning: every form of the site is sent as a lead

            \(Rule.named("form-submit-as-lead")?.documentation ?? "")

            wrong, in the 'events:' of a destination:

              On("form_submit", send: .lead())

              line 1: warning: GA4 sends 'form_submit' for every form, and each would count as a lead [form-submit-as-lead]
              line 1: note: map 'generate_lead', or narrow it: 'where: .eventData("form_id") == "contact"'

            right, in the 'events:' of a destination:

              On("generate_lead", send: .lead())

            where it does not matter:

              .allowing(.formSubmitAsLead, because: "…")

            """))
  }

  @Test(arguments: Rule.all) func everyPageShowsWhatIsSaidOfTheWrongExample(_ rule: Rule) {
    let outcome = run(["explain", rule.id])
    #expect(outcome.status == .success)
    #expect(!rule.messages.isEmpty)
    for message in rule.messages { #expect(outcome.output.contains("  \(message)\n")) }
    #expect(outcome.output.contains(".allowing(.") == (rule.severity == .warning))
  }

  @Test func everyRuleThatTheContractPrintsHasAPage() {
    for rule in ContractRule.all {
      let outcome = run(["explain", "[\(rule.id)]"])
      #expect(outcome.status == .success)
      #expect(outcome.output.hasPrefix("\(rule.id): \(rule.severity.rawValue): \(rule.summary)\n"))
      #expect(Rule.named(rule.id) == nil, "two rules have one id")
    }
  }

  @Test func everyRuleAboutTemplatesHasAPageWithBothSections() {
    for rule in TemplateRule.all {
      let outcome = run(["explain", rule.id])
      #expect(outcome.status == .success)
      #expect(outcome.output.hasPrefix("\(rule.id): \(rule.severity.rawValue): \(rule.summary)\n"))
      #expect(outcome.output.contains("\nright, in '\(rule.right.section.marker)':\n"))
      let ids = Rule.all.map(\.id) + ContractRule.all.map(\.id)
      #expect(!ids.contains(rule.id), "two rules have one id")
    }
  }

  @Test(arguments: ContainerRule.all.map(\.id)) func everyRuleForContainersHasAPage(_ id: String) {
    let outcome = run(["explain", id])
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("\nwrong, in a version of a container:\n"))
    #expect(Rule.named(id) == nil && !ContractRule.all.contains { $0.id == id })
  }

  @Test func everyRuleOfTheContractShowsBothHalves() {
    for rule in ContractRule.all {
      let outcome = run(["explain", rule.id])
      #expect(outcome.output.contains("\nwrong:\n\n  browser: \(rule.wrong.browser)\n  server: "))
      #expect(outcome.output.contains("\nright:\n\n  browser: \(rule.right.browser)\n  server: "))
      #expect(rule.wrong.browser != rule.right.browser || rule.wrong.server != rule.right.server)
    }
  }

  @Test func everyMeaningOfADifferenceHasAPage() {
    let others =
      Rule.all.map(\.id) + ContainerRule.all.map(\.id) + ContractRule.all.map(\.id)
      + TemplateRule.all.map(\.id)
    for meaning in Meaning.all {
      let outcome = run(["explain", meaning.id])
      #expect(outcome.status == .success)
      #expect(outcome.output.contains("\nsuch as:\n\n  \(meaning.example)\n"))
      #expect(!others.contains(meaning.id), "two things to explain have one id")
    }
  }

  @Test func everyRuleIDInTheSourcesHasAPage() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources").standardizedFileURL
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var ids: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      ids.formUnion(text.matches(of: /rule(?::| =) "([a-z-]+)"/).map { String($0.1) })
    }
    #expect(ids.isSuperset(of: ["failed-example", "token-literal"]), "\(ids)")
    for id in ids { #expect(run(["explain", id]).status == .success, "\(id)") }
  }

  @Test func aRuleMayBeCopiedWithItsBrackets() {
    #expect(run(["explain", "[missing-value]"]) == run(["explain", "missing-value"]))
  }

  @Test func theListHasEveryRuleErrorsFirst() {
    let lines = run(["explain"]).output.split(separator: "\n").map(String.init)
    let ids = lines.filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let errors = Rule.all.filter { $0.severity == .error }.map(\.id).sorted()
    let warnings = Rule.all.filter { $0.severity == .warning }.map(\.id).sorted()
    let ofContainers = [Diagnostic.Severity.error, .warning].flatMap { severity in
      ContainerRule.all.filter { $0.severity == severity }.map(\.id)
    }
    let ofContracts = [Diagnostic.Severity.error, .warning].flatMap { severity in
      ContractRule.all.filter { $0.severity == severity }.map(\.id)
    }
    #expect(
      ids == errors + warnings + ofContainers + ofContracts + TemplateRule.all.map(\.id)
        + Meaning.all.map(\.id) + Proof.all.map(\.id) + OpenQuestion.all.map(\.word))
    #expect(lines.last == "'tagwright explain RULE' says more about one")
  }

  @Test func aProgramGetsTheSame() throws {
    let list = try JSON.read(Array(run(["explain", "--format", "json"]).output.utf8), file: nil)
    let ids =
      Rule.all.map(\.id).sorted() + ContainerRule.all.map(\.id) + ContractRule.all.map(\.id)
      + TemplateRule.all.map(\.id) + Meaning.all.map(\.id) + Proof.all.map(\.id)
    #expect(list.array?.map { $0["id"]?.string } == ids)
    let page = try JSON.read(
      Array(run(["explain", "missing-value", "--format", "json"]).output.utf8), file: nil)
    #expect(page["allowance"]?.string == ".allowing(.missingValue, because: \"…\")")
    #expect(list.array?.contains(page) == true)
  }

  @Test func anUnknownRuleIsAMistakeOfTheCaller() {
    #expect(
      run(["explain", "missing-currncy"])
        == Outcome(
          status: .failure,
          errors: """
            error: there is no rule 'missing-currncy'
            note: did you mean 'missing-currency'?
            note: 'tagwright explain' lists the rules

            """))
    #expect(
      run(["explain", "currency"]).errors == """
        error: there is no rule 'currency'
        note: there are 'currency-format', 'missing-currency', 'unknown-currency', 'unlisted-currency'
        note: 'tagwright explain' lists the rules

        """)
  }
}
