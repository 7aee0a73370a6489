import TagwrightPlan

extension Snapchat {
  /// The questions that Snapchat leaves open.
  static let openQuestions = [
    OpenQuestion(
      "the unit of times", "seconds",
      because: "the documents' examples are; others send milliseconds, which seem to be taken, too"),
    OpenQuestion(
      "the place of the token", "the address, which the log has without it",
      because: "documents and SDK say so; others use a header"),
    OpenQuestion(
      "the spelling of the source", "'WEB'",
      because: "the documents have capitals, an example of the SDK does not"),
    OpenQuestion(
      "prices and quantities of items", "text",
      because: "documents and SDK show text, Snapchat's own tag numbers"),
    OpenQuestion(
      "the word for limited data use", "'LDU'",
      because: "the SDK has it; an older text has 'LMU'"),
    OpenQuestion(
      "what a good answer says", "whatever does not tell of a failure counts as taken",
      because: "sources disagree about the members of an answer"),
    OpenQuestion(
      "the event of a lead", "none: the plan names a custom one",
      because: "'SIGN_UP', which others take, would mix two goals"),
    OpenQuestion(
      "how tests are marked", "by the address '/events/validate'",
      because: "whether a code alone does it is not said"),
    OpenQuestion(
      "how long two events of one id are one", "48 hours",
      because: "Snapchat names no time; the 48 hours are from a text of others"),
  ]
}
