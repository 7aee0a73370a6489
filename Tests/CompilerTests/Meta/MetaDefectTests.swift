import JSONText
import SandboxedJS
import Simulator
import TagManager
import TagwrightPlan
import Testing

/// The 56 defects of other server templates: ours has none of them, in any layout and style.
@Suite struct MetaDefectTests {
  private let meta = TestedDestination.meta

  @Test func oursDoesRightWhereOthersGoWrong() throws { try check(in: .native) }

  @Test(.enabled(if: NodeSandbox.isInstalled, "node is not on PATH"))
  func oursDoesRightInAnotherEngine() throws { try check(in: .node) }

  private func check(in engine: ContainerRuns.Engine) throws {
    for isGated in [false, true] {
      // Starting another engine takes long, and nothing is sent behind the gate.
      let containers = try meta.containers(
        isGated ? .gated : .init(), in: engine == .native && !isGated ? nil : [0, 3])
      let defects = MetaDefect.all.filter { $0.isGated == isGated }
      let pairs = defects.flatMap { defect in containers.map { (defect, $0) } }
      let runs = try ContainerRuns(
        pairs.map { .init(container: $1, hit: $0.hit, answer: $0.answer) }, engine)
      for (pair, outcomes) in zip(pairs, runs.outcomes) {
        try Self.check(pair.0, outcomes, pair.1)
      }
    }
  }

  private static func check(
    _ defect: MetaDefect, _ outcomes: [ContainerRuns.TagOutcome], _ container: RunningContainer
  ) throws {
    let shown = "\(defect.number): \(defect.elsewhere)"
    for one in outcomes {
      #expect(one.outcome.thrown == nil, "\(shown)")
      #expect(one.outcome.requests.isEmpty != defect.isSent, "\(shown)")
      #expect(defect.holds(one.outcome), "\(shown)")
      for (path, expected) in defect.expected {
        let found = one.outcome.body?.at("data.0.\(path)")
        #expect(found.compactText == expected.compactText, "\(shown), \(path)")
      }
      #expect(defect.template(try container.template(ofTag: one.tag)), "\(shown)")
    }
    #expect(outcomes.count == (defect.isSent || defect.isGated ? 1 : 0), "\(shown)")
  }

  /// Three are no matter of one run: what the browser's half sends, the failure of one pixel, and consent that nobody has
  /// to declare.
  @Test func eachDefectIsInTheTable() {
    let numbers = Set(MetaDefect.all.map(\.number) + ["F27", "S21", "S24"])
    let expected = (1...30).map { "F\($0)" } + (1...26).map { "S\($0)" }
    #expect(numbers == Set(expected))
  }

  /// F27: user data that the server's tag reads comes from the browser's half, with the consent that the tag asks for.
  @Test func theBrowsersHalfSendsTheUserDataThatTheTagReads() throws {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      Meta(
        pixelID: "1234567890123456", accessToken: .secret("TOKEN"), consent: .required(.adStorage),
        deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        City(.eventData("user_data.address.city"))
        ExternalID(.eventData("user_id"))
      } events: {
        On("generate_lead", send: .lead())
      }
    }
    let web = WebContainer(
      "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sst.example.com",
      pixel: Pixel(.generated))
    let both = try BothContainers(Plan(serverContainers: [server], webContainers: [web]))
    let lead: ScriptValue = [
      "event": "generate_lead", "user_id": "user-4711x",
      "user_data": ["email_address": "alice@example.com", "address": ["city": "Berlin"]],
    ]
    for (consent, isSent) in [("granted", true), ("denied", false)] {
      let visit = BrowserVisit(
        url: "https://www.example.com/", consent: ["ad_storage": .string(consent)], pushes: [lead])
      let requests = both.run(visit).flatMap(\.event.hits).flatMap(\.events).flatMap(\.tags)
        .flatMap(\.effects.requests).filter { $0.url.contains("graph.facebook.com") }
      #expect(requests.count == (isSent ? 1 : 0))
      for request in requests {
        let user = try JSON.read(request.body ?? "").at("data.0.user_data")
        #expect(user?["em"] == [.digest(of: "alice@example.com")])
        #expect(user?["ct"] == [.digest(of: "berlin")])
        #expect(user?["external_id"] == [.digest(of: "user-4711x")])
      }
    }
  }

  /// S21: several pixels are several tags.
  @Test func aFailureOfOnePixelIsNotTheOthers() throws {
    func pixel(_ name: String, _ id: String) -> Meta {
      Meta(
        name, pixelID: id, accessToken: .secret("TOKEN"), consent: .waived(because: "a test"),
        deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        IPAddress()
        UserAgent()
      } events: {
        On("page_view", send: .pageView())
      }
    }
    let container = try RunningContainer(
      Plan(serverContainers: [
        ServerContainer("Test", publicID: "GTM-ABC1234") {
          GA4Client()
          pixel("Meta", "1234567890123456")
          pixel("Meta two", "1234567890123457")
        }
      ])
    ).withTags { tag in
      guard tag.name.hasPrefix("Meta two") else { return }
      for place in tag.parameters.indices where tag.parameters[place].key == "access_token" {
        tag.parameters[place].value = ""
      }
    }
    let outcomes = try ContainerRuns([
      .init(container: container, hit: .visit, answer: meta.accepted)
    ]).outcomes[0].map(\.outcome)
    #expect(outcomes.map(\.successes) == [1, 0])
    #expect(outcomes.map(\.failures) == [0, 1])
    #expect(outcomes[0].body?.at("data.0.event_id") == "id-1")
  }
}
