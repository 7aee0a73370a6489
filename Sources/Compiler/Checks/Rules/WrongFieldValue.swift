import CustomTemplate
import TagwrightPlan

extension Rule {
  /// A template refuses what its fields do not take.
  static let wrongFieldValue = Rule(
    error: "wrong-field-value",
    "a field of a template takes another kind of value",
    documentation: """
      A field has a kind, such as a check box or a table, and rules of its own, such as a number above zero. An import of
      another value fails.
      """,
    wrong: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .text("linked", "yes")],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("text", "Sale"), .boolean("linked", true), .text("address", "/")],
        firing: [.allEvents()])
      """),
    check: .container { container in
      container.fieldUses.flatMap(\.valueProblems).map { problem in
        Finding(
          "field '\(problem.field.name)' takes \(problem.expected)", at: problem.given.place,
          mend: problem.mend)
      }
    })
}
