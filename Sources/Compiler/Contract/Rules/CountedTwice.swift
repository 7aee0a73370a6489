import Diagnostics

extension ContractRule {
  /// One event of the site is one event of the destination.
  static let countedTwice = ContractRule(
    "counted-twice", .error, "one event of the site counts once",
    because: """
      Several tags of one side send the same event for one event of the site, each with an id of its own: the
      destination cannot know that they are one. Let one tag send it, or let all take the id from one variable.
      """,
    wrong: .init(
      browser: "two pixel tags fire on purchase, each with a random number as id", server: "one tag"
    ),
    right: .init(browser: "one pixel tag fires on purchase", server: "one tag"), explains: [.twice])
}
