import JSONText
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// The proofs over whole plans.
struct ProofTests {
  /// A plan with a shop's events, in one of its layouts.
  private func plan(
    _ layout: Layout = .tagPerEvent, _ sources: SourceStyle = .visible
  ) -> Plan {
    Plan(serverContainers: [
      ServerContainer("Small shop", publicID: "GTM-ABC1234") {
        GA4Client()
        tikTok(layout: layout, sources: sources)
      }
    ])
  }

  /// A plan of one event.
  private func plan(
    consent: Consent = .required(.adStorage),
    deduplication: Deduplication = .sharedEventID(.eventData("event_id")),
    _ mapping: On<TikTok.Event>
  ) -> Plan {
    Plan(serverContainers: [
      ServerContainer("Small shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: consent, deduplication: deduplication
        ) {
          Email(.eventData("user_data.email_address"))
          ClickID(.urlParameter("ttclid"), keptInCookieFor: .days(30))
          BrowserID(.cookie("_ttp"), keptInCookieFor: .days(390))
          UserAgent()
        } events: {
          mapping
        }
      }
    ])
  }

  /// What a proof of a plan finds.
  private func findings(_ plan: Plan) throws -> [String] {
    let outcome = run(["simulate", "--prove", "--format", "json"], plan: plan)
    let json = try JSON.read(outcome.output)
    let findings = (json["findings"]?.array ?? []).map {
      "\($0["proof"]?.string ?? ""): \($0["message"]?.string ?? "")"
    }
    #expect(outcome.status == (findings.isEmpty ? .success : .finding), "\(outcome.errors)")
    #expect(json["silentTags"] == [] && json["notCompared"] == [], "\(outcome.output)")
    return findings
  }

  @Test("every proof holds in every layout and source style, which send the same")
  func everythingHolds() {
    for layout in [Layout.tagPerEvent, .lookupTable] {
      let outcome = run(["simulate", "--prove"], plan: plan(layout, .inline))
      #expect(outcome.status == .success, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("\n2 events in "))
      #expect(outcome.output.hasSuffix("everything holds\n"))
      // What leaves in plain text is listed, not passed over.
      #expect(outcome.output.contains("\n  'page_location' as 'data.0.page.url'\n"))
      #expect(outcome.output.contains("\n  'transaction_id' as 'data.0.properties.order_id'\n"))
      #expect(!outcome.output.contains("user_data"))
    }
  }

  @Test("a policy is held against what the plan asks for, not against 'ad_storage' alone")
  func policies() throws {
    let page = On("page_view", send: TikTok.Event.pageview())
    for consent in [
      Consent.waived(because: "a test"), .required(.analyticsStorage), .required(.adUserData),
      .required(.adStorage, .adUserData), .required(.adStorage, whenMissing: .granted),
    ] {
      #expect(try findings(plan(consent: consent, page)) == [])
    }
    let own = On("page_view", send: TikTok.Event.pageview(), consent: .waived(because: "a test"))
    #expect(try findings(plan(own)) == [])
  }

  @Test("an event that only the server sends needs no id, and an event may have an id of its own")
  func ids() throws {
    let lead = On("generate_lead", send: TikTok.Event.lead())
    #expect(try findings(plan(deduplication: .notNeeded(because: "a test"), lead)) == [])
    let own = On("generate_lead", send: TikTok.Event.lead(), eventID: .eventData("lead_id"))
    #expect(try findings(plan(own)) == [])
    // The same for every event of a session: the second one would vanish.
    let session = On(
      "generate_lead", send: TikTok.Event.lead(),
      eventID: .eventData("user_agent"))
    #expect(
      try findings(plan(session)) == [
        "deduplication: tag 'TikTok Lead (generate_lead)' sends the same id for two events"
      ])
    let made = On(
      "generate_lead", send: TikTok.Event.lead(),
      eventID: .lookupTable("Kind", of: .eventData("event_id"), ["proof-id-2": "b"], default: "a"))
    #expect(
      try findings(plan(made)) == [
        "deduplication: tag 'TikTok Lead (generate_lead)' sends an id that the hit does not bring, so that it cannot be the pixel's"
      ])
  }

  @Test("a person's name in a plain property is found, with the field and what to do")
  func plainProperty() throws {
    let lead = On(
      "generate_lead",
      send: TikTok.Event.lead(properties: [
        .custom("who", .eventData("user_data.address.first_name")),
        .custom("mail", .eventData("customer_mail")), .custom("call", .eventData("hotline")),
      ]))
    let outcome = run(["simulate", "--prove"], plan: plan(lead))
    #expect(outcome.status == .finding)
    // E-mail addresses and phone numbers are left out by the template itself, wherever they come from.
    #expect(
      outcome.output.hasPrefix(
        """
        error: event 'generate_lead': tag 'TikTok Lead (generate_lead)' lets a first name of 'user_data' out as it is, in 'data.0.properties.who' to 'https://business-api.tiktok.com/open_api/v1.3/event/track/' [proof-personal-data]
        note: send it as a match key, which hashes it, and log nothing of it
        sent in plain text, whatever its words are:

        """), "\(outcome.output)")
    #expect(outcome.output.contains("\n  'customer_mail' as 'data.0.properties.mail'\n"))
  }

  @Test(
    "a sale without a usable value is found, and what the plan reads under other names is filled")
  func requiredFields() throws {
    func purchase(_ value: Source, _ currency: Source) -> On<TikTok.Event> {
      On("purchase", send: .purchase(value: value, currency: currency, contents: .items))
    }
    #expect(
      try findings(plan(purchase(.eventData("order_total"), .eventData("shop_currency")))) == [])
    #expect(
      try findings(plan(purchase(.eventData("value"), .eventData("event_id")))) == [
        "required fields: tag 'TikTok Purchase (purchase)' sends no usable 'properties.currency' where 'items' is a list of one"
      ])
  }

  @Test("events under conditions are tried, and a tag that nothing fires is named")
  func conditions() throws {
    let big = On(
      "purchase", where: .eventData("total") > 100, .client("GA4"),
      .eventData("page_location").contains("/thanks"),
      send: TikTok.Event.lead())
    #expect(try findings(plan(big)) == [])
    let never = On("purchase", where: .cookie("staff") == "yes", send: TikTok.Event.lead())
    let outcome = run(["simulate", "--prove"], plan: plan(never))
    #expect(outcome.output.contains("note: tag 'TikTok Lead (purchase)' was not tried"))
  }

  @Test("all layouts and source styles send the same requests and set the same cookies")
  func sameRequests() throws {
    var found: [[JSON]] = []
    for layout in [Layout.tagPerEvent, .lookupTable] {
      for sources in [SourceStyle.visible, .inline] {
        let outcome = run(
          ["simulate", "--hit", SimulateCommandTests.hit, "--format", "json"],
          plan: plan(layout, sources))
        let event = try JSON.read(outcome.output)
        let tags = (event["tags"]?.array ?? []).filter { $0["fired"] == true }
        #expect(tags.first?["requests"]?.array?.count == 1, "\(outcome.output)")
        found.append(tags.flatMap { [$0["requests"] ?? .null, $0["cookies"] ?? .null] })
      }
    }
    #expect(Set(found).count == 1)
  }

  @Test("a layout that the plan cannot have is named")
  func impossibleLayout() {
    let twice = Plan(serverContainers: [
      ServerContainer("Small shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage),
          deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          UserAgent()
        } events: {
          On("form_submit", where: .eventData("form") == "a", send: .lead())
          On("form_submit", where: .eventData("form") == "b", send: .contact())
        }
      }
    ])
    let outcome = run(["simulate", "--prove"], plan: twice)
    #expect(
      outcome.output.contains(
        "note: the plan cannot be laid out as a lookup table with visible sources: "),
      "\(outcome.output)\(outcome.errors)")
  }

  /// A container whose one tag sends an address and nothing else.
  private func leaky(trigger: String, settings: String = "") -> String {
    #"""
    {"exportFormatVersion": 2, "containerVersion": {"container": {"usageContext": ["SERVER"]},
     "variable": [{"variableId": "3", "name": "mail", "type": "ed", "parameter": [
       {"type": "TEMPLATE", "key": "keyPath", "value": "user_data.email_address"}]}],
     "tag": [{"tagId": "1", "name": "Leaky", "type": "http_request", \#(settings)
       "firingTriggerId": ["\#(trigger)"],
       "parameter": [{"type": "TEMPLATE", "key": "url", "value": "https://business-api.tiktok.com/"},
         {"type": "TEMPLATE", "key": "requestBody", "value": "{{mail}}"}]}],
     "trigger": [{"triggerId": "2", "name": "P", "type": "CUSTOM_EVENT", "customEventFilter": [
       {"type": "EQUALS", "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{_event}}"},
         {"type": "TEMPLATE", "key": "arg1", "value": "purchase"}]}]}]}}
    """#
  }

  private func findings(inContainer text: String) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "leaky.json")
    let outcome = run([
      "simulate", "--prove", "--container", folder.at("leaky.json"), "--format", "json",
    ])
    #expect(outcome.status == .finding)
    let found = try JSON.read(outcome.output)["findings"]?.array ?? []
    #expect(found.allSatisfy { $0["fix"]?.string?.isEmpty == false })
    return found.map { "\($0["proof"]?.string ?? ""): \($0["message"]?.string ?? "")" }
  }

  @Test("a tag that sends without consent, without an id and with a plain address is found")
  func leakyTag() throws {
    let rest = [
      "deduplication: tag 'Leaky' does not send the id of the event",
      "personal data: tag 'Leaky' lets an e-mail address of 'user_data' out as it is, in 'body' to 'https://business-api.tiktok.com/'",
      "personal data: tag 'Leaky' lets a phone number of 'user_data' out as it is, in 'body' to 'https://business-api.tiktok.com/'",
      "personal data: tag 'Leaky' lets an e-mail address of 'user_data.email_address' out as it is, in 'body' to 'https://business-api.tiktok.com/'",
      "personal data: tag 'Leaky' lets a phone number of 'user_data.email_address' out as it is, in 'body' to 'https://business-api.tiktok.com/'",
      "required fields: tag 'Leaky' sends no usable 'data' where 'items' is a list of one",
    ]
    let consent = "consent: tag 'Leaky' sends or sets a cookie though 'ad_storage' is denied"
    let found = try findings(inContainer: leaky(trigger: "2"))
    #expect(found == [consent] + rest)
    // Tag Manager's own setting says that somebody has decided.
    let waived = leaky(
      trigger: "2", settings: #""consentSettings": {"consentStatus": "NOT_NEEDED"},"#)
    #expect(try findings(inContainer: waived) == rest)
  }

  @Test("a container in which nothing can be tried proves nothing")
  func nothingTried() throws {
    #expect(
      try findings(inContainer: leaky(trigger: "7")) == [
        "events: no tag waits for an event that can be tried out"
      ])
  }

  @Test("a proof makes its own hits")
  func ownHits() {
    let outcome = run(["simulate", "--prove", "--hit", "/x"])
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains("'--prove' makes its own hits"))
  }

  @Test("each proof says how much it looked at, and no proof without a request is a success")
  func extents() throws {
    let outcome = run(["simulate", "--prove"], plan: plan())
    for proof in ["consent", "deduplication", "personal data", "required fields", "layouts"] {
      let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("  \(proof): ") }
      #expect(line?.hasSuffix(" requests and cookies looked at, no finding") == true, "\(proof)")
      #expect(line?.contains(", 0 requests") == false)
    }
    #expect(outcome.output.contains("tried out: 2 of 2 tags with 2 events ("), "\(outcome.output)")
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"containerVersion": {"container": {"usageContext": ["SERVER"]},
       "tag": [{"tagId": "1", "name": "T", "type": "sgtmgaaw", "firingTriggerId": ["2"]}],
       "trigger": [{"triggerId": "2", "name": "P", "type": "CUSTOM_EVENT", "customEventFilter": [
         {"type": "EQUALS", "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{_event}}"},
           {"type": "TEMPLATE", "key": "arg1", "value": "purchase"}]}]}]}}
      """, to: "a.json")
    for format in ["text", "json"] {
      let nothing = run([
        "simulate", "--prove", "--container", folder.at("a.json"), "--format", format,
      ])
      #expect(nothing.status == .failure)
      #expect(nothing.errors.contains("error: nothing is proved: 0 of 1 tag could be run"))
      #expect(!nothing.output.contains("everything holds"))
    }
  }
}
