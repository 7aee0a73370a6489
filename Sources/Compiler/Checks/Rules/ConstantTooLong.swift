import TagManager
import TagwrightPlan

extension Rule {
  /// Tag Manager cuts constants.
  static let constantTooLong = Rule(
    warning: .constantTooLong,
    "a constant is longer than 1,024 characters",
    documentation: """
      A Constant variable of Tag Manager holds 1,024 characters. Keep longer texts out of the container: put them into
      the event data, or into a template.
      """,
    wrong: .container(
      """
      RawVariable(
        "Terms", type: "c",
        parameters: [.text("value", String(repeating: "long ", count: 300))])
      """),
    right: .container(
      """
      RawVariable("Terms", type: "c", parameters: [.text("value", "short")])
      """),
    check: .lowered { container in
      container.draft.variables.compactMap { variable in
        guard variable.type == .own("c"), let value = variable.parameters["value"]?.value,
          value.count > 1_024
        else { return nil }
        return Finding(
          "constant '\(variable.name)' has \(value.count) characters, and Tag Manager keeps 1,024",
          at: container.place(of: .variable, variable.name),
          mend: "shorten it, or let it arrive in the event data")
      }
    })
}
