import TagwrightPlan

extension Rule {
  /// A cookie that is gone at once.
  static let cookieLifetime = Rule(
    error: "cookie-lifetime",
    "a cookie's lifetime is not in the future",
    documentation: """
      'keptInCookieFor:' sets a first-party cookie from the server. A lifetime of no days removes the cookie.
      """,
    wrong: .userData(
      """
      ClickID(.urlParameter("ttclid"), keptInCookieFor: .days(0))
      """),
    right: .userData(
      """
      ClickID(.urlParameter("ttclid"), keptInCookieFor: .days(30))
      """),
    check: .each(\.matchKeys) { key, _ in
      guard let cookie = key.value.key.cookie, cookie.seconds <= 0 else { return [] }
      return [
        Finding(
          "the cookie of '\(key.value.key.kind.planWord)' is kept for no time", at: key.place,
          mend: "keep it for one day or more")
      ]
    })
}
