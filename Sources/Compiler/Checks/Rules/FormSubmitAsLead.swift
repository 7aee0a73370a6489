import TagwrightPlan

extension Rule {
  /// Not every form is a lead.
  static let formSubmitAsLead = Rule(
    warning: .formSubmitAsLead,
    "every form of the site is sent as a lead",
    documentation: """
      GA4's enhanced measurement sends 'form_submit' by itself for every form, the search box and the newsletter included.
      Send 'generate_lead' where somebody really leaves a request, or narrow the event by 'where:'.
      """,
    wrong: .events(
      """
      On("form_submit", send: .lead())
      """),
    right: .events(
      """
      On("generate_lead", send: .lead())
      """),
    check: .eachEvent { event, _ in
      guard event.eventName == "form_submit", event.mapping.conditions.isEmpty,
        event.role == .lead
      else { return [] }
      return [
        Finding(
          "GA4 sends 'form_submit' for every form, and each would count as a lead",
          at: event.place,
          mend: "map 'generate_lead', or narrow it: 'where: .eventData(\"form_id\") == \"contact\"'"
        )
      ]
    })
}
