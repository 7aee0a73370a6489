import CustomTemplate
import SandboxedJS
import Simulator
import TagManager
import Testing

struct TagTests {
  @Test("tags of higher priority run first, also where the priority is a variable")
  func priority() throws {
    var container = SmallContainer()
    container.addTemplate(
      "listing", .tag,
      """
      require('addEventCallback')((id, event) => {
        require('logToConsole')(event.tags.map((tag) => tag.id + tag.status).join(' '));
      });
      data.gtmOnSuccess();
      """)
    container.addEventData("p", "p")
    container.addTag("low", note: "low")
    container.addTag("high") { $0.priority = .integer(nil, 10) }
    container.addTag("fails", parameters: [.boolean("fails", true)]) {
      $0.priority = .template(nil, "{{p}}")
    }
    container.addTag("told") { $0.type = "cvt_1_listing" }
    let tags = try container.run(["event_name": "e", "p": "20"])
    #expect(tags.map(\.name) == ["low", "high", "fails", "told"])
    #expect(tags[3].effects.logs == ["100success 101success 102failure 103success"])
    #expect(tags[2].outcome == .failure)
  }

  @Test("tags in a sequence run before and after, once for each event, and may stop it")
  func sequences() throws {
    var container = SmallContainer()
    container.addTag("setup", firing: [])
    container.addTag("main") {
      $0.setupTags = [SetupTag(tagName: "setup", stopOnSetupFailure: true)]
      $0.teardownTags = [TeardownTag(tagName: "after", stopTeardownOnFailure: true)]
    }
    container.addTag("after", firing: [])
    let tags = try container.run(["event_name": "e"])
    #expect(
      tags.map(\.decision.reason) == [
        "in sequence with tag 'main'", "trigger 'All Events'", "in sequence with tag 'main'",
      ])
    container.version.tags[0].parameters.append(.boolean("fails", true))
    let stopped = try container.run(["event_name": "e"])
    #expect(stopped[0].outcome == .failure)
    #expect(stopped[1].decision.reason == "the tag 'setup', which it waits for, failed")
    #expect(!stopped[2].isFired)
    container.version.tags[1].setupTags[0].stopOnSetupFailure = nil
    #expect(try container.run(["event_name": "e"]).map(\.isFired) == [true, true, true])
  }

  @Test("tags that wait for each other in a circle end")
  func circle() throws {
    var container = SmallContainer()
    container.addTag("a") { $0.setupTags = [SetupTag(tagName: "b")] }
    container.addTag("b") { $0.setupTags = [SetupTag(tagName: "a")] }
    #expect(try container.run(["event_name": "e"]).map(\.isFired) == [true, true])
  }

  @Test("a tag that may fire without limit fires for each sequence")
  func unlimited() throws {
    var container = SmallContainer()
    container.addTag("shared", note: "x", firing: []) { $0.firingOption = .unlimited }
    container.addTag("a") { $0.setupTags = [SetupTag(tagName: "shared")] }
    container.addTag("b") { $0.setupTags = [SetupTag(tagName: "shared")] }
    #expect(try container.run(["event_name": "e"])[0].effects.logs == ["x", "x"])
    container.version.tags[0].firingOption = .oncePerEvent
    #expect(try container.run(["event_name": "e"])[0].effects.logs == ["x"])
  }

  // MARK: Answers, permissions, errors

  /// A destination that the product does not have.
  private static let elsewhere = RequestForm(
    address: "https://events.example.com/", acceptance: .response(body: #"{"ok":true}"#),
    events: "events", name: "name", id: "id", bodyMembers: [], eventMembers: [],
    contents: .init("lines", id: "sku", price: "price", quantity: "count", of: []))

  @Test("hosts answer what the hit says, then what the simulation says, then as on success")
  func answers() throws {
    var container = SmallContainer()
    container.addTag("tag", parameters: [.template("url", "https://events.example.com/x")])
    func log(_ own: [SuppliedAnswer], _ general: [SuppliedAnswer]) throws -> [String] {
      try container.run(["event_name": "e"], answers: own) {
        $0.answers = general
        $0.endpoints = [Self.elsewhere]
      }[0].effects.logs
    }
    let first = SuppliedAnswer(match: "events.example", answer: .response(status: 500, body: "no"))
    let second = SuppliedAnswer(answer: .timedOut)
    #expect(try log([first], [second]) == ["", "500 no"])
    #expect(
      try log([SuppliedAnswer(match: "other", answer: .failed)], [second]) == ["", "timed_out"])
    #expect(try log([], []) == ["", #"200 {"ok":true}"#])
  }

  @Test("a code may only do what its template declares")
  func permissions() throws {
    var container = SmallContainer()
    container.addTemplate(
      "strict", .tag,
      """
      require('sendHttpRequest')(data.url);
      data.gtmOnSuccess();
      """, permissions: [.sendHTTP(urls: ["https://api.example.com/"])])
    for url in ["https://api.example.com/v1", "https://evil.example.com/"] {
      container.addTag("tag", parameters: [.template("url", url)]) { $0.type = "cvt_1_strict" }
    }
    let tags = try container.run(["event_name": "e"])
    #expect(tags[0].outcome == .success)
    #expect(tags[1].effects.requests.isEmpty)
    guard case .error(let message) = tags[1].outcome else { return #expect(Bool(false)) }
    #expect(message.contains("Prohibited URL 'https://evil.example.com/'"))
  }

  @Test("code that never ends, or is not code, does no harm to other tags")
  func brokenCode() throws {
    var container = SmallContainer()
    container.addTemplate("endless", .tag, "while (true) {}")
    container.addTemplate("broken", .tag, "const = 1;")
    container.addTag("endless") { $0.type = "cvt_1_endless" }
    container.addTag("broken") { $0.type = "cvt_1_broken" }
    container.addTag("whole", note: "x")
    let tags = try container.run(["event_name": "e"]) { $0.limits = RunLimits(steps: 10_000) }
    guard case .error(let message) = tags[0].outcome else { return #expect(Bool(false)) }
    #expect(message.contains("takes more than 10000 steps"))
    #expect(tags[1].outcome == .notSimulated)
    #expect(tags[2].outcome == .success)
  }

  @Test("Google's tag that sends a request sends what its settings say")
  func httpRequest() throws {
    var container = SmallContainer()
    container.addTag(
      "tag",
      parameters: [
        .template("url", "https://example.com/{{Event Name}}"), .template("httpMethod", "post"),
        .table("headers", [["key": "X-A", "value": "{{Client Name}}"]]),
        .template("requestBody", "{{Event Name}}"),
      ]
    ) { $0.type = "http_request" }
    let tag = try container.run(["event_name": "e"])[0]
    #expect(tag.outcome == .success)
    #expect(
      tag.effects.requests == [
        OutgoingRequest(
          url: "https://example.com/e", method: "POST", headers: [NamedText("X-A", "GA4")],
          body: "e")
      ])
  }

  @Test("a tag of Google's would fire, with the settings that it would have")
  func googleTags() throws {
    var container = SmallContainer()
    container.addTag("GA4", parameters: [.template("measurementId", "G-{{Event Name}}")]) {
      $0.type = "sgtmgaaw"
    }
    let tag = try container.run(["event_name": "e"])[0]
    #expect(tag.outcome == .notSimulated)
    #expect(tag.typeName == "Google Analytics: GA4")
    #expect(tag.settings.last?.name == "measurementId")
    #expect(tag.settings.last?.value == "G-e")
  }

  // MARK: Transformations

  private func transformed(
    _ type: String, _ parameters: [Parameter], _ data: ScriptValue,
    affected: [Parameter] = []
  ) throws -> [String] {
    var container = SmallContainer()
    container.version.transformations = [
      Transformation(id: "1", name: "t", type: type, parameters: parameters + affected)
    ]
    container.addTemplate(
      "all", .tag,
      """
      require('logToConsole')(require('JSON').stringify(require('getAllEventData')()));
      data.gtmOnSuccess();
      """)
    container.addTag("first") { $0.type = "cvt_1_all" }
    container.addTag("second") { $0.type = "cvt_1_all" }
    return try container.run(data).map { $0.effects.logs.first ?? "" }
  }

  private let data: ScriptValue = [
    "event_name": "e", "a": 1, "user_data": ["email": "x", "phone": "y"], "x-ga-gcs": "G111",
  ]

  @Test("a transformation allows, takes away or adds parameters, and leaves Google's own alone")
  func transformations() throws {
    #expect(
      try transformed(
        "tf_allow_params",
        [
          .table(
            "allowedParamsTable",
            [["allowedParams": "a"], ["allowedParams": "user_data.phone"]])
        ], data)[0] == #"{"a":1,"x-ga-gcs":"G111","user_data":{"phone":"y"}}"#)
    #expect(
      try transformed(
        "tf_exclude_params",
        [
          .table(
            "excludedParamsTable",
            [
              ["excludedParams": "a"], ["excludedParams": "user_data.email"],
              ["excludedParams": "x-ga-gcs"],
            ])
        ], data)[0] == #"{"event_name":"e","user_data":{"phone":"y"},"x-ga-gcs":"G111"}"#)
    #expect(
      try transformed(
        "tf_augment_event",
        [
          .table(
            "augmentEventTable",
            [
              ["paramName": "a", "paramValue": "{{Event Name}}"],
              ["paramName": "user_data.city", "paramValue": "Paris"],
            ])
        ], data)[0]
        == #"{"event_name":"e","a":"e","user_data":{"email":"x","phone":"y","city":"Paris"},"x-ga-gcs":"G111"}"#
    )
  }

  @Test("a transformation is for the tags that it names, and only where its conditions hold")
  func affectedTags() throws {
    let change: [Parameter] = [
      .table("augmentEventTable", [["paramName": "a", "paramValue": "2"]])
    ]
    let named = Parameter.list(
      "affectedTags", [.map([.tagReference("tagReference", "first", isWeak: false)])])
    func changes(_ affected: [Parameter]) throws -> [Bool] {
      try transformed("tf_augment_event", change, data, affected: affected).map {
        $0.contains(#""a":"2""#)
      }
    }
    #expect(try changes([]) == [true, true])
    #expect(try changes([named]) == [true, false])
    #expect(try changes([named, .boolean("allTagsExcept", true)]) == [false, true])
    let types = Parameter.table("affectedTagTypes", [["tagType": "cvt_1_all"]])
    #expect(try changes([types]) == [true, true])
    func condition(_ pattern: String) -> [Parameter] {
      [
        .boolean("matchingConditionsEnabled", true),
        .table(
          "matchingConditionsTable",
          [
            [
              "variableName": "Event Name", "variableReference": "{{Event Name}}",
              "expressionType": "REGEX", "expressionValue": pattern,
            ]
          ]),
      ]
    }
    #expect(try changes(condition("^e$")) == [true, true])
    #expect(try changes(condition("^x$")) == [false, false])
  }

  @Test("the variables of a tag see the event behind its transformations, those of triggers before")
  func transformedVariables() throws {
    var container = SmallContainer()
    container.version.transformations = [
      Transformation(
        id: "1", name: "t", type: "tf_exclude_params",
        parameters: [.table("excludedParamsTable", [["excludedParams": "a"]])])
    ]
    container.addEventData("a", "a")
    container.addTrigger("1", event: "e", [Condition("{{a}}", .equals, "1")])
    container.addTag("tag", note: "{{a}}", firing: ["1"])
    #expect(try container.run(data)[0].effects.logs == ["undefined"])
  }
}
