import TagwrightPlan

extension Rule {
  /// Browsers keep no cookie for ever.
  static let longCookieLifetime = Rule(
    warning: .longCookieLifetime,
    "a cookie is meant to live longer than browsers allow",
    documentation: """
      Browsers take a cookie away after 400 days at the latest, whatever its lifetime says (RFC 6265bis).
      """,
    wrong: .userData(
      """
      BrowserID(.cookie("_ttp"), keptInCookieFor: .days(1000))
      """),
    right: .userData(
      """
      BrowserID(.cookie("_ttp"), keptInCookieFor: .days(390))
      """),
    check: .each(\.matchKeys) { key, _ in
      guard let cookie = key.value.key.cookie, cookie.seconds > 400 * 86_400 else { return [] }
      return [
        Finding(
          "the cookie of '\(key.value.key.kind.planWord)' is meant to live longer than browsers allow",
          at: key.place, mend: "they take it away after 400 days")
      ]
    })
}
