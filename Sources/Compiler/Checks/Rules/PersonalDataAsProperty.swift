import TagwrightPlan

extension Rule {
  /// No plain e-mail address leaves the server.
  static let personalDataAsProperty = Rule(
    error: "personal-data-as-property",
    "personal data is sent as a plain property",
    documentation: """
      E-mail addresses, phone numbers and names leave as digests, with the user data. As a property they would leave the
      server in plain text, against the destinations' terms and most privacy laws. Use a match key: 'Email', 'Phone',
      'FirstName'.
      """,
    wrong: .events(
      """
      On("sign_up", send: .completeRegistration(properties: [.custom("email", .eventData("email"))]))
      """),
    right: .events(
      """
      On("sign_up", send: .completeRegistration()) { Email(.eventData("email")) }
      """),
    check: .eachEvent { event, _ in
      event.payload.properties.flatMap(\.names).compactMap { name in
        guard let key = personalData[name.lowercased()] else { return nil }
        return Finding(
          "property '\(name)' would be sent in plain text", at: event.payload.place,
          mend: "send it as the match key '\(key)', which hashes it")
      }
    })
}

/// Names of personal data, and the match key for each.
private let personalData: [String: String] = [
  "email": "Email", "email_address": "Email", "phone": "Phone", "phone_number": "Phone",
  "first_name": "FirstName", "last_name": "LastName", "user_id": "ExternalID",
  "external_id": "ExternalID",
]
