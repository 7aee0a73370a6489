import Compiler
import Diagnostics
import JSONText

/// The page of a rule of `contract`, as `explain` prints it.
struct ContractRulePage: ExplainedWord {
  private let rule: ContractRule

  init(_ rule: ContractRule) { self.rule = rule }

  func text(_ style: SeverityStyle) -> String {
    """
    \(rule.id): \(style.word(rule.severity.rawValue)): \(rule.summary)

    \(rule.documentation)

    wrong:

      browser: \(rule.wrong.browser)
      server: \(rule.wrong.server)

    right:

      browser: \(rule.right.browser)
      server: \(rule.right.server)

    \(Self.reasons)
    """
  }

  var json: JSON {
    [
      "id": .string(rule.id), "severity": .string(rule.severity.rawValue),
      "summary": .string(rule.summary),
      "documentation": .string("\(rule.documentation)\n\n\(Self.reasons)"),
      "wrong": json(rule.wrong), "right": json(rule.right),
    ]
  }

  private func json(_ halves: ContractRule.Halves) -> JSON {
    ["browser": .string(halves.browser), "server": .string(halves.server)]
  }

  private static let reasons =
    "'contract' plays the browser's and the server's container together; each finding names the line "
    + "of the plan, or the container and the entity, and the fix."
}
