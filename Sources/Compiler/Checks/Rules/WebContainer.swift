import Diagnostics
import SandboxedJS
import TagwrightPlan

extension Rule {
  /// A web container knows where its events go.
  static let webContainer = Rule(
    error: "web-container",
    "a web container that cannot do its half",
    documentation: """
      A 'WebContainer' sends to a 'ServerContainer' that the plan lists too, at the tagging server's address: 'https://'
      and a host, without a query. Its Google tag has the measurement id of the server's 'GA4Tag' or one that is given. A
      pixel runs only where each event has an id from the event data: otherwise pixel and server would be counted beside
      each other.
      """,
    wrong: .plan(
      """
      let server = ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
      server
      WebContainer("Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "sgtm.example.com", pixel: Pixel(.none))
      """),
    right: .plan(
      """
      let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
      }
      server
      WebContainer("Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com", pixel: Pixel(.none))
      """),
    check: .plan { plan in
      plan.webContainers.flatMap { container in
        problems(of: container).map { message, mend in
          Finding(message, at: container.declaration.place, mend: mend)
        }
      }
    })

  private static func problems(of container: ResolvedWebContainer) -> [(String, String)] {
    let declaration = container.declaration
    var problems: [(String, String)] = []
    if container.server == nil {
      problems.append(
        (
          "the plan does not list the server container '\(declaration.server.publicID)'",
          "list it beside the web container"
        ))
    }
    if !isServerAddress(declaration.serverURL) {
      problems.append(
        (
          "'\(declaration.serverURL)' is not an address of a tagging server",
          "write it as 'https://sgtm.example.com'"
        ))
    }
    if container.server != nil, container.measurementID == nil {
      problems.append(
        (
          "the Google tag has no measurement id",
          "add a 'GA4Tag' to the server container, or say 'measurementID:' here"
        ))
    }
    if declaration.pixel.origin != .none, let event = container.events.first(where: \.hasNoID) {
      problems.append(
        (
          "the pixel sends '\(event.name)' without an id that the server reads",
          "let the destination take the id from the event data, or say 'Pixel(.none)'"
        ))
    }
    return problems
  }

  private static func isServerAddress(_ text: String) -> Bool {
    guard let url = WebURL(text) else { return false }
    return url.scheme == "https" && url.hostname.contains(".") && url.query == nil
      && url.fragment == nil && text.hasPrefix("https://")
  }
}

extension BrowserEvent {
  /// Whether no id of the browser's goes with it.
  fileprivate var hasNoID: Bool {
    !values.contains { if case .eventID = $0.origin { true } else { false } }
  }
}
