import Diagnostics

extension Meaning {
  /// A tag uses another access token.
  static let accessToken = Meaning(
    "access-token", "a tag uses another access token",
    because: """
      The destination refuses what comes with a token of another account, and nothing in Tag Manager says so. The value itself
      is never shown where it is a secret.
      """,
    example: "purchase → Ads uses another access token: \"{{t}}\" → \"{{u}}\""
  ) { containers in
    containers.changedTags.compactMap { _, new, pair in
      let changes = SettingChanges.all(in: pair) { $0.contains("accesstoken") || $0 == "apikey" }
      guard let change = changes.first else { return nil }
      return Sign(
        .warning, new,
        "\(containers.subject(new, isNew: true)) uses another access token: "
          + SettingChanges.text(change))
    }
  }
}
