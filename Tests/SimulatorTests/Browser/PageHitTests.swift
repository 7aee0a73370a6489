import SandboxedJS
import Simulator
import TagManager
import Testing

/// What a page's pushes become on the way to the server.
@Suite struct PageHitTests {
  private static func variables(_ page: inout SmallPage) {
    page.addVariable("dl", "v", [.template("name", "a.b")])
    page.addVariable(
      "fallback", "v",
      [
        .template("name", "none"), .boolean("setDefaultValue", true),
        .template("defaultValue", "default"),
      ])
    page.addVariable("cookie", "k", [.template("name", "c"), .boolean("decodeCookie", true)])
    page.addVariable("raw cookie", "k", [.template("name", "c"), .boolean("decodeCookie", false)])
    page.addVariable(
      "query", "u", [.template("component", "QUERY"), .template("queryKey", "ttclid")])
    page.addVariable("host", "u", [.template("component", "HOST"), .boolean("stripWww", true)])
    page.addVariable("path", "u", [.template("component", "PATH")])
    page.addVariable("referrer path", "f", [.template("component", "PATH")])
    page.addVariable("constant", "c", [.template("value", "fixed")])
    page.addVariable(
      "table", "smm",
      [
        .template("input", "{{dl}}"),
        .list("map", [.map([.template("key", "deep"), .template("value", "found")])]),
      ])
    page.addVariable(
      "script", "jsm", [.template("javascript", "function() { return {{dl}} + '!'; }")])
    page.addVariable(
      "browser", "jsm", [.template("javascript", "function() { return document.title; }")])
  }

  @Test("each kind of variable has the value that a browser would give it")
  func values() throws {
    let cases: [(String, String?)] = [
      ("{{dl}}", "deep"), ("{{fallback}}", "default"), ("{{cookie}}", "x y"),
      ("{{raw cookie}}", "x%20y"), ("{{query}}", "E.C.P"), ("{{host}}", "example.com"),
      ("{{path}}", "/checkout"), ("{{referrer path}}", "/cart"), ("{{constant}}", "fixed"),
      ("{{table}}", "found"), ("{{script}}", "deep!"), ("{{browser}}", nil), ("{{Event}}", "e"),
      ("{{Page URL}}", "https://www.example.com/checkout?ttclid=E.C.P"), ("{{none}}", nil),
      ("{{dl}} and {{constant}}", "deep and fixed"),
    ]
    var page = SmallPage(cases.enumerated().map { ("p\($0)", $1.0) })
    Self.variables(&page)
    let visit = BrowserVisit(
      url: "https://www.example.com/checkout?ttclid=E.C.P",
      referrer: "https://www.example.com/cart", cookies: [NamedText("c", "x%20y")],
      pushes: [["event": "e", "a": ["b": "deep"]]])
    let data = try #require(try page.eventData(visit))
    for (index, (text, expected)) in cases.enumerated() {
      #expect(data["p\(index)"]?.text == expected, "\(text)")
    }
    #expect(data["page_location"]?.text == visit.url)
    #expect(data["page_referrer"]?.text == visit.referrer)
  }

  @Test("ecommerce, user data and parameters of every type arrive as they were pushed")
  func roundTrip() throws {
    var page = SmallPage(
      ecommerce: true,
      [("user_data", "{{user}}"), ("user_id", "{{id}}"), ("n", "{{number}}"), ("t", "{{truth}}")])
    for (name, key) in [("user", "user_data"), ("id", "user_id"), ("number", "n"), ("truth", "t")] {
      page.addVariable(name, "v", [.template("name", key)])
    }
    let items: ScriptValue = [
      ["item_id": "S~1", "item_name": "Tee ~~ é", "price": 29.99, "quantity": 2],
      ["item_id": "2", "item_category": "A", "item_category5": "B", "size": "L", "colour": "r~"],
    ]
    let user: ScriptValue = [
      "email_address": "alice+x@example.com", "address": ["city": "Köln", "postal_code": "50667"],
    ]
    let data = try #require(
      try page.eventData(
        BrowserVisit(pushes: [
          [
            "event": "e", "user_data": user, "user_id": "u 1", "n": 0, "t": true,
            "ecommerce": [
              "value": 59.98, "currency": "EUR", "transaction_id": "T&1", "coupon": "",
              "items": items,
            ],
          ]
        ])))
    #expect(data["items"] == items)
    #expect(data["user_data"] == user)
    #expect(data["user_id"] == "u 1")
    #expect(data["value"] == 59.98)
    #expect(data["currency"] == "EUR")
    #expect(data["transaction_id"] == "T&1")
    #expect(data["coupon"] == nil)
    #expect(data["n"] == 0)
    #expect(data["t"] == "true")
  }

  @Test("whatever the defaults and updates of consent, the server reads what the page knows")
  func consent() throws {
    let states: [ScriptValue?] = [nil, "granted", "denied"]
    for type in ["ad_storage", "analytics_storage", "ad_user_data"] {
      for initial in states {
        for update in states {
          var visit = BrowserVisit()
          if let initial { visit.consent = .object([.init(type, initial)]) }
          if let update {
            visit.pushes.append(["consent", "update", .object([.init(type, update)])])
          }
          visit.pushes.append(["event": "e"])
          let data = try #require(try SmallPage().eventData(visit))
          let expected = (update ?? initial).map { $0 == "granted" }
          #expect(
            ConsentState.of(type, data) == expected, "\(type) \(initial as Any) \(update as Any)")
          // Without consent mode there is no 'gcs'.
          #expect((data["x-ga-gcs"] == nil) == (initial == nil && update == nil))
        }
      }
    }
  }

  @Test("cookies go along where the server belongs to the site")
  func cookies() throws {
    for (address, arrives) in [
      ("https://sgtm.example.com", true), ("https://sgtm.example.com/", true),
      ("https://example.com/metrics", true), ("https://sgtm.example.net", false),
    ] {
      let events = try SmallPage(serverURL: address).run(
        BrowserVisit(cookies: [NamedText("_ttp", "01A")], pushes: [["event": "e"]]))
      let request = try #require(events.last?.hits.first)
      #expect(request.clientName == "GA4", "\(address)")
      #expect(request.request.url.hasPrefix(address), "\(address)")
      let tags = request.events.flatMap(\.tags)
      #expect(
        tags.flatMap(\.effects.requests).map(\.url)
          == ["https://example.org/\(arrives ? "01A" : "undefined")"], "\(address)")
    }
  }

  @Test("a Google tag without a server, or none at all, sends nothing there")
  func noServer() throws {
    let direct = try SmallPage(serverURL: nil).run(BrowserVisit(pushes: [["event": "e"]]))
    let requests = direct.flatMap(\.page.tags).flatMap(\.effects.requests)
    #expect(
      requests.map { String($0.url.prefix(44)) } == ["https://www.google-analytics.com/g/collect?v"]
    )
    #expect(direct.allSatisfy { $0.hits.isEmpty })
    var page = SmallPage()
    page.version.tags.removeFirst()
    #expect(try page.run(BrowserVisit(pushes: [["event": "e"]])).allSatisfy { $0.hits.isEmpty })
  }

  @Test("the same visit gives the same hits, to the byte")
  func repeatable() throws {
    let visit = BrowserVisit(pushes: [["event": "e"], ["event": "e"]])
    func addresses() throws -> [String] {
      try SmallPage().run(visit).flatMap(\.hits).map(\.request.url)
    }
    #expect(try addresses() == addresses())
    #expect(Set(try addresses()).count == 2)
  }
}
