import Compiler
import Diagnostics
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// What `generate` writes, `lint` has nothing to say about.
@Suite struct GeneratedFilesTests {
  /// A shape of plan that the README shows.
  struct Shape: CustomTestStringConvertible {
    let layout: Layout
    let sources: SourceStyle
    let pixel: Pixel
    let testEventCode: Secret?
    let consent: Consent
    let hasSecondPixel: Bool

    var testDescription: String {
      "\(layout), \(sources), \(pixel), test code: \(testEventCode != nil), two: \(hasSecondPixel)"
    }

    static let all: [Shape] = {
      let code = Secret.secret("TIKTOK_TEST_EVENT_CODE")
      let strict = Consent.required(.adStorage)
      let wide = Consent.required(.adStorage, .adUserData, whenMissing: .granted)
      return [
        Shape(.tagPerEvent, .visible, Pixel(.generated), code, strict, hasSecondPixel: true),
        Shape(.tagPerEvent, .inline, Pixel(.installed), code, wide),
        Shape(.lookupTable, .visible, Pixel(.none), code, wide),
        Shape(.lookupTable, .inline, Pixel(.generated), code, strict),
        Shape(.tagPerEvent, .visible, Pixel(.generated), nil, wide),
      ]
    }()

    init(
      _ layout: Layout, _ sources: SourceStyle, _ pixel: Pixel, _ testEventCode: Secret?,
      _ consent: Consent, hasSecondPixel: Bool = false
    ) {
      self.layout = layout
      self.sources = sources
      self.pixel = pixel
      self.testEventCode = testEventCode
      self.consent = consent
      self.hasSecondPixel = hasSecondPixel
    }

    var plan: Plan {
      let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
        Folder("Advertising") { tikTok("TikTok", pixelCode: "D6AP4E3C77U3L7SP8O7G") }
        if hasSecondPixel { tikTok("Second", pixelCode: "D8KU48BC77U7CO3SHUSG") }
      }
      return Plan(
        serverContainers: [server],
        webContainers: [
          WebContainer(
            "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
            pixel: pixel)
        ])
    }

    private func tikTok(_ name: String, pixelCode: String) -> TikTok {
      TikTok(
        name, pixelCode: pixelCode, accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        testEventCode: testEventCode, consent: consent,
        deduplication: .sharedEventID(.eventData("event_id")), layout: layout, sources: sources
      ) {
        Email(.eventData("user_data.email_address"))
        Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
        ClickID(.urlParameter("ttclid"), .cookie("ttclid"), keptInCookieFor: .days(30))
        BrowserID(.cookie("_ttp"), .eventData("ttp"))
      } events: {
        On("page_view", send: .pageview())
        On(
          "purchase", where: .eventData("value") > 0,
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items,
            orderID: .eventData("transaction_id")))
      }
    }
  }

  @Test(arguments: Shape.all)
  func noGeneratedLineLooksLikeAToken(_ shape: Shape) {
    let compilation = Compilation(shape.plan, name: "Shop", isTest: true)
    #expect(compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(compilation.files.count > 5)
    for file in compilation.files {
      #expect(TokenScan.findings(in: file.bytes, file: file.path).isEmpty)
    }
  }

  @Test func lintIsCleanAfterAPlanWithATestCodeWasGenerated() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("", to: "Package.swift")
    let generated = run(
      ["generate", "--into", temporary.at("Output")], variants: { TwoEnvironments.variants })
    #expect(generated.status == .success)
    let linted = run(
      ["lint"], variants: { TwoEnvironments.variants }, workingDirectory: temporary.path)
    #expect(linted.status == .success, "\(linted)")
  }

  @Test func onlyThePickedEnvironmentsFolderIsSearched() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("", to: "Package.swift")
    let code = "TEST" + "12345"
    try temporary.write("{\"value\": \"\(code)\"}", to: "Output/staging/server-container.json")
    let lint = { environment in
      run(
        ["lint", "--environment", environment], variants: { TwoEnvironments.variants },
        workingDirectory: temporary.path)
    }
    #expect(lint("production").status == .success)
    let staging = lint("staging")
    #expect(staging.status == .finding)
    #expect(staging.output.contains("'.secret(\"TIKTOK_TEST_EVENT_CODE\")'"))
    #expect(!staging.output.contains("revoke"))
  }
}
