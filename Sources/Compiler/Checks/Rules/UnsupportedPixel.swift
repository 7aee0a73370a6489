import Diagnostics
import TagwrightPlan

extension Rule {
  /// The browser's half leaves a destination out.
  static let unsupportedPixel = Rule(
    warning: .unsupportedPixel,
    "a web container leaves out something of a destination that its pixel does not take",
    documentation: """
      A web container calls the pixel of each destination of its server container for each event. A pixel that knows events
      by ids of rules needs one for it; without it, the event comes from the server alone. A pixel that has no documented
      word for limited data use does not learn of it: its events are processed without limits, whatever the server's say.
      """,
    wrong: .plan(example("")),
    right: .plan(example(", pixelRule: \"104099\"")),
    check: .plan { plan in
      plan.webContainers.filter { $0.declaration.pixel.origin != .none }.flatMap { web in
        (web.server?.destinations ?? []).flatMap { findings($0, web) }
      }
    })

  private static func findings(
    _ destination: ResolvedDestination, _ web: ResolvedWebContainer
  ) -> [Finding] {
    guard let pixel = destination.profile.pixel else { return [] }
    let allowances =
      destination.declaration.allowances + (web.server?.declaration.allowances ?? [])
    let unnamed = destination.events.filter { pixel.name(of: $0.payload) == nil }.map { event in
      Finding(
        "the web container '\(web.declaration.name)' does not call the pixel for '\(event.eventName)'",
        at: event.payload.place,
        notes: [
          .init(
            "'\(destination.profile.name)' knows events of the pixel by a rule of their own: add 'pixelRule:'"
          )
        ], allowances: event.mapping.allowances + allowances)
    }
    guard !destination.declaration.limitedDataUse.isOff, !pixel.limitsDataUse else {
      return unnamed
    }
    return unnamed + [
      Finding(
        "limited data use is asked for by the server alone: the pixel of '\(destination.name)' is not told",
        at: destination.place,
        notes: [.init("let the pixel's events wait for another consent, or allow the rule")],
        allowances: allowances)
    ]
  }

  private static func example(_ pixelRule: String) -> String {
    """
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      LinkedIn(
        partnerID: "1234567", accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID()
      } events: {
        On("generate_lead", send: .lead(rule: "104013"\(pixelRule)))
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(.generated))
    """
  }
}
