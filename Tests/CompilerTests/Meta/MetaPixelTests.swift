import Compiler
import CustomTemplate
import SandboxedJS
import TagwrightPlan
import Testing

/// Meta's pixel in the browser: what its tag leaves on a page and calls there.
@Suite struct MetaPixelTests {
  private static let pixelID = "1234567890123456"

  private static func template(
    _ origin: Pixel.Origin = .generated, limitedDataUse: LimitedDataUse = .off,
    automaticEvents: Bool = false, grantsConsent: Bool = false
  ) throws -> TemplateDocument {
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      Meta(
        pixelID: pixelID, accessToken: .secret("META_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id")),
        limitedDataUse: limitedDataUse, region: .unitedStates(state: 1000),
        automaticEvents: automaticEvents, grantsConsent: grantsConsent
      ) {
        Email(
          .eventData("user_data.email_address"),
          sha256: .eventData("user_data.sha256_email_address"))
        Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
        City()
      } events: {
        On(
          "purchase",
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items))
        On("quiz", send: .custom("Quiz"))
      }
    }
    return try WebPlan(
      Plan(
        serverContainers: [server],
        webContainers: [
          WebContainer(
            "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sgtm.example.com",
            pixel: Pixel(origin))
        ])
    ).template("Meta Pixel")
  }

  private static func data(
    _ properties: [ScriptValue] = [["name": "value", "type": "number", "value": "5"]],
    isLimited: ScriptValue = .undefined
  ) -> ScriptValue {
    [
      "pixel_id": .string(pixelID), "event": "Purchase", "event_id": "T-1",
      "person": [["name": "ct", "value": "New York"]], "properties": .array(properties),
      "limited_data_use": isLimited,
    ]
  }

  /// A run on a page; `fbq.queue` as it leaves it is the page's `seen`.
  private static func run(
    _ document: TemplateDocument, data: ScriptValue = data(), page: WebPage = WebPage()
  ) throws -> TemplateRun {
    let code = document.template.code + "\nsetInWindow('seen', copyFromWindow('fbq.queue'), true);"
    return TemplateRun(
      try CompiledScript(template: code), kind: document.template.scriptKind, data: data,
      environment: Environment(randomSeed: 1, page: page))
  }

  private static let settings: [ScriptValue] = [
    ["set", "autoConfig", false, .string(pixelID)]
  ]
  private static let initialisation: ScriptValue = ["init", .string(pixelID), ["ct": "newyork"]]
  private static let purchase: ScriptValue = [
    "trackSingle", .string(pixelID), "Purchase", [:], ["eventID": "T-1"],
  ]

  @Test(
    "a page without the pixel gets its function, its settings, one initialisation and the event")
  func loads() throws {
    let run = try Self.run(try Self.template())
    #expect(run.signal == .success)
    #expect(
      run.record.page.window["seen"]
        == .array(Self.settings + [Self.initialisation, Self.purchase]))
    #expect(run.record.page.window["_fbq_gtm_ids"] == [.string(Self.pixelID)])
    #expect(run.record.page.scripts == ["https://connect.facebook.net/en_US/fbevents.js"])
  }

  @Test("a value without a currency is left out, as on the server")
  func pairs() throws {
    let data = Self.data([
      ["name": "value", "type": "number", "value": "5"],
      ["name": "currency", "type": "currency", "value": "eur"],
    ])
    let page = WebPage(functions: ["fbq"])
    let both = try Self.run(try Self.template(), data: data, page: page)
    #expect(both.record.page.calls.last?.arguments[3] == ["value": 5, "currency": "EUR"])
    let alone = try Self.run(try Self.template(), page: page)
    #expect(alone.record.page.calls.last?.arguments[3] == [:])
  }

  @Test("limited data use, automatic events and the consent are called only where the plan says so")
  func settings() throws {
    func commands(_ document: TemplateDocument, _ data: ScriptValue = Self.data()) throws
      -> [String]
    {
      let run = try Self.run(document, data: data, page: WebPage(functions: ["fbq"]))
      return run.record.page.calls.map { call in
        call.arguments.prefix(2).map { $0.text ?? "" }.joined(separator: " ")
      }
    }
    let own = ["init \(Self.pixelID)", "trackSingle \(Self.pixelID)"]
    #expect(try commands(try Self.template()) == ["set autoConfig"] + own)
    #expect(try commands(try Self.template(automaticEvents: true)) == own)
    #expect(
      try commands(try Self.template(automaticEvents: true, grantsConsent: true))
        == ["consent grant"] + own)
    #expect(
      try commands(try Self.template(limitedDataUse: .on, automaticEvents: true))
        == ["dataProcessingOptions "] + own)
    let asked = try Self.template(
      limitedDataUse: .from(.eventData("limited")), automaticEvents: true)
    #expect(try commands(asked) == own)
    #expect(try commands(asked, Self.data(isLimited: "true")) == ["dataProcessingOptions "] + own)
  }

  @Test("a pixel of the page is called and neither initialised nor told who the visitor is")
  func installed() throws {
    let document = try Self.template(.installed)
    let run = try Self.run(document, page: WebPage(functions: ["fbq"]))
    #expect(run.record.page.calls.count == 1)
    #expect(run.record.page.calls.first?.arguments.first == "trackSingle")
    #expect(run.record.page.scripts.isEmpty)
    #expect(try Self.run(document).signal == .failure)
  }

  @Test("it is whole behind events of an app, which have no pixel")
  func behindAnApp() throws {
    let app = Meta(
      pixelID: Self.pixelID, accessToken: .secret("TOKEN"),
      actionSource: .app(
        advertiserTracking: .eventData("att"), applicationTracking: .eventData("tracking"),
        device: .eventData("device")),
      consent: .waived(because: "a test"),
      deduplication: .notNeeded(because: "only the server sends them")
    ) {
      Email(.eventData("user_data.email_address"))
    } events: {
      On("purchase", send: .custom("Order"))
    }
    _ = try RunningContainer(
      Plan(serverContainers: [
        ServerContainer("App", publicID: "GTM-ABC1234") {
          GA4Client()
          app
        }
      ]))
    for scenario in TemplateSuite(try Self.template(), coversLines: false).run().results {
      #expect(scenario.outcome == .passed, "\(scenario.name)")
    }
  }

  @Test("scenarios pass for every way of loading and every setting")
  func scenarios() throws {
    for origin in [Pixel.Origin.generated, .installed] {
      for use in [LimitedDataUse.off, .on, .from(.eventData("limited"))] {
        let document = try Self.template(
          origin, limitedDataUse: use, automaticEvents: true, grantsConsent: true)
        for scenario in TemplateSuite(document, coversLines: false).run().results {
          #expect(scenario.outcome == .passed, "\(scenario.name)")
        }
      }
    }
  }
}
