import Diagnostics

extension TemplateRule {
  static let repeatedClaim = TemplateRule(
    id: "repeated-claim",
    severity: .warning,
    summary: "at most one scenario of a client claims the request without a mock",
    documentation: """
      In Tag Manager's editor, 'claimRequest' is not mocked by itself, and the scenarios of one run share the request: the \
      second one that claims it is said to fail there, though it passes alone. Here each scenario has a request of its own.
      """,
    wrong: Example(
      .tests,
      """
      scenarios:
      - name: Claims
        code: runCode({});
      - name: Claims again
        code: runCode({});
      """),
    right: Example(
      .tests,
      """
      scenarios:
      - name: Claims
        code: runCode({});
      - name: Claims again
        code: |-
          mock('claimRequest', undefined);
          runCode({});
      """)
  ) { template in
    template.claims.dropFirst().map { place in
      TemplateBreach(
        "the scenario claims the request, as one before it does", at: place.line,
        notes: [
          "mock it with 'mock('claimRequest', undefined)': Tag Manager's editor may refuse a second claim"
        ])
    }
  }
}
