import CustomTemplate
import JSONText
import TagManager
import Testing

/// The defects of public templates: ours have none of them, in any layout and style.
@Suite struct PublicDefectTests {
  @Test func oursDoRightWhereOthersGoWrong() throws { try check(in: .native) }

  @Test(.enabled(if: NodeSandbox.isInstalled, "node is not on PATH"))
  func oursDoRightInAnotherEngine() throws { try check(in: .node) }

  private func check(in engine: ContainerRuns.Engine) throws {
    // Starting another engine takes long: the two arrangements that differ most stand for all.
    let pairs = try PublicDefect.all.flatMap { defect in
      try defect.destination.containers(in: engine == .native ? nil : [0, 3]).map { (defect, $0) }
    }
    let runs = try ContainerRuns(
      pairs.map { .init(container: $1, hit: $0.hit, answer: $0.destination.accepted) }, engine)
    for ((defect, _), outcomes) in zip(pairs, runs.outcomes) {
      let shown = "\(defect.number): \(defect.elsewhere)"
      let requests = outcomes.flatMap(\.outcome.requests)
      #expect(outcomes.allSatisfy { $0.outcome.thrown == nil }, "\(shown)")
      #expect(requests.isEmpty == defect.expected.isEmpty, "\(shown)")
      for (path, value) in defect.expected {
        let way = [defect.destination.eventPath, path].filter { !$0.isEmpty }
        let found = outcomes.first?.outcome.body?.at(way.joined(separator: "."))
        #expect(found.compactText == value.compactText, "\(shown), \(path)")
      }
    }
  }

  /// The others are no matter of one hit: see the tests below and those of headers, cookies and versions. S16, that the time
  /// is the present one, holds for ours as well: a hit of GA4 names no other.
  @Test func eachDefectHasATest() {
    let elsewhere = ["S10", "S13", "S16", "R13", "L6", "L11"]
    let numbers = Set(PublicDefect.all.map(\.number) + elsewhere)
    let listed =
      (1...14).map { "P\($0)" } + (1...16).map { "S\($0)" } + (1...14).map { "R\($0)" }
      + (1...11).map { "L\($0)" }
    #expect(Set(listed).subtracting(numbers) == [])
  }

  @Test(arguments: [TestedDestination.pinterest, .snapchat, .reddit, .linkedIn])
  func nothingIsReadThatIsNotMapped(_ destination: TestedDestination) throws {
    for container in try destination.containers() {
      for tag in container.version.tags where tag.name.hasPrefix(destination.name) {
        let permission = try container.template(ofTag: tag.name).permissions
          .first { $0.publicID == "read_event_data" }
        #expect(permission?["eventDataAccess"]?.text == "specific")
      }
    }
  }

  /// S13: a token is encoded; S10: a cookie is one that the pixel can read.
  @Test func snapchatsTokenIsEncodedAndItsCookieReadable() throws {
    for container in try TestedDestination.snapchat.containers() {
      let tag = try #require(container.version.tags.first { $0.name.hasPrefix("Snapchat") })
      let code = try container.template(ofTag: tag.name).code
      #expect(code.contains("'?access_token=' + encodeUriComponent(token)"))
    }
    for outcome in try TestedDestination.snapchat.outcomes([.landing("ScCid=a")])[0] {
      #expect(outcome.cookies.first?.attributes["httponly"] == nil)
      #expect(outcome.cookies.first?.attributes["secure"] != nil)
    }
  }

  /// A tag that has no consent says so: a silent one looks like one that does not fire.
  @Test(arguments: [TestedDestination.pinterest, .snapchat, .reddit, .linkedIn])
  func aMissingSignalOfConsentIsLogged(_ destination: TestedDestination) throws {
    for outcome in try destination.outcomes([.visit], .gated)[0] {
      #expect(outcome.requests.isEmpty)
      #expect(outcome.log.contains { $0.contains("not sent: no consent to ad_storage") })
    }
  }
}
