import TagwrightPlan

extension Rule {
  /// GA4 drops parameters whose names begin with an underscore.
  static let underscoreParameter = Rule(
    warning: .underscoreParameter,
    "an event parameter's name begins with an underscore",
    documentation: """
      Names of GA4 event parameters must not begin with '_', so such a value never reaches the server. Send the cookie
      '_ttp' as the parameter 'ttp', or read it with '.cookie("_ttp")' where the server runs on a subdomain of the site.
      """,
    wrong: .userData(
      """
      BrowserID(.eventData("_ttp"))
      """),
    right: .userData(
      """
      BrowserID(.cookie("_ttp"), .eventData("ttp"))
      """),
    check: .each(\.sources) { used, _ in
      guard case .eventData(let path) = used.value.source.kind, path.hasPrefix("_") else {
        return []
      }
      let key = path.prefix { $0 != "." }
      return [
        Finding(
          "GA4 drops the parameter '\(key)': names must not begin with an underscore",
          at: used.place,
          mend: "send it as '\(key.drop { $0 == "_" })' from the web container, and read that")
      ]
    })
}
