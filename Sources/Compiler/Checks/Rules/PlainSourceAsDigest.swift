import TagwrightPlan

extension Rule {
  /// The rule that only digests belong behind 'sha256:', where anything else is left out.
  static let plainSourceAsDigest = Rule(
    warning: .plainSourceAsDigest,
    "a plain value is given where a digest belongs",
    documentation: """
      Behind 'sha256:' only a digest of 64 hexadecimal digits is passed on; a plain address there is left out, and the
      match key is missing without a word. Plain values belong in front of 'sha256:'.
      """,
    wrong: .userData(
      """
      Email(sha256: .eventData("user_data.email_address"))
      """),
    right: .userData(
      """
      Email(.eventData("user_data.email_address"))
      """),
    check: .each(\.matchKeys) { key, _ in
      key.value.key.hashed.map(\.source).filter { plainNames.contains($0.lastName ?? "") }.map {
        Finding(
          "\($0.shownText) is a plain value, and only digests pass behind 'sha256:'", at: $0.place,
          mend: "name it before 'sha256:', where it is hashed")
      }
    })
}

/// GA4's names of user-provided data that is not hashed, and the usual short forms.
private let plainNames: Set<String> = [
  "email", "email_address", "first_name", "last_name", "phone", "phone_number", "postal_code",
  "user_id", "zip_code",
]
