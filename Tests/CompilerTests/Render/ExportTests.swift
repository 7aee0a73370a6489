import CustomTemplate
import JSONText
import TagwrightPlan
import Testing

@Suite struct ExportTests {
  /// A destination that uses what there is.
  private static func destination(_ name: String, _ layout: Layout, _ style: SourceStyle) -> TikTok
  {
    TikTok(
      name, pixelCode: "PIXEL00000000000TEST", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      testEventCode: .secret("TIKTOK_TEST_EVENT_CODE"), consent: .required(.adStorage, .adUserData),
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id")),
      limitedDataUse: .from(.eventData("ldu")), clientHints: .eventData("client_hints"),
      layout: layout, sources: style
    ) {
      Email(.eventData("user_data.email_address"), sha256: .cookie("digest"))
      Phone(.requestHeader("x-phone"), defaultCountryCode: "49")
      ClickID(.urlParameter("ttclid"), .cookie("ttclid"), keptInCookieFor: .days(30))
      IPAddress()
      City()
    } events: {
      On("page_view", send: .pageview())
      On(
        "größe|\"x\"",
        send: .search(
          query: .queryParameter("q"),
          value: .lookupTable("\(name) value", of: .eventData("kind"), ["a": "1"])))
      On(
        "purchase", where: .client("GA4"), .eventData("currency") != "USD",
        send: .purchase(
          value: .eventData("value"),
          currency: .regexTable("\(name) currency", of: .eventData("country"), ["de|at": "EUR"]),
          contents: .items, orderID: .eventData("transaction_id")))
    }
  }

  private static func text(
    _ line: UInt = #line, templates: [String: String] = [:],
    @ContainerBuilder _ elements: () -> [ContainerElement]
  ) throws -> String {
    let plan = CompiledPlan(templates: templates, line: line, elements)
    #expect(plan.problems == [])
    return try plan.file("server-container.json")
  }

  private static func everyLayoutAndStyle() throws -> [(name: String, text: String)] {
    [
      (
        "tags.json",
        try text {
          GA4Client()
          destination("TikTok", .tagPerEvent, .visible)
        }
      ),
      ("table.json", try text { destination("TikTok", .lookupTable, .visible) }),
      ("inline-tags.json", try text { destination("TikTok", .tagPerEvent, .inline) }),
      ("inline-table.json", try text { destination("TikTok", .lookupTable, .inline) }),
      ("empty.json", try text {}),
      (
        "all.json",
        try text {
          GA4Client("GA4")
          GA4Client("GA4 shop", priority: 0)
          GA4Tag(measurementID: "G-ABC1234567", excluding: ["ttclid"])
          Folder("Advertising", notes: "own words") {
            destination("One", .tagPerEvent, .visible)
            destination("Two", .lookupTable, .inline)
          }
        }
      ),
    ]
  }

  private static func everythingElse() throws -> [(name: String, text: String)] {
    let template = SampleTemplate.text(
      kind: .tag, displayName: "CRM",
      fields: [
        .text(name: "endpoint", displayName: "Endpoint", validators: [.nonEmpty]),
        .checkbox(name: "on", checkboxText: "On"),
        .simpleTable(name: "rows", columns: [.init(name: "key", displayName: "Key")]),
      ])
    return [
      (
        "raw.json",
        try text(templates: ["crm.tpl": template]) {
          Folder("Mine") {
            RawTag(
              "Linker", type: "sgtmadscl", parameters: [.boolean("enableCookieOverrides", false)],
              firing: [.allEvents()], blocking: [.named("never")], priority: 3, isPaused: true,
              notes: "own words")
            TemplateTag(
              "CRM", template: Template("crm.tpl"),
              fields: [
                .secret("endpoint", .secret("CRM_URL")), .boolean("on", true),
                .table("rows", [[.source("key", .builtIn(.requestPath))]]),
              ], firing: [.named("never")])
            Trigger("never", on: .anyEvent, where: !.builtIn(.eventName).matches("."))
            RawVariable("const", type: "c", parameters: [.text("value", "{{Event Name}}")])
            RawClient("Web", type: "gtm_client", priority: 2)
          }
        }
      )
    ]
  }

