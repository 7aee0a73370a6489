import TagwrightPlan

extension Rule {
  /// A key that a destination does not know is not sent.
  static let matchKeyNotTaken = Rule(
    warning: .matchKeyNotTaken,
    "a match key that the destination does not take",
    documentation: """
      Each destination takes match keys of its own: a date of birth is one for Meta and none for TikTok. A key that is not
      taken is not sent, and no tag reads its sources. Where several destinations share one list of keys, allow the rule.
      """,
    wrong: .userData(
      """
      Gender(.eventData("user_data.gender"))
      """),
    right: .userData(
      """
      Email(.eventData("user_data.email_address"))
      """),
    check: .eachKey { key, destination in
      guard destination.profile.person.forms[key.kind] == nil else { return nil }
      return Finding(
        "\(destination.profile.name) does not take the match key '\(key.kind.planWord)'",
        at: key.place, mend: "take it out, or give it to a destination that takes it")
    })
}
