import TagwrightPlan

extension Rule {
  /// A client's cookie needs a domain.
  static let cookieDomain = Rule(
    error: "cookie-domain",
    "a GA4 client has no domain for its cookie",
    documentation: """
      The GA4 client keeps the visitor's id in a cookie. 'auto' sets it for the widest domain that the browser allows.
      """,
    wrong: .container(
      """
      GA4Client("GA4 shop", cookieDomain: "")
      """),
    right: .container(
      """
      GA4Client("GA4 shop", cookieDomain: "auto")
      """),
    check: .container { container in
      container.elements.compactMap { element in
        guard case .ga4Client(let client) = element.kind, client.cookieDomain.isEmpty else {
          return nil
        }
        return Finding(
          "client '\(client.name)' has no domain for its cookie", at: client.place,
          mend: "write 'auto' or a domain")
      }
    })
}
