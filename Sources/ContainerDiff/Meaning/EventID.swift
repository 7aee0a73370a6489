import Diagnostics

extension Meaning {
  /// The id by which a destination tells the browser's event from the server's comes from elsewhere.
  static let eventID = Meaning(
    "event-id", "the event id comes from elsewhere",
    because: """
      A destination merges what browser and server send by this id. Where only one side takes it from elsewhere, every event
      is counted twice.
      """,
    example:
      "purchase → Ads takes its event id from elsewhere, which decides about duplicates: \"{{a}}\" → \"{{b}}\""
  ) { containers in
    containers.changedTags.compactMap { _, new, pair in
      let changes = SettingChanges.all(in: pair) { $0.hasPrefix("eventid") }
      guard let change = changes.first else { return nil }
      return Sign(
        .warning, new,
        "\(containers.subject(new, isNew: true)) takes its event id from elsewhere, which decides about "
          + "duplicates: \(SettingChanges.text(change))")
    }
  }
}
