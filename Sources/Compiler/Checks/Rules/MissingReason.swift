import TagwrightPlan

extension Rule {
  /// The rule that whoever waives something must say why.
  static let missingReason = Rule(
    error: "missing-reason",
    "a reason is empty",
    documentation: """
      Consent that is waived, deduplication that is left out and warnings that are allowed each carry a reason. It stands
      in the generated documentation, where somebody else has to be able to judge it.
      """,
    wrong: .events(
      """
      On("page_view", send: .pageview(), consent: .waived(because: ""))
      """),
    right: .events(
      """
      On("page_view", send: .pageview(), consent: .waived(because: "no personal data is sent"))
      """),
    check: .each(\.reasons) { reason, _ in
      guard reason.value.text.isBlank else { return [] }
      return [
        Finding(
          "\(reason.value.subject) without a reason", at: reason.place, mend: reason.value.mend)
      ]
    })
}