  private static let everyOperator: [Condition] = [
    .eventData("a") == "1", .eventData("a") != "1", .eventData("a") < 1, .eventData("a") <= 1,
    .eventData("a") > 1, .eventData("a") >= 1, .eventData("a").contains("1"),
    .eventData("a").starts(with: "1"), .eventData("a").ends(with: "1"),
    .eventData("a").matches("1", ignoringCase: true), .eventData("a").matchesURL("1"),
  ]

  @Test(.enabled(if: ExportCheck.isPossible, "TAGWRIGHT_CORPUS is not set, or there is no python3"))
  func everyExportHasOnlyWhatRealExportsHave() throws {
    let exports = try Self.everyLayoutAndStyle() + Self.everythingElse()
    let report = try ExportCheck.report(on: exports, isStrict: true)
    #expect(report == exports.map { "ok   \($0.name)\n" }.joined())
  }

  @Test(.enabled(if: ExportCheck.isPossible, "TAGWRIGHT_CORPUS is not set, or there is no python3"))
  func everyOperatorAndDefaultIsOneOfTheAPI() throws {
    let export = try Self.text {
      for (index, condition) in Self.everyOperator.enumerated() {
        Trigger("t\(index)", on: .anyEvent, where: condition, !condition)
      }
      RawTrigger("page", type: "SERVER_PAGEVIEW")
      RawVariable(
        "default", type: "c",
        parameters: [
          .source("value", .lookupTable("T", of: .eventData("a"), ["1": "2"], default: "3"))
        ])
    }
    let report = try ExportCheck.report(on: [("operators.json", export)], isStrict: false)
    #expect(report == "ok   operators.json\n")
  }

