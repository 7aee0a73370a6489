import CustomTemplate
import Diagnostics
import TagwrightPlan

extension Rule {
  /// A list accepts what is in it.
  static let unknownChoice = Rule(
    error: "unknown-choice",
    "a field of a template has no such choice",
    documentation: """
      A field that is a list or a set of radio buttons takes one of the template's own words.
      """,
    wrong: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("colour", "purple"), .text("text", "Sale")],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      TemplateTag(
        "Badge", template: Template("badge.tpl"), fields: [.text("colour", "green"), .text("text", "Sale")],
        firing: [.allEvents()])
      """),
    check: .container { container in
      container.fieldUses.flatMap(\.choiceProblems).map { problem in
        Finding(
          "field '\(problem.field.name)' has no choice '\(problem.given.value.text)'",
          at: problem.given.place,
          notes: [Spelling.hint(for: problem.given.value.text, among: problem.choices)])
      }
    })
}
