import TagwrightPlan

extension Rule {
  /// GA4 has a limit for names of parameters.
  static let longParameterName = Rule(
    warning: .longParameterName,
    "an event parameter's name has more than 40 characters",
    documentation: """
      Names of GA4 event parameters have at most 40 characters. A parameter with a longer name is dropped, and what reads
      it has no value. Where another client than GA4's makes the events, allow the rule.
      """,
    wrong: .events(
      """
      On(
        "generate_lead",
        send: .lead(properties: [
          .description(.eventData("the_description_of_the_form_as_the_visitor_sees_it"))
        ]))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(properties: [.description(.eventData("form_description"))]))
      """),
    check: .each(\.sources) { used, _ in
      guard case .eventData(let path) = used.value.source.kind, path.utf8.count > 40 else {
        return []
      }
      let key = path.prefix { $0 != "." }
      guard key.utf16.count > 40 else { return [] }
      return [
        Finding(
          "no GA4 parameter is called '\(key)': a name has at most 40 characters", at: used.place,
          mend: "give it a shorter name in the web container, and read that")
      ]
    })
}