  /// The same rules without the checker: every reference leads somewhere, no value is empty.
  @Test func everyReferenceLeadsSomewhere() throws {
    for export in try Self.everyLayoutAndStyle() + Self.everythingElse() {
      let version = try #require(
        JSON.read(Array(export.text.utf8), file: export.name)["containerVersion"])
      func names(_ kind: String) -> [String] {
        (version[kind]?.array ?? []).compactMap { $0["name"]?.string }
      }
      let known = Set(names("variable") + names("builtInVariable") + ["_event"])
      let rest = try #require(version.object).members.filter { $0.key != "customTemplate" }
      let text = JSON.object(JSONObject(rest)).text(.compact)
      for match in text.matches(of: #/\{\{([^{}]+)\}\}/#) {
        #expect(known.contains(String(match.1)), "\(export.name)")
      }
      #expect(!text.contains(#""value":"""#))
      for kind in ["tag", "trigger", "variable", "folder", "client", "customTemplate"] {
        #expect(Set(names(kind)).count == names(kind).count)
      }
    }
  }

  @Test func anEmptyContainerHasNoLists() throws {
    let version = try CompiledPlan {}.version().object
    #expect(
      version?.members.map(\.key) == [
        "path", "accountId", "containerId", "containerVersionId", "container", "fingerprint",
        "tagManagerUrl",
      ])
  }

  @Test func eachOfTwoContainersHasAFolderOfItsOwn() throws {
    let plan = CompiledPlan(
      Plan(serverContainers: [
        ServerContainer("One", publicID: "GTM-ONE1") {
          tikTok { On("purchase", send: .lead(value: .urlParameter("v"))) }
        },
        ServerContainer("Two", publicID: "GTM-TWO2") {
          tikTok { On("purchase", send: .lead(value: .urlParameter("v"))) }
        },
      ]))
    #expect(plan.problems == [])
    #expect(
      plan.paths == [
        "GTM-ONE1/server-container.json", "GTM-ONE1/templates/tiktok-purchase.tpl",
        "GTM-ONE1/templates/consent-to-ad-storage.tpl",
        "GTM-ONE1/templates/page-url-parameter.tpl", "GTM-ONE1/README.md",
        "GTM-TWO2/server-container.json", "GTM-TWO2/templates/tiktok-purchase.tpl",
        "GTM-TWO2/templates/consent-to-ad-storage.tpl",
        "GTM-TWO2/templates/page-url-parameter.tpl", "GTM-TWO2/README.md",
      ])
    let two = try JSON.read(
      Array(plan.file("GTM-TWO2/server-container.json").utf8), file: "two")
    #expect(two["containerVersion"]?["container"]?["publicId"] == "GTM-TWO2")
    #expect(two["containerVersion"]?["container"]?["name"] == "Two")
  }

  @Test func aTemplatesFileIsTheTextInTheContainer() throws {
    let plan = CompiledPlan {
      tikTok { On("purchase", send: .lead(value: .urlParameter("v"))) }
    }
    let files = plan.paths.filter { $0.hasPrefix("templates/") }
    let templates = try plan.entities("customTemplate")
    #expect(files.count == 3)
    for (file, template) in zip(files, templates) {
      let text = try plan.file(file)
      #expect(template["templateData"]?.string == text)
      let read = try CustomTemplate.read(Array(text.utf8), file: file)
      #expect(read.info.displayName == template["name"]?.string)
      #expect(read.info.id == "cvt_temp_public_id")
      #expect(read.notes == "Made by Tagwright from the plan 'Test': change the plan, not this.")
      #expect(template["galleryReference"] == nil)
    }
  }

  @Test func notesSayWhichPlanMadeAnEntity() throws {
    let plan = CompiledPlan {
      GA4Client()
      Folder("Mine", notes: "own words") {
        tikTok { On("purchase", send: .lead(value: .eventData("v")), notes: "of the event") }
      }
    }
    let made = "Made by Tagwright from the plan 'Test': change the plan, not this."
    for kind in ["tag", "variable", "folder"] {
      for entity in try plan.entities(kind) {
        #expect(entity["notes"]?.string?.hasSuffix(made) == true, "\(kind)")
      }
    }
    for kind in ["trigger", "client", "customTemplate"] {
      #expect(try !plan.entities(kind).isEmpty)
      for entity in try plan.entities(kind) { #expect(entity["notes"] == nil, "\(kind)") }
    }
    #expect(try plan.entity("folder", "Mine")["notes"]?.string == "own words\n\n\(made)")
    #expect(
      try plan.entity("tag", "TikTok Lead (purchase)")["notes"]?.string?
        .hasPrefix("purchase → Lead; consent ") == true)
    #expect(
      try plan.entity("tag", "TikTok Lead (purchase)")["notes"]?.string?
        .hasSuffix("\n\nof the event\n\n\(made)") == true
    )
  }

  @Test func aDestinationOutsideOfFoldersHasOneOfItsOwn() throws {
    let plan = CompiledPlan { tikTok { On("purchase", send: .lead()) } }
    #expect(try plan.names("folder") == ["TikTok", "Shared variables"])
    let inside = CompiledPlan { Folder("Mine") { tikTok { On("purchase", send: .lead()) } } }
    #expect(try inside.names("folder") == ["Mine", "Shared variables"])
    #expect(
      try inside.shown("tag", "TikTok Lead (purchase)").contains(#""parentFolderId":"Mine""#))
  }

  @Test func secretsAreFilledInOnlyWhereAskedFor() throws {
    func plan(_ secrets: [String: String]) -> CompiledPlan {
      CompiledPlan(secrets: secrets) {
        tikTok { On("purchase", send: .lead()) }
        RawTag(
          "r", type: "http_request", parameters: [.secret("url", .secret("CRM_URL"))],
          firing: [.allEvents()])
      }
    }
    let filled = plan(["TIKTOK_ACCESS_TOKEN": "to\"ken"])
    #expect(try filled.parameters("variable", "TikTok Access Token") == ["value TEMPLATE to\"ken"])
    #expect(try filled.parameters("variable", "CRM_URL") == ["value TEMPLATE REPLACE_WITH_CRM_URL"])
    let plain = plan([:])
    #expect(filled.paths == plain.paths)
    for path in plain.paths where path != "server-container.json" {
      #expect(try filled.file(path) == plain.file(path))
    }
  }
}
