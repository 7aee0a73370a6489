package import Diagnostics
import TagwrightPlan

/// A rule that every plan is held against: wording, reasons, examples and the check, in one file each.
///
/// The file, the constant and the id have one name: `Rules/UnusedTrigger.swift`, `unusedTrigger`,
/// `unused-trigger`.
package struct Rule: Sendable {
  /// Stable, in kebab case, such as `unused-trigger`.
  package let id: String
  /// The severity of what the rule finds.
  package let severity: Diagnostic.Severity
  /// A summary of what the rule finds, in one line.
  package let summary: String
  /// An explanation of why that is wrong and what to do, in a few sentences; lines are wrapped.
  package let documentation: String
  /// A part of a plan that it finds something in.
  package let wrong: RuleExample
  /// The same part as it should be.
  package let right: RuleExample
  /// The check that finds what breaks the rule.
  let check: Check

  /// Whether breaking it shows only where the plan's examples are run.
  package var isAboutExamples: Bool { if case .examples = check { true } else { false } }

  /// A rule that stops the compilation.
  init(
    error id: String, _ summary: String, documentation: String, wrong: RuleExample,
    right: RuleExample,
    check: Check
  ) {
    self.id = id
    severity = .error
    self.summary = summary
    self.documentation = documentation
    self.wrong = wrong
    self.right = right
    self.check = check
  }

  /// A rule that warns, and that a plan can allow by this name.
  init(
    warning name: RuleName, _ summary: String, documentation: String, wrong: RuleExample,
    right: RuleExample, check: Check
  ) {
    id = name.id
    severity = .warning
    self.summary = summary
    self.documentation = documentation
    self.wrong = wrong
    self.right = right
    self.check = check
  }
}

/// A part of a plan that shows a rule.
package struct RuleExample: Sendable {
  /// Which block of a plan the part stands in.
  package enum Block: String, Sendable {
    case file, plan, container, userData, events

    /// The location of the part, for people.
    package var shownText: String {
      switch self {
      case .file: "a plan"
      case .plan: "in 'plan'"
      case .container: "in a 'ServerContainer'"
      case .userData: "in the user data of a destination"
      case .events: "in the 'events:' of a destination"
      }
    }
  }

  /// Which block of a plan the part stands in.
  package let block: Block
  /// Swift.
  package let text: String

  /// A whole plan, in a type called `Shop`.
  static func file(_ text: String) -> RuleExample { RuleExample(block: .file, text: text) }
  /// Returns an example that stands in `var plan`.
  static func plan(_ text: String) -> RuleExample { RuleExample(block: .plan, text: text) }
  /// Returns an example that stands in a container.
  static func container(_ text: String) -> RuleExample {
    RuleExample(block: .container, text: text)
  }
  /// Match keys of TikTok.
  static func userData(_ text: String) -> RuleExample { RuleExample(block: .userData, text: text) }
  /// Events of TikTok.
  static func events(_ text: String) -> RuleExample { RuleExample(block: .events, text: text) }
}
