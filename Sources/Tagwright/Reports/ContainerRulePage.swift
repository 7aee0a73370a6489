import ContainerCheck
import Diagnostics
import JSONText

/// The documentation of a rule for containers, as `explain` prints it.
struct ContainerRulePage: ExplainedRule {
  private let rule: ContainerRule

  init(_ rule: ContainerRule) { self.rule = rule }

  var severity: Diagnostic.Severity { rule.severity }
  var summary: String { rule.summary }
  var reasons: String { rule.documentation.split(separator: "\n").joined(separator: " ") }

  func text(_ style: SeverityStyle) -> String {
    let kind = style.word(rule.severity.rawValue)
    return
      ([
        "\(rule.id): \(kind): \(rule.summary)", "", rule.documentation, "",
        "wrong, in a version of a container:", "",
      ] + indented(rule.wrong) + ["", "right:", ""] + indented(rule.right))
      .joined(separator: "\n")
  }

  var markdown: String {
    [
      reasons, "Wrong, in a version of a container:", "```json\n\(rule.wrong)\n```", "Right:",
      "```json\n\(rule.right)\n```",
    ].joined(separator: "\n\n")
  }

  var json: JSON {
    [
      "id": .string(rule.id), "severity": .string(rule.severity.rawValue),
      "summary": .string(rule.summary), "documentation": .string(reasons),
      "wrong": .string(rule.wrong), "right": .string(rule.right),
    ]
  }

  private func indented(_ text: String) -> [String] {
    text.split(separator: "\n").map { "  \($0)" }
  }
}
