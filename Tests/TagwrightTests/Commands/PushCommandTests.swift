import Compiler
import JSONText
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// Pushes of a page, through both containers of a plan, and what TikTok counts of them.
@Suite struct PushCommandTests {
  private static func plan(
    _ pixel: Pixel.Origin = .generated, at address: String = "https://sgtm.example.com",
    consent: Consent = .required(.adStorage)
  ) -> Plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: consent,
        deduplication: .sharedEventID(
          .eventData("event_id"), purchase: .eventData("transaction_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID(.urlParameter("ttclid"), .cookie("ttclid"), .eventData("ttclid"))
        BrowserID(.cookie("_ttp"), .eventData("ttp"))
        UserAgent()
      } events: {
        On("page_view", send: .pageview())
        On("view_item", send: .viewContent(contents: .items))
        On(
          "add_to_cart",
          send: .addToCart(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items))
        On(
          "purchase",
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items,
            orderID: .eventData("transaction_id")))
        On("generate_lead", send: .lead())
        On("search", send: .search(query: .eventData("search_term")))
      }
    }
    return Plan(
      serverContainers: [server],
      webContainers: [
        WebContainer(
          "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: address, pixel: Pixel(pixel))
      ])
  }

  private static let ecommerce = """
    {"transaction_id": "T-1", "value": 59.98, "currency": "EUR",
     "items": [{"item_id": "SKU-1", "item_name": "Tee", "price": 29.99, "quantity": 2}]}
    """

  /// Every event of the plan; the page view needs no push.
  private static let everything = """
    [{"event": "view_item", "ecommerce": \(ecommerce)}, {"ecommerce": null},
     {"event": "add_to_cart", "ecommerce": \(ecommerce)}, {"ecommerce": null},
     {"event": "purchase", "user_data": {"email_address": "alice@example.com"}, "ecommerce": \(ecommerce)},
     {"event": "generate_lead"}, {"event": "search", "search_term": "tee"}]
    """

  private static func visit(
    _ pushes: String, consent: String? = #""granted""#, now: Double = 1_767_225_600_000
  ) -> String {
    let consent = consent.map { "\"consent\": \($0), " } ?? ""
    return """
      {"url": "https://www.example.com/?ttclid=E.C.P.1", "cookies": {"_ttp": "01A"}, \(consent)"now": \(Int(now)), "pushes": \(pushes)}
      """
  }

  private func push(_ text: String, plan: Plan = Self.plan(), _ more: String...) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "push.json")
    return run(["simulate", "--push", folder.at("push.json")] + more, plan: plan)
  }

  /// The counts of a run: `AddToCart 1`.
  private func counts(_ text: String, plan: Plan = Self.plan()) throws -> [String] {
    let outcome = try push(text, plan: plan, "--format", "json")
    return try outcome.output.split(separator: "\n").flatMap { line in
      let event = try JSON.read(String(line))
      return (event["counts"]?.array ?? []).map {
        "\($0["name"]?.string ?? "") \($0["count"]?.number?.integer ?? -1)"
      }
    }
  }

  @Test(
    "each event of a plan is counted once, whatever page the pixel is on",
    arguments: [
      Pixel.Origin.generated, .installed,
    ])
  func everyEventIsCountedOnce(origin: Pixel.Origin) throws {
    let outcome = try push(Self.visit(Self.everything), plan: Self.plan(origin))
    #expect(outcome.status == .success, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  TikTok counts") }
    #expect(
      lines.map { $0.prefix { $0 != ":" } }
        == [
          "Pageview", "ViewContent", "AddToCart", "Purchase", "Lead", "Search",
        ].map { "  TikTok counts 1 \($0)" })
    for line in lines { #expect(line.contains("pixel and server have the id"), "\(line)") }
  }

  /// Two orders, one after the other.
  private static func orders(_ first: String, _ second: String) -> String {
    let orders = [(first, 1), (second, 9)].map { id, value in
      """
      {"event": "purchase", "ecommerce": {"value": \(value), "currency": "EUR", "transaction_id": "\(id)",
       "items": [{"item_id": "SKU-\(value)", "price": \(value), "quantity": 1}]}}, {"ecommerce": null}
      """
    }
    return "[\(orders.joined(separator: ", "))]"
  }

  @Test("two orders whose number stands for nothing are two, with ids of their own")
  func ordersWithoutNumbers() throws {
    for word in ["undefined", "(not set)", "{{Order ID}}", " NULL "] {
      let text = Self.visit(Self.orders(word, word))
      #expect(try counts(text).filter { $0.hasPrefix("Purchase") } == ["Purchase 1", "Purchase 1"])
      #expect(try push(text).status == .success)
    }
  }

  @Test("two orders under one number are a finding, the same order again is none")
  func ordersUnderOneNumber() throws {
    let outcome = try push(Self.visit(Self.orders("T-1", "T-1")))
    #expect(outcome.status == .finding)
    #expect(
      outcome.output.contains("error: TikTok counts 0 Purchase: another event had the id 'T-1'"))
    #expect(try push(Self.visit(Self.orders("T-1", "T-2"))).status == .success)
  }

  @Test("the request has what the page knew: ids, click, browser, hashed e-mail, items")
  func request() throws {
    let outcome = try push(Self.visit(Self.everything), "--format", "json")
    let events = try outcome.output.split(separator: "\n").map { try JSON.read(String($0)) }
    let purchase = try #require(
      events.first { $0["browser"]?["event"]?["event_name"] == "purchase" })
    let server = purchase["server"]?.array?.first?["events"]?.array?.first
    var bodies: [String] = []
    for tag in server?["tags"]?.array ?? [] {
      if let body = tag["requests"]?.array?.first?["body"]?.string { bodies.append(body) }
    }
    #expect(bodies.count == 1)
    let data = try JSON.read(bodies.first ?? "{}")["data"]?.array?.first
    #expect(data?["event_id"] == "T-1")
    #expect(data?["user"]?["ttclid"] == "E.C.P.1")
    #expect(data?["user"]?["ttp"] == "01A")
    #expect(
      data?["user"]?["email"]
        == "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976")
    #expect(data?["properties"]?["value"]?.number?.double == 59.98)
    var calls: [JSON] = []
    for tag in purchase["browser"]?["tags"]?.array ?? [] { calls += tag["calls"]?.array ?? [] }
    let options: JSON = ["pixel_code": "D6AP4E3C77U3L7SP8O7G", "event_id": "T-1"]
    #expect(calls.last?["function"] == "ttq.track")
    #expect(calls.last?["arguments"]?.array?.last == options)
  }

  @Test("without consent nothing is counted; where nothing is said of it, the pixel alone")
  func consent() throws {
    #expect(try counts(Self.visit(Self.everything, consent: #""denied""#)).isEmpty)
    let update = #"[["consent", "update", {"ad_storage": "granted"}], {"event": "search"}]"#
    #expect(try counts(Self.visit(update, consent: #""denied""#)).last == "Search 1")
    let unsaid = try push(Self.visit(#"[{"event": "search"}]"#, consent: nil))
    #expect(unsaid.output.contains("TikTok counts 1 Search: it comes from the pixel alone"))
    let waived = Self.plan(consent: .required(.adStorage, whenMissing: .granted))
    let shared = try push(Self.visit(#"[{"event": "search"}]"#, consent: nil), plan: waived)
    #expect(shared.output.contains("TikTok counts 1 Search: pixel and server"))
  }

  @Test("an order that is reported again is dropped for 48 hours")
  func reload() throws {
    let purchase = "[{\"event\": \"purchase\", \"ecommerce\": \(Self.ecommerce)}]"
    let start = 1_767_225_600_000.0
    for (minutes, again) in [(1.0, 0), (10, 0), (47 * 60, 0), (49 * 60, 1)] {
      let visits = [start, start + minutes * 60_000].map { Self.visit(purchase, now: $0) }
      let counts = try counts("[\(visits.joined(separator: ","))]")
      // Page views have ids of their own.
      #expect(
        counts == ["Pageview 1", "Purchase 1", "Pageview 1", "Purchase \(again)"], "\(minutes)")
    }
  }

  /// The plan's containers as files, the web container's text changed.
  private func folder(_ change: (String) -> String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in Compilation(Self.plan(), name: "Shop").files
    where file.path.hasSuffix("container.json") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      try folder.write(file.path.hasPrefix("web") ? change(text) : text, to: file.path)
    }
    try folder.write(Self.visit(Self.everything), to: "push.json")
    return folder
  }

  @Test("other names, pixels and ids are counted twice, with the reason")
  func twice() throws {
    let cases: [(old: String, new: String, text: String)] = [
      (
        "\"value\": \"Search\"", "\"value\": \"search\"",
        "TikTok counts 2 search and Search: the pixel calls it 'search', the server 'Search'"
      ),
      (
        "\"value\": \"D6AP4E3C77U3L7SP8O7G\"", "\"value\": \"D8KU48BC77U7CO3SHUSG\"",
        "TikTok counts 2 Search: the pixel is 'D8KU48BC77U7CO3SHUSG', the server sends to 'D6AP4E3C77U3L7SP8O7G'"
      ),
      (
        "const given = own(filled(order));",
        "const given = own(filled(order)) || '' + generateRandom(1, 1000000000);",
        "TikTok counts 2 Search: the id of the pixel is '"
      ),
    ]
    for (old, new, text) in cases {
      let folder = try folder { whole in
        #expect(whole.contains(old), "\(old)")
        return whole.replacing(old, with: new)
      }
      let files = [
        "--web", folder.at("web-container.json"), "--container", folder.at("server-container.json"),
      ]
      let outcome = run(["simulate", "--push", folder.at("push.json")] + files)
      #expect(outcome.status == .finding)
      #expect(outcome.output.contains("  error: \(text)"), "\(outcome.output)")
      let contract = run(
        ["contract", folder.at("web-container.json"), folder.at("server-container.json")])
      #expect(contract.status == .finding)
    }
  }

  @Test("a hit that cannot be read is told with its event, and ends nothing")
  func strangeServer() throws {
    let folder = try folder {
      $0.replacing("https://sgtm.example.com", with: "ftp://sgtm.example.com")
    }
    let files = [
      "--web", folder.at("web-container.json"), "--container", folder.at("server-container.json"),
    ]
    let outcome = run(["simulate", "--push", folder.at("push.json")] + files)
    #expect(outcome.status == .finding)
    #expect(outcome.output.contains("error: the server cannot read the hit: "))
    #expect(outcome.output.contains("TikTok counts 1 Purchase: it comes from the pixel alone"))
  }

  @Test(
    "a hit for another site leaves its cookies behind; the GA4 parameter brings '_ttp' all the same"
  )
  func otherSite() throws {
    let outcome = try push(
      Self.visit(#"[{"event": "search"}]"#), plan: Self.plan(at: "https://sgtm.example.net"))
    #expect(outcome.output.contains("\"ttp\": \"01A\""))
    #expect(outcome.output.contains("TikTok counts 1 Search"))
  }

  @Test("as a page for a browser, the counts stand with the event")
  func html() throws {
    let hostile = Self.everything.replacing("\"tee\"", with: "\"<b>tee\"")
    let outcome = try push(Self.visit(hostile), "--format", "html")
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("TikTok counts 1 Purchase: pixel and server have the id"))
    #expect(outcome.output.contains("ttq.track(\\\"Purchase\\\""))
    #expect(!outcome.output.contains("<b>tee"))
  }

  @Test("what cannot be simulated is refused")
  func refusals() throws {
    #expect(try push("{").status == .failure)
    #expect(try push("[5]").errors.contains("a push is an object"))
    #expect(run(["simulate", "--push", "/nowhere.json"]).status == .failure)
    let both = try push("{}", "--hit", "v=2&en=search")
    #expect(both.status == .failure && both.errors.contains("'--push' makes its own hits"))
    let half = try push("{}", "--container", "x.json")
    #expect(half.status == .failure && half.errors.contains("both '--web' and '--container'"))
    let none = try push("{}", plan: SmallPlan().plan)
    #expect(none.status == .failure && none.errors.contains("declares no web container"))
    let folder = try folder { $0 }
    let server = folder.at("server-container.json")
    let swapped = run(
      ["simulate", "--push", folder.at("push.json"), "--web", server, "--container", server])
    #expect(swapped.status == .failure && swapped.errors.contains("not for web pages"))
  }

  @Test(
    "a data layer as a browser prints it is read: commands in both forms, Tag Manager's own events once"
  )
  func dump() throws {
    let refusal = [
      #"["consent", "default", {"ad_storage": "denied"}]"#,
      #"{"0": "consent", "1": "default", "2": {"ad_storage": "denied"}}"#,
    ]
    for command in refusal {
      let dump = """
        [\(command), {"gtm.start": 1, "event": "gtm.js", "gtm.uniqueEventId": 1}, null, "text", 7,
         {"event": "gtm.dom"}, {"event": "search", "search_term": "tee"}, {"event": "gtm.load"}]
        """
      let outcome = try push(dump, "--format", "json")
      let names = try outcome.output.split(separator: "\n").map {
        try JSON.read(String($0))["browser"]?["event"]?["event_name"]?.string ?? ""
      }
      #expect(names.count { $0 == "gtm.js" } <= 1 && names.contains("search"), "\(names)")
      #expect(try counts(dump).isEmpty, "refused: \(command)")
      for number in [3, 4, 5] {
        #expect(outcome.errors.contains("note: push \(number) is left out"), "\(outcome.errors)")
      }
    }
    let event =
      #"[{"0": "consent", "1": "default", "2": {"ad_storage": "granted"}}, {"event": "gtm.js"}, {"0": "event", "1": "search", "2": {}}]"#
    #expect(try counts(event) == ["Pageview 1", "Search 1"])
  }

  @Test("the counts of a visit stand in a summary")
  func summary() throws {
    let outcome = try push(Self.visit(Self.everything), "--format", "summary")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("browser: "), "\(outcome.output)")
    #expect(
      outcome.output.contains("\nserver: ")
        && outcome.output.contains("\nTikTok Purchase: counted 1\n"))
  }

  @Test("misspelt members and events are named with what was meant")
  func misspelt() throws {
    let wrong = try push(#"{"url": "https://www.example.com/", "push": []}"#)
    #expect(wrong.status == .failure)
    #expect(wrong.errors.contains("a visit has no 'push'; did you mean 'pushes'?"))
    let key = try push(#"{"cookie": {"a": "b"}, "pushes": []}"#)
    #expect(key.errors.contains("a visit has no 'cookie'; did you mean 'cookies'?"))
    let name = try push(#"[{"event": "serch"}]"#)
    #expect(name.errors.contains("push 1: no trigger waits for 'serch'; did you mean 'search'?"))
  }
}
