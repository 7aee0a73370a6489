import Compiler
import ContainerCheck
import ContainerDiff
import CustomTemplate
import Diagnostics
import JSONText
import Simulator

/// A page of `explain`.
protocol ExplainedWord {
  /// For a person: reasons and examples.
  func text(_ style: SeverityStyle) -> String
  /// For programs that read on.
  var json: JSON { get }
}

/// A rule that diagnostics name, with its page.
protocol ExplainedRule: ExplainedWord {
  /// The severity of the fault.
  var severity: Diagnostic.Severity { get }
  /// The fault, in one line.
  var summary: String { get }
  /// The documentation as one paragraph.
  var reasons: String { get }
  /// The page in Markdown.
  var markdown: String { get }
}

/// The pages of the rules that diagnostics name.
enum ExplainedRules {
  /// The page of a rule for plans or for containers.
  static func named(_ id: String) -> (any ExplainedRule)? {
    if let rule = Rule.named(id) { return RulePage(rule) }
    return ContainerRule.named(id).map(ContainerRulePage.init)
  }

  /// The page of anything that `explain` knows.
  static func page(_ word: String) -> (any ExplainedWord)? {
    if let rule = named(word) { return rule }
    if let rule = ContractRule.all.first(where: { $0.id == word }) { return ContractRulePage(rule) }
    if let rule = TemplateRule.all.first(where: { $0.id == word }) { return TemplateRulePage(rule) }
    if let meaning = Meaning.all.first(where: { $0.id == word }) { return FindingPage(meaning) }
    if let proof = Proof.all.first(where: { $0.id == word }) { return FindingPage(proof) }
    return OpenQuestion.all.first { $0.word == word.lowercased() }
      .map { OpenQuestionsPage($0.destination, $0.questions) }
  }
}
