import Compiler
import Diagnostics
import JSONText

/// The documentation of a rule, as `explain` prints it.
struct RulePage: ExplainedRule {
  let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  var severity: Diagnostic.Severity { rule.severity }
  var summary: String { rule.summary }

  /// The documentation as one paragraph.
  var reasons: String { rule.documentation.split(separator: "\n").joined(separator: " ") }

  /// For a person: reasons, the wrong example with what is said of it, the right one.
  func text(_ style: SeverityStyle) -> String {
    let kind = style.word(rule.severity.rawValue)
    var lines = ["\(rule.id): \(kind): \(rule.summary)", "", rule.documentation, ""]
    lines += ["wrong, \(rule.wrong.block.shownText):", ""] + indented(rule.wrong.text)
    lines += [""] + rule.messages.map { "  \($0)" }
    lines += ["", "right, \(rule.right.block.shownText):", ""] + indented(rule.right.text)
    if let allowance { lines += ["", "where it does not matter:", "", "  \(allowance)"] }
    return lines.joined(separator: "\n")
  }

  /// The same in Markdown.
  var markdown: String {
    var parts = [
      reasons, "Wrong, \(rule.wrong.block.shownText):", Self.block("swift", rule.wrong.text),
      Self.block("text", rule.messages.joined(separator: "\n")),
      "Right, \(rule.right.block.shownText):", Self.block("swift", rule.right.text),
    ]
    if let allowance { parts += ["Where it does not matter:", Self.block("swift", allowance)] }
    return parts.joined(separator: "\n\n")
  }

  /// For programs that read on.
  var json: JSON {
    var object = JSONObject()
    object["id"] = .string(rule.id)
    object["severity"] = .string(rule.severity.rawValue)
    object["summary"] = .string(rule.summary)
    object["documentation"] = .string(reasons)
    object["wrong"] = json(rule.wrong)
    object["messages"] = .array(rule.messages.map { .string($0) })
    object["right"] = json(rule.right)
    object["allowance"] = allowance.map { .string($0) }
    return .object(object)
  }

  /// The code that a plan writes to accept the warning; none does so for an error.
  private var allowance: String? {
    rule.allowanceName.map { ".allowing(.\($0), because: \"…\")" }
  }

  private func json(_ example: RuleExample) -> JSON {
    ["stands": .string(example.block.shownText), "swift": .string(example.text)]
  }

  private func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }
  }

  private static func block(_ language: String, _ text: String) -> String {
    "```\(language)\n\(text)\n```"
  }
}
