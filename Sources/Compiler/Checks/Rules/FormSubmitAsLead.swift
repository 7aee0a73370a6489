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
    check: .eachTikTokEvent { mapping, _ in
      guard mapping.eventName == "form_submit", mapping.conditions.isEmpty,
        mapping.event.currentName == "Lead"
      else { return [] }
      return [
        Finding(
          "GA4 sends 'form_submit' for every form, and each would count as a lead",
          at: mapping.place,
          mend: "map 'generate_lead', or narrow it: 'where: .eventData(\"form_id\") == \"contact\"'"
        )
      ]
    })
}
