import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import TagwrightPlan
import Testing

/// A plan with a server container and the browser's half of it, compiled.
struct WebPlan {
  let files: [RenderedFile]
  let problems: [String]

  init(
    pixel: Pixel.Origin = .generated, consent: Consent = .required(.adStorage),
    deduplication: Deduplication = .sharedEventID(
      .eventData("event_id"), purchase: .eventData("transaction_id")),
    missingValue: TikTok.MissingValue = .fromContents,
    serverURL: String = "https://sgtm.example.com",
    measurementID: String? = nil,
    layout: Layout = .tagPerEvent, sources: SourceStyle = .visible,
    @MatchKeyBuilder userData: () -> [MatchKey] = Self.userData,
    @EventMapBuilder<TikTok.Event> events: () -> [On<TikTok.Event>] = Self.events
  ) {
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      if measurementID == nil { GA4Tag(measurementID: "G-ABC1234567") }
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: consent, deduplication: deduplication, missingValue: missingValue,
        layout: layout, sources: sources,
        userData: userData, events: events)
    }
    let web = WebContainer(
      "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: serverURL, pixel: Pixel(pixel),
      measurementID: measurementID)
    self.init(Plan(serverContainers: [server], webContainers: [web]))
  }

  init(_ plan: Plan) {
    let compilation = Compilation(plan, name: "Test")
    files = compilation.files
    problems = compilation.diagnostics.filter { $0.severity == .error }.map(\.message)
  }

  @MatchKeyBuilder static func userData() -> [MatchKey] {
    Email(
      .eventData("user_data.email_address"), sha256: .eventData("user_data.sha256_email_address"))
    Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
    ExternalID(.eventData("user_id"))
    ClickID(.urlParameter("ttclid"), .cookie("ttclid"), .eventData("ttclid"))
    BrowserID(.cookie("_ttp"), .eventData("ttp"))
    IPAddress()
    UserAgent()
  }

  @EventMapBuilder<TikTok.Event> static func events() -> [On<TikTok.Event>] {
    On("page_view", send: .pageview())
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items,
        orderID: .eventData("transaction_id")))
    On("search", send: .search(query: .eventData("search_term")))
  }

  /// The text of a file.
  func text(_ path: String = "web-container.json") throws -> String {
    let file = try #require(files.first { $0.path == path }, "\(path): \(problems)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The version inside the web container.
  func version() throws -> JSON {
    try #require(JSON.read(Array(text().utf8), file: nil)["containerVersion"])
  }

  func names(_ kind: String) throws -> [String] {
    (try version()[kind]?.array ?? []).compactMap { $0["name"]?.string }
  }

  func entity(_ kind: String, _ name: String) throws -> JSON {
    let names = try names(kind)
    return try #require(
      try version()[kind]?.array?.first { $0["name"]?.string == name }, "\(names)")
  }

  /// The value of a parameter, or the rows of a table as `first=second`.
  func parameter(_ key: String, of name: String, _ kind: String = "tag") throws -> [String] {
    let parameter = try entity(kind, name)["parameter"]?.array?.first { $0["key"]?.string == key }
    guard let rows = parameter?["list"]?.array else {
      return (parameter?["value"]?.string).map { [$0] } ?? []
    }
    return rows.map { row in
      (row["map"]?.array ?? []).map { $0["value"]?.string ?? "" }.joined(separator: "=")
    }
  }

  /// A template of the web container.
  func template(_ name: String) throws -> TemplateDocument {
    let text = try #require(try entity("customTemplate", name)["templateData"]?.string)
    return try TemplateDocument.read(Array(text.utf8), file: name)
  }
}
