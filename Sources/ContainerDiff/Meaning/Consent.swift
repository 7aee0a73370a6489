import Diagnostics

extension Meaning {
  /// A tag asks for less or more consent.
  static let consent = Meaning(
    "consent", "a tag requires less consent, or not yet what the plan requires",
    because: """
      Consent is required in a tag's settings, by the code of its template, or by both. Where a type is no longer required,
      events are sent for visitors who refused it; where the live container does not require it yet, they are sent now.
      """,
    example: "consent to ad_storage is no longer required for purchase → Ads"
  ) { containers in
    containers.changedTags.flatMap { old, new, _ -> [Sign] in
      let before = containers.consentNeeds(of: old, isNew: false)
      let after = containers.consentNeeds(of: new, isNew: true)
      guard before != after else { return [] }
      let subject = containers.subject(new, isNew: true)
      return types(before, after).compactMap { type in
        let strict = ConsentNeed(type: type, isStrict: true)
        let lax = ConsentNeed(type: type, isStrict: false)
        let (had, has) = (
          before.contains(strict) || before.contains(lax),
          after.contains(strict) || after.contains(lax)
        )
        switch (had, has) {
        case (true, false):
          return Sign(
            .warning, new, "consent to \(type) is no longer required for \(subject)")
        case (false, true):
          return Sign(
            containers.newIsPlan ? .warning : .notice, new,
            "consent to \(type) is not required for \(subject) in \(containers.old.label)")
        default:
          let place =
            after.contains(strict) ? " in \(containers.old.label)" : ", and was none before"
          return Sign(
            .warning, new,
            "a hit without a signal counts as consent to \(type) for \(subject)\(place)")
        }
      }
    }
  }

  /// The types that are asked for differently.
  private static func types(_ before: Set<ConsentNeed>, _ after: Set<ConsentNeed>) -> [String] {
    Set(before.symmetricDifference(after).map(\.type)).sorted { $0.isBefore($1) }
  }
}
