/// The secrets that the repository's own plan names, and what stands for its destinations in tests.
enum ShopSecrets {
  private static let destinations = [
    "TIKTOK", "META", "PINTEREST", "SNAPCHAT", "REDDIT", "LINKEDIN",
  ]

  /// The names of the secrets.
  static let names = destinations.map { "\($0)_ACCESS_TOKEN" }

  /// The variables that name a server in a destination's place.
  static let replacements = destinations.map { "TAGWRIGHT_\($0)_URL" }

  /// The same value for each secret.
  static func all(_ value: String) -> [String: String] {
    Dictionary(names.map { ($0, value) }, uniquingKeysWith: { first, _ in first })
  }
}
