import Simulator
import TagwrightPlan

extension Rule {
  /// Of the objects that a page pushes, only two travel to the server.
  static let unsentPart = Rule(
    warning: .unsentPart,
    "a part of an object is read that a GA4 tag does not send",
    documentation: """
      A GA4 hit carries texts and numbers; of objects, it carries 'user_data' and the products. What a page pushes as
      'page: {kind: "shop"}' arrives on the server as the text '[object Object]', so that 'page.kind' has no value there.
      Let the page push the part under a name of its own. Where another client makes the events, allow the rule.
      """,
    wrong: .plan(plan(reading: "form.topic")),
    right: .plan(plan(reading: "form_topic")),
    check: .plan { plan in
      plan.webContainers.compactMap(\.server).flatMap { server in
        server.declared.sources.compactMap { used in
          guard case .eventData(let path) = used.value.source.kind,
            let root = UnsentPart.root(of: path)
          else { return nil }
          let flat = path.replacing(".", with: "_")
          return Finding(
            "'\(path)' does not reach the server: of objects, a GA4 tag sends 'user_data' and 'items'",
            at: used.place,
            mend:
              "let the page push '\(flat)' beside '\(root)', and write '.eventData(\"\(flat)\")'"
          ).allowed(by: used.allowances + server.declaration.allowances)
        }
      }
    })

  private static func plan(reading path: String) -> String {
    """
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
      } events: {
        On("search", send: .search(query: .eventData("\(path)")))
      }
    }
    server
    WebContainer(
      "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.generated))
    """
  }
}

/// Paths that lead into an object of the page.
private enum UnsentPart {
  /// Objects whose parts travel, or that another rule knows.
  private static let others: Set<String> = [
    "user_data", "items", "ecommerce", "eventModel", "ep", "epn", "up", "upn",
  ]

  /// The object that a path leads into; `nil` where its parts travel.
  static func root(of path: String) -> String? {
    let keys = path.split(separator: ".")
    guard keys.count > 1, let root = keys.first.map(String.init), !others.contains(root),
      !CommonEventData.isFilledByGoogle(path)
    else { return nil }
    return root
  }
}
