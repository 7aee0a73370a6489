import TagwrightPlan

extension Rule {
  /// An id with anything but digits reaches nothing.
  static let numericID = Rule(
    error: "numeric-id",
    "an id that has something else than digits",
    documentation: """
      Meta's pixels and data sets, the advertising accounts of Pinterest and the conversion rules of LinkedIn have ids of
      digits alone, which stand in the address or in the body of each request. With another id nothing arrives. The
      destination's own site shows the id beside the name of the thing.
      """,
    wrong: .container(example("pixel-1")),
    right: .container(example("1234567890123456")),
    check: .eachDestination { destination, _ in
      let account = zip(destination.profile.account, destination.declaration.account)
        .filter(\.0.isNumeric)
      let found = account.filter { !isNumber($0.1) }.map { field, value in
        Finding(
          "'\(value)' is not a \(field.label.lowercased()) of \(destination.profile.name)",
          at: destination.place,
          mend:
            "write the digits that \(destination.profile.name) shows, such as '\(field.example)'")
      }
      return found
        + destination.events.flatMap { event in
          [event.payload.identifier, event.payload.pixelIdentifier].compactMap(\.self)
            .filter { !isNumber($0) }.map { id in
              Finding(
                "'\(id)' is not the id of a rule of \(destination.profile.name)",
                at: event.payload.place,
                mend: "write the digits that \(destination.profile.name) shows, such as '104012'"
              ).allowed(by: event.mapping.allowances)
            }
        }
    })

  /// Whether an id consists of digits, or refers to a variable.
  private static func isNumber(_ id: String) -> Bool {
    id.contains("{{") || !id.isEmpty && id.unicodeScalars.allSatisfy(\.isASCIIDigit)
  }

  private static func example(_ pixelID: String) -> String {
    """
    Meta(
      pixelID: "\(pixelID)", accessToken: .secret("META_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      ClickID()
      BrowserID()
    } events: {
      On("page_view", send: .pageView())
    }
    """
  }
}
