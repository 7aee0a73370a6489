import TagwrightPlan

extension Rule {
  /// The rule that a plan's examples must lead to what they expect.
  static let failedExample = Rule(
    error: "failed-example",
    "an example in the plan leads to something else than it expects",
    documentation: """
      An 'Example' is one hit and what has to come of it. It is run through the container that the plan leads to, and
      each expectation is held against the requests and cookies. Nothing is generated while one of them fails, so that
      a changed mapping cannot pass unseen. 'simulate --event' shows all that a hit leads to, and why a tag is silent.
      """,
    wrong: .container(
      """
      Example("A visitor who refused") {
        Hit("page_view", consent: .denied)
        Expect.request(.tikTok)
      }
      """),
    right: .container(
      """
      Example("A visitor who refused") {
        Hit("page_view", consent: .denied)
        Expect.nothingSent
      }
      """),
    check: .examples)
}
