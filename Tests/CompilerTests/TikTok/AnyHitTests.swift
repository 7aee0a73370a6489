import JSONText
import TagwrightPlan
import Testing

/// What holds for every hit, whatever it brings.
@Suite struct AnyHitTests {
  /// Containers of one plan in each layout and style; one that gates on consent, one that does not.
  private static let plans = Result {
    var gated = TestOptions()
    gated.consent = .required(.adStorage, whenMissing: .granted)
    gated.limitedDataUse = .from(.eventData("ldu"))
    return try [RunningContainer.usual.get(), RunningContainer.arranged(gated)]
  }

  private static func hits(_ count: Int, seed: UInt64, hasLoneSurrogates: Bool = false)
    -> [ServerHit]
  {
    var random = RandomHits(seed: seed, hasLoneSurrogates: hasLoneSurrogates)
    return (0..<count).map { _ in random.hit() }
  }

  private static let answers = [
    Answer.accepted, Answer(body: #"{"code":40002,"message":"no"}"#), .timedOut,
  ]

  /// Checks that nothing is thrown, that each tag ends once, and that each body is as documented.
  private static func check(
    _ hits: [ServerHit], _ containers: [RunningContainer], _ engine: ContainerRuns.Engine
  ) throws {
    for (place, container) in containers.enumerated() {
      let cases = hits.enumerated().map {
        ContainerRuns.Case(container: container, hit: $1, answer: answers[$0 % answers.count])
      }
      for (one, outcomes) in zip(cases, try ContainerRuns(cases, engine).outcomes) {
        let facts = "\(place): \(shown(one.hit))"
        let outcome = try #require(outcomes.first?.outcome, "\(facts)")
        #expect(outcomes.count == 1, "\(facts)")
        #expect(outcome.thrown == nil, "\(facts)")
        #expect(outcome.successes + outcome.failures == 1, "\(facts)")
        guard !outcome.requests.isEmpty else {
          #expect(outcome.cookies.isEmpty && outcome.successes == 1, "\(facts)")
          continue
        }
        #expect(RequestRules.breaches(of: outcome.body) == [], "\(facts)")
        #expect(
          outcome.malformed.allSatisfy { $0.first == "[" || $0.first == "{" || $0.first == " " })
        #expect(outcome.log.allSatisfy { !$0.contains("@") }, "\(facts)")
        #expect(
          outcome.requests.allSatisfy { request in
            !RandomHits.people.contains { request.body.contains($0) }
          }, "\(facts)")
      }
    }
  }

  @Test func everyHitEndsATagOnceAndEveryBodyIsAsDocumented() throws {
    for containers in try Self.plans.get() {
      try Self.check(Self.hits(120, seed: 1), containers, .native)
    }
  }

  @Test(.enabled(if: NodeSandbox.isInstalled, "node is not on PATH"))
  func theSameHoldsForThousandsOfHitsInAnotherEngine() throws {
    for containers in try Self.plans.get() {
      try Self.check(Self.hits(500, seed: 2, hasLoneSurrogates: true), containers, .node)
    }
  }

  @Test func eachLayoutAndStyleSendsTheSameRequest() throws {
    for containers in try Self.plans.get() {
      let hits = Self.hits(120, seed: 3)
      let outcomes = try containers.map { container in
        try ContainerRuns(hits.map { .init(container: container, hit: $0) }).outcomes.map {
          $0.map(\.outcome)
        }
      }
      for (place, hit) in hits.enumerated() {
        for other in outcomes.dropFirst() {
          let difference = Self.difference(outcomes[0][place], other[place])
          #expect(difference == nil, "\(Self.shown(hit))")
        }
      }
    }
  }

  @Test(.enabled(if: NodeSandbox.isInstalled, "node is not on PATH"))
  func bothEnginesAgree() throws {
    for containers in try Self.plans.get() {
      let hits = Self.hits(100, seed: 4)
      for container in containers {
        let cases = hits.map { ContainerRuns.Case(container: container, hit: $0) }
        let native = try ContainerRuns(cases, .native).outcomes.map { $0.map(\.outcome.comparable) }
        let node = try ContainerRuns(cases, .node).outcomes.map { $0.map(\.outcome.comparable) }
        for (place, hit) in hits.enumerated() {
          let difference = Self.difference(native[place], node[place])
          #expect(difference == nil, "\(Self.shown(hit))")
        }
        #expect(try ContainerRuns.differentVariables(cases) == [])
      }
    }
  }

  /// The first thing in which two hits' outcomes differ.
  private static func difference(_ left: [ScriptOutcome], _ right: [ScriptOutcome]) -> String? {
    guard left != right else { return nil }
    guard left.count == 1, right.count == 1 else { return "\(left.count) tags and \(right.count)" }
    for (one, other) in zip(left[0].parts, right[0].parts) where one != other {
      return "\(one.prefix(1_000)) and \(other.prefix(1_000))"
    }
    return "something else"
  }

  private static func shown(_ hit: ServerHit) -> String {
    String(hit.eventData.text(.compact).prefix(1_000))
  }
}

extension ScriptOutcome {
  /// What every engine tells.
  fileprivate var comparable: ScriptOutcome {
    var outcome = self
    outcome.malformed = []
    return outcome
  }

  fileprivate var parts: [String] {
    ["\(successes), \(failures), \(thrown ?? "")"] + requests.map { "\($0)" }
      + cookies.map { "\($0)" } + log
  }
}
