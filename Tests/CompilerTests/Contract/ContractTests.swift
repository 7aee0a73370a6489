import Compiler
import Diagnostics
import JSONText
import TagManager
import TagwrightPlan
import Testing

/// What the contract says of pairs of containers: generated ones agree; broken ones are found out.
@Suite struct ContractTests {
  /// Both halves of a plan.
  struct Halves {
    var web: ContainerVersion
    var server: ContainerVersion

    /// Those of the usual plan, compiled once.
    private static let usual = Result { try Halves(WebPlan()) }

    init() throws { self = try Self.usual.get() }

    init(web: ContainerVersion, server: ContainerVersion) {
      self.web = web
      self.server = server
    }

    init(_ plan: WebPlan) throws {
      func version(_ path: String) throws -> ContainerVersion {
        let json = try JSON.read(Array(plan.text(path).utf8), file: path)
        return try ContainerExport(json: json, form: .export).version
      }
      web = try version("web-container.json")
      server = try version("server-container.json")
    }

    var findings: [ContractFinding] { Contract(web: web, server: server).findings }

    /// Each finding as `rule side name`.
    var shown: [String] { findings.map { "\($0.rule) \($0.side.rawValue) \($0.name)" } }

    /// Changes the parameter of a tag, or of the variable of a template that has it for the server's tags; `nil` takes it
    /// away.
    mutating func set(_ key: String, _ value: String?, of name: String, onServer: Bool = false) {
      var tags = onServer ? server.tags : web.tags
      let fields = tags.first { $0.name == name }?.parameters ?? []
      if onServer, !fields.contains(where: { $0.key == key }),
        let place = server.variables.firstIndex(where: { variable in
          variable.parameters.contains { $0.key == key }
            && fields.contains { $0.value == "{{\(variable.name)}}" }
        })
      {
        server.variables[place].parameters.removeAll { $0.key == key }
        if let value { server.variables[place].parameters.append(.template(key, value)) }
        return
      }
      for index in tags.indices where tags[index].name == name {
        tags[index].parameters.removeAll { $0.key == key }
        if let value { tags[index].parameters.append(.template(key, value)) }
      }
      if onServer { server.tags = tags } else { web.tags = tags }
    }

    /// Changes the row of a GA4 tag's settings, or of a pixel tag's tables; `nil` takes it away.
    mutating func setRow(
      _ row: String, _ value: String?, of name: String, as other: String? = nil
    ) {
      for index in web.tags.indices where web.tags[index].name == name {
        for place in web.tags[index].parameters.indices {
          let rows = web.tags[index].parameters[place].list
          web.tags[index].parameters[place].list = rows.compactMap { entry in
            guard entry.map.first?.value == row else { return entry }
            guard let value, let first = entry.map.first, let last = entry.map.last else {
              return nil
            }
            return .map([
              .template(first.key, other ?? row), .template(last.key, value),
            ])
          }
        }
      }
    }

    mutating func addVariable(_ name: String, _ type: String, _ parameters: [Parameter]) {
      web.variables.append(
        Variable(id: "9\(web.variables.count)", name: name, type: type, parameters: parameters))
    }
  }

  private static let pixel = "TikTok Purchase (purchase) pixel"
  /// The tags that have one variable for the person's data.
  private static let serverTags = [
    "TikTok Pageview (page_view)", "TikTok Purchase (purchase)", "TikTok Search (search)",
  ]
  private static let serverTag = "TikTok Purchase (purchase)"

  @Test(
    "what is generated from one plan agrees",
    arguments: [Pixel.Origin.generated, .installed, .none])
  func agrees(origin: Pixel.Origin) throws {
    #expect(try Halves(WebPlan(pixel: origin)).shown == [])
  }

