import JSONText
import TagwrightPlan
import Testing

/// What TikTok gets in one place of the request, for hits that differ: a table of facts.
struct MemberCases {
  /// A hit, and what it leads to.
  struct Case {
    let fact: String
    let hit: ServerHit
    let expected: JSON?
  }

  /// The path of the member below the event, such as `user.email`.
  let path: String
  /// `nil` for the usual ones.
  var options: TestOptions?
  var cases: [Case] = []

  init(_ path: String, _ options: TestOptions? = nil) {
    self.path = path
    self.options = options
  }

  mutating func add(_ fact: String, _ hit: ServerHit, _ expected: JSON?) {
    cases.append(Case(fact: fact, hit: hit, expected: expected))
  }

  /// Checks every case in each layout and style.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let containers =
      try options.map { try RunningContainer.arranged($0) } ?? RunningContainer.usual.get()
    let pairs = cases.flatMap { one in containers.map { (one, $0) } }
    let runs = try ContainerRuns(pairs.map { .init(container: $0.1, hit: $0.0.hit) })
    for (pair, outcomes) in zip(pairs, runs.outcomes) {
      let outcome = try #require(
        outcomes.first?.outcome, "\(pair.0.fact)", sourceLocation: sourceLocation)
      #expect(outcome.thrown == nil, "\(pair.0.fact)", sourceLocation: sourceLocation)
      let found = outcome.body?.at("data.0.\(path)")
      #expect(
        found.compactText == pair.0.expected.compactText, "\(pair.0.fact)",
        sourceLocation: sourceLocation)
      #expect(
        outcome.successes == 1 && outcome.failures == 0, "\(pair.0.fact)",
        sourceLocation: sourceLocation)
    }
  }
}

extension JSON? {
  /// What a failed expectation shows.
  var compactText: String { self.map { $0.text(.compact) } ?? "left out" }
}

extension JSON {
  /// The SHA-256 digest that TikTok gets of a normalised text.
  static func digest(of text: String) -> JSON { .string(Digest.hexadecimal(text)) }
}

extension RunningContainer {
  /// The plan that uses everything, in each layout and style.
  static func arranged(_ options: TestOptions) throws -> [RunningContainer] {
    try options.arranged.map { try RunningContainer(TestPlan.tikTok($0)) }
  }

  /// The same with the usual options, compiled once.
  static let usual = Result { try arranged(TestOptions()) }
}
