import Diagnostics
import TagwrightPlan

extension Rule {
  /// The browser's half leaves a destination out.
  static let unsupportedPixel = Rule(
    warning: .unsupportedPixel,
    "a web container calls the pixels, and a destination has none that it knows",
    documentation: """
      A web container calls the pixel of each destination of its server container, as far as Tagwright knows the pixel.
      Another destination gets events from the server alone. Where its pixel runs on the site, by a tag of its own, give
      that tag the same event id; then allow the rule.
      """,
    wrong: .plan(example("pixel: Pixel(.generated)")),
    right: .plan(example("pixel: Pixel(.none)")),
    check: .plan { plan in
      plan.webContainers.filter { $0.declaration.pixel.origin != .none }.flatMap { web in
        (web.server?.destinations ?? []).filter { $0.profile.pixel == nil }.map { destination in
          Finding(
            "the web container '\(web.declaration.name)' does not call the pixel of '\(destination.name)'",
            at: destination.place,
            notes: [
              .init("its events come from the server alone"),
              .init("call the pixel by a tag of your own, with the same event id, and allow this"),
            ],
            allowances: destination.declaration.allowances
              + (web.server?.declaration.allowances ?? []))
        }
      }
    })

  private static func example(_ pixel: String) -> String {
    """
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      Reddit(
        pixelID: "a2_abc123def456", accessToken: .secret("REDDIT_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
        ClickID()
        BrowserID()
      } events: {
        On("page_view", send: .pageVisit())
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
      \(pixel))
    """
  }
}
