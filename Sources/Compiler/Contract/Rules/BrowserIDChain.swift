import Diagnostics
import TagManager

extension ContractRule {
  /// The pixel's cookie reaches the server: variable, GA4 parameter, field of the tag.
  static let browserIDChain = ContractRule(
    "browser-id-chain", .error, "the pixel's cookie reaches the server's tag",
    because: """
      The pixel's cookie tells the destination which browser it was. The server has it from the request, where its
      address belongs to the site, or from a parameter of the GA4 tag; its tag needs a field for it.
      """,
    wrong: .init(
      browser: "the pixel's cookie, set for another domain than the server's",
      server: "no field for the browser id"),
    right: .init(
      browser: "the GA4 tag sends the cookie as a parameter",
      server: "the tag's field reads that parameter"),
    explains: [.browserID]
  ) { sides in
    let (cookie, _, keys) = sides.vocabulary.browserID
    let variables = sides.web.container.version.variables.filter {
      $0.type == "k" && $0.parameters["name"]?.value == cookie
    }
    return sides.mapped.flatMap { event -> [Breach] in
      event.server.flatMap { tag -> [Breach] in
        let paths = tag.origins(keys).compactMap { origin -> String? in
          if case .eventData(let path) = origin { path } else { nil }
        }
        let readsCookie = tag.origins(keys).contains(.cookie(name: cookie))
        let known = paths + tag.implicitPaths.filter { keys.contains($0) }
        guard let path = known.first else {
          // A tag that finds the cookie in the request needs no parameter where both are of one site.
          guard !readsCookie, !tag.readsEverything else { return [] }
          return [
            Breach(
              side: .server, name: tag.tag.name,
              message: "nothing of '\(event.name)' fills the browser id that '\(cookie)' holds",
              fix:
                "map the field '\(keys.sorted().first ?? "")' to the event data's '\(keys.sorted().first ?? "")'"
            )
          ]
        }
        return event.ga4.flatMap { ga4 -> [Breach] in
          guard let text = known.lazy.compactMap({ ga4.text($0) }).first else {
            return [
              Breach(
                side: .web, name: ga4.tag.name,
                message:
                  "the GA4 tag does not send '\(path)', from which the server takes '\(cookie)'",
                fix:
                  "add the event parameter '\(path)' with a 1st-party-cookie variable for '\(cookie)'"
              )
            ]
          }
          let origin = sides.web.container.origin(of: text)
          if origin == .cookie(name: cookie) { return [] }
          if case .script = origin { return [] }
          if case .template = origin { return [] }
          let fix =
            variables.first.map { "let it be {{\($0.name)}}" }
            ?? "make a 1st-party-cookie variable for '\(cookie)' and let the parameter be that"
          return [
            Breach(
              side: .web, name: ga4.tag.name,
              message: "the parameter '\(path)' is not the cookie '\(cookie)'", fix: fix)
          ]
        }
      }
    }
  }
}
