import Compiler
import ContainerCheck
import Diagnostics
import JSONText

/// A rule with its page, whatever it is about.
protocol ExplainedRule {
  /// How much it matters.
  var severity: Diagnostic.Severity { get }
  /// The fault, in one line.
  var summary: String { get }
  /// The documentation as one paragraph.
  var reasons: String { get }
  /// For a person: reasons, a wrong and a right example.
  func text(_ style: SeverityStyle) -> String
  /// The same in Markdown.
  var markdown: String { get }
  /// For programs that read on.
  var json: JSON { get }
}

/// The pages of the rules that diagnostics name.
enum ExplainedRules {
  /// The page of a rule for plans or for containers.
  static func named(_ id: String) -> (any ExplainedRule)? {
    if let rule = Rule.named(id) { return RulePage(rule) }
    return ContainerRule.named(id).map(ContainerRulePage.init)
  }
}
