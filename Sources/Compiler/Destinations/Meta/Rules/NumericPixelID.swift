import TagwrightPlan

extension Rule {
  /// An id with anything but digits reaches no pixel.
  static let numericPixelID = Rule(
    error: "numeric-pixel-id",
    "a pixel id that does not consist of digits",
    documentation: """
      Meta's pixels and data sets have ids of digits alone, which stand in the address of each request. With another id
      nothing arrives. Events Manager shows the id beside the name of the data set.
      """,
    wrong: .container(example("pixel-1")),
    right: .container(example("1234567890123456")),
    check: .eachDestination(of: Meta.self) { destination, _ in
      let isNumeric = destination.pixel.unicodeScalars.allSatisfy(\.isASCIIDigit)
      guard destination.pixel.isEmpty || !isNumeric, !destination.pixel.contains("{{") else {
        return []
      }
      return [
        Finding(
          "'\(destination.pixel)' is not the id of a pixel", at: destination.place,
          mend: "write the digits that Events Manager shows, such as '1234567890123456'")
      ]
    })

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
