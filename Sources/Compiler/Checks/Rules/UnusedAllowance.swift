import TagwrightPlan

extension Rule {
  /// An allowance that allows nothing hides the next problem.
  static let unusedAllowance = Rule(
    warning: .unusedAllowance,
    "an allowance allows nothing",
    documentation: """
      '.allowing(…)' accepts what a rule warns of. Where the rule finds nothing any more, the allowance would hide the
      next thing that it finds: take it out.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead())
        .allowing(.formSubmitAsLead, because: "the site has one form")
      """),
    right: .events(
      """
      On("form_submit", send: .lead())
        .allowing(.formSubmitAsLead, because: "the site has one form")
      """),
    check: .unusedAllowances { allowances in
      allowances.map { allowance in
        Finding(
          "'\(allowance.rule.id)' is allowed here, and finds nothing", at: allowance.place,
          mend: "take the allowance out, so that it hides nothing later")
      }
    })
}
