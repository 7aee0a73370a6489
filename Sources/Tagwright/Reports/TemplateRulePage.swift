import CustomTemplate
import Diagnostics
import JSONText

/// The page of a rule of `test` and `permissions`, as `explain` prints it.
struct TemplateRulePage: ExplainedWord {
  private let rule: TemplateRule

  init(_ rule: TemplateRule) { self.rule = rule }

  func text(_ style: SeverityStyle) -> String {
    let kind = style.word(rule.severity.rawValue)
    var lines = ["\(rule.id): \(kind): \(rule.summary)", "", rule.documentation, ""]
    lines += ["wrong, in '\(rule.wrong.section.marker)':", ""] + indented(rule.wrong.text)
    lines += ["", "right, in '\(rule.right.section.marker)':", ""] + indented(rule.right.text)
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    [
      "id": .string(rule.id), "severity": .string(rule.severity.rawValue),
      "summary": .string(rule.summary), "documentation": .string(rule.documentation),
      "wrong": json(rule.wrong), "right": json(rule.right),
    ]
  }

  private func json(_ example: TemplateRule.Example) -> JSON {
    ["section": .string(example.section.marker), "text": .string(example.text)]
  }

  private func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }
  }
}
