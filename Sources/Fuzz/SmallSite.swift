import Compiler
import Diagnostics
import TagManager
import TagwrightPlan

/// A plan with both containers, from which inputs are made.
struct SmallSite {
  /// Every file that the plan leads to.
  let files: [RenderedFile]
  /// The containers.
  let web: ContainerVersion
  let server: ContainerVersion

  /// Compiles the plan.
  ///
  /// - Parameter hasSales: whether it has a second event, with conditions and values.
  init(hasSales: Bool = true) {
    let compilation = Compilation(Self.plan(hasSales), name: "Site")
    guard let web = compilation.webContainers.first, let server = compilation.containers.first
    else { FuzzWatch.fail("the plan does not compile: \(compilation.diagnostics.map(\.message))") }
    files = compilation.files
    self.web = web.version
    self.server = server.version
  }

  /// The content of a file.
  func file(_ path: String) -> [UInt8] { files.first { $0.path == path }?.bytes ?? [] }

  private static func plan(_ hasSales: Bool) -> Plan {
    let server = ServerContainer("Site", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      tikTok(hasSales)
    }
    return Plan(
      serverContainers: [server],
      webContainers: [
        WebContainer(
          "Site", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
          pixel: Pixel(.generated))
      ])
  }

  private static func tikTok(_ hasSales: Bool) -> TikTok {
    TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      BrowserID(.cookie("_ttp"), .eventData("ttp"))
    } events: {
      On("search", send: .search(query: .eventData("search_term")))
      if hasSales {
        On(
          "purchase", where: .eventData("value") > 0,
          send: .purchase(
            value: .eventData("value"), currency: .eventData("currency"), contents: .items,
            orderID: .eventData("transaction_id")))
      }
    }
  }
}
