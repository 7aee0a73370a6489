import Diagnostics
import JSONText
import SandboxedJS
import Simulator
import TagManager
import Testing

struct ReportTests {
  private var container: SmallContainer {
    var container = SmallContainer()
    container.addTrigger("1", event: "other")
    container.addTag(
      "sends", note: "note\u{1B}[1m",
      parameters: [
        .template("url", "https://example.com/?a=1&key=hidden-key"),
        .template("body", #"{"a":[1,{"b":"<i>"}],"t":"hidden-token"}"#),
        .template("api_token", "hidden-token"),
      ])
    container.addTag("waits", firing: ["1"])
    container.addTag("google", parameters: [.template("measurementId", "G-A")]) {
      $0.type = "sgtmgaaw"
    }
    return container
  }

  private func event(_ name: String = "e") throws -> EventResult {
    let hit = IncomingHit(eventData: ["event_name": .string(name)], clientName: "GA4")
    var simulation = Simulation(try ContainerProgram(container.version))
    simulation.recordsVariables = true
    return try simulation.run(hit).events[0]
  }

  @Test("the text tells what was sent, and why the others did not fire")
  func text() throws {
    #expect(
      try event().text(.plain, showsSettings: true)
        == #"""
        e (client 'GA4')
          fired: sends, trigger 'All Events': success
            POST https://example.com/?a=1&key=***
              {
                "a": [
                  1,
                  {
                    "b": "<i>"
                  }
                ],
                "t": "***"
              }
            log: note\u{1B}[1m
            log: 200 
          fired: google, trigger 'All Events': would fire, its code is not known
            measurementId: "G-A"
            note: ""
          not fired: waits, trigger 'trigger 1': {{_event}} equals 'other', but is 'e'
        """#.replacing(
          """
              measurementId: "G-A"
              note: ""
          """,
          with: """
                note: ""
                measurementId: "G-A"
            """))
  }

  @Test("the JSON of an event has the documented members in their order")
  func json() throws {
    let json = try event().json
    #expect(json.object?.members.map(\.key) == ["event", "tags"])
    #expect(
      json["tags"]?.array?[1] == [
        "name": "waits", "fired": false,
        "reason": "trigger 'trigger 1': {{_event}} equals 'other', but is 'e'", "outcome": .null,
        "requests": [], "cookies": [], "logs": [],
      ])
    let sent = json["tags"]?.array?[0]
    #expect(
      sent?.object?.members.map(\.key) == [
        "name", "fired", "reason", "outcome", "requests", "cookies", "logs",
      ])
    #expect(
      sent?["requests"] == [
        [
          "method": "POST", "url": "https://example.com/?a=1&key=***", "headers": [:],
          "body": #"{"a":[1,{"b":"<i>"}],"t":"***"}"#,
        ]
      ])
    #expect(json["tags"]?.array?[2]["settings"] == ["note": "", "measurementId": "G-A"])
  }

  @Test("what is printed for an event can be simulated again")
  func again() throws {
    let first = try event().json
    let event = try #require(first["event"])
    let second = try Simulation(ContainerProgram(container.version)).run(EventCase.hit(event))
    #expect(second.events[0].eventData == (try self.event().eventData))
  }

  @Test("the summary counts what was sent, refused and failed")
  func summary() throws {
    var container = SmallContainer()
    container.addTag("sends", parameters: [.template("url", "https://example.com/")])
    container.addTag("quiet")
    container.addTag("fails", parameters: [.boolean("fails", true)])
    container.addTag("asks") { $0.consentSettings = .needed(["ad_storage"]) }
    let simulation = Simulation(try ContainerProgram(container.version))
    var summary = SimulationSummary()
    for consent in ["G111", "G100", "G100"] {
      summary.add(
        try simulation.run(
          IncomingHit(eventData: ["event_name": "e", "x-ga-gcs": .string(consent)])))
    }
    summary.addDamaged()
    summary.add(try simulation.run(IncomingHit(url: "/other")))
    #expect(!summary.isClean)
    #expect(
      summary.text == """
        5 hits, 3 events, 3 requests, 1 not read, 1 without a client
          sends: fired 3, 3 requests, 0 refused by consent, 0 failed
          quiet: fired 3, 0 requests, 0 refused by consent, 0 failed
          fails: fired 3, 0 requests, 0 refused by consent, 3 failed
          asks: fired 1, 0 requests, 2 refused by consent, 0 failed
        """)
  }

  @Test("settings of tags whose code is not known are shown on demand")
  func settings() throws {
    #expect(!(try event().text(.plain).contains("measurementId")))
  }

  @Test("what logs have beside hits is counted in words, each format once")
  func logs() {
    var summary = SimulationSummary()
    summary.add(.preflight, of: "access log")
    summary.add(.unknownBody, of: "access log")
    summary.add(.unknownBody, of: "CloudFront")
    summary.add(format: "access log", hasUnknownCookies: true)
    summary.add(format: HitLine.ownFormat, hasUnknownCookies: false)
    #expect(summary.isClean)
    #expect(
      summary.text == """
        0 hits, 0 events, 0 requests
          set apart: 1 preflight, 2 POST requests whose events are unknown, as the log has no bodies
          unknown: the cookies of 1 hit, which the log does not have
          read as: access log 3, CloudFront 1
        """)
  }
}
