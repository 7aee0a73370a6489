import TagwrightPlan

extension Rule {
  /// Digests of two texts are never equal.
  static let digestOfAnotherForm = Rule(
    error: "digest-of-another-form",
    "a digest that others make of another text",
    documentation: """
      Destinations compare digests, and so everybody has to hash the same text. Google and TikTok hash a phone number with
      '+', Meta hashes its digits alone: the digest of the one finds nobody at the other. Give Meta the number itself, which
      is brought to its own form and hashed.
      """,
    wrong: .container(
      example(
        "Phone(sha256: .eventData(\"user_data.sha256_phone_number\"), defaultCountryCode: \"49\")")),
    right: .container(
      example("Phone(.eventData(\"user_data.phone_number\"), defaultCountryCode: \"49\")")),
    check: .eachKey { key, destination in
      guard let form = destination.profile.person.forms[key.kind], !form.takesDigests,
        let digest = key.hashed.first
      else { return nil }
      let name = destination.profile.name
      return Finding(
        form.isHashed
          ? "\(name) hashes another text than the one of \(digest.source.shownText)"
          : "\(name) takes no digest, which \(digest.source.shownText) is",
        at: digest.source.place, mend: "take 'sha256:' out, and name where the plain value arrives")
    })

  private static func example(_ phone: String) -> String {
    """
    Meta(
      pixelID: "1234567890123456", accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      \(phone)
      ClickID()
      BrowserID()
    } events: {
      On("page_view", send: .pageView())
    }
    """
  }
}
