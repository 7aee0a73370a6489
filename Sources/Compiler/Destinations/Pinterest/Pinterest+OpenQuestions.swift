import TagwrightPlan

extension Pinterest {
  /// The questions that Pinterest leaves open.
  static let openQuestions = [
    OpenQuestion(
      "the status of an answer that tells of a failed event", "neither 200 nor 422 counts as taken",
      because: "the guide shows the one, the API's description the other"),
    OpenQuestion(
      "the event of a product page", "'view_content', and no second 'page_visit'",
      because: "the description recommends products on page visits, too"),
    OpenQuestion(
      "event names that are not listed", "only listed ones are sent, the rest is 'custom'",
      because: "one that is not was taken with a warning, and the guide shows it as failed"),
    OpenQuestion(
      "the cookie of the click", "'_epik', asked before the address",
      because: "one page calls it 'ptk', all code '_epik'"),
    OpenQuestion(
      "'partner_name'", "left out",
      because: "one page wants it of everybody, another of those whom Pinterest asked"),
    OpenQuestion(
      "the parameter of tests", "'test=true'",
      because: "the page of limits calls it 'is_test'; this one was seen to work"),
    OpenQuestion(
      "the case of external ids", "kept",
      because: "no rule is documented, and pixel and server have to agree"),
    OpenQuestion(
      "spaces inside of names", "kept",
      because: "the text asks for lower case alone; others drop them"),
  ]
}
