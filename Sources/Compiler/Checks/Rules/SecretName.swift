import TagwrightPlan

extension Rule {
  /// A secret is named, never written out.
  static let secretName = Rule(
    error: "secret-name",
    "a secret's name is not one of an environment variable",
    documentation: """
      '.secret("TIKTOK_ACCESS_TOKEN")' names the environment variable that holds the value, in capitals, digits and
      underscores. The value itself stands in no file that git knows; what looks like a value is refused, and not shown. If
      the value of a token has been in git, revoke it and generate a new one.
      """,
    wrong: .container(
      """
      RawTag(
        "Partner", type: "partner",
        parameters: [.secret("token", .secret("my token: 0123"))], firing: [.allEvents()])
      """),
    right: .container(
      """
      RawTag(
        "Partner", type: "partner",
        parameters: [.secret("token", .secret("PARTNER_TOKEN"))], firing: [.allEvents()])
      """),
    check: .each(\.secrets) { secret, _ in
      let name = secret.value.name
      guard !isVariableName(name) || TokenPattern.first(in: name) != nil else { return [] }
      return [
        Finding(
          "a secret is not named like an environment variable", at: secret.place,
          mend:
            "name it in capitals, such as 'TIKTOK_ACCESS_TOKEN'; its value stands in the environment only"
        )
      ]
    })
}

/// POSIX.1-2024, environment variables: capitals, digits and underscores, no digit in front.
private func isVariableName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, !first.isASCIIDigit else { return false }
  return text.unicodeScalars.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit || $0 == "_" }
}
