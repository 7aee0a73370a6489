import Diagnostics

extension TemplateRule {
  static let unknownTestKey = TemplateRule(
    id: "unknown-test-key",
    severity: .warning,
    summary: "'___TESTS___' has the keys 'scenarios', 'setup', 'name' and 'code'",
    documentation: """
      A key that Tag Manager is not known to read, such as the 'description' of a scenario, is skipped.
      """,
    wrong: Example(
      .tests,
      "scenarios:\n- name: Runs\n  description: It runs.\n  code: runCode({});"),
    right: Example(.tests, "scenarios:\n- name: Runs\n  code: runCode({});")
  ) { template in
    template.document.unknownTestKeys.map { key in
      let hint = Spelling.question(for: key.name, among: ["scenarios", "setup", "name", "code"])
      return TemplateBreach(
        "the key '\(key.name)' is not known and skipped", at: key.line,
        notes: hint.map { [$0] } ?? [])
    }
  }
}
