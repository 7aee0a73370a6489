import CustomTemplate
import JSONText
import SandboxedJS
import Simulator
import TagManager
import Testing

/// When the tags of a page fire, and what they leave there.
@Suite struct PageTagTests {
  private func fired(_ page: SmallPage, _ visit: BrowserVisit) throws -> [String] {
    try page.run(visit).flatMap { event in
      event.page.tags.filter(\.isFired).map { "\(event.page.eventName): \($0.name)" }
    }
  }

  @Test("Tag Manager's own events come first, each for its triggers")
  func stages() throws {
    var page = SmallPage()
    page.addTag("consent", "html", firing: [ReservedTrigger.consentInitialization.id])
    page.addTag("pages", "html", firing: [ReservedTrigger.allPages.id])
    for (id, type) in [("11", TriggerType.pageview), ("12", .domReady), ("13", .windowLoaded)] {
      page.version.triggers.append(
        Trigger(
          id: id, name: id, type: type, filters: [Condition("{{Page Path}}", .startsWith, "/a")]))
      page.addTag("on \(id)", "html", firing: [id])
    }
    page.addTag("once", "html", firing: ["1"]) { $0.firingOption = .oncePerLoad }
    let all = try fired(
      page,
      BrowserVisit(url: "https://www.example.com/a", pushes: [["event": "e"], ["event": "e"]]))
    #expect(
      all == [
        "gtm.init_consent: consent", "gtm.init: Google tag", "gtm.js: pages", "gtm.js: on 11",
        "gtm.dom: on 12", "gtm.load: on 13", "e: Event", "e: once", "e: Event",
      ])
    let elsewhere = try fired(page, BrowserVisit(url: "https://www.example.com/b"))
    #expect(elsewhere == ["gtm.init_consent: consent", "gtm.init: Google tag", "gtm.js: pages"])
  }

  @Test("a tag that waits for consent fires if there is consent, or nothing was said")
  func consent() throws {
    for (consent, fires) in [
      ("granted", true), ("denied", false), (nil, true),
    ] as [(String?, Bool)] {
      var page = SmallPage()
      page.addTag("pixel", "html") { $0.consentSettings = .needed(["ad_storage"]) }
      var visit = BrowserVisit(pushes: [["event": "e"]])
      if let consent { visit.consent = ["ad_storage": .string(consent)] }
      #expect(try fired(page, visit).contains("e: pixel") == fires, "\(consent as Any)")
    }
  }

  @Test("a template that asks for consent itself and does nothing without it was refused")
  func consentInCode() throws {
    var page = SmallPage()
    page.addTemplate(
      "9", .tag,
      """
      if (require('isConsentGranted')('ad_storage')) require('callInWindow')('pixel.track', 'Lead');
      data.gtmOnSuccess();
      """,
      [
        .readConsent(types: ["ad_storage"]),
        .accessGlobals([.init("pixel.track", executes: true)]),
      ])
    page.addTag("pixel", "cvt_1_9")
    for (consent, outcome) in [
      ("granted", TagResult.Outcome.success), ("denied", .refused(["ad_storage"])),
    ] {
      let events = try page.run(
        BrowserVisit(consent: ["ad_storage": .string(consent)], pushes: [["event": "e"]]))
      let tag = events.last?.page.tags.first { $0.name == "pixel" }
      #expect(tag?.outcome == outcome, "\(consent)")
      #expect(tag?.effects.calls.count == (consent == "granted" ? 1 : 0))
    }
  }

  @Test("pushes are merged as Google's helper merges them")
  func merging() throws {
    let cases: [([ScriptValue], ScriptValue?)] = [
      ([["a": ["b": 1]], ["a": ["c": 2]]], ["b": 1, "c": 2]),
      ([["a": ["b": 1]], ["a": .null]], .null),
      ([["a": ["b": 1]], ["a": .null], ["a": ["c": 2]]], ["c": 2]),
      ([["a": [1, 2, 3]], ["a": [4]]], [4, 2, 3]),
      ([["a": [["x": 1], ["x": 2]]], ["a": [["y": 3]]]], [["x": 1, "y": 3], ["x": 2]]),
      ([["a.b": 1], ["a.c": 2]], ["b": 1, "c": 2]),
      ([["a": 1], ["a": ["b": 1]]], ["b": 1]),
      ([["event", "x", ["a": 1]]], nil),
      ([["b": 1]], nil),
    ]
    for (pushes, expected) in cases {
      var page = SmallPage()
      page.addTemplate(
        "1", .tag,
        "const read = require('copyFromDataLayer');\nrequire('callInWindow')('pixel.track', read('a'));\ndata.gtmOnSuccess();",
        [.readDataLayer(keys: ["a"]), Self.track])
      page.addTag("reads", "cvt_1_1")
      let calls = try page.run(BrowserVisit(pushes: pushes + [["event": "e"]]))
        .flatMap(\.page.tags).flatMap(\.effects.calls)
      #expect(calls.first?.arguments.first == (expected ?? .undefined), "\(pushes)")
    }
  }

  private static let track = TemplatePermission.accessGlobals([
    .init("pixel.track", executes: true)
  ])

  @Test("a random variable is another one for each tag, one that is kept in the window is not")
  func ids() throws {
    let kept = """
      const random = require('generateRandom');
      const copy = require('copyFromWindow');
      if (!copy('id')) require('setInWindow')('id', 'n' + random(1, 1000000));
      return copy('id');
      """
    let cases: [(String, isShared: Bool)] = [
      ("return 'n' + require('generateRandom')(1, 1000000);", false), (kept, true),
    ]
    for (code, isShared) in cases {
      var page = SmallPage([("event_id", "{{id}}")])
      page.addTemplate(
        "1", .variable, code, [.accessGlobals([.init("id", reads: true, writes: true)])])
      page.addVariable("id", "cvt_1_1", [])
      page.addTag("html", "html", [.template("html", "<script>pixel.track({{id}});</script>")])
      let event = try #require(try page.run(BrowserVisit(pushes: [["event": "e"]])).last)
      let called = try #require(event.page.tags.flatMap(\.effects.calls).first?.arguments.first)
      let sent = try #require(event.hits.first?.events.first?.eventData["event_id"])
      #expect((called == sent) == isShared, "\(called) \(sent)")
    }
  }

  @Test("a custom script that makes an id of chance has two, although it needs a browser")
  func randomScript() throws {
    var page = SmallPage([("event_id", "{{id}}"), ("again", "{{id}}")])
    page.addVariable(
      "id", "jsm",
      [.template("javascript", "function() { return crypto.randomUUID().replace(/-/g, ''); }")])
    page.addTag("html", "html", [.template("html", "<script>pixel.track('{{id}}');</script>")])
    let event = try #require(try page.run(BrowserVisit(pushes: [["event": "e"]])).last)
    let called = try #require(event.page.tags.flatMap(\.effects.calls).first?.arguments.first)
    #expect(event.hits.first?.events.first?.eventData["event_id"] != called)
    let logs = event.page.tags.map(\.effects.logs).joined()
    #expect(logs.contains { $0.contains("a new value each time") })
  }

  @Test("custom HTML calls what the page has, with values as text or as they are")
  func html() throws {
    let cases: [(String, [ScriptValue]?)] = [
      (
        "<script>pixel.track('A', {v: {{v}}}, {id: '{{id}}'});</script>",
        ["A", ["v": 5], ["id": "x'y"]]
      ),
      (
        "<p></p><script type=\"text/javascript\">\npixel.track({{none}}, {{id}});\n</script>",
        [.undefined, "x'y"]
      ),
      ("<script>!function(w) { w.x = new Y(); }(window);</script>", nil),
      ("<p>Hello</p>", []),
    ]
    for (html, arguments) in cases {
      var page = SmallPage()
      for key in ["v", "id", "none"] { page.addVariable(key, "v", [.template("name", key)]) }
      page.addTag("html", "html", [.template("html", html)])
      let visit = BrowserVisit(pushes: [["event": "e", "v": 5, "id": "x'y"]])
      let tag = try #require(try page.run(visit).last?.page.tags.last)
      #expect(tag.outcome == (arguments == nil ? .notSimulated : .success), "\(html)")
      var called = tag.effects.calls.first?.arguments ?? []
      while let last = called.last, last == .undefined { called.removeLast() }
      #expect(called == arguments ?? [], "\(html)")
    }
  }

  @Test("what is no visit is refused with a reason")
  func reading() throws {
    let wrong = [
      "5": "a push is an object", "[]": "there is no push", "[5]": "a push is an object",
      #"{"pushes": 5}"#: "whose 'pushes' are a list",
      #"{"pushes": [], "page": 1}"#: "a visit has no 'page'",
      #"{"pushes": [], "url": "x"}"#: "is not an address",
      #"{"pushes": [], "url": 5}"#: "'url' is a text",
      #"{"pushes": [], "cookies": []}"#: "'cookies' is an object",
      #"{"pushes": [], "cookies": {"a": []}}"#: "the values of 'cookies' are texts",
      #"{"pushes": [], "consent": "yes"}"#: "'consent' is",
      #"{"pushes": [], "consent": {"ad_storage": true}}"#: "'consent' is",
      #"{"pushes": [], "now": "soon"}"#: "'now' is a number",
      #"[{"pushes": []}, {"event": "e"}]"#: "a visit is an object",
    ]
    for (text, message) in wrong {
      let json = try JSON.read(text)
      #expect {
        try BrowserVisit.visits(json)
      } throws: { error in
        "\(error)".contains(message)
      }
    }
    #expect(try BrowserVisit.visits(try JSON.read(#"{"event": "e"}"#)).map(\.pushes.count) == [1])
    #expect(
      try BrowserVisit.visits(try JSON.read(#"["consent", "update", {}]"#)).map(\.pushes.count) == [
        1
      ])
    #expect(
      try BrowserVisit.visits(try JSON.read(#"[{"pushes": [{}, {}]}, {"pushes": []}]"#))
        .map(\.pushes.count) == [2, 0])
  }

  @Test(
    "a word that a page pushes, and that is nearly one that Tag Manager follows, is named",
    arguments: [
      (#"{"evnt": "purchase"}"#, ["push 1: 'evnt' is not an event; did you mean 'event'?"]),
      (
        #"[["consnt", "update", {}]]"#,
        ["push 1: 'consnt' is not a command; did you mean 'consent'?"]
      ),
      (
        #"[{"event": "a"}, ["consent", "updat", {}]]"#,
        ["push 2: 'updat' changes no consent; did you mean 'update'?"]
      ),
      (
        #"["consent", "default", {"ad_storrage": "denied", "analytics_storage": "yes"}]"#,
        [
          "push 1: 'ad_storrage' is not a type of consent; did you mean 'ad_storage'?",
          "push 1: 'yes' is not a state of consent: write 'granted' or 'denied'",
        ]
      ),
      (
        #"{"0": "consent", "1": "updat", "2": {"ad_storage": "granted"}}"#,
        ["push 1: 'updat' changes no consent; did you mean 'update'?"]
      ),
      (
        #"["consent", "default", {"ad_storage": "denied", "wait_for_update": 500, "region": ["DE"]}]"#,
        []
      ),
      (#"[{"event": "purchase", "even": "x"}, {"ecommerce": null}, ["set", {"a": 1}]]"#, []),
    ] as [(String, [String])])
  func misspeltWordsAreNamed(_ row: (text: String, notes: [String])) throws {
    let visits = try BrowserVisit.visits(try JSON.read(row.text))
    #expect(visits.flatMap(\.notes) == row.notes)
  }

  @Test func aVisitsConsentHasNoMisspeltType() throws {
    let json = try JSON.read(#"{"pushes": [], "consent": {"ad_storrage": "granted"}}"#)
    #expect {
      try BrowserVisit.visits(json)
    } throws: { error in
      "\(error)" == "'consent' has no 'ad_storrage'; did you mean 'ad_storage'?"
    }
  }
}
