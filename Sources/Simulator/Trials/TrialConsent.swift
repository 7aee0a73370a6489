import SandboxedJS

/// A visitor's choice of consent, and its time.
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

  /// The other states: all or one denied, granted or withdrawn later, and a page that says nothing.
  ///
  /// - Parameter types: the types of consent that matter; without any, nothing depends on when consent is given.
  static func others(_ types: [String]) -> [TrialConsent] {
    let denied = TrialConsent(words: "without consent", defaults: all("denied"))
    let silent = TrialConsent(words: "on a page without consent mode", defaults: .object([]))
    guard !types.isEmpty else { return [denied, silent] }
    // Of one type alone that is the same as denying all.
    let single = types.count == 1 ? [] : types
    return [denied]
      + single.map { type in
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
        silent,
      ]
  }
}
