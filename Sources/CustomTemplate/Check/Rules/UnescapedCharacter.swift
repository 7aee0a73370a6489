import Diagnostics

extension TemplateRule {
  static let unescapedCharacter = TemplateRule(
    id: "unescaped-character",
    severity: .warning,
    summary: "a line break in a text is escaped",
    documentation: """
      In JSON a text has '\\n' for a line break, and other control characters are escaped, too. Files with a picture that is \
      wrapped over several lines have been published, and Google's reader takes them; other readers of JSON do not.
      """,
    wrong: Example(
      .info, "{\"type\": \"MACRO\", \"displayName\": \"Example\", \"description\": \"one\ntwo\"}"),
    right: Example(
      .info, #"{"type": "MACRO", "displayName": "Example", "description": "one\ntwo"}"#)
  ) { template in
    template.document.unescapedLines.map { line in
      TemplateBreach(
        "a text has a line break or another control character as it is", at: line,
        notes: ["write it escaped, such as '\\n' for a line break, or leave it out"])
    }
  }
}
