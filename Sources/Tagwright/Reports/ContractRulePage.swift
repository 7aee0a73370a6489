import Compiler
import Diagnostics
import JSONText

/// What there is to know about a rule of `contract`, as `explain` prints it.
struct ContractRulePage {
  private let rule: ContractRule

  init(_ rule: ContractRule) { self.rule = rule }

  /// For a person.
  func text(_ style: SeverityStyle) -> String {
    """
    \(rule.id): \(style.word(rule.severity.rawValue)): \(rule.summary)

    \(rule.documentation)

    \(Self.reasons)
    """
  }

  /// For programs that read on.
  var json: JSON {
    [
      "id": .string(rule.id), "severity": .string(rule.severity.rawValue),
      "summary": .string(rule.summary),
      "documentation": .string("\(rule.documentation)\n\n\(Self.reasons)"),
    ]
  }

  private static let reasons =
    "'contract' plays the browser's and the server's container together; each finding names the line "
    + "of the plan, or the container and the entity, and the fix."
}