  @Test("what is generated agrees in every layout, without consent and without deduplication")
  func variantsAgree() throws {
    #expect(try Halves(WebPlan(layout: .lookupTable)).shown == [])
    #expect(try Halves(WebPlan(sources: .inline)).shown == [])
    #expect(try Halves(WebPlan(layout: .lookupTable, sources: .inline)).shown == [])
    #expect(try Halves(WebPlan(consent: .waived(because: "asked before"))).shown == [])
    #expect(
      try Halves(
        WebPlan(pixel: .none, deduplication: .notNeeded(because: "there is no pixel"))
      ).shown == [])
  }

  // Deduplication.

  @Test("pixel and hit with different ids")
  func differentIDs() throws {
    var halves = try Halves()
    halves.set("event_id", "{{Event id}}", of: Self.pixel)
    #expect(halves.shown == ["different-ids web \(Self.pixel)"])
  }

  @Test(
    "an id that is made anew for each tag, or is the same for several events",
    arguments: [
      ("jsm", "javascript", "function() { return 'id-' + Math.random(); }", "made anew"),
      ("jsm", "javascript", "function() { return crypto.randomUUID(); }", "made anew"),
      ("v", "name", "gtm.uniqueEventId", "same for every visitor"),
      ("k", "name", "_ga", "same for all events"), ("c", "value", "1", "same for every event"),
    ])
  func unsuitableIDs(type: String, key: String, value: String, words: String) throws {
    var halves = try Halves()
    halves.addVariable("uuid", type, [.template(key, value)])
    halves.set("event_id", "{{uuid}}", of: Self.pixel)
    halves.setRow("event_id", "{{uuid}}", of: "GA4 purchase")
    #expect(halves.shown == ["unsuitable-id web uuid"])
    #expect(halves.findings.first?.message.contains(words) == true)
    #expect(halves.findings.first?.severity == .error)
  }

  @Test(
    "an id of several parts with one that is made anew for each tag, or with none that is new",
    arguments: [
      ("jsm", "javascript", "function() { return Math.random(); }", "another one for each tag"),
      ("k", "name", "_ga", "the same for many events"), ("c", "value", "1", "the same for many"),
    ])
  func joinedIDs(type: String, key: String, value: String, words: String) throws {
    var halves = try Halves()
    halves.addVariable("part", type, [.template(key, value)])
    halves.set("event_id", "order-{{part}}", of: Self.pixel)
    halves.setRow("event_id", "order-{{part}}", of: "GA4 purchase")
    #expect(halves.shown == ["unsuitable-id web GA4 purchase"])
    #expect(halves.findings.first?.message.contains(words) == true, "\(halves.findings)")
  }

  @Test("the server adds something to the id that the pixel has")
  func joinedIDOnServer() throws {
    var halves = try Halves()
    let id = halves.server.tags.first { $0.name == Self.serverTag }?.parameters["event_id"]?.value
    halves.set("event_id", "order-\(try #require(id))", of: Self.serverTag, onServer: true)
    #expect(halves.shown == ["different-ids server \(Self.serverTag)"])
    #expect(halves.findings.first?.fix.hasSuffix("alone") == true, "\(halves.findings)")
  }

  @Test(
    "a page is found for a pixel's condition where the server's tag reads something else",
    arguments: [
      "page_location", "page_title", "page_referrer", "page_path", "page_hostname", "language",
    ])
  func brokenServerCondition(path: String) throws {
    var halves = try Halves(
      WebPlan(events: {
        On("generate_lead", where: .eventData(path).contains("danke"), send: .lead())
      }))
    #expect(halves.shown == [])
    for place in halves.server.variables.indices
    where halves.server.variables[place].name == "ed.\(path)" {
      halves.server.variables[place].parameters = [.template("keyPath", "nowhere")]
    }
    let contract = Contract(web: halves.web, server: halves.server)
    #expect(contract.gaps.isEmpty, "\(contract.gaps)")
    #expect(
      contract.findings.contains { $0.event == "generate_lead" && $0.severity == .error },
      "\(contract.findings.map(\.message))")
  }

  @Test("an id that the event before left in the data layer")
  func staleID() throws {
    var halves = try Halves()
    halves.addVariable("dlv event_id", "v", [.template("name", "event_id")])
    halves.set("event_id", "{{dlv event_id}}", of: Self.pixel)
    halves.setRow("event_id", "{{dlv event_id}}", of: "GA4 purchase")
    #expect(halves.shown == ["unsuitable-id web dlv event_id"])
    #expect(halves.findings.first?.severity == .warning)
    #expect(halves.findings.first?.message.contains("the event before it") == true)
  }

  @Test("ids of different page stages are called that, whatever the destination calls its id")
  func differentIDsOfAnyDestination() throws {
    let deduplication = Deduplication.sharedEventID(.eventData("event_id"))
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      Reddit(
        pixelID: "a2_abc123def456", accessToken: .secret("REDDIT_TOKEN"),
        consent: .required(.adStorage), deduplication: deduplication
      ) {
        ExternalID(.eventData("user_id"))
        BrowserID(.cookie("_rdt_uuid"))
        IPAddress()
        UserAgent()
      } events: {
        On("page_view", send: .pageVisit())
      }
    }
    let web = WebContainer(
      "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(.generated))
    var halves = try Halves(WebPlan(Plan(serverContainers: [server], webContainers: [web])))
    halves.web.triggers.append(Trigger(id: "991", name: "dom", type: .domReady))
    halves.change("GA4 page_view") { $0.firingTriggerIDs = ["991"] }
    #expect(halves.shown == ["different-ids web Reddit PAGE_VISIT (page_view) pixel"])
    halves = try Halves(WebPlan(Plan(serverContainers: [server], webContainers: [web])))
    halves.set("pixel_id", "a2_another", of: "Reddit PAGE_VISIT (page_view) pixel")
    #expect(halves.shown == ["different-pixels web Reddit PAGE_VISIT (page_view) pixel"])
  }

  @Test("why hits go past the server is said as it is")
  func pastServer() throws {
    func message(_ change: (inout Halves) -> Void) throws -> String? {
      var halves = try Halves()
      change(&halves)
      return halves.findings.first { $0.rule == "no-server-address" }?.message
    }
    #expect(
      try message { $0.change("Google tag") { $0.paused = true } }?.hasPrefix("the tag is paused")
        == true)
    #expect(
      try message { $0.web.tags.removeAll { $0.type == "googtag" } }?
        .hasPrefix("there is no Google tag") == true)
    #expect(
      try message { $0.set("tagId", "G-OTHER12345", of: "Google tag") }?
        .hasPrefix("the measurement id is not that of 'Google tag'") == true)
    #expect(
      try message { $0.change("Google tag") { $0.firingTriggerIDs = [] } }?
        .hasPrefix("the tag has not fired when 'GA4 ") == true)
    var halves = try Halves()
    halves.server.clients = []
    #expect(
      Contract(web: halves.web, server: halves.server).gaps.contains {
        $0.contains("client: it has none")
      })
  }

  @Test("a server tag for every event is found although the site sends one")
  func everyEvent() throws {
    var halves = try Halves(
      WebPlan(events: { On("generate_lead", send: .lead()) }))
    halves.changeTrigger(of: "TikTok Lead (generate_lead)") {
      $0.customEventFilters = [Condition("{{_event}}", .matchesRegularExpression, ".*")]
    }
    #expect(Set(halves.shown) == ["event-on-one-side server TikTok Lead (generate_lead)"])
    #expect(
      halves.findings.contains { $0.message.contains("for 'user_engagement' (sent by") },
      "\(halves.findings.map(\.message))")
  }

  @Test("conditions on the host and on a cookie of its pages agree")
  func hostsWithCookies() throws {
    let halves = try Halves(
      WebPlan(events: {
        On("page_view", where: .cookie("segment") == "free", send: .pageview())
        On(
          "search", where: .eventData("page_hostname") == "shop.example.com",
          .cookie("segment") == "free", send: .search(query: .eventData("search_term")))
        On(
          "generate_lead", where: .eventData("page_hostname").contains("surf"),
          .cookie("segment") == "free", send: .lead())
        On(
          "sign_up",
          where: .regexTable(
            "Region", of: .eventData("page_hostname"), ["^(de|at)\\.": "dach"], default: "rest",
            matchesWhole: false)
            == "dach", send: .completeRegistration())
      }))
    #expect(halves.shown == [])
    #expect(Contract(web: halves.web, server: halves.server).gaps == [])
  }

  @Test("of a hit that waits for consent the consent is told, not another page stage")
  func consentOfTheHit() throws {
    var halves = try Halves()
    halves.change("GA4 page_view") {
      $0.consentSettings = ConsentSettings(
        status: .needed, types: .list(nil, [.template("analytics_storage")]))
    }
    let finding = halves.findings.first { $0.event == "page_view" }
    #expect(finding?.rule == "consent-differs")
    #expect(
      finding?.fix.hasPrefix("'GA4 page_view' did not fire: no consent to 'analytics_storage'")
        == true)
  }

  @Test("of a paused half it is said that it is paused")
  func paused() throws {
    var halves = try Halves()
    halves.change("TikTok Search (search) pixel") { $0.paused = true }
    #expect(halves.findings.first?.fix.contains("' is paused") == true)
    halves = try Halves()
    halves.change("GA4 search") { $0.paused = true }
    #expect(halves.findings.first?.fix.hasPrefix("'GA4 search' is paused") == true)
    halves = try Halves()
    halves.change("TikTok Search (search)", onServer: true) { $0.paused = true }
    #expect(
      halves.findings.first?.fix.hasPrefix("on the server 'TikTok Search (search)' is paused")
        == true)
  }

  @Test("an id that does not go on to the server")
  func idNotPassedOn() throws {
    var halves = try Halves()
    halves.setRow("event_id", nil, of: "GA4 purchase")
    // The server falls back to the order's number, which is what the pixel sends.
    #expect(halves.shown == [])
    halves.setRow("event_id", nil, of: "GA4 search")
    #expect(halves.shown == ["event-without-id web GA4 search"])
  }

  @Test("an id under another name than the one that the server reads")
  func idUnderAnotherName() throws {
    var halves = try Halves()
    halves.setRow("event_id", "{{Event id}}", of: "GA4 search", as: "eventId")
    #expect(halves.shown == ["event-without-id web GA4 search"])
  }

  @Test("an id among the properties instead of the third argument, in a template and on a page")
  func thirdArgument() throws {
    var halves = try Halves()
    let index = try #require(halves.web.customTemplates.firstIndex { $0.name == "TikTok Pixel" })
    halves.web.customTemplates[index].templateData = halves.web.customTemplates[index].templateData
      .replacing(
        "callInWindow('ttq.track', event, properties, options);",
        with: "callInWindow('ttq.track', event, {event_id: data.event_id});")
    #expect(
      halves.shown.filter { $0.hasPrefix("id-not") }.count == 3, "one for each tag of the template")
    var page = try Halves()
    page.web.tags.removeAll { $0.name == Self.pixel }
    page.web.tags.append(
      Tag(
        id: "1", name: "Pixel in HTML", type: "html",
        parameters: [
          .template(
            "html",
            "<script>ttq.track('Purchase', {value: {{dl.ecommerce.value}}, event_id: '{{Order number as event id}}'});</script>"
          )
        ], firingTriggerIDs: page.web.triggers.filter { $0.name == "purchase" }.map(\.id),
        consentSettings: .needed(["ad_storage"])))
    #expect(page.shown == ["id-not-third-argument web Pixel in HTML"])
    let last = page.web.tags.count - 1
    page.web.tags[last].parameters = [
      .template(
        "html",
        "<script>ttq.track('Purchase', {value: 1}, {event_id: '{{Order number as event id}}'});</script>"
      )
    ]
    #expect(page.shown == [])
  }

  @Test("a server tag without an id, and no id anywhere")
  func serverWithoutID() throws {
    var halves = try Halves()
    for key in ["event_id", "event_id_2"] {
      halves.set(key, nil, of: Self.serverTag, onServer: true)
    }
    #expect(halves.shown == ["event-without-id server \(Self.serverTag)"])
    halves.set("event_id", nil, of: Self.pixel)
    halves.setRow("event_id", nil, of: "GA4 purchase")
    #expect(
      halves.shown == [
        "event-without-id server \(Self.serverTag)", "event-without-id web \(Self.pixel)",
      ])
  }

  @Test("an old name on one side")
  func differentNames() throws {
    var halves = try Halves()
    halves.set("event", "CompletePayment", of: Self.pixel)
    #expect(halves.shown == ["different-event-names web \(Self.pixel)"])
    #expect(
      halves.findings.first?.message.contains("'CompletePayment', the server 'Purchase'") == true)
  }

  @Test("another pixel on one side")
  func differentPixels() throws {
    var halves = try Halves()
    halves.set("pixel_code", "COQDA8RC77U2TMR44LI0", of: Self.pixel)
    #expect(halves.shown == ["different-pixels web \(Self.pixel)"])
  }

  // The pitfalls.

  @Test("each missing link of the chain of the pixel's cookie")
  func browserIDChain() throws {
    var unsent = try Halves()
    unsent.setRow("ttp", nil, of: "GA4 purchase")
    #expect(unsent.shown == [], "the request brings the cookie")
    unsent.set("ttp", nil, of: Self.serverTag, onServer: true)
    #expect(unsent.shown == ["browser-id-chain web GA4 purchase"])
    var other = try Halves()
    other.addVariable("other", "k", [.template("name", "_fbp")])
    other.setRow("ttp", "{{other}}", of: "GA4 purchase")
    other.set("ttp", nil, of: Self.serverTag, onServer: true)
    #expect(other.shown == ["browser-id-chain web GA4 purchase"])
    #expect(other.findings.first?.fix == "let it be {{cookie._ttp}}")
    var refused = try Halves()
    refused.setRow("ttp", "{{cookie._ttp}}", of: "GA4 purchase", as: "_ttp")
    refused.set("ttp", nil, of: Self.serverTag, onServer: true)
    #expect(
      refused.shown == ["browser-id-chain web GA4 purchase", "parameter-name web GA4 purchase"])
    var unmapped = try Halves()
    for key in ["ttp", "ttp_2"] {
      unmapped.set(key, nil, of: Self.serverTag, onServer: true)
    }
    #expect(unmapped.shown == Self.serverTags.map { "browser-id-chain server \($0)" })
  }

  @Test("a digest where a plain value is hashed, on the server, in the hit and at the pixel")
  func hashedTwice() throws {
    var halves = try Halves()
    halves.set("email", "{{ed.user_data.sha256_email_address}}", of: Self.serverTag, onServer: true)
    #expect(halves.shown == Self.serverTags.map { "hashed-twice server \($0)" })
    var pixel = try Halves()
    pixel.addVariable("hashed", "v", [.template("name", "user_data.sha256_email_address")])
    pixel.setRow("email", "{{hashed}}", of: Self.pixel)
    #expect(pixel.shown == ["hashed-twice web \(Self.pixel)"])
    var hit = try Halves()
    hit.addVariable(
      "own digest", "jsm", [.template("javascript", "function() { return sha256(x); }")])
    hit.setRow("user_id", "{{own digest}}", of: "GA4 purchase", as: "user_data.email_address")
    #expect(hit.shown.contains("hashed-twice web GA4 purchase"))
  }

  @Test("a currency that is a sign or a word", arguments: ["$", "dollars", "EURO"])
  func currency(text: String) throws {
    var halves = try Halves()
    halves.setRow("currency", text, of: Self.pixel)
    #expect(halves.shown == ["currency-format web \(Self.pixel)"])
    var server = try Halves()
    server.set("currency", text, of: Self.serverTag, onServer: true)
    #expect(server.shown == ["currency-format server \(Self.serverTag)"])
  }

  @Test("a purchase without value, currency and contents")
  func conversionWithoutValue() throws {
    var halves = try Halves()
    halves.set("sendEcommerceData", "false", of: "GA4 purchase")
    #expect(
      halves.findings.filter { $0.rule == "conversion-without-value" }.map(\.message) == [
        "'purchase' reaches the server without 'contents'",
        "'purchase' reaches the server without 'currency'",
        "'purchase' reaches the server without 'value'",
      ])
    var server = try Halves()
    server.set("value", nil, of: Self.serverTag, onServer: true)
    #expect(server.shown == [], "the template sums the products up")
    server.set("currency", nil, of: Self.serverTag, onServer: true)
    #expect(server.shown == ["conversion-without-value server \(Self.serverTag)"])
  }

  @Test("consent that one side does not ask for")
  func consent() throws {
    var halves = try Halves()
    for index in halves.web.tags.indices where halves.web.tags[index].name == Self.pixel {
      halves.web.tags[index].consentSettings = .notSet
    }
    #expect(halves.shown == ["consent-differs web \(Self.pixel)"])
    let waived = try Halves(WebPlan(consent: .waived(because: "asked before")))
    var bypass = try Halves()
    bypass.server = waived.server
    #expect(bypass.shown.filter { $0.hasPrefix("consent-differs server") }.count == 3)
  }

  @Test("events and values that only one side has")
  func oneSide() throws {
    var unsent = try Halves()
    unsent.web.tags.removeAll { $0.name == "GA4 search" }
    #expect(
      unsent.shown == ["event-on-one-side web TikTok Search (search) pixel"])
    var unmapped = try Halves()
    unmapped.server.tags.removeAll { $0.name == "TikTok Search (search)" }
    #expect(unmapped.shown == ["event-on-one-side web TikTok Search (search) pixel"])
    var quiet = try Halves()
    quiet.web.tags.removeAll { $0.name == Self.pixel }
    #expect(quiet.shown == ["event-on-one-side server \(Self.serverTag)"])
    var value = try Halves()
    value.setRow("search_term", nil, of: "GA4 search")
    #expect(value.shown.allSatisfy { $0 == "parameter-never-sent web GA4 search" })
    #expect(!value.shown.isEmpty)
  }

  @Test("hits that go past the server")
  func noServerAddress() throws {
    var halves = try Halves()
    halves.setRow("server_container_url", nil, of: "Google tag")
    #expect(halves.shown == ["no-server-address web Google tag"])
  }

  @Test("containers of anything else have nothing to say")
  func empty() {
    let contract = Contract(web: ContainerVersion(), server: ContainerVersion())
    #expect(contract.findings.isEmpty && contract.services.isEmpty)
  }

  @Test("every rule says what it asks for, under a name of its own")
  func rules() {
    #expect(ContractRule.all.map(\.id) == Set(ContractRule.all.map(\.id)).sorted())
    for rule in ContractRule.all { #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix(".")) }
    for rule in ContractRule.all { #expect(rule.documentation.hasSuffix(".")) }
  }
}
