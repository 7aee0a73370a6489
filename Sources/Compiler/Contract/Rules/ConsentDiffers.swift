import Diagnostics
import TagManager

extension ContractRule {
  /// Both sides ask for the same consent.
  static let consentDiffers = ContractRule(
    "consent-differs", .error, "both sides ask for the same consent",
    because: """
      What a visitor refused in the browser is refused on the server, too. Both are played in every state of consent:
      all, none, each type alone, granted or withdrawn later.
      """,
    wrong: .init(browser: "the pixel waits for ad_storage", server: "the tag asks for no consent"),
    right: .init(browser: "the pixel waits for ad_storage", server: "the tag asks for ad_storage"),
    explains: [.consent, .sentWithoutConsent]
  ) { sides in
    sides.mapped.flatMap { event -> [Breach] in
      event.server.flatMap { server -> [Breach] in
        event.pixel.compactMap { pixel in
          let asked = (web: pixel.consent ?? [], server: server.consent ?? [])
          if asked.web == asked.server {
            guard asked.web.isEmpty, pixel.consent == nil else { return nil }
            return Breach(
              side: .web, name: pixel.tag.name,
              message: "neither the pixel nor the server asks for consent to '\(event.name)'",
              fix: "let both wait for 'ad_storage', or say on the pixel's tag that none is needed",
              severity: .warning)
          }
          let isServerFreer = asked.server.isSubset(of: asked.web)
          return Breach(
            side: isServerFreer ? .server : .web,
            name: isServerFreer ? server.tag.name : pixel.tag.name,
            message:
              "for '\(event.name)' the pixel asks for \(shown(asked.web)), the server for \(shown(asked.server))",
            fix: "let both ask for the same: a refusal in the browser holds on the server too")
        }
      }
    }
  }

  private static func shown(_ types: Set<String>) -> String {
    types.isEmpty ? "no consent" : types.sorted().map { "'\($0)'" }.joined(separator: " and ")
  }
}
