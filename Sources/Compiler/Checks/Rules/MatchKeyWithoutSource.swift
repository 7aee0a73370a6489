import TagwrightPlan

extension Rule {
  /// A match key without a source sends nothing.
  static let matchKeyWithoutSource = Rule(
    error: "match-key-without-source",
    "a match key has no source",
    documentation: """
      'Email', 'Phone' and the others take the sources that their value may come from. Without one they send nothing.
      """,
    wrong: .userData(
      """
      Email()
      """),
    right: .userData(
      """
      Email(.eventData("user_data.email_address"))
      """),
    check: .each(\.matchKeys) { key, _ in
      guard key.value.key.sources.isEmpty, key.value.key.hashed.isEmpty else { return [] }
      return [
        Finding(
          "match key '\(key.value.key.kind.planWord)' has no source", at: key.place,
          mend: "name where it arrives, such as '.eventData(\"…\")'")
      ]
    })
}
