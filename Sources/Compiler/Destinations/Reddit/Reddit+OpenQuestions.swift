import TagwrightPlan

extension Reddit {
  /// The questions that Reddit leaves open.
  static let openQuestions = [
    OpenQuestion(
      "what is left of an e-mail's local part", "letters and digits before the first '+'",
      because:
        "one text removes dots alone, the help everything but letters and digits; the published example is the same"
    ),
    OpenQuestion(
      "'uuid'", "the whole cookie '_rdt_uuid'",
      because: "the documents' example is whole; another template cuts it at the dot"),
    OpenQuestion(
      "event ids", "unhashed on both sides",
      because: "both forms are taken, and pixel and server have to agree"),
    OpenQuestion(
      "the visitor's address", "plain",
      because: "the documents' examples are; others hash it"),
    OpenQuestion(
      "an address without anything else", "sent",
      because:
        "one text counts it as an identifier, another only with the browser's name and the screen"),
    OpenQuestion(
      "the pixel's unit of money", "the currency's own, not cents",
      because: "the base code that Reddit hands out asks for it"),
  ]
}
