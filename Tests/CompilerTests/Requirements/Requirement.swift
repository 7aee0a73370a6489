/// One thing that the guides to TikTok's Events API ask for or warn of, and what holds the project to it.
struct Requirement: Sendable {
  /// What shows that a requirement is met.
  enum Evidence: Sendable {
    /// A rule, by its id.
    case rule(String)
    /// Code that does not compile, by its name in `ImpossibleCode`.
    case type(String)
    /// A test, by the name of its function.
    case test(String)
    /// Nothing here can show it: it happens in an account, in a browser or in a person's head.
    case leftToYou(String)
    /// Nothing shows it yet.
    case open(String)
  }

  /// The number under which the project's list of requirements has it.
  let number: Int
  /// In a few words of our own.
  let words: String
  let evidence: [Evidence]

  init(_ number: Int, _ words: String, _ evidence: Evidence...) {
    self.number = number
    self.words = words
    self.evidence = evidence
  }

  /// All of them, by their numbers.
  static let all: [Requirement] =
    shape + steps + claims + account + userData + eventMap + purchase + deduplication + verifying
    + pitfalls + frame
}
