import TagwrightPlan

extension Rule {
  /// A digest that is hashed again matches nobody.
  static let hashedSourceIntoHashingField = Rule(
    error: "hashed-source-into-hashing-field",
    "a digest is given where a plain value is hashed",
    documentation: """
      An e-mail address is hashed on its way to the destination. A source that already holds the SHA-256 digest belongs
      behind 'sha256:', where it is checked and passed on, and where an upper-case digest is brought into the form that
      the destination compares with.
      """,
    wrong: .userData(
      """
      Email(.eventData("user_data.sha256_email_address"))
      """),
    right: .userData(
      """
      Email(
        .eventData("user_data.email_address"),
        sha256: .eventData("user_data.sha256_email_address"))
      """),
    check: .each(\.matchKeys) { key, _ in
      guard key.value.isHashed else { return [] }
      return key.value.key.sources.filter { $0.lastName?.lowercased().contains("sha256") == true }
        .map {
          Finding(
            "\($0.shownText) holds a digest, and this match key hashes its sources", at: $0.place,
            mend: "put it behind 'sha256:'")
        }
    })
}
