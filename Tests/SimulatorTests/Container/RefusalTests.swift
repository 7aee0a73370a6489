import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS
import Simulator
import TagManager
import Testing

/// Tags that send nothing for want of consent.
struct RefusalTests {
  private static let types = [
    "ad_storage", "analytics_storage", "ad_user_data", "ad_personalization",
  ]

  /// A tag whose code asks the object `consent_state` for types, and sends only where it grants them all.
  private func container(asking types: [String]) -> SmallContainer {
    var container = SmallContainer()
    container.addTemplate(
      "asks", .tag,
      """
      const getEventData = require('getEventData');
      const sendHttpRequest = require('sendHttpRequest');
      const state = getEventData('consent_state') || {};
      const isGranted = \(types.map { "state['\($0)'] === true" }.joined(separator: " && "));
      if (isGranted) sendHttpRequest('https://example.com/', {method: 'POST'}, '1').then(data.gtmOnSuccess);
      else data.gtmOnSuccess();
      """)
    container.addTag("asks") { $0.type = "cvt_1_asks" }
    return container
  }

  @Test(
    "a tag that its code stopped is refused, with the types that were missing, whichever they are")
  func code() throws {
    for mask in 1..<16 {
      let asked = Self.types.indices.filter { mask >> $0 & 1 == 1 }.map { Self.types[$0] }
      let simulation = Simulation(try ContainerProgram(container(asking: asked).version))
      for state in 0..<16 {
        let granted = Self.types.indices.filter { state >> $0 & 1 == 1 }.map { Self.types[$0] }
        let states = Self.types.map { ScriptValue.Member($0, .boolean(granted.contains($0))) }
        let hit = IncomingHit(eventData: ["event_name": "e", "consent_state": .object(states)])
        let tag = try simulation.run(hit).events[0].tags[0]
        let missing = asked.filter { !granted.contains($0) }
        #expect(
          tag.outcome == (missing.isEmpty ? .success : .refused(missing)), "\(asked) \(granted)")
        #expect(tag.effects.requests.count == (missing.isEmpty ? 1 : 0))
      }
    }
  }

  @Test("a tag that its settings keep from firing is refused, too, and never counted as fired")
  func settings() throws {
    var container = SmallContainer()
    container.addTag("asks", parameters: [.template("url", "https://example.com/")]) {
      $0.consentSettings = .needed(["ad_user_data"])
    }
    let simulation = Simulation(try ContainerProgram(container.version))
    let result = try simulation.run(
      IncomingHit(eventData: ["event_name": "e", "x-ga-gcd": "13t3t3p3t5l1"]))
    let tag = result.events[0].tags[0]
    #expect(tag.outcome == .refused(["ad_user_data"]) && !tag.isFired)
    #expect(tag.json["outcome"] == "refused by consent")
    #expect(tag.json["missingConsent"] == ["ad_user_data"])
    #expect(
      result.events[0].text(.plain).contains(
        "not fired: asks, no consent to 'ad_user_data': refused by consent"))
    var summary = SimulationSummary()
    summary.add(result)
    #expect(summary.text.contains("asks: fired 0, 0 requests, 1 refused by consent, 0 failed"))
  }

  @Test("a tag that sends nothing whatever is granted is a success, and one that fails a failure")
  func others() throws {
    var container = SmallContainer()
    container.addTag("quiet")
    container.addTag("fails", parameters: [.boolean("fails", true)])
    let tags = try container.run(["event_name": "e", "x-ga-gcs": "G100"])
    #expect(tags.map(\.outcome) == [.success, .failure])
  }

  @Test("a tag that consent stopped is refused, whatever would have stopped it otherwise")
  func wouldHaveFailed() throws {
    var container = SmallContainer()
    container.addTemplate(
      "asks", .tag,
      """
      const state = require('getEventData')('consent_state') || {};
      if (state.ad_storage === true) data.gtmOnFailure(); else data.gtmOnSuccess();
      """)
    container.addTag("asks") { $0.type = "cvt_1_asks" }
    func outcome(_ state: ScriptValue) throws -> TagResult.Outcome? {
      try container.run(["event_name": "e", "consent_state": state])[0].outcome
    }
    #expect(try outcome(["ad_storage": false]) == .refused(["ad_storage"]))
    #expect(try outcome(["ad_storage": true]) == .failure)
  }

  @Test("text and JSON say 'refused by consent', never 'success'")
  func words() throws {
    let simulation = Simulation(try ContainerProgram(container(asking: ["ad_user_data"]).version))
    let event = try simulation.run(IncomingHit(eventData: ["event_name": "e"])).events[0]
    #expect(event.text(.plain).contains(": refused by consent, no 'ad_user_data'"))
    #expect(event.tags[0].json["outcome"] == "refused by consent")
  }

  @Test(
    "states that a server derives from 'gcd' grant nothing that 'gcd' does not, unless an update did",
    arguments: [
      ("11l1l1l1l1", false, nil), ("13l3l3l3l1l1", false, nil), ("13t3t3t3t5l1", false, true),
      ("13p3p3p3p5l1", false, false), ("13l3l3l3l1l1", true, true), ("13p3p3p3p5l1", true, false),
      ("", false, nil), ("x", true, true),
    ] as [(String, Bool, Bool?)])
  func derived(_ row: (code: String, isUpdate: Bool, state: Bool?)) {
    let states = ScriptValue.object(Self.types.map { .init($0, true) })
    for place in ["x-ga-gcd", "x-ga-mp2-gcd", "gcd"] {
      let event: ScriptValue = [
        place: .string(row.code),
        "x-sst-system_properties": [
          "gcd": place == "gcd" ? .string(row.code) : .undefined,
          "consent": ["consentGrantedState": states, "isUpdate": .boolean(row.isUpdate)],
        ],
      ]
      for type in Self.types { #expect(ConsentState.of(type, event) == row.state, "\(place)") }
    }
  }

  @Test(
    "the simulator writes a server's states: true where nothing was said, and no signal for that")
  func written() throws {
    for (code, stated, state) in [
      ("13l3l3l3l1l1", true, nil), ("13t3t3t3t5l1", true, true), ("13p3p3p3p5l1", false, false),
    ] as [(String, Bool, Bool?)] {
      let request = try IncomingHit(url: "/g/collect?v=2&en=a&gcd=\(code)&sst.rnd=1").request
      let data = try #require(try EventDataReading().events(of: request).first)
      let consent = data.value(at: "x-sst-system_properties.consent")
      #expect(consent?["consentGrantedState"]?["ad_storage"] == .boolean(stated))
      #expect(consent?["isUpdate"] == false && consent?["updateType"] == "")
      #expect(ConsentState.of("ad_storage", data) == state)
    }
  }
}
