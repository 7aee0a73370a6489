import SandboxedJS

/// What a visitor says of consent, and when.
struct TrialConsent: Sendable {
  /// In words; `nil` for consent to everything.
  let words: String?
  var defaults: ScriptValue
  var update: ScriptValue?
  /// Whether the update comes before the page has loaded.
  var isEarly = false
  /// Whether the page says anything of consent.
  var hasMode: Bool { defaults != .object([]) }

  private static func all(_ state: String, but type: String? = nil) -> ScriptValue {
    .object(
      ConsentCode.types.map { name in
        .init(name, .string(name == type ? "denied" : state))
      })
  }

  static let granted = TrialConsent(words: nil, defaults: all("granted"))

  /// Every other state: all or one denied, granted or withdrawn later, and a page that says nothing.
  static let others: [TrialConsent] =
    [TrialConsent(words: "without consent", defaults: all("denied"))]
    + ConsentCode.types.map { type in
      TrialConsent(words: "without consent to '\(type)'", defaults: all("granted", but: type))
    } + [
      TrialConsent(
        words: "where consent was given before", defaults: all("denied"), update: all("granted"),
        isEarly: true),
      TrialConsent(
        words: "where consent is given on the page", defaults: all("denied"),
        update: all("granted")),
      TrialConsent(
        words: "where consent is withdrawn on the page", defaults: all("granted"),
        update: all("denied")),
      TrialConsent(words: "on a page without consent mode", defaults: .object([])),
    ]
}
