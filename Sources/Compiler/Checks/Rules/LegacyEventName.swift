import Diagnostics
import TagwrightPlan

extension Rule {
  /// There are newer names.
  static let legacyEventName = Rule(
    warning: .legacyEventName,
    "an event's name from before May 2025",
    documentation: """
      In May 2025 TikTok renamed 'CompletePayment' to 'Purchase' and 'SubmitForm' to 'Lead', and gave up 'ClickButton' and
      'PlaceAnOrder', which it supports until 2027. Old names are accepted and shown under the new ones. Whether an old
      name from the browser and a new one from the server are deduplicated is not documented: use one name on both sides.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .submitForm())
      """),
    right: .events(
      """
      On("generate_lead", send: .lead())
      """),
    check: .eachEvent { event, destination in
      guard case .legacy(let replacement) = event.payload.kind else { return [] }
      return [
        Finding(
          "'\(event.sentAs)' is a name from before May 2025", at: event.payload.place,
          notes: [
            .init(
              "\(destination.profile.name) accepts it and shows it under its new name; send \(replacement)"
            ),
            .init("pixel and server have to use the same name, or nothing is deduplicated"),
          ])
      ]
    })
}
