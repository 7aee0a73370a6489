import TagwrightPlan

extension Rule {
  /// Pixel and server fire for the same events, or the destination counts what it should not.
  static let serverOnlyCondition = Rule(
    error: "server-only-condition",
    "a condition that the pixel in the browser cannot follow",
    documentation: """
      Where a 'WebContainer' calls the pixel, each condition holds on both sides for the same hits: the browser compares
      what the server will read. It cannot where only the server knows the value (request headers, what Google makes of
      the request, variables of the server container), where the value does not travel (objects other than 'user_data'),
      or where both would read a pattern differently ('\\s', '(?i)' and others that only RE2 knows). The pixel would
      fire for every event, and its event would be counted without the server's.
      """,
    wrong: .plan(
      """
      let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
        } events: {
          On("sign_up", where: .requestHeader("x-shop") == "de", send: .completeRegistration())
        }
      }
      server
      WebContainer(
        "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.generated))
      """),
    right: .plan(
      """
      let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
        } events: {
          On("sign_up", where: .eventData("page_hostname") == "www.example.de", send: .completeRegistration())
        }
      }
      server
      WebContainer(
        "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.generated))
      """),
    check: .plan { plan in plan.webContainers.flatMap(findings) })

  private static func findings(in web: ResolvedWebContainer) -> [Finding] {
    guard web.declaration.pixel.origin != .none else { return [] }
    return web.destinations.flatMap(\.destination.browserEvents).flatMap { event in
      event.conditions.comparisons.compactMap { comparison in
        do throws(ServerOnlySource) {
          _ = try web.carriedOver(comparison, in: event)
          return nil
        } catch {
          return Finding(
            "the pixel cannot follow this condition of '\(event.name)': \(error.reason)",
            at: comparison.place, mend: error.mend)
        }
      }
    }
  }
}
